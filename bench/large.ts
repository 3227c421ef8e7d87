import { postgresVersion } from '../test/support/postgres.ts'
import { type Contestant, type Ours, startDaozhang } from './contestants.ts'
import { fillStore } from './fill-store.ts'
import {
  enginesOf,
  goal,
  type LargeResults,
  largeLoads,
  middle,
  type Size,
  sizes,
  slowDown,
} from './large-figures.ts'
import { measure, quantile } from './load.ts'
import { machine, machineLine, ms, say, table, whole, writeResults } from './machine.ts'
import { plotLarge } from './plot-large.ts'
import { closeConnections } from './post-json.ts'

/*
 * `npm run bench:large`: the same service on a store with a million conversations and tickets and on
 * one with a thousand, interleaved in one run. Takes minutes to fill and a few gigabytes of disk.
 */

const rounds = 5
const windowMs = 2_000
const askedOften = 40
interface Running {
  engine: Ours
  size: Size
  contestant: Contestant
}

async function main(): Promise<void> {
  const startedAt = performance.now()
  const endMachine = machine()
  const engines: Ours[] = (await postgresVersion()) ? ['daozhang', 'postgres1'] : ['daozhang']
  const fillSeconds: LargeResults['fillSeconds'] = []
  const windows: LargeResults['windows'] = []
  const calls: LargeResults['calls'] = []
  for (const engine of engines) {
    const both: Running[] = []
    try {
      for (const size of sizes) {
        say(`${engine}: filling a store with ${size} conversations and tickets …`)
        const from = performance.now()
        const contestant = await startDaozhang(engine, (where) => fillStore(where, size))
        both.push({ engine, size, contestant })
        fillSeconds.push({ engine, size, seconds: (performance.now() - from) / 1000 })
      }
      windows.push(...(await interleaved(both)))
      for (const running of both) calls.push(...(await timeCalls(running)))
    } finally {
      for (const { contestant } of both) await contestant.stop()
    }
  }
  closeConnections()
  const seconds = (performance.now() - startedAt) / 1000
  const results = { machine: endMachine(), fillSeconds, windows, calls, seconds }
  writeResults('large', { results, plot: plotLarge(results), report: report(results) })
}

async function interleaved(both: Running[]): Promise<LargeResults['windows']> {
  const windows: LargeResults['windows'] = []
  for (const { contestant } of both) {
    await measure(contestant.open, contestant.meter, { conversations: 10, ms: 2_000 })
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const load of largeLoads) {
      for (const { engine, size, contestant } of both) {
        const window = { conversations: load, ms: windowMs }
        const measured = await measure(contestant.open, contestant.meter, window)
        windows.push({ engine, size, load, round, measured })
        say(
          `round ${round}, ${engine}, ${size} stored, ${load} at once: ${whole(measured.perSecond)} turns/s`,
        )
      }
    }
  }
  return windows
}

const paths = [
  '/api/v1/tickets',
  '/api/v1/tickets?state=submitted',
  '/api/v1/tickets?conversationId=conv-500',
  '/api/v1/tickets/TK-500',
  '/api/v1/conversations/conv-500',
]

async function timeCalls({ engine, size, contestant }: Running): Promise<LargeResults['calls']> {
  const base = contestant.children[0]?.base ?? ''
  const headers = { authorization: `Bearer ${contestant.secret}` }
  const timed: LargeResults['calls'] = []
  for (const path of paths) {
    const times: number[] = []
    for (let n = 0; n < askedOften; n += 1) {
      const from = performance.now()
      const answer = await fetch(base + path, { headers })
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
      times.push(performance.now() - from)
    }
    const sorted = times.toSorted((a, b) => a - b)
    timed.push({ engine, size, path, ms: quantile(sorted, 0.5) })
  }
  return timed
}

function report(results: LargeResults): string {
  const loadRows = enginesOf(results).flatMap((engine) =>
    largeLoads.map((load) => {
      const ratio = slowDown(results, engine, load)
      const speeds = sizes.map((size) => middle(results, { engine, size, load }))
      return [
        engine,
        load,
        ...speeds.map(({ perSecond }) => whole(perSecond)),
        ...speeds.map(({ p99 }) => ms(p99)),
        ratio.toFixed(2),
        ratio <= goal ? 'met' : '**missed**',
      ]
    }),
  )
  const callRows = enginesOf(results).flatMap((engine) =>
    paths.map((path) => {
      const [few = Number.NaN, many = Number.NaN] = sizes.map(
        (size) =>
          results.calls.find(
            (each) => each.engine === engine && each.size === size && each.path === path,
          )?.ms,
      )
      return [engine, `\`${path}\``, ms(few), ms(many), (many / few).toFixed(2)]
    }),
  )
  const fill = results.fillSeconds
    .map(({ engine, size, seconds }) => `${engine} ${size}: ${whole(seconds)} s`)
    .join(', ')
  return [
    '# A full store against an empty one',
    `${machineLine(results)} Made by \`npm run bench:large\`. Filling: ${fill}.`,
    `The same service on two stores: 1,000 conversations, each with a question, an answer and a ticket, and 1,000,000. Windows of ${windowMs / 1000} s alternate between them; figures are medians of ${rounds} rounds. “Time” is CPU per turn with the full store ÷ with the empty one, round by round; the goal is ≤ ${goal}.`,
    table(
      [
        'store',
        'at once',
        'turns/s, 1,000',
        'turns/s, 1,000,000',
        'p99 ms, 1,000',
        'p99 ms, 1,000,000',
        'time',
        '',
      ],
      loadRows,
    ),
    '## API calls, median ms',
    table(['store', 'call', '1,000', '1,000,000', 'ratio'], callRows),
    '![time of a turn, full store against empty](large.svg)',
    '',
  ].join('\n\n')
}

await main()
