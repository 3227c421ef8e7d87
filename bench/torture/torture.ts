import { randomInt } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { temporaryDatabase } from '../../test/support/postgres.ts'
import { type Break, breaks } from './hooks/breaks.ts'
import { plot } from './plot.ts'
import { type Record, report } from './report.ts'
import { type StormOptions, storm } from './storm.ts'

/*
 * `npm run torture -- --store sqlite|postgres --rounds 1000`: customers write at once while the
 * processes of the real service are killed, stopped and cut off from their database. Afterwards
 * everything is compared with what the customers were told. Ends with 1 when anything is wrong.
 */

/** A run shorter than this is for trying: it does not replace the record in `bench/results`. */
const roundsOfARecord = 100

const count = (most: number) => z.coerce.number().int().min(1).max(most)
// The keys of a constant object.
const breakNames = Object.keys(breaks) as [Break, ...Break[]]

const options = z.object({
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .default(() => randomInt(1_000_000)),
  rounds: count(100_000).default(20),
  store: z.enum(['sqlite', 'postgres']).default('sqlite'),
  processes: count(16).default(2),
  customers: count(500).default(12),
  break: z.enum(breakNames).optional(),
})

async function main(): Promise<void> {
  const given = readOptions()
  const { store, rounds, customers, break: broken } = given
  const processes = store === 'sqlite' ? 1 : given.processes
  const command = commandOf({ ...given, processes })
  say(command)
  const finished = await run({ ...given, processes, broken, say })
  const record: Record = {
    command,
    store,
    processes,
    customers,
    machine: `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}`,
    at: new Date().toISOString(),
    ...finished,
  }
  say(`\n${report(record)}`)
  if (rounds >= roundsOfARecord && !broken) write(record)
  process.exitCode = record.findings.length > 0 ? 1 : 0
}

function readOptions(): z.infer<typeof options> {
  const names = Object.keys(options.shape)
  const { values } = parseArgs({
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  })
  const result = options.safeParse(values)
  if (result.success) return result.data
  const lines = result.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`)
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exit(2)
}

/** What makes the same run again. */
function commandOf(given: z.infer<typeof options>): string {
  const flags = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name} ${value}`],
  )
  return `npm run torture -- ${flags.join(' ')}`
}

async function run(given: z.infer<typeof options> & Omit<StormOptions, 'databaseUrl'>) {
  if (given.store === 'sqlite') return storm(given)
  const database = await temporaryDatabase()
  try {
    return await storm({ ...given, databaseUrl: database.url })
  } finally {
    await database.drop()
  }
}

function write(record: Record): void {
  const folder = join(import.meta.dirname, '../results')
  const name = `torture-${record.store}`
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(record, null, 1)}\n`)
  writeFileSync(join(folder, `${name}.svg`), plot(record))
  writeFileSync(join(folder, `${name}.md`), report(record))
  say(`Written to bench/results/${name}.md`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
