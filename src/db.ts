import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createClock } from './clock.ts'
import { type Config, loadConfig } from './config.ts'
import { Failure } from './errors.ts'
import { openBackup, writeBackup } from './storage/copy/backup-file.ts'
import { fill } from './storage/copy/fill.ts'
import { move } from './storage/copy/move.ts'
import { withSnapshot } from './storage/copy/snapshot.ts'
import type { Progress, Totals } from './storage/copy/source.ts'
import { migrate } from './storage/migrate.ts'
import { openEngine, type StoreOptions } from './storage/store.ts'

const usage = `Work on the store of the service. Which one is set by DATABASE_URL and DATA_DIR, as for the service.

  npm run db:migrate                    brings the tables to the shape of this release
  npm run db:backup -- FILE             writes everything into a new file; the service may run
  npm run db:restore -- FILE            fills an empty store from such a file
  npm run db:move -- --to postgres://…  copies everything into an empty Postgres, or into the
                                        folder given; the service must be stopped
`

/** A large table may take long; a database that is gone is noticed by the system's keep-alive. */
const SILENCE_MS = 24 * 3_600_000
const PROGRESS_MS = 2_000

const secretsStay =
  'Secrets are not copied: the files admin-token, direct-line-secret and token-key in DATA_DIR. Keep them where you keep secrets; without token-key every customer’s token ends.'

/** What the command line asks for; undefined when it cannot be understood. */
function readCommand(args: string[]) {
  try {
    const options = { to: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [command, file, more] = positionals
    if (more !== undefined) return undefined
    if (command === 'migrate' && !file) return migrateStore
    if (command === 'backup' && file) return (config: Config) => backup(config, file)
    if (command === 'restore' && file) return (config: Config) => restore(config, file)
    const { to } = values
    return command === 'move' && to ? (config: Config) => moveStore(config, to) : undefined
  } catch {
    return undefined
  }
}

async function migrateStore(config: Config): Promise<void> {
  const engine = await openEngine(storeOf(config))
  try {
    const { before, now } = await migrate(engine)
    const from = before.at(-1) ?? 'nothing'
    if (now.length === 0) say(`The tables are up to date (${from}).`)
    else say(`Brought the tables from ${from} to ${now.at(-1)}.`)
  } finally {
    await engine.close()
  }
}

async function backup(config: Config, file: string): Promise<void> {
  const takenAt = nowBy(config)
  const totals = await withSnapshot(storeOf(config), takenAt, (source) =>
    writeBackup(file, source, { signal: stopSignal(), progress: progress() }),
  )
  say(`Backed up into ${file} (${statSync(file).size} bytes), as it was at ${takenAt}:`)
  list(totals)
  say(secretsStay)
}

async function restore(config: Config, file: string): Promise<void> {
  const source = await openBackup(file)
  const engine = await openEngine(storeOf(config))
  try {
    const totals = await fill(engine, source, progress())
    say(`Restored what was backed up at ${source.header.takenAt}, read back and compared:`)
    list(totals)
  } finally {
    await engine.close()
  }
}

async function moveStore(config: Config, to: string): Promise<void> {
  const isPostgres = /^postgres(ql)?:\/\//.test(to)
  const totals = await move({
    from: storeOf(config),
    to: isPostgres ? { url: to, silenceMs: SILENCE_MS } : { dataDir: to },
    takenAt: nowBy(config),
    progress: progress(),
  })
  say('Copied, read back and compared:')
  list(totals)
  say('The old store is as it was; the two no longer know of each other.')
  if (isPostgres) {
    say(`Now set DATABASE_URL to that address and start the service. ${secretsStay}`)
  } else {
    say(`Now set DATA_DIR to ${to}, leave DATABASE_URL empty and start the service. ${secretsStay}`)
  }
}

function storeOf({ DATABASE_URL: url, DATA_DIR: dataDir }: Config): StoreOptions {
  return url ? { url, silenceMs: SILENCE_MS } : { dataDir }
}

function nowBy(config: Config): string {
  return createClock(config.CLOCK_START).now().toISOString()
}

/** Says where it is, now and then: a short run says nothing. */
function progress(): Progress {
  let said = performance.now()
  return (table, rows) => {
    if (performance.now() - said < PROGRESS_MS) return
    said = performance.now()
    say(`  … ${table} ${rows}`)
  }
}

function list(totals: Totals): void {
  for (const [table, { rows }] of Object.entries(totals)) {
    say(`  ${table.padEnd(16)}${String(rows).padStart(10)}`)
  }
}

/** A backup that is called off leaves nothing behind. */
function stopSignal(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  return stop.signal
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function main(): Promise<void> {
  const run = readCommand(process.argv.slice(2))
  if (!run) {
    process.stderr.write(usage)
    process.exitCode = 2
    return
  }
  // biome-ignore lint/style/noProcessEnv: an entry reads the environment once.
  await run(loadConfig(process.env))
}

main().catch((error: unknown) => {
  const known = error instanceof Failure
  process.stderr.write(`${known ? error.message : String(error)}\n`)
  process.exitCode = 1
})
