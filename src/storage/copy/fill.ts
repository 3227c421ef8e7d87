import { sql } from 'kysely'
import { Failure } from '../../errors.ts'
import type { Engine } from '../engine.ts'
import { migrate, migrations } from '../migrate.ts'
import type { Db } from '../schema.ts'
import { insertRows } from './bulk.ts'
import { type Header, type Progress, type Source, type Totals, watch } from './source.ts'
import { ownerColumn } from './tables.ts'
import { createTally, firstDifference } from './tally.ts'

/**
 * Fills an empty database, all of it or nothing. What arrived is read back and compared before it is
 * kept. Then the tables are brought to the newest shape. Answers what was copied.
 */
export async function fill(engine: Engine, source: Source, progress?: Progress): Promise<Totals> {
  const steps = stepsOf(source.header)
  await migrate(engine, steps).catch((error: unknown) => {
    throw olderThanTarget(error, source.header)
  })
  const totals = await engine.write(async (db) => {
    await engine.beginMigration(db)
    await refuseUnlessEmpty(db, engine, source.header)
    return copyAll(db, engine, { source, progress })
  })
  await migrate(engine)
  return totals
}

/** The steps that made the tables of the source. */
function stepsOf({ migrations: names }: Header) {
  const unknown = names.find((name, index) => migrations[index]?.name !== name)
  if (unknown === undefined) return migrations.slice(0, names.length)
  const message = `The copy was taken by a newer release (it has ${unknown}): use that one`
  throw new Failure('config_invalid', message)
}

function olderThanTarget(error: unknown, { migrations: names }: Header): unknown {
  if (!(error instanceof Failure) || names.length === migrations.length) return error
  const message =
    'The copy is of an older release, and the target has newer tables already: give an empty one'
  return new Failure('config_invalid', message, { cause: error })
}

async function refuseUnlessEmpty(db: Db, { bulk }: Engine, header: Header): Promise<void> {
  if (await bulk.isInUse(db)) {
    throw new Failure('store_locked', 'A service runs on the target: stop it. Nothing was changed')
  }
  for (const [table, columns] of Object.entries(header.tables)) {
    const ours = (await bulk.columnsOf(db, table)).filter((column) => column !== ownerColumn)
    if (ours.toSorted().join() !== columns.toSorted().join()) {
      throw new Failure('config_invalid', `The copy’s table ${table} has other columns than ours`)
    }
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db)
    if (rows.length === 0) continue
    const message = `The target is not empty, it has rows in ${table}: give an empty one. Nothing was changed`
    throw new Failure('config_invalid', message)
  }
}

interface Copying {
  source: Source
  progress: Progress | undefined
}

async function copyAll(db: Db, engine: Engine, { source, progress }: Copying): Promise<Totals> {
  const { header } = source
  const { parts, totals } = watch(source, progress)
  for await (const part of parts) {
    if ('totals' in part) continue
    const columns = header.tables[part.table] ?? []
    await insertRows(db, engine.bulk, { ...part, columns })
  }
  await engine.bulk.countOnAfter(db, header.lastNumber)
  const arrived = await readBack(db, engine, header)
  const different = firstDifference(totals(), arrived)
  if (different === undefined) return arrived
  const message = `What arrived in ${different} is not what was sent. Nothing was changed`
  throw new Failure('store_unavailable', message)
}

async function readBack(db: Db, { bulk }: Engine, header: Header): Promise<Totals> {
  const tally = createTally(header)
  for (const [table, columns] of Object.entries(header.tables)) {
    for await (const rows of bulk.rowsOf(db, table, columns)) tally.add(table, rows)
  }
  return tally.totals()
}
