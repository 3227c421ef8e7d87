import type { Ticket } from '../../../domain/tickets/ticket.ts'
import type { ConversationRow, HandoffRow } from '../../../ports/store.ts'
import type { ApiDependencies } from '../dependencies.ts'
import { type ApiOperation, notFound, operation } from '../operation.ts'
import { viewTicket } from '../tickets/view-ticket.ts'
import { customerView } from './schemas.ts'

const mostConversations = 30
const mostTickets = 50
const promisesOfEach = 10
const mostRatings = 50
const previewLength = 120

/** Everything there was with one customer, the newest first. */
export function customerOperation(dependencies: ApiDependencies): ApiOperation {
  const { store, now, timeZone, calendarOf } = dependencies
  return operation({
    method: 'GET',
    path: '/api/v1/customers/{ref}',
    summary: 'A customer’s history: conversations, tickets, promises, ratings',
    role: 'agent',
    answer: customerView,
    run: async ({ params }) => {
      const ref = params.ref ?? ''
      const rows = await store.conversationsOf(ref, mostConversations)
      const [newest] = rows
      if (!newest) throw notFound('customer')
      const tickets = await store.tickets({ customerRef: ref, limit: mostTickets })
      const place = { now: now(), timeZone, calendarOf }
      const lists = rows.map(({ id }) =>
        store.promises({ conversationId: id, limit: promisesOfEach }),
      )
      return {
        customer: customerOf(ref, newest, rows),
        conversations: await Promise.all(rows.map((row) => lineOf(row, dependencies))),
        tickets: tickets.map((ticket) => viewTicket(ticket, place)),
        promises: (await Promise.all(lists))
          .flat()
          .map(({ provider: _, windowId: __, cause: ___, checkedAt: ____, ...promise }) => promise),
        ratings: newestFirst([
          ...tickets.flatMap(ratingOf),
          ...(await store.ratedHandoffs(ref, mostRatings)).flatMap(ratingOfHandoff),
        ]),
      }
    },
  })
}

function customerOf(ref: string, { identity }: ConversationRow, rows: readonly ConversationRow[]) {
  const { name, role, trusted, merchantId } = identity
  const seen = rows.flatMap(({ createdAt, updatedAt }) => [createdAt, updatedAt]).toSorted()
  return {
    ref,
    trusted,
    ...(name !== undefined && { name }),
    ...(role !== undefined && { role }),
    ...(merchantId !== undefined && { merchantId }),
    firstSeenAt: seen[0],
    lastSeenAt: seen.at(-1),
  }
}

async function lineOf(
  { id, channel, createdAt, updatedAt, version }: ConversationRow,
  { store }: ApiDependencies,
) {
  const [last] = await store.recentInboundTexts(id, 1)
  const handoff = await store.handoffOf(id)
  const preview = (last?.text ?? '').slice(0, previewLength)
  return {
    id,
    channel,
    createdAt,
    updatedAt,
    version,
    preview,
    ...(handoff && { handoff: handoff.state }),
  }
}

interface Rating {
  about: 'ticket' | 'handoff'
  ref: string
  score: number
  comment?: string | undefined
  at: string
}

function ratingOf({ no, csat, history }: Ticket): Rating[] {
  if (csat === undefined) return []
  const judged = history.findLast(({ event }) => event === 'rated')
  const comment = judged?.note === String(csat) ? undefined : judged?.note
  const at = judged?.at ?? ''
  return [{ about: 'ticket', ref: no, score: csat, ...(comment && { comment }), at }]
}

/** Nothing happens to a handoff after its judgement, so its last change is that. */
function ratingOfHandoff({ id, rating, comment, updatedAt: at }: HandoffRow): Rating[] {
  if (rating === undefined) return []
  return [{ about: 'handoff', ref: id, score: rating, ...(comment && { comment }), at }]
}

function newestFirst(ratings: readonly Rating[]): Rating[] {
  return ratings.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
}
