import { type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import type { Ticket } from '../domain/tickets/ticket.ts'
import { endedAt } from '../domain/tickets/ticket-states.ts'
import { Failure } from '../errors.ts'
import type { EndedFilter, TicketFilter } from '../ports/store.ts'
import { fromJson, utc } from './encoding.ts'
import type { Db, Schema } from './schema.ts'

/**
 * Stores a new ticket, or a change of the state it was read in. Throws `state_conflict` when another
 * turn has changed it since – two conversations of one shop may add to the same ticket – and when
 * the key of an open one is taken.
 */
export async function saveTicket(db: Db, ticket: Ticket): Promise<void> {
  const version = ticket.version + 1
  const changing = {
    dedupe_key: ticket.dedupeKey,
    state: ticket.state,
    body: JSON.stringify({ ...ticket, version }),
    version,
    ended_at: utcOrNull(endedAt(ticket)),
    due_at: utc(ticket.dueAt),
    severity: ticket.severity,
    category: ticket.category,
    assignee: ticket.assignee ?? null,
    customer_ref: ticket.customer.contactRef,
    escalated: ticket.escalated ? (1 as const) : (0 as const),
  }
  if (ticket.version === 0) {
    const { no, conversationId, createdAt } = ticket
    const own = { no, conversation_id: conversationId, created_at: utc(createdAt) }
    await db
      .insertInto('ticket')
      .values({ ...changing, ...own })
      .execute()
    return
  }
  const { numUpdatedRows } = await db
    .updateTable('ticket')
    .set(changing)
    .where('no', '=', ticket.no)
    .where('version', '=', ticket.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) {
    throw new Failure('state_conflict', 'Another turn has changed the ticket since')
  }
}

export async function readTicket(db: Db, no: string): Promise<Ticket | undefined> {
  const row = await db.selectFrom('ticket').select('body').where('no', '=', no).executeTakeFirst()
  return row && fromJson(row.body)
}

export async function openTicket(db: Db, dedupeKey: string): Promise<Ticket | undefined> {
  const row = await db
    .selectFrom('ticket')
    .select('body')
    .where('dedupe_key', '=', dedupeKey)
    // The very words of the index, or the database does not see that it fits.
    .where(sql<boolean>`state not in ('resolved', 'closed', 'withdrawn', 'referred')`)
    .executeTakeFirst()
  return row && fromJson(row.body)
}

/** Newest first, or what is due first; `before` is the last ticket of the page before. */
export async function listTickets(db: Db, filter: TicketFilter): Promise<Ticket[]> {
  const { order = 'newest', before, limit } = filter
  const last = before === undefined ? undefined : await placeOf(db, before)
  if (before !== undefined && !last) return []
  const some = narrowed(db.selectFrom('ticket').select('body'), filter)
  const page = order === 'due' ? dueFirst(some, last) : newestFirst(some, last)
  const rows = await page.limit(limit).execute()
  return rows.map((row) => fromJson(row.body))
}

type Tickets = SelectQueryBuilder<Schema, 'ticket', { body: string }>
type Place = Pick<Selectable<Schema['ticket']>, 'no' | 'created_at' | 'due_at'>

function newestFirst(tickets: Tickets, last: Place | undefined): Tickets {
  return tickets
    .$if(last !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('created_at', 'no'), '<', eb.tuple(last?.created_at ?? '', last?.no ?? '')),
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('no', 'desc')
}

function dueFirst(tickets: Tickets, last: Place | undefined): Tickets {
  return tickets
    .$if(last !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('due_at', 'no'), '>', eb.tuple(last?.due_at ?? '', last?.no ?? '')),
      ),
    )
    .orderBy('due_at')
    .orderBy('no')
}

function narrowed(tickets: Tickets, filter: TicketFilter): Tickets {
  return byDay(byOpen(byField(tickets, filter), filter), filter)
}

function byField(tickets: Tickets, filter: TicketFilter): Tickets {
  const equal = {
    conversation_id: filter.conversationId,
    customer_ref: filter.customerRef,
    state: filter.state,
    severity: filter.severity,
    category: filter.category,
    escalated: filter.escalated === undefined ? undefined : Number(filter.escalated),
  }
  let query = tickets
  for (const [column, value] of Object.entries(equal)) {
    if (value !== undefined) query = query.where(sql.ref<string | number>(column), '=', value)
  }
  const { assignee, nos } = filter
  if (assignee === null) query = query.where('assignee', 'is', null)
  else if (assignee !== undefined) query = query.where('assignee', '=', assignee)
  // An empty list is in no dialect of SQL.
  if (nos) query = nos.length > 0 ? query.where('no', 'in', nos) : query.where(sql<boolean>`1 = 0`)
  return query
}

/** The very words of the index, or the database does not see that it fits. */
function byOpen(tickets: Tickets, { open }: TicketFilter): Tickets {
  if (open === undefined) return tickets
  return open
    ? tickets.where(sql<boolean>`state not in ('resolved', 'closed', 'withdrawn', 'referred')`)
    : tickets.where('state', 'in', ['resolved', 'closed', 'withdrawn', 'referred'])
}

function byDay(tickets: Tickets, { dueFrom, dueBefore }: TicketFilter): Tickets {
  return tickets
    .$if(dueFrom !== undefined, (query) => query.where('due_at', '>=', utc(dueFrom ?? '')))
    .$if(dueBefore !== undefined, (query) => query.where('due_at', '<', utc(dueBefore ?? '')))
}

/** Oldest end first; `after` is the last ticket of the page before. */
export async function listEnded(
  db: Db,
  { from, until, after, limit }: EndedFilter,
): Promise<Ticket[]> {
  const [at, no] = [after && endedAt(after), after?.no ?? '']
  const rows = await db
    .selectFrom('ticket')
    .select('body')
    .where('ended_at', '>=', utc(from))
    .where('ended_at', '<', utc(until))
    .$if(at !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('ended_at', 'no'), '>', eb.tuple(utc(at ?? ''), no))),
    )
    .orderBy('ended_at')
    .orderBy('no')
    .limit(limit)
    .execute()
  return rows.map((row) => fromJson(row.body))
}

function utcOrNull(instant: string | undefined): string | null {
  return instant === undefined ? null : utc(instant)
}

async function placeOf(db: Db, no: string): Promise<Place | undefined> {
  return db
    .selectFrom('ticket')
    .select(['no', 'created_at', 'due_at'])
    .where('no', '=', no)
    .executeTakeFirst()
}

/** The day's next number, counted up with each call. */
export async function nextNumber(db: Db, day: string): Promise<number> {
  const { n } = await db
    .insertInto('ticket_sequence')
    .values({ day, n: 1 })
    .onConflict((conflict) =>
      conflict.column('day').doUpdateSet((eb) => ({ n: eb('ticket_sequence.n', '+', 1) })),
    )
    .returning('n')
    .executeTakeFirstOrThrow()
  return n
}
