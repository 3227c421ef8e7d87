import { type Selectable, sql } from 'kysely'
import { toldRole } from '../domain/handoff/told-role.ts'
import { Failure } from '../errors.ts'
import type {
  HandoffFilter,
  HandoffRow,
  HandoffSeen,
  HandoffWait,
  Identity,
} from '../ports/store.ts'
import { fromJson, typedText, utc } from './encoding.ts'
import type { Engine } from './engine.ts'
import type { Db, Schema } from './schema.ts'

/**
 * Throws `state_conflict` when the agent has as many conversations as they may. The agent's takings
 * are lined up first, so that two processes cannot both see the last free place.
 */
export async function takeRoom(
  db: Db,
  { agent, most }: { agent: string; most: number },
  { shared }: Pick<Engine, 'shared'>,
): Promise<void> {
  if (shared) await sql`select pg_advisory_xact_lock(hashtextextended(${agent}, 0))`.execute(db)
  const { count } = await db
    .selectFrom('handoff')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', sql.lit('active'))
    .where('agent', '=', agent)
    .executeTakeFirstOrThrow()
  if (Number(count) >= most) {
    throw new Failure('state_conflict', 'The agent has as many conversations as they may')
  }
}

/** Inserts a handoff or replaces the one with its id. A second open one in a conversation throws. */
export async function saveHandoff(db: Db, handoff: HandoffRow): Promise<void> {
  const changing = {
    state: handoff.state,
    reason: handoff.reason,
    priority: handoff.priority,
    agent: handoff.agent ?? null,
    facts: JSON.stringify(handoff.facts),
    updated_at: utc(handoff.updatedAt),
    language: handoff.language ?? null,
    skill: handoff.skill ?? null,
    agent_name: handoff.agentName ?? null,
    meant_for: handoff.meantFor ?? null,
    claimed_at: utcOrNull(handoff.claimedAt),
    last_customer_at: utcOrNull(handoff.lastCustomerAt),
    last_agent_at: utcOrNull(handoff.lastAgentAt),
    outcome: handoff.outcome ?? null,
    rating: handoff.rating ?? null,
    comment: handoff.comment ?? null,
  }
  await db
    .insertInto('handoff')
    .values({
      ...changing,
      id: handoff.id,
      conversation_id: handoff.conversationId,
      created_at: utc(handoff.createdAt),
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute()
}

/** Waiting and active ones as they are served: urgent first, then oldest. Others newest first. */
export async function listHandoffs(
  db: Db,
  state: HandoffRow['state'] | undefined,
  limit: number,
): Promise<HandoffRow[]> {
  const all = db.selectFrom('handoff').selectAll().limit(limit)
  const some = state === undefined ? all : all.where('state', '=', state)
  const ordered = isServed(state)
    ? some.orderBy('priority').orderBy('created_at').orderBy('id')
    : some.orderBy('created_at', 'desc').orderBy('id', 'desc')
  return (await ordered.execute()).map(handoffOfRow)
}

function isServed(state: HandoffRow['state'] | undefined): boolean {
  return state === 'queued' || state === 'active'
}

/** The same, with whose they are and what was said last. */
export async function listSeen(db: Db, filter: HandoffFilter): Promise<HandoffSeen[]> {
  const { state, agent, language, skill, limit } = filter
  const all = db
    .selectFrom('handoff')
    .innerJoin('conversation', 'conversation.id', 'handoff.conversation_id')
    .selectAll('handoff')
    .select('conversation.identity')
    .limit(limit)
    .$if(state !== undefined, (query) => query.where('handoff.state', '=', state ?? 'queued'))
    .$if(agent !== undefined, (query) => query.where('handoff.agent', '=', agent ?? ''))
    .$if(language !== undefined, (query) => query.where('handoff.language', '=', language ?? 'en'))
    .$if(skill !== undefined, (query) => query.where('handoff.skill', '=', skill ?? 'general'))
  const ordered = isServed(state)
    ? all.orderBy('handoff.priority').orderBy('handoff.created_at').orderBy('handoff.id')
    : all.orderBy('handoff.created_at', 'desc').orderBy('handoff.id', 'desc')
  const rows = (await ordered.execute()).map(({ identity, ...row }) => ({
    id: row.conversation_id,
    handoff: handoffOfRow(row),
    identity: fromJson<Identity>(identity),
  }))
  const words = await lastWordsOf(
    db,
    rows.map(({ id }) => id),
  )
  const roles = await toldRolesOf(
    db,
    rows.filter(({ identity }) => !identity.name && !identity.role).map(({ id }) => id),
  )
  return rows.map(({ id, ...row }) => ({
    ...row,
    toldRole: roles.get(id),
    lastWords: words.get(id),
  }))
}

/** Read here and not by the database: Postgres refuses all rows when one holds half a character. */
async function toldRolesOf(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, HandoffSeen['toldRole']>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('conversation')
    .select(['id', 'state'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, state }) => [id, toldRole(fromJson(state))]))
}

