import { Field, Input, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { TicketClockView, TicketView } from '../api/shapes.ts'
import { ColleagueField } from '../conversation/colleagues.tsx'
import { useAct, useDesk } from '../data/desk.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { useTongue } from '../tongue.tsx'
import type { TicketDialogProps } from './change-state-dialog.tsx'

interface TicketActProps extends TicketDialogProps {
  act: 'assign' | 'escalate' | 'note' | 'extend'
}

/** Gives a ticket to somebody, makes it urgent, notes something, or extends a clock. */
export function TicketActDialog({ act: kind, ticket, onClose, onDone }: TicketActProps) {
  const { calls } = useDesk()
  const { words } = useTongue()
  const { act, busy } = useAct()
  const [given, setGiven] = useState({
    agent: '',
    text: '',
    until: '',
    regime: ticket.clocks?.find(isExtendable)?.regime ?? '',
  })
  const titles = {
    assign: words.tickets.assign,
    escalate: words.tickets.escalate,
    note: words.tickets.addNote,
    extend: words.tickets.extend,
  }
  const bodies = {
    assign: { agent: given.agent },
    escalate: { reason: given.text },
    note: { text: given.text },
    extend: { regime: given.regime, until: given.until, reason: given.text },
  }
  const isUnready = kind === 'assign' ? given.agent === '' : given.text.trim() === ''

  async function send(): Promise<void> {
    const path = `/tickets/${encodeURIComponent(ticket.no)}/${kind}`
    if (await act(() => calls.post(path, bodies[kind]), words.tickets.changed)) await onDone()
  }

  return (
    <FormDialog
      title={titles[kind]}
      submit={titles[kind]}
      busy={busy}
      isUnready={isUnready}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      {kind === 'assign' && (
        <ColleagueField
          chosen={given.agent}
          withMe
          onChange={(agent) => setGiven({ ...given, agent })}
        />
      )}
      {kind === 'extend' && (
        <ExtendFields
          ticket={ticket}
          regime={given.regime}
          until={given.until}
          onChange={(part) => setGiven({ ...given, ...part })}
        />
      )}
      {kind !== 'assign' && (
        <Field label={kind === 'note' ? words.tickets.note : words.tickets.reason} required>
          <Textarea
            value={given.text}
            required
            maxLength={2000}
            onChange={(_event, { value }) => setGiven({ ...given, text: value })}
          />
        </Field>
      )}
    </FormDialog>
  )
}

function isExtendable({ extendable }: TicketClockView): boolean {
  return extendable !== false
}

interface ExtendFieldsProps {
  ticket: TicketView
  regime: string
  until: string
  onChange(part: { regime?: string; until?: string }): void
}

function ExtendFields({ ticket, regime, until, onChange }: ExtendFieldsProps) {
  const { words } = useTongue()
  return (
    <>
      <Field label={words.tickets.clock} required>
        <Select value={regime} onChange={(_event, { value }) => onChange({ regime: value })}>
          {(ticket.clocks ?? []).filter(isExtendable).map((clock) => (
            <option key={clock.regime} value={clock.regime}>
              {words.regimes[clock.regime] ?? clock.regime}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.tickets.until} required>
        <Input
          type="date"
          required
          value={until}
          onChange={(_event, { value }) => onChange({ until: value })}
        />
      </Field>
    </>
  )
}
