import { sql } from 'kysely'
import { tokensOf } from '../domain/search/tokens.ts'
import type { Ticket } from '../domain/tickets/ticket.ts'
import type { SearchHit, SearchKind, SearchQuery } from '../ports/search.ts'
import { conversationOf } from './conversations.ts'
import { fromJson } from './encoding.ts'
import type { Engine } from './engine.ts'
import type { Db } from './schema.ts'
import { conversationTexts, ticketTexts } from './searched-texts.ts'
import { entriesBefore } from './transcript.ts'

type Searching = Pick<Engine, 'read' | 'write' | 'shared' | 'fullText'>

/** What holds all the terms, the newest first. */
export async function searchIn(
  db: Db,
  { fullText }: Searching,
  query: SearchQuery,
): Promise<SearchHit[]> {
  if (query.terms.length === 0) return []
  const ids = await fullText.find(db, query)
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('search_doc')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    ref: row.ref,
    conversationId: row.conversation_id,
    at: row.at,
  }))
}

/** Rows of the inbox looked at in one go. */
const mostRows = 500
/** Where several processes write, a lower number may become visible after a higher one. */
const lookedBehind = 200

/**
 * One look along the inbox: every turn has a row there. A conversation is taken in whole, once nothing
 * waits in it; the cursor stays before the first one that waits.
 */
export async function indexNext(engine: Searching, limit: number): Promise<number> {
  const { rows, dirty } = await engine.read((db) => behindCursor(db, engine))
  const now = dirty.slice(0, limit)
  for (const ids of inTransactions(now, engine)) {
    await engine.write(async (db) => {
      for (const id of ids) await indexConversation(db, engine, id)
    })
  }
  if (now.length === dirty.length) await moveCursor(engine, rows)
  return now.length
}

/**
 * Together they wait once for the disk. On a shared database each has its own transaction: what is
 * locked in it is locked to its end, and somebody may be writing in any of these conversations.
 */
function inTransactions(ids: readonly string[], { shared }: Searching): (readonly string[])[] {
  return shared ? ids.map((id) => [id]) : [ids]
}

interface InboxRow {
  recv_seq: number
  conversation_id: string
  state: string
}

async function behindCursor(db: Db, { shared }: Searching) {
  const { recv_seq: cursor } = await db
    .selectFrom('search_cursor')
    .select('recv_seq')
    .executeTakeFirstOrThrow()
  const rows: InboxRow[] = await db
    .selectFrom('inbox')
    .select(['recv_seq', 'conversation_id', 'state'])
    .where('recv_seq', '>', cursor - (shared ? lookedBehind : 0))
    .orderBy('recv_seq')
    .limit(sql.lit(mostRows))
    .execute()
  return { rows, dirty: await dirtyOf(db, [...new Set(rows.map((row) => row.conversation_id))]) }
}

/** Those whose document is missing or of an earlier turn; one in which something waits comes later. */
async function dirtyOf(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const found = await db
    .selectFrom('conversation')
    .leftJoin('search_doc', (join) =>
      join
        .onRef('search_doc.ref', '=', 'conversation.id')
        .on('search_doc.kind', '=', 'conversation'),
    )
    .select('conversation.id')
    .where('conversation.id', 'in', ids)
    .where((eb) =>
      eb.or([
        eb('search_doc.version', 'is', null),
        eb('search_doc.version', '<>', eb.ref('conversation.version')),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('inbox')
            .select(sql.lit(1).as('one'))
            .whereRef('inbox.conversation_id', '=', 'conversation.id')
            .where('inbox.state', '=', sql.lit('new')),
        ),
      ),
    )
    .execute()
  return found.map(({ id }) => id)
}

async function moveCursor(engine: Searching, rows: readonly InboxRow[]): Promise<void> {
  const waiting = rows.findIndex(({ state }) => state === 'new')
  const last = rows.at(waiting === -1 ? rows.length - 1 : waiting - 1)
  if (!last || waiting === 0) return
  const { recv_seq: seq } = last
  const known = await engine.read((db) =>
    db.selectFrom('search_cursor').select('recv_seq').executeTakeFirstOrThrow(),
  )
  if (known.recv_seq >= seq) return
  await engine.write((db) =>
    db.updateTable('search_cursor').set({ recv_seq: seq }).where('recv_seq', '<', seq).execute(),
  )
}

/** More of a log than anybody reads; what was said last counts. */
const mostEntries = 400

/**
 * Takes one conversation and its customer's tickets in, as they are now. The row is locked first, as
 * every acceptance does, so that no text that is being rewritten gets in.
 */
async function indexConversation(db: Db, engine: Searching, id: string): Promise<void> {
  const row = await db
    .selectFrom('conversation')
    .selectAll()
    .where('id', '=', id)
    .$if(engine.shared, (query) => query.forUpdate().skipLocked())
    .executeTakeFirst()
  if (!row) return
  // Another process may have been first since the look.
  if (engine.shared && (await dirtyOf(db, [id])).length === 0) return
  const conversation = conversationOf(row)
  const log = await entriesBefore(db, { conversationId: id, limit: mostEntries })
  const { version, updatedAt: at } = conversation
  const doc = { kind: 'conversation' as const, ref: id, conversationId: id, at, version }
  await put(db, engine, { ...doc, texts: conversationTexts(conversation, log) })
  await indexTickets(db, engine, { id, customerRef: row.customer_ref })
}

async function indexTickets(
  db: Db,
  engine: Searching,
  { id, customerRef }: { id: string; customerRef: string | null },
): Promise<void> {
  const rows = await db
    .selectFrom('ticket')
    .leftJoin('search_doc', (join) =>
      join.onRef('search_doc.ref', '=', 'ticket.no').on('search_doc.kind', '=', 'ticket'),
    )
    .select('ticket.body')
    .where((eb) =>
      eb.or([eb('ticket.conversation_id', '=', id), eb('ticket.customer_ref', '=', customerRef)]),
    )
    .where((eb) =>
      eb.or([
        eb('search_doc.version', 'is', null),
        eb('search_doc.version', '<>', eb.ref('ticket.version')),
      ]),
    )
    .execute()
  for (const { body } of rows) {
    const ticket = fromJson<Ticket>(body)
    const { no: ref, conversationId, updatedAt: at, version } = ticket
    await put(db, engine, {
      kind: 'ticket',
      ref,
      conversationId,
      at,
      version,
      texts: ticketTexts(ticket),
    })
  }
}

interface Document {
  kind: SearchKind
  ref: string
  conversationId: string
  at: string
  version: number
  texts: readonly string[]
}

/** A new number each time: what changed last is found first. */
async function put(db: Db, engine: Searching, doc: Document): Promise<void> {
  await forget(db, engine, doc)
  const { kind, ref, conversationId, at, version } = doc
  const { id } = await db
    .insertInto('search_doc')
    .values({ kind, ref, conversation_id: conversationId, at: new Date(at).toISOString(), version })
    .returning('id')
    .executeTakeFirstOrThrow()
  await engine.fullText.put(db, id, tokensOf(doc.texts))
}

/** Takes something out of the index, inside the caller's transaction: nothing of its words is left. */
export async function forget(
  db: Db,
  { fullText }: Pick<Engine, 'fullText'>,
  { kind, ref }: Pick<Document, 'kind' | 'ref'>,
): Promise<void> {
  const row = await db
    .deleteFrom('search_doc')
    .where('kind', '=', kind)
    .where('ref', '=', ref)
    .returning('id')
    .executeTakeFirst()
  if (row) await fullText.remove(db, row.id)
}
