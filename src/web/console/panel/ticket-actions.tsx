import { Button, MenuItem } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { TicketView } from '../api/shapes.ts'
import { useAct, useDesk } from '../data/desk.tsx'
import { MoreMenu } from '../more-menu.tsx'
import { useTongue } from '../tongue.tsx'

const ChangeStateDialog = lazy(async () => ({
  default: (await import('./change-state-dialog.tsx')).ChangeStateDialog,
}))
const TicketActDialog = lazy(async () => ({
  default: (await import('./ticket-act-dialog.tsx')).TicketActDialog,
}))

type Open = 'state' | 'assign' | 'escalate' | 'note' | 'extend'

/** What can be done with a ticket. */
export function TicketActions({ ticket }: { ticket: TicketView }) {
  const { agent, calls, resources } = useDesk()
  const { words } = useTongue()
  const { act, busy } = useAct()
  const [open, setOpen] = useState<Open>()
  const path = `/tickets/${encodeURIComponent(ticket.no)}`
  const refresh = () => resources.refresh('/tickets', '/conversations', '/customers')
  const close = () => setOpen(undefined)
  const done = async () => {
    close()
    await refresh()
  }
  const takeIt = () =>
    act(async () => {
      await calls.post(`${path}/assign`, { agent: agent.id })
      await refresh()
    }, words.tickets.changed)
  return (
    <div className="button-row">
      <Button appearance="primary" size="small" onClick={() => setOpen('state')}>
        {words.tickets.change}
      </Button>
      {ticket.assignee !== agent.id && (
        <Button size="small" disabledFocusable={busy} onClick={() => void takeIt()}>
          {words.tickets.assignMe}
        </Button>
      )}
      <MoreMenu label={words.tickets.moreActions} size="small">
        <MenuItem onClick={() => setOpen('assign')}>{words.tickets.assign}</MenuItem>
        <MenuItem onClick={() => setOpen('note')}>{words.tickets.addNote}</MenuItem>
        <MenuItem onClick={() => setOpen('escalate')}>{words.tickets.escalate}</MenuItem>
        <MenuItem onClick={() => setOpen('extend')}>{words.tickets.extend}</MenuItem>
      </MoreMenu>
      {open && (
        <Suspense fallback={null}>
          {open === 'state' ? (
            <ChangeStateDialog ticket={ticket} onClose={close} onDone={done} />
          ) : (
            <TicketActDialog act={open} ticket={ticket} onClose={close} onDone={done} />
          )}
        </Suspense>
      )}
    </div>
  )
}
