import type { Ours } from './contestants.ts'
import { type Measured, median } from './load.ts'
import type { Machine } from './machine.ts'

export const sizes = [1_000, 1_000_000] as const
export type Size = (typeof sizes)[number]
export const largeLoads = [10, 100] as const
/** A full store may take so many times as long. */
export const goal = 1.2

export interface LargeResults {
  machine: Machine
  fillSeconds: { engine: string; size: Size; seconds: number }[]
  windows: { engine: Ours; size: Size; load: number; round: number; measured: Measured }[]
  /** Milliseconds of API calls, medians. */
  calls: { engine: Ours; size: Size; path: string; ms: number }[]
  seconds: number
}

/** The time of a turn with a full store against an empty one: CPU per turn, round by round. */
export function slowDown(results: LargeResults, engine: Ours, load: number): number {
  const cpu = (size: Size, round: number) =>
    results.windows.find(
      (each) =>
        each.engine === engine && each.size === size && each.load === load && each.round === round,
    )?.measured.perCpuSecond ?? Number.NaN
  const rounds = [...new Set(results.windows.map(({ round }) => round))]
  return median(rounds.map((round) => cpu(sizes[0], round) / cpu(sizes[1], round)))
}

export function enginesOf({ windows }: LargeResults): Ours[] {
  return [...new Set(windows.map(({ engine }) => engine))]
}

/** The middle of the rounds. */
export function middle(
  { windows }: LargeResults,
  { engine, size, load }: { engine: Ours; size: Size; load: number },
): Pick<Measured, 'perSecond' | 'p99'> {
  const mine = windows.filter(
    (each) => each.engine === engine && each.size === size && each.load === load,
  )
  return {
    perSecond: median(mine.map(({ measured }) => measured.perSecond)),
    p99: median(mine.map(({ measured }) => measured.p99)),
  }
}
