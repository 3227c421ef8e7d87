import type { Selectable } from 'kysely'
import type { Agent, AgentPresence } from '../domain/agents/agent.ts'
import type { AgentChange, KeptPassword, NewAgent } from '../ports/agents.ts'
import { fromJson, utc } from './encoding.ts'
import type { Db, Schema } from './schema.ts'

/** Adds an account. A login or a subject that is taken breaks a unique rule. */
export async function insertAgent(db: Db, added: NewAgent): Promise<void> {
  const { agent, password, subject } = added
  await db
    .insertInto('agent')
    .values({
      id: agent.id,
      login: agent.login,
      name: agent.name,
      role: agent.role,
      languages: JSON.stringify(agent.languages),
      skills: JSON.stringify(agent.skills),
      capacity: agent.capacity,
      presence: 'offline',
      seen_at: null,
      disabled: agent.disabled ? 1 : 0,
      created_at: utc(agent.createdAt),
      ...passwordColumns(password),
      subject: subject ?? null,
    })
    .execute()
}

/** False when there is an account already. The caller lets nobody else add one meanwhile. */
export async function insertFirstAgent(db: Db, added: NewAgent): Promise<boolean> {
  const any = await db.selectFrom('agent').select('id').limit(1).executeTakeFirst()
  if (any) return false
  await insertAgent(db, added)
  return true
}

export async function readAgent(
  db: Db,
  column: 'id' | 'login' | 'subject',
  value: string,
): Promise<Agent | undefined> {
  const row = await db.selectFrom('agent').selectAll().where(column, '=', value).executeTakeFirst()
  return row && agentOf(row)
}

export async function listAgents(db: Db): Promise<Agent[]> {
  const rows = await db.selectFrom('agent').selectAll().orderBy('name').orderBy('id').execute()
  return rows.map(agentOf)
}

/** The account as it then is; undefined for an unknown id. */
export async function updateAgent(
  db: Db,
  id: string,
  change: AgentChange,
): Promise<Agent | undefined> {
  const { languages, skills, disabled, login, name, role, capacity } = change
  const columns = {
    ...(login !== undefined && { login }),
    ...(name !== undefined && { name }),
    ...(role !== undefined && { role }),
    ...(capacity !== undefined && { capacity }),
    ...(languages && { languages: JSON.stringify(languages) }),
    ...(skills && { skills: JSON.stringify(skills) }),
    ...(disabled !== undefined && { disabled: disabled ? (1 as const) : (0 as const) }),
  }
  if (Object.keys(columns).length > 0) {
    await db.updateTable('agent').set(columns).where('id', '=', id).execute()
  }
  return readAgent(db, 'id', id)
}

export async function noteSeen(
  db: Db,
  id: string,
  { presence, at }: { presence: AgentPresence; at: string },
): Promise<void> {
  await db
    .updateTable('agent')
    .set({ presence, seen_at: utc(at) })
    .where('id', '=', id)
    .execute()
}

/** How many conversations each agent has now. */
export async function countActive(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('handoff')
    .select('agent')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'active')
    .groupBy('agent')
    .execute()
  return new Map(rows.map(({ agent, count }) => [agent ?? '', Number(count)]))
}

export async function readPassword(db: Db, id: string): Promise<KeptPassword | undefined> {
  const row = await db
    .selectFrom('agent')
    .select(['password_hash', 'password_temporary'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || row.password_hash === null) return undefined
  return { hash: row.password_hash, temporary: row.password_temporary === 1 }
}

export async function savePassword(db: Db, id: string, password: KeptPassword): Promise<void> {
  await db.updateTable('agent').set(passwordColumns(password)).where('id', '=', id).execute()
}

function passwordColumns(password: KeptPassword | undefined) {
  const isTemporary = password?.temporary ?? false
  return {
    password_hash: password?.hash ?? null,
    password_temporary: isTemporary ? (1 as const) : (0 as const),
  }
}

function agentOf(row: Selectable<Schema['agent']>): Agent {
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    role: row.role,
    languages: fromJson(row.languages),
    skills: fromJson(row.skills),
    capacity: row.capacity,
    presence: row.presence,
    ...(row.seen_at !== null && { seenAt: row.seen_at }),
    disabled: row.disabled === 1,
    createdAt: row.created_at,
  }
}
