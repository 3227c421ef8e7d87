import type { PromiseState } from './promise-state.ts'

/** How many promises of one window at one provider came to one end. */
export interface CountedPromises {
  windowId: string | null
  provider: string
  state: PromiseState
  count: number
}

/** What came of the promises, and how many of those that can be judged were kept. */
export interface KeptRate extends Record<PromiseState, number> {
  /** kept ÷ (kept + late); null while there is nothing to judge. */
  rate: number | null
}

/** The kept rate of one window at one provider. `windowId` is null for the provider's own dates. */
export interface WindowRate extends KeptRate {
  windowId: string | null
  provider: string
}

/** Open, unknown and void promises are counted, but say nothing about how well dates are kept. */
export function keptRates(counts: readonly CountedPromises[]): {
  overall: KeptRate
  rates: WindowRate[]
} {
  const groups = Map.groupBy(counts, ({ windowId, provider }) =>
    JSON.stringify([provider, windowId]),
  )
  const rates = [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    return [{ windowId: first.windowId, provider: first.provider, ...rateOf(group) }]
  })
  return { overall: rateOf(counts), rates: rates.toSorted(byName) }
}

function rateOf(counts: readonly CountedPromises[]): KeptRate {
  const ends = { open: 0, kept: 0, late: 0, unknown: 0, void: 0 }
  for (const { state, count } of counts) ends[state] += count
  const judged = ends.kept + ends.late
  return { ...ends, rate: judged === 0 ? null : ends.kept / judged }
}

function byName(a: WindowRate, b: WindowRate): number {
  const name = ({ provider, windowId }: WindowRate) => `${provider} ${windowId ?? ''}`
  return name(a).localeCompare(name(b))
}
