import type { Load, Results } from './bench.ts'
import type { Name, Peer } from './contestants.ts'
import { type Measured, median } from './load.ts'

/** What the product has to reach, as ratios to the peers of the same run and as plain limits. */
export const goals = {
  ratio: { callback: 1.5, inline: 0.75, bare: 0.3 } satisfies Partial<Record<Peer, number>>,
  p99Ms: 50,
  firstAnswerMs: 2_000,
  memoryMb: 200,
} as const

/** The windows of one contestant at one load, as medians over the rounds. */
export function middle({ windows }: Results, name: Name, load: Load): Measured {
  const mine = windows.filter((each) => each.name === name && each.load === load)
  const of = (pick: (measured: Measured) => number) =>
    median(mine.map(({ measured }) => pick(measured)))
  return {
    turns: of(({ turns }) => turns),
    failed: mine.reduce((sum, { measured }) => sum + measured.failed, 0),
    perSecond: of(({ perSecond }) => perSecond),
    perCpuSecond: of(({ perCpuSecond }) => perCpuSecond),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
  }
}

/** Embedded turns for each second of CPU against a peer's, round by round; the median. */
export function ratioTo(results: Results, peer: Name, load: Load): number {
  const cpu = (name: Name, round: number) =>
    results.windows.find((each) => each.name === name && each.load === load && each.round === round)
      ?.measured.perCpuSecond ?? Number.NaN
  const rounds = [...new Set(results.windows.map(({ round }) => round))]
  return median(rounds.map((round) => cpu('daozhang', round) / cpu(peer, round)))
}

/** Turns a second of one against another's, round by round; the median. */
export function speedUp(results: Results, { of, to, load }: { of: Name; to: Name; load: Load }) {
  const speed = (name: Name, round: number) =>
    results.windows.find((each) => each.name === name && each.load === load && each.round === round)
      ?.measured.perSecond ?? Number.NaN
  const rounds = [...new Set(results.windows.map(({ round }) => round))]
  return median(rounds.map((round) => speed(of, round) / speed(to, round)))
}
