import { Button, MenuItem } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { mayActAs } from '../../../domain/agents/agent.ts'
import type { ConversationView } from '../api/shapes.ts'
import { useAct, useDesk } from '../data/desk.tsx'
import { focusSoon, useKeys } from '../data/keyboard.tsx'
import { MoreMenu } from '../more-menu.tsx'
import { go } from '../router.ts'
import { useTongue } from '../tongue.tsx'
import { EndDialog } from './end-dialog.tsx'
import { type Holder, mayAct } from './holder.ts'

const TransferDialog = lazy(async () => ({
  default: (await import('./transfer-dialog.tsx')).TransferDialog,
}))
const AssignDialog = lazy(async () => ({
  default: (await import('./assign-dialog.tsx')).AssignDialog,
}))

interface ActionsProps {
  conversation: ConversationView
  holder: Holder
  refresh(): Promise<void>
}

type Open = 'transfer' | 'assign' | 'returned' | 'solved'

/** What this agent can do with the conversation now: one thing that is meant, the rest in a menu. */
export function Actions({ conversation, holder, refresh }: ActionsProps) {
  const { agent, calls } = useDesk()
  const { words } = useTongue()
  const { act, busy } = useAct()
  const [open, setOpen] = useState<Open>()
  const base = `/handoffs/${encodeURIComponent(conversation.id)}`
  const mine = mayAct(holder, agent.role)
  const mayAssign = mayActAs(agent.role, 'lead') && holder !== 'bot'

  async function take(): Promise<void> {
    const path = holder === 'queue' ? `${base}/claim` : `${base}/step-in`
    const done = await act(() => calls.post(path), words.conversation.claimed)
    await refresh()
    if (!done) return
    go({ area: 'mine', id: conversation.id })
    focusSoon('.composer textarea')
  }
  const canTake = holder === 'queue' || holder === 'bot'
  useKeys({
    ...(canTake && { claim: () => void take() }),
    ...(mine && {
      transfer: () => setOpen('transfer'),
      return: () => setOpen('returned'),
      close: () => setOpen('solved'),
    }),
  })

  return (
    <div className="actions">
      {canTake && (
        <Button
          appearance="primary"
          aria-keyshortcuts="c"
          disabledFocusable={busy}
          onClick={() => void take()}
        >
          {holder === 'queue' ? words.conversation.claim : words.conversation.stepIn}
        </Button>
      )}
      {mine && (
        <Button appearance="primary" aria-keyshortcuts="x" onClick={() => setOpen('solved')}>
          {words.conversation.close}
        </Button>
      )}
      {(mine || mayAssign) && <More isMine={mine} mayAssign={mayAssign} onOpen={setOpen} />}
      <OpenDialog
        open={open}
        conversation={conversation}
        refresh={refresh}
        onClose={() => setOpen(undefined)}
      />
    </div>
  )
}

interface MoreProps {
  isMine: boolean
  mayAssign: boolean
  onOpen(open: Open): void
}

function More({ isMine, mayAssign, onOpen }: MoreProps) {
  const { words } = useTongue()
  return (
    <MoreMenu label={words.conversation.more}>
      {isMine && (
        <MenuItem secondaryContent="t" onClick={() => onOpen('transfer')}>
          {words.conversation.transfer}
        </MenuItem>
      )}
      {isMine && (
        <MenuItem secondaryContent="b" onClick={() => onOpen('returned')}>
          {words.conversation.returnToBot}
        </MenuItem>
      )}
      {mayAssign && (
        <MenuItem onClick={() => onOpen('assign')}>{words.conversation.assign}</MenuItem>
      )}
    </MoreMenu>
  )
}

interface OpenDialogProps {
  open: Open | undefined
  conversation: ConversationView
  refresh(): Promise<void>
  onClose(): void
}

/** After giving a conversation away, the focus goes where the next one is. */
function OpenDialog({ open, conversation, refresh, onClose }: OpenDialogProps) {
  if (!open) return null
  const onGone = async () => {
    onClose()
    go({ area: 'mine' })
    await refresh()
    focusSoon('.list-column [data-row]', '#content')
  }
  const props = { conversationId: conversation.id, onClose, onGone }
  if (open === 'returned' || open === 'solved') return <EndDialog outcome={open} {...props} />
  return (
    <Suspense fallback={null}>
      {open === 'transfer' ? (
        <TransferDialog language={conversation.handoff?.language} {...props} />
      ) : (
        <AssignDialog
          {...props}
          onGone={async () => {
            onClose()
            await refresh()
            focusSoon('#conversation-name')
          }}
        />
      )}
    </Suspense>
  )
}
