import { Button, Field, Select } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { lazy, Suspense, useState } from 'react'
import { query } from '../api/calls.ts'
import type { ConversationView, TicketView } from '../api/shapes.ts'
import { useKnown } from '../data/desk.tsx'
import { useTongue } from '../tongue.tsx'
import { TicketDetails } from './ticket-details.tsx'

const FileTicketDialog = lazy(async () => ({
  default: (await import('./file-ticket-dialog.tsx')).FileTicketDialog,
}))

interface TicketTabProps {
  conversation: ConversationView
  /** The one that led here. */
  ticketNo: string | undefined
}

/** The tickets of a conversation: one at a time, and a new one. */
export function TicketTab({ conversation, ticketNo }: TicketTabProps) {
  const { words } = useTongue()
  const { value } = useKnown<{ tickets: TicketView[] }>(
    `/tickets${query({ conversationId: conversation.id })}`,
  )
  const [chosen, setChosen] = useState(ticketNo)
  const [isFiling, setIsFiling] = useState(false)
  const tickets = value?.tickets ?? []
  // What was filed may have joined an open ticket of another conversation.
  const no = chosen ?? tickets[0]?.no
  return (
    <>
      <div className="ticket-pick">
        {tickets.length > 1 && (
          <Field label={words.tickets.choose} orientation="horizontal">
            <Select value={no} onChange={(_event, data) => setChosen(data.value)}>
              {tickets.map((ticket) => (
                <option key={ticket.no} value={ticket.no}>
                  {ticket.no} · {words.ticketStates[ticket.state]}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Button size="small" icon={<AddRegular />} onClick={() => setIsFiling(true)}>
          {words.tickets.file}
        </Button>
      </div>
      {value && !no && <p className="soft">{words.tickets.noneHere}</p>}
      {no && <TicketDetails key={no} no={no} />}
      {isFiling && (
        <Suspense fallback={null}>
          <FileTicketDialog
            conversation={conversation}
            onClose={() => setIsFiling(false)}
            onFiled={(filed) => {
              setIsFiling(false)
              setChosen(filed)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
