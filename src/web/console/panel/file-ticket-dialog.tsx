import { Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { ticketWords } from '../../../../dialogs/words/ticket-words.ts'
import { severities, ticketCategories, ticketKinds } from '../../../domain/tickets/ticket.ts'
import type { ConversationView } from '../api/shapes.ts'
import { useAct, useDesk } from '../data/desk.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { useTongue } from '../tongue.tsx'
import { asLabel } from '../words/as-label.ts'

interface FileTicketProps {
  conversation: ConversationView
  onClose(): void
  onFiled(no: string | undefined): void
}

/** What a filing answers: the number stands in the ticket or beside it. */
interface Filed {
  no?: string
  ticket?: { no: string }
}

/** Files a ticket for the customer of a conversation. */
export function FileTicketDialog({ conversation, onClose, onFiled }: FileTicketProps) {
  const { calls, resources, tell } = useDesk()
  const { words, locale } = useTongue()
  const { act, busy } = useAct()
  const [given, setGiven] = useState({
    kind: 'complaint',
    category: 'payout_late',
    severity: 'P3',
    statement: lastWords(conversation),
    desiredOutcome: '',
    tellCustomer: true,
  })
  const set = (part: Partial<typeof given>) => setGiven((before) => ({ ...before, ...part }))
  const { categories, kinds } = ticketWords[locale]

  async function file(): Promise<void> {
    const { desiredOutcome, statement, ...rest } = given
    const body = {
      conversationId: conversation.id,
      ...rest,
      ...(statement.trim() && { statement: statement.trim() }),
      ...(desiredOutcome.trim() && { desiredOutcome: desiredOutcome.trim() }),
    }
    let no: string | undefined
    const done = await act(async () => {
      const filed = await calls.post<Filed>('/tickets', body)
      no = filed.no ?? filed.ticket?.no
      await resources.refresh('/tickets', '/conversations')
    })
    if (!done) return
    tell(words.tickets.filed(no ?? ''))
    onFiled(no)
  }

  return (
    <FormDialog
      title={words.tickets.file}
      submit={words.tickets.submitFile}
      busy={busy}
      onSubmit={() => void file()}
      onClose={onClose}
    >
      <Field label={words.tickets.kind}>
        <Select value={given.kind} onChange={(_event, { value }) => set({ kind: value })}>
          {ticketKinds.map((kind) => (
            <option key={kind} value={kind}>
              {asLabel(kinds[kind])}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.tickets.category}>
        <Select value={given.category} onChange={(_event, { value }) => set({ category: value })}>
          {ticketCategories.map((category) => (
            <option key={category} value={category}>
              {asLabel(categories[category])}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.tickets.severity}>
        <Select value={given.severity} onChange={(_event, { value }) => set({ severity: value })}>
          {severities.map((severity) => (
            <option key={severity} value={severity}>
              {words.severities[severity]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.tickets.statementLabel}>
        <Textarea
          value={given.statement}
          maxLength={4000}
          onChange={(_event, { value }) => set({ statement: value })}
        />
      </Field>
      <Field label={words.tickets.wishLabel}>
        <Input
          value={given.desiredOutcome}
          maxLength={500}
          onChange={(_event, { value }) => set({ desiredOutcome: value })}
        />
      </Field>
      <Checkbox
        label={words.tickets.tellCustomer}
        checked={given.tellCustomer}
        onChange={(_event, { checked }) => set({ tellCustomer: checked === true })}
      />
    </FormDialog>
  )
}

/** The longest of the customer's last words: most often they told their matter in it. */
function lastWords({ transcript }: ConversationView): string {
  const said = transcript
    .filter(({ direction, activity }) => direction === 'in' && activity.type === 'message')
    .slice(-6)
    .map(({ activity }) => activity.text ?? '')
  return said.reduce((longest, text) => (text.length > longest.length ? text : longest), '')
}
