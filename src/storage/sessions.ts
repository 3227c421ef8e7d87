import { lockedFor, type Tries, withOneMore } from '../domain/agents/lockout.ts'
import type { SessionRow, SignInTry } from '../ports/agents.ts'
import { utc } from './encoding.ts'
import type { Db } from './schema.ts'

export async function insertSession(db: Db, row: SessionRow): Promise<void> {
  await db
    .insertInto('agent_session')
    .values({
      id_hash: row.idHash,
      agent_id: row.agentId,
      created_at: utc(row.createdAt),
      seen_at: utc(row.seenAt),
      must_change_password: row.mustChangePassword ? 1 : 0,
    })
    .execute()
}

export async function readSession(db: Db, idHash: string): Promise<SessionRow | undefined> {
  const row = await db
    .selectFrom('agent_session')
    .selectAll()
    .where('id_hash', '=', idHash)
    .executeTakeFirst()
  return (
    row && {
      idHash: row.id_hash,
      agentId: row.agent_id,
      createdAt: row.created_at,
      seenAt: row.seen_at,
      mustChangePassword: row.must_change_password === 1,
    }
  )
}

export async function noteCall(db: Db, idHash: string, at: string): Promise<void> {
  await db
    .updateTable('agent_session')
    .set({ seen_at: utc(at) })
    .where('id_hash', '=', idHash)
    .execute()
}

export async function deleteSession(db: Db, idHash: string): Promise<void> {
  await db.deleteFrom('agent_session').where('id_hash', '=', idHash).execute()
}

export async function deleteSessionsOf(db: Db, agentId: string): Promise<void> {
  await db.deleteFrom('agent_session').where('agent_id', '=', agentId).execute()
}

export async function deleteOldSessions(
  db: Db,
  { createdBefore, seenBefore }: { createdBefore: string; seenBefore: string },
): Promise<void> {
  await db
    .deleteFrom('agent_session')
    .where((eb) =>
      eb.or([eb('created_at', '<', utc(createdBefore)), eb('seen_at', '<', utc(seenBefore))]),
    )
    .execute()
}

/** Older ones count for nothing and only take room. */
const keepTriesMs = 2 * 86_400_000

/** Milliseconds until the key may try again; 0 when this try was counted and may go ahead. */
export async function countTry(db: Db, { key, rule, at }: SignInTry): Promise<number> {
  const known = await lockTries(db, key)
  const wait = lockedFor(known, at)
  if (wait > 0) return wait
  const { count, lastAt, lockedUntil } = withOneMore(known, rule, at)
  await db
    .updateTable('sign_in_try')
    .set({ count, last_at: lastAt, locked_until: lockedUntil ?? null })
    .where('key', '=', key)
    .execute()
  const oldest = new Date(at.getTime() - keepTriesMs).toISOString()
  await db.deleteFrom('sign_in_try').where('last_at', '<', oldest).execute()
  return 0
}

/** Writes before it reads, so that of two at the same moment one waits for the other. */
async function lockTries(db: Db, key: string): Promise<Tries> {
  const row = await db
    .insertInto('sign_in_try')
    .values({ key, count: 0, last_at: new Date(0).toISOString(), locked_until: null })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({ count: eb.ref('sign_in_try.count') })),
    )
    .returning(['count', 'last_at', 'locked_until'])
    .executeTakeFirstOrThrow()
  return {
    count: row.count,
    lastAt: row.last_at,
    ...(row.locked_until !== null && { lockedUntil: row.locked_until }),
  }
}

export async function deleteTries(db: Db, key: string): Promise<void> {
  await db.deleteFrom('sign_in_try').where('key', '=', key).execute()
}

/** One try less; what it may have locked is open again. */
export async function uncountTry(db: Db, key: string): Promise<void> {
  await db
    .updateTable('sign_in_try')
    .set((eb) => ({ count: eb('count', '-', 1), locked_until: null }))
    .where('key', '=', key)
    .where('count', '>', 0)
    .execute()
}
