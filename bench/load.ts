import type { Child } from './child.ts'

/** What a contestant's processes have used, together. */
export type Meter = Pick<Child, 'cpuSeconds'>

/** One conversation that can be asked again and again. */
export interface Talk {
  /** Asks and waits for the whole answer; resolves to the milliseconds it took. */
  turn(): Promise<number>
  close(): void
}

export interface Window {
  /** Conversations at once, each asking again as soon as it has its answer. */
  conversations: number
  ms: number
  /** Milliseconds between two messages of one conversation; 0: no pause. */
  paceMs?: number
}

export interface Measured {
  turns: number
  failed: number
  perSecond: number
  /** Turns for each second of CPU the server used. */
  perCpuSecond: number
  p50: number
  p99: number
}

/** Whatever happens, a window ends after so many turns. */
const mostTurns = 40_000
/** Conversations that are opened at once. */
const openedAtOnce = 20

/** Runs one window of load and measures it. Every turn counts, also those whose answer was wrong. */
export async function measure(
  open: () => Promise<Talk>,
  meter: Meter,
  window: Window,
): Promise<Measured> {
  const talks = await openAll(open, window.conversations)
  const cpuBefore = meter.cpuSeconds()
  const startedAt = performance.now()
  const tally: Tally = { latencies: [], failed: 0, endsAt: startedAt + window.ms }
  await Promise.all(talks.map((talk, index) => run(talk, tally, pause(window, index))))
  const seconds = (performance.now() - startedAt) / 1000
  const cpu = meter.cpuSeconds() - cpuBefore
  for (const talk of talks) talk.close()
  const sorted = tally.latencies.toSorted((a, b) => a - b)
  return {
    turns: sorted.length,
    failed: tally.failed,
    perSecond: sorted.length / seconds,
    perCpuSecond: sorted.length / cpu,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
  }
}

async function openAll(open: () => Promise<Talk>, count: number): Promise<Talk[]> {
  const talks: Talk[] = []
  while (talks.length < count) {
    const some = Math.min(openedAtOnce, count - talks.length)
    talks.push(...(await Promise.all(Array.from({ length: some }, open))))
  }
  return talks
}

interface Tally {
  latencies: number[]
  failed: number
  endsAt: number
}

interface Pause {
  /** Spreads the conversations over the first pause. */
  firstMs: number
  paceMs: number
}

function pause({ paceMs = 0, conversations }: Window, index: number): Pause {
  return { firstMs: (paceMs * index) / conversations, paceMs }
}

async function run(talk: Talk, tally: Tally, { firstMs, paceMs }: Pause): Promise<void> {
  if (firstMs > 0) await wait(firstMs)
  while (performance.now() < tally.endsAt && tally.latencies.length < mostTurns) {
    const nextAt = performance.now() + paceMs
    try {
      tally.latencies.push(await talk.turn())
    } catch {
      tally.failed += 1
    }
    const left = Math.min(nextAt, tally.endsAt) - performance.now()
    if (paceMs > 0 && left > 0) await wait(left)
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** The value below which a share of the sorted values lies; NaN without values. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** The middle value: of an even number, the higher of the two; NaN without values. */
export function median(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value))
  return quantile(
    known.toSorted((a, b) => a - b),
    0.5,
  )
}
