import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { locales } from '../../src/domain/locale.ts'
import { type BreakName, breaks } from './breaks.ts'
import { goalNames } from './goals.ts'
import { personaNames } from './personas.ts'
import { planRun, type Run } from './plan-runs.ts'
import { plot } from './plot.ts'
import { failuresPage, report, type Simulated, summarise } from './report.ts'
import { type Played, runSimulation } from './run-simulation.ts'

/*
 * `npm run simulate -- --n 1000 --seed 7`: customers made from a seed talk to the real bot, and what
 * they come away with is compared with what their world makes right. Ends with 1 when too few
 * succeed or a property is violated.
 */

/** A run shorter than this is for trying: it does not replace the record in `bench/results`. */
const runsOfARecord = 500
const leastSuccess = 0.95

// The keys of a constant object.
const breakNames = Object.keys(breaks) as [BreakName, ...BreakName[]]

const options = z.object({
  n: z.coerce.number().int().min(1).max(100_000).default(200),
  seed: z.coerce.number().int().min(0).default(7),
  locale: z.enum([...locales, 'both']).default('both'),
  goal: z.enum(goalNames).optional(),
  persona: z.enum(personaNames).optional(),
  break: z.enum(breakNames).optional(),
  /** Plays only the customer of that number, and prints the talk. */
  show: z.coerce.number().int().min(0).optional(),
})
type Options = z.infer<typeof options>

async function main(): Promise<void> {
  const given = readOptions()
  const runs = plan(given)
  const began = performance.now()
  const played = await runSimulation({ runs, broken: given.break, onProgress: progress(runs) })
  const simulated: Simulated = {
    command: commandOf(given),
    machine: `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}`,
    seconds: Math.round((performance.now() - began) / 1000),
    ...summarise(played),
  }
  print(given, simulated, played)
  const isWhole = !given.goal && !given.persona && !given.break && given.show === undefined
  if (isWhole && given.n >= runsOfARecord) write(simulated, played)
  process.exitCode = passes(simulated) ? 0 : 1
}

function passes({ byLocale, violations }: Simulated): boolean {
  return violations.length === 0 && byLocale.every(({ rate }) => rate >= leastSuccess)
}

function readOptions(): Options {
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

function plan({ n, seed, locale, goal, persona, show }: Options): Run[] {
  const wanted = locale === 'both' ? locales : [locale]
  const indexes = show === undefined ? Array.from({ length: n }, (_, index) => index) : [show]
  return wanted.flatMap((each) =>
    indexes.map((index) => planRun({ seed, locale: each, index, goal, persona })),
  )
}

function commandOf(given: Options): string {
  const flags = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name} ${String(value).includes(' ') ? `"${value}"` : value}`],
  )
  return `npm run simulate -- ${flags.join(' ')}`
}

function progress(runs: readonly Run[]): (done: number, failed: number) => void {
  return (done, failed) => {
    if (done % 50 === 0 || done === runs.length) {
      process.stderr.write(`${done} of ${runs.length} customers, ${failed} without success\n`)
    }
  }
}

function print(given: Options, simulated: Simulated, played: readonly Played[]): void {
  const isOne = given.show !== undefined
  process.stdout.write(isOne ? failuresPage(played, { all: true }) : `${report(simulated)}\n`)
  if (!isOne) process.stdout.write(failuresPage(played, { all: false }))
}

function write(simulated: Simulated, played: readonly Played[]): void {
  const folder = join(import.meta.dirname, '../results')
  mkdirSync(folder, { recursive: true })
  const page = `${report(simulated)}\n${failuresPage(played, { all: false })}`
  writeFileSync(join(folder, 'simulate.json'), `${JSON.stringify(simulated, null, 1)}\n`)
  writeFileSync(join(folder, 'simulate.svg'), plot(simulated))
  writeFileSync(join(folder, 'simulate.md'), page)
  process.stderr.write('Written to bench/results/simulate.md\n')
}

await main()
