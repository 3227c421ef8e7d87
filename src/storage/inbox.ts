import { type Selectable, sql } from 'kysely'
import { Failure } from '../errors.ts'
import type { Accepted, DeadInbound, Inbound, PendingTurn } from '../ports/store.ts'
import { conversationOf } from './conversations.ts'
import {
  activityId,
  dedupeDigest,
  fromJson,
  type InboundRef,
  parseInboundId,
  silentId,
  utc,
} from './encoding.ts'
import type { Engine } from './engine.ts'
import { insertFiles } from './files.ts'
import { isFree } from './processes.ts'
import type { Db, Schema } from './schema.ts'
import { forget } from './search.ts'
import { appendEntry, endOfLog, lastTexts, nextEntry, rewriteText } from './transcript.ts'

/** After so many failed attempts an inbound is parked. */
const MAX_ATTEMPTS = 3

type InboxRow = Selectable<Schema['inbox']>

/** Puts an inbound into the log and the inbox, once per (channel, conversation, dedupe key). */
export async function acceptInbound(
  db: Db,
  inbound: Inbound,
  engine: Pick<Engine, 'shared' | 'fullText'>,
): Promise<Accepted | undefined> {
  const { shared } = engine
  const { conversationId } = inbound
  const conversation = await db
    .selectFrom('conversation')
    .select('id')
    .where('id', '=', conversationId)
    .$if(shared, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!conversation) return undefined
  if (shared) await refuseUnseenText(db, inbound)
  for (const text of inbound.rewrite ?? []) await rewriteText(db, conversationId, text)
  // The search takes it in again with the turn that follows.
  if (inbound.rewrite?.length) {
    await forget(db, engine, { kind: 'conversation', ref: conversationId })
  }

  const key = { ...inbound, dedupeKey: dedupeDigest(inbound.dedupeKey) }
  return inbound.silent ? acceptSilent(db, key) : acceptVisible(db, key)
}

/** Another process may have accepted a text meanwhile that the redaction did not look at. */
async function refuseUnseenText(db: Db, { conversationId, lastTextId }: Inbound): Promise<void> {
  if (lastTextId === undefined) return
  const [last] = await lastTexts(db, conversationId, 1)
  if ((last?.id ?? '') === lastTextId) return
  throw new Failure('state_conflict', 'A newer message was accepted meanwhile')
}

async function acceptVisible(db: Db, inbound: Inbound): Promise<Accepted> {
  const { conversationId, activity, at } = inbound
  const end = await endOfLog(db, conversationId)
  const entry = nextEntry(end, { conversationId, direction: 'in', activity, at })
  const recvSeq = await insertInbound(db, inbound, { seq: entry.seq, activity: null })
  if (recvSeq === undefined) return firstOne(db, inbound)

  await appendEntry(db, entry)
  if (inbound.files) await insertFiles(db, inbound.files, inbound)
  return { id: entry.id, duplicate: false }
}

async function acceptSilent(db: Db, inbound: Inbound): Promise<Accepted> {
  const activity = JSON.stringify(inbound.activity)
  const recvSeq = await insertInbound(db, inbound, { seq: null, activity })
  if (recvSeq === undefined) return firstOne(db, inbound)
  return { id: silentId(inbound.conversationId, recvSeq), duplicate: false }
}

/** Its place in the order of acceptance; undefined when it is already there. */
async function insertInbound(
  db: Db,
  inbound: Inbound,
  where: Pick<InboxRow, 'seq' | 'activity'>,
): Promise<number | undefined> {
  const row = await db
    .insertInto('inbox')
    .values({
      ...where,
      conversation_id: inbound.conversationId,
      channel: inbound.channel,
      dedupe_key: inbound.dedupeKey,
      state: 'new',
      attempts: 0,
      reason: null,
      accepted_at: utc(inbound.at),
    })
    .onConflict((conflict) =>
      conflict.columns(['conversation_id', 'channel', 'dedupe_key']).doNothing(),
    )
    .returning('recv_seq')
    .executeTakeFirst()
  return row?.recv_seq
}

async function firstOne(db: Db, inbound: Inbound): Promise<Accepted> {
  const first = await db
    .selectFrom('inbox')
    .select(['conversation_id', 'seq', 'recv_seq'])
    .where('conversation_id', '=', inbound.conversationId)
    .where('channel', '=', inbound.channel)
    .where('dedupe_key', '=', inbound.dedupeKey)
    .executeTakeFirstOrThrow()
  return { id: inboundId(first), duplicate: true }
}

function inboundId(row: Pick<InboxRow, 'conversation_id' | 'seq' | 'recv_seq'>): string {
  if (row.seq === null) return silentId(row.conversation_id, row.recv_seq)
  return activityId(row.conversation_id, row.seq)
}

/** Inbox rows of one state with the activity each is about. */
function inboxWithActivity(db: Db, state: InboxRow['state']) {
  return (
    db
      .selectFrom('inbox')
      .leftJoin('activity', (join) =>
        join
          .onRef('activity.conversation_id', '=', 'inbox.conversation_id')
          .onRef('activity.seq', '=', 'inbox.seq'),
      )
      .select(['inbox.recv_seq', 'inbox.seq', 'inbox.attempts', 'inbox.accepted_at'])
      .select((eb) => eb.fn.coalesce('inbox.activity', 'activity.activity').as('body'))
      // Spelt out in the SQL: a partial index is not used for a value bound later.
      .where('inbox.state', '=', sql.lit(state))
      .orderBy('inbox.recv_seq')
  )
}

/**
 * The oldest inbound waiting in a conversation, with the conversation. Where other processes put
 * messages in as well, none is known to be the last: they cannot wake this one.
 */
