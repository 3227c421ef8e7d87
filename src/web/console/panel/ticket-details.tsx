import { Badge } from '@fluentui/react-components'
import { ticketWords } from '../../../../dialogs/words/ticket-words.ts'
import type { TicketView } from '../api/shapes.ts'
import { useKnown } from '../data/desk.tsx'
import { PriorityBadge } from '../desk/rows.tsx'
import { Waiting } from '../desk/waiting.tsx'
import { dateAndTime } from '../time.ts'
import { useTongue } from '../tongue.tsx'
import { asLabel } from '../words/as-label.ts'
import { ClockBar } from './clock-bar.tsx'
import { Copyable } from './copyable.tsx'
import { Pairs, Part } from './part.tsx'
import { TicketActions } from './ticket-actions.tsx'
import { TicketTargets } from './ticket-targets.tsx'
import { TracePack } from './trace-pack.tsx'

/** One ticket: where it stands, its clocks, what was said and done, and what can be done. */
export function TicketDetails({ no }: { no: string }) {
  const { words, locale } = useTongue()
  const { value: ticket } = useKnown<TicketView>(`/tickets/${encodeURIComponent(no)}`)
  if (!ticket) return <Waiting />
  const { categories, kinds } = ticketWords[locale]
  return (
    <article className="ticket" aria-label={`${words.tickets.choose} ${ticket.no}`}>
      <p className="ticket-no">
        <Copyable text={ticket.no} />
      </p>
      <p className="tags">
        <Badge appearance="filled" color="brand" className="ticket-state">
          {words.ticketStates[ticket.state]}
        </Badge>
        <PriorityBadge priority={ticket.severity} />
        {ticket.escalated && (
          <Badge appearance="tint" color="danger">
            {words.tickets.escalated}
          </Badge>
        )}
      </p>
      <TicketActions ticket={ticket} />
      {ticket.clocks && ticket.clocks.length > 0 && (
        <Part title={words.tickets.clocks}>
          {ticket.clocks.map((clock) => (
            <ClockBar
              key={clock.regime}
              name={words.regimes[clock.regime] ?? clock.regime}
              clock={clock}
            />
          ))}
        </Part>
      )}
      <TicketTargets ticket={ticket} />
      <TracePack path={`/tickets/${encodeURIComponent(no)}`} />
      <Part title={words.tickets.category}>
        <Pairs
          pairs={[
            [words.tickets.kind, asLabel(kinds[ticket.kind])],
            [words.tickets.category, asLabel(categories[ticket.category])],
            [words.tickets.answerBy, dateAndTime(ticket.dueAt, locale)],
            [words.tickets.record, dateAndTime(ticket.createdAt, locale)],
            [words.tickets.statement, <q key="statement">{ticket.statement}</q>],
            [words.tickets.wish, ticket.desiredOutcome],
            [words.tickets.result, ticket.resolution?.text],
          ]}
        />
      </Part>
      <TicketHistory ticket={ticket} />
    </article>
  )
}

function TicketHistory({ ticket: { history = [] } }: { ticket: TicketView }) {
  const { words, locale } = useTongue()
  return (
    <Part title={words.tickets.history}>
      <ol className="ticket-history">
        {history.toReversed().map(({ at, by, event, note, agent }) => (
          <li key={`${at} ${event} ${note}`}>
            <b>{words.ticketStates[event] ?? words.ticketEvents[event] ?? event}</b>
            {note && <span>{note}</span>}
            <small>
              {agent ?? words.tickets.by[by] ?? by} · {dateAndTime(at, locale)}
            </small>
          </li>
        ))}
      </ol>
    </Part>
  )
}