/** What each customer typed last. */
async function lastWordsOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('activity')
    .select(['conversation_id', 'activity'])
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('conversation_id', 'seq'),
        'in',
        selectFrom('activity')
          .select('conversation_id')
          .select((of) => of.fn.max('seq').as('last'))
          .where('has_text', '=', sql.lit(1))
          .where('conversation_id', 'in', [...new Set(ids)])
          .groupBy('conversation_id')
          .$asTuple('conversation_id', 'last'),
      ),
    )
    .execute()
  return new Map(rows.map((row) => [row.conversation_id, typedText(fromJson(row.activity)) ?? '']))
}

/** The handoffs of one customer with a judgement, the latest call first. */
export async function listRated(db: Db, customerRef: string, limit: number): Promise<HandoffRow[]> {
  const rows = await db
    .selectFrom('handoff')
    .innerJoin('conversation', 'conversation.id', 'handoff.conversation_id')
    .selectAll('handoff')
    .where('conversation.customer_ref', '=', customerRef)
    .where('handoff.rating', 'is not', null)
    .orderBy('handoff.created_at', 'desc')
    .orderBy('handoff.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(handoffOfRow)
}

/** How long people waited who got somebody since then, the latest first. */
export async function listWaits(db: Db, since: string, limit: number): Promise<HandoffWait[]> {
  const rows = await db
    .selectFrom('handoff')
    .select(['language', 'created_at', 'claimed_at'])
    .where('claimed_at', 'is not', null)
    .where('claimed_at', '>=', utc(since))
    .orderBy('claimed_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ language, created_at, claimed_at }) => ({
    ...(language !== null && { language }),
    calledAt: created_at,
    claimedAt: claimed_at ?? created_at,
  }))
}

/** The conversation's latest. */
export async function latestHandoff(
  db: Db,
  conversationId: string,
): Promise<HandoffRow | undefined> {
  const row = await db
    .selectFrom('handoff')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && handoffOfRow(row)
}

/** 1 for the one served next; 0 when it is not waiting. */
export async function placeInQueue(db: Db, id: string): Promise<number> {
  const { place } = await db
    .selectFrom('handoff as mine')
    .innerJoin('handoff as ahead', 'ahead.state', 'mine.state')
    .select((eb) => eb.fn.countAll<number>().as('place'))
    .where('mine.id', '=', id)
    .where('mine.state', '=', sql.lit('queued'))
    .where(
      sql<boolean>`(ahead.priority, ahead.created_at, ahead.id)
        <= (mine.priority, mine.created_at, mine.id)`,
    )
    .executeTakeFirstOrThrow()
  return Number(place)
}

function handoffOfRow(row: Selectable<Schema['handoff']>): HandoffRow {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    state: row.state,
    reason: row.reason,
    priority: row.priority,
    facts: fromJson(row.facts),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    ...known({
      language: row.language,
      skill: row.skill,
      agent: row.agent,
      agentName: row.agent_name,
      meantFor: row.meant_for,
      claimedAt: row.claimed_at,
      lastCustomerAt: row.last_customer_at,
      lastAgentAt: row.last_agent_at,
      outcome: row.outcome,
      rating: row.rating,
      comment: row.comment,
    }),
  }
}

type Known<T> = { [Key in keyof T]?: NonNullable<T[Key]> }

/** Without what the database does not know. */
function known<T extends object>(columns: T): Known<T> {
  return Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== null),
  ) as Known<T>
}

function utcOrNull(instant: string | undefined): string | null {
  return instant === undefined ? null : utc(instant)
}