export async function nextWaiting(
  db: Db,
  conversationId: string,
  { shared }: Pick<Engine, 'shared'>,
): Promise<PendingTurn | undefined> {
  const [row, ...behind] = await inboxWithActivity(db, 'new')
    .innerJoin('conversation', 'conversation.id', 'inbox.conversation_id')
    .selectAll('conversation')
    .where('inbox.conversation_id', '=', conversationId)
    .limit(sql.lit(2))
    .execute()
  if (!row) return undefined
  return {
    conversation: conversationOf(row),
    inbound: {
      id: inboundId({ ...row, conversation_id: conversationId }),
      seq: row.seq ?? 0,
      activity: fromJson(row.body ?? '{}'),
      acceptedAt: row.accepted_at,
      attempts: row.attempts,
    },
    last: !shared && behind.length === 0,
  }
}

/** Conversations with an inbound waiting that nobody works; the one that waits longest first. */
export async function waitingConversations(
  db: Db,
  limit: number,
  { shared, owner }: Pick<Engine, 'shared' | 'owner'>,
): Promise<string[]> {
  const rows = await db
    .selectFrom('inbox')
    .select('inbox.conversation_id')
    .where('inbox.state', '=', sql.lit('new'))
    .$if(shared, (query) =>
      query
        .innerJoin('conversation', 'conversation.id', 'inbox.conversation_id')
        .where((eb) => eb.or([eb('conversation.owner', '=', owner), isFree('conversation.owner')])),
    )
    .groupBy('inbox.conversation_id')
    .orderBy((eb) => eb.fn.min('inbox.recv_seq'))
    .limit(sql.lit(limit))
    .execute()
  return rows.map((row) => row.conversation_id)
}

/** Ends an inbound: worked, or parked with the reason. False when it is not waiting. */
export async function finishInbound(
  db: Db,
  id: string,
  parked: string | undefined,
): Promise<boolean> {
  const ref = parseInboundId(id)
  if (!ref) return false
  const { numUpdatedRows } = await db
    .updateTable('inbox')
    .set(parked === undefined ? { state: 'done' } : { state: 'dead', reason: parked })
    .$call((query) => whereWaiting(query, ref))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function readInboundState(db: Db, id: string): Promise<InboxRow['state'] | undefined> {
  const ref = parseInboundId(id)
  if (!ref) return undefined
  const row = await db
    .selectFrom('inbox')
    .select('state')
    .$call((query) => whereIs(query, ref))
    .executeTakeFirst()
  return row?.state
}

/** Counts a failed attempt at an inbound; unknown and ended ones count nothing. */
export async function countFailure(
  db: Db,
  id: string,
  reason: string,
): Promise<{ attempts: number; dead: boolean }> {
  const ref = parseInboundId(id)
  if (!ref) return { attempts: 0, dead: false }
  const row = await db
    .updateTable('inbox')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), reason }))
    .$call((query) => whereWaiting(query, ref))
    .returning('attempts')
    .executeTakeFirst()
  const attempts = row?.attempts ?? 0
  if (attempts < MAX_ATTEMPTS) return { attempts, dead: false }
  await finishInbound(db, id, reason)
  return { attempts, dead: true }
}

/** Puts a parked inbound back in line; answers its conversation, undefined when it is not parked. */
export async function reviveInbound(db: Db, id: string): Promise<string | undefined> {
  const ref = parseInboundId(id)
  if (!ref) return undefined
  const { numUpdatedRows } = await db
    .updateTable('inbox')
    .set({ state: 'new', attempts: 0, reason: null })
    .where('state', '=', sql.lit('dead'))
    .$call((query) => whereIs(query, ref))
    .executeTakeFirst()
  return numUpdatedRows === 1n ? ref.conversationId : undefined
}

interface Filterable<Query> {
  where(column: 'state', operator: '=', value: ReturnType<typeof sql.lit<'new'>>): Query
  where(column: 'conversation_id', operator: '=', value: string): Query
  where(column: 'recv_seq' | 'seq', operator: '=', value: number): Query
}

function whereWaiting<Query extends Filterable<Query>>(query: Query, ref: InboundRef): Query {
  return whereIs(query.where('state', '=', sql.lit('new')), ref)
}

function whereIs<Query extends Filterable<Query>>(query: Query, ref: InboundRef): Query {
  const mine = query.where('conversation_id', '=', ref.conversationId)
  if (ref.recvSeq !== undefined) return mine.where('recv_seq', '=', ref.recvSeq)
  return mine.where('seq', '=', ref.seq ?? 0)
}

/** What was parked, oldest first. */
export async function parkedInbounds(
  db: Db,
  limit: number,
  after: string | undefined,
): Promise<DeadInbound[]> {
  const place = after === undefined ? 0 : await placeInInbox(db, after)
  if (place === undefined) return []
  const rows = await inboxWithActivity(db, 'dead')
    .select(['inbox.conversation_id', 'inbox.reason'])
    .where('inbox.recv_seq', '>', place)
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: inboundId(row),
    conversationId: row.conversation_id,
    activity: fromJson(row.body ?? '{}'),
    acceptedAt: row.accepted_at,
    attempts: row.attempts,
    reason: row.reason ?? '',
  }))
}

async function placeInInbox(db: Db, id: string): Promise<number | undefined> {
  const ref = parseInboundId(id)
  if (!ref) return undefined
  const row = await db
    .selectFrom('inbox')
    .select('recv_seq')
    .$call((query) => whereIs(query, ref))
    .executeTakeFirst()
  return row?.recv_seq
}
