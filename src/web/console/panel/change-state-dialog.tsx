import { Field, Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { TicketState } from '../../../domain/tickets/ticket.ts'
import { transitions } from '../../../domain/tickets/ticket-states.ts'
import type { TicketView } from '../api/shapes.ts'
import { useAct, useDesk } from '../data/desk.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { useTongue } from '../tongue.tsx'

export interface TicketDialogProps {
  ticket: TicketView
  onClose(): void
  onDone(): Promise<void>
}

interface Given {
  to: TicketState | undefined
  note: string
  tell: string
  code: string
  text: string
  nextInstance: string
}

/** Moves a ticket on; the customer is told where they are. A result needs its reason in writing. */
export function ChangeStateDialog({ ticket, onClose, onDone }: TicketDialogProps) {
  const { calls } = useDesk()
  const { words } = useTongue()
  const { act, busy } = useAct()
  const next = ticket.next ?? transitions[ticket.state]
  const [given, setGiven] = useState<Given>({
    to: next[0],
    note: '',
    tell: '',
    code: ticket.resolution?.code ?? 'upheld',
    text: ticket.resolution?.text ?? '',
    nextInstance: ticket.resolution?.nextInstance ?? '',
  })
  const set = (part: Partial<Given>) => setGiven((before) => ({ ...before, ...part }))

  async function change(): Promise<void> {
    const path = `/tickets/${encodeURIComponent(ticket.no)}/state`
    const body = bodyOf(given, ticket.version)
    if (await act(() => calls.post(path, body), words.tickets.changed)) await onDone()
  }

  return (
    <FormDialog
      title={words.tickets.change}
      submit={words.tickets.change}
      busy={busy}
      isUnready={given.to === undefined}
      onSubmit={() => void change()}
      onClose={onClose}
    >
      <Field label={words.tickets.to}>
        <RadioGroup
          value={given.to ?? ''}
          onChange={(_event, { value }) => set({ to: value as TicketState })}
        >
          {next.map((state) => (
            <Radio key={state} value={state} label={words.ticketStates[state] ?? state} />
          ))}
        </RadioGroup>
      </Field>
      {isEnding(given.to) && <ResultFields given={given} set={set} />}
      <Field label={words.tickets.tell} hint={words.tickets.tellHint}>
        <Textarea
          value={given.tell}
          lang={ticket.locale}
          maxLength={2000}
          onChange={(_event, { value }) => set({ tell: value })}
        />
      </Field>
      <Field label={words.tickets.note} hint={words.tickets.noteHint}>
        <Input
          value={given.note}
          maxLength={2000}
          onChange={(_event, { value }) => set({ note: value })}
        />
      </Field>
    </FormDialog>
  )
}

interface ResultFieldsProps {
  given: Given
  set(part: Partial<Given>): void
}

function ResultFields({ given, set }: ResultFieldsProps) {
  const { words } = useTongue()
  return (
    <>
      <Field label={words.tickets.result} required>
        <Select value={given.code} onChange={(_event, { value }) => set({ code: value })}>
          {Object.entries(words.tickets.resultCodes).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.tickets.resultText} required>
        <Textarea
          value={given.text}
          required
          maxLength={4000}
          onChange={(_event, { value }) => set({ text: value })}
        />
      </Field>
      <Field label={words.tickets.nextInstance} hint={words.tickets.nextInstanceHint}>
        <Input
          value={given.nextInstance}
          maxLength={400}
          onChange={(_event, { value }) => set({ nextInstance: value })}
        />
      </Field>
    </>
  )
}

function isEnding(to: TicketState | undefined): boolean {
  return to === 'resolved' || to === 'closed'
}

function bodyOf({ to, note, tell, code, text, nextInstance }: Given, version: number) {
  return {
    to,
    version,
    ...(note.trim() && { note: note.trim() }),
    ...(tell.trim() && { tell: tell.trim() }),
    ...(isEnding(to) && text.trim() && { resolution: resolutionOf({ code, text, nextInstance }) }),
  }
}

function resolutionOf({ code, text, nextInstance }: Pick<Given, 'code' | 'text' | 'nextInstance'>) {
  const next = nextInstance.trim()
  return { code, text: text.trim(), ...(next && { nextInstance: next }) }
}
