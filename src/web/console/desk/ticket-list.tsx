import { Select } from '@fluentui/react-components'
import { useState } from 'react'
import { ticketWords } from '../../../../dialogs/words/ticket-words.ts'
import { query } from '../api/calls.ts'
import type { TicketView } from '../api/shapes.ts'
import { useKnown } from '../data/desk.tsx'
import { worstOf } from '../panel/clock-bar.tsx'
import { secondsBetween, stretch } from '../time.ts'
import { useTongue } from '../tongue.tsx'
import { asLabel } from '../words/as-label.ts'
import { ListHead } from './list-head.tsx'
import { EmptyList, PriorityBadge, Row, Rows } from './rows.tsx'

const filters = {
  open: { open: true },
  mine: { open: true, agent: 'me' },
  overdue: { open: true, due: 'over' },
  dueSoon: { open: true, due: 'soon' },
  all: {},
} as const
type Filter = keyof typeof filters

/** Tickets by what must be done about them. */
export function TicketList({ openNo }: { openNo: string | undefined }) {
  const { words } = useTongue()
  const [filter, setFilter] = useState<Filter>('open')
  const { value } = useKnown<{ tickets: TicketView[] }>(
    `/tickets${query({ ...filters[filter], order: filter === 'all' ? 'newest' : 'due', limit: 100 })}`,
  )
  const tickets = value?.tickets
  return (
    <>
      <ListHead title={words.tickets.title} count={tickets?.length}>
        <div className="filters">
          <Select
            size="small"
            aria-label={words.tickets.filter}
            value={filter}
            onChange={(_event, data) => setFilter(data.value as Filter)}
          >
            {(Object.keys(filters) as Filter[]).map((name) => (
              <option key={name} value={name}>
                {words.tickets[name]}
              </option>
            ))}
          </Select>
        </div>
      </ListHead>
      {tickets && tickets.length === 0 && <EmptyList title={words.tickets.empty} />}
      {tickets && tickets.length > 0 && (
        <Rows label={words.tickets.title}>
          {tickets.map((ticket) => (
            <TicketRow key={ticket.no} ticket={ticket} isOpen={ticket.no === openNo} />
          ))}
        </Rows>
      )}
    </>
  )
}

function TicketRow({ ticket, isOpen }: { ticket: TicketView; isOpen: boolean }) {
  const { words, locale } = useTongue()
  const { no, category, state, severity, statement, clocks = [] } = ticket
  const warn = worstOf(clocks)
  return (
    <Row to={{ area: 'tickets', id: no }} isOpen={isOpen} className={severity}>
      <span className="row-line">
        <b className="row-name">{asLabel(ticketWords[locale].categories[category])}</b>
        {severity < 'P3' && <PriorityBadge priority={severity} />}
      </span>
      <span className="row-line">
        <span className="row-about">
          {words.ticketStates[state]} · {no}
        </span>
        <DueText ticket={ticket} warn={warn} />
      </span>
      <span className="row-preview" lang={ticket.locale}>
        {statement}
      </span>
    </Row>
  )
}

/** What is left until the customer must have an answer; nothing once they have it. */
function DueText({ ticket, warn }: { ticket: TicketView; warn: string }) {
  const { words, locale } = useTongue()
  const { clocks = [], dueAt, state } = ticket
  if (['resolved', 'closed', 'withdrawn', 'referred'].includes(state)) return null
  const left = clocks.flatMap(({ leftSeconds }) => leftSeconds ?? [])
  const seconds =
    left.length > 0 ? Math.min(...left) : secondsBetween(new Date().toISOString(), dueAt)
  const text =
    seconds >= 0
      ? words.tickets.due(stretch(seconds, locale))
      : words.tickets.over(stretch(-seconds, locale))
  return <span className={`row-time due-${warn}`}>{text}</span>
}
