import { sql } from 'kysely'
import type { Ticket } from '../domain/tickets/ticket.ts'
import { endedAt } from '../domain/tickets/ticket-states.ts'
import { Failure } from '../errors.ts'
import type { EndedFilter, TicketFilter } from '../ports/store.ts'
import { fromJson, utc } from './encoding.ts'
import type { Db } from './schema.ts'

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

/** Newest first; `before` is the number of the last ticket of the page before. */
export async function listTickets(db: Db, filter: TicketFilter): Promise<Ticket[]> {
  const { conversationId, state, before, limit } = filter
  let query = db.selectFrom('ticket').select('body')
  if (conversationId !== undefined) query = query.where('conversation_id', '=', conversationId)
  if (state !== undefined) query = query.where('state', '=', state)
  if (before !== undefined) {
    const last = await createdAt(db, before)
    if (last === undefined) return []
    query = query.where((eb) => eb(eb.refTuple('created_at', 'no'), '<', eb.tuple(last, before)))
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('no', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => fromJson(row.body))
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

async function createdAt(db: Db, no: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('ticket')
    .select('created_at')
    .where('no', '=', no)
    .executeTakeFirst()
  return row?.created_at
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
