import { Badge } from '@fluentui/react-components'
import { ticketWords } from '../../../../dialogs/words/ticket-words.ts'
import type { ConversationView, CustomerView } from '../api/shapes.ts'
import { useKnown } from '../data/desk.tsx'
import { Waiting } from '../desk/waiting.tsx'
import { wayTo } from '../router.ts'
import { dateAndTime } from '../time.ts'
import { useTongue } from '../tongue.tsx'
import { asLabel } from '../words/as-label.ts'
import { Part } from './part.tsx'
import { TracePack } from './trace-pack.tsx'

/** What there was with this customer before: conversations, tickets, promises, ratings. */
export function HistoryTab({ conversation }: { conversation: ConversationView }) {
  const { identity, id } = conversation
  const ref = identity.merchantId ?? identity.userId
  const { value } = useKnown<CustomerView>(`/customers/${encodeURIComponent(ref)}`)
  if (!value) return <Waiting />
  return (
    <>
      <ConversationsPart customer={value} openId={id} />
      <TicketsPart customer={value} />
      <PromisesPart customer={value} />
      <RatingsPart customer={value} />
      <TracePack path={`/conversations/${encodeURIComponent(id)}`} />
    </>
  )
}

function ConversationsPart({ customer, openId }: { customer: CustomerView; openId: string }) {
  const { words, locale } = useTongue()
  return (
    <Part title={words.history.conversations}>
      <ul className="ways">
        {customer.conversations.map(({ id, updatedAt, preview }) => (
          <li key={id}>
            <a {...wayTo({ area: 'search', id })}>{dateAndTime(updatedAt, locale)}</a>
            <small>
              {[id === openId && words.history.thisOne, preview].filter(Boolean).join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function TicketsPart({ customer: { tickets } }: { customer: CustomerView }) {
  const { words, locale } = useTongue()
  return (
    <Part title={words.history.tickets}>
      {tickets.length === 0 && <p className="soft">{words.history.none}</p>}
      <ul className="ways">
        {tickets.map(({ no, category, state, createdAt }) => (
          <li key={no}>
            <a {...wayTo({ area: 'tickets', id: no })}>{no}</a>{' '}
            <Badge appearance="tint">{words.ticketStates[state]}</Badge>
            <small>
              {asLabel(ticketWords[locale].categories[category])} · {dateAndTime(createdAt, locale)}
            </small>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function PromisesPart({ customer: { promises } }: { customer: CustomerView }) {
  const { words, locale } = useTongue()
  return (
    <Part title={words.history.promises}>
      {promises.length === 0 && <p className="soft">{words.history.none}</p>}
      <ul className="ways">
        {promises.map(({ id, dueAt, state, transactionId }) => (
          <li key={id}>
            {dateAndTime(dueAt, locale)}{' '}
            <Badge appearance="tint">{words.promiseStates[state] ?? state}</Badge>
            {transactionId && <small>{transactionId}</small>}
          </li>
        ))}
      </ul>
    </Part>
  )
}

function RatingsPart({ customer: { ratings = [] } }: { customer: CustomerView }) {
  const { words, locale } = useTongue()
  if (ratings.length === 0) return null
  return (
    <Part title={words.history.ratings}>
      <ul className="ways">
        {ratings.map(({ about, ref, score, at, comment }) => (
          <li key={`${about} ${ref}`}>
            {words.conversation.rated(score)}
            <small>
              {[about === 'ticket' ? ref : words.history.talk, dateAndTime(at, locale), comment]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </Part>
  )
}
