import { type Kysely, sql } from 'kysely'
import { Failure } from '../errors.ts'
import type { Engine } from './engine.ts'
import type { Migration } from './migration.ts'
import { firstSchema } from './migrations/001-first-schema.ts'
import { manyProcesses } from './migrations/002-many-processes.ts'
import { plans } from './migrations/003-plans.ts'
import { questions } from './migrations/004-questions.ts'
import { ticketEnds } from './migrations/005-ticket-ends.ts'
import { agents } from './migrations/006-agents.ts'
import { desk } from './migrations/007-desk.ts'
import { ticketDesk } from './migrations/008-ticket-desk.ts'
import { search } from './migrations/009-search.ts'
import { temporaryPasswords } from './migrations/010-temporary-passwords.ts'
import { files } from './migrations/011-files.ts'
import type { Schema } from './schema.ts'

/** Oldest first. Forward only: a mistake is mended by the next one. */
export const migrations: readonly Migration[] = [
  firstSchema,
  manyProcesses,
  plans,
  questions,
  ticketEnds,
  agents,
  desk,
  ticketDesk,
  search,
  temporaryPasswords,
  files,
]

/** Names of the steps taken before, and of those taken now. */
export interface Migrated {
  before: string[]
  now: string[]
}

interface WithHistory extends Schema {
  migration: { version: number; name: string }
}

/**
 * Brings the tables to the newest shape, all steps or none. Throws `store_unavailable` when the
 * data was written by a newer release than this one.
 */
export async function migrate(
  engine: Pick<
    Engine,
    'write' | 'identityColumn' | 'instantIn' | 'appendOnly' | 'json' | 'fullText' | 'beginMigration'
  >,
  steps: readonly Migration[] = migrations,
): Promise<Migrated> {
  return engine.write(async (schemaDb) => {
    await engine.beginMigration(schemaDb)
    const db = schemaDb.withTables<Pick<WithHistory, 'migration'>>()
    await db.schema
      .createTable('migration')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .execute()
    const applied = await db.selectFrom('migration').selectAll().orderBy('version').execute()
    refuseUnknown(applied, steps)
    const missing = steps.slice(applied.length)
    for (const [index, step] of missing.entries()) {
      await apply(db, engine, { step, version: applied.length + index + 1 })
    }
    return { before: applied.map(nameOf), now: missing.map(nameOf) }
  })
}

const nameOf = ({ name }: { name: string }) => name

function refuseUnknown(applied: { name: string }[], steps: readonly Migration[]): void {
  const unknown = applied.find(({ name }, index) => steps[index]?.name !== name)
  if (!unknown) return
  const message = `The data was written by a newer release (it has ${unknown.name}): start that one`
  throw new Failure('store_unavailable', message)
}

async function apply(
  db: Kysely<WithHistory>,
  engine: Pick<Engine, 'identityColumn' | 'instantIn' | 'appendOnly' | 'json' | 'fullText'>,
  { step, version }: { step: Migration; version: number },
): Promise<void> {
  for (const statement of step.statements(engine)) await sql.raw(statement).execute(db)
  await db.insertInto('migration').values({ version, name: step.name }).execute()
}
