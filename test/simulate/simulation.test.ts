import { describe, expect, it } from 'vitest'
import { planRun } from '../../bench/simulate/plan-runs.ts'
import { failuresPage, summarise } from '../../bench/simulate/report.ts'
import { runSimulation, type Simulation } from '../../bench/simulate/run-simulation.ts'
import { type Locale, locales } from '../../src/domain/locale.ts'

// Short runs of `npm run simulate`: the numbers are those of its first customers with seed 7.

function firstCustomers(locale: Locale, n: number) {
  return Array.from({ length: n }, (_, index) => planRun({ seed: 7, locale, index }))
}

async function simulate(simulation: Simulation) {
  const played = await runSimulation(simulation)
  return { ...summarise(played), page: failuresPage(played, { all: false }) }
}

const rateOf = (success: { rate: number }[]) => success[0]?.rate ?? 0

describe.each(locales)('simulated customers who write %s', (locale) => {
  it('come to the right end, and no property is violated', async () => {
    const { byLocale, violations, page } = await simulate({ runs: firstCustomers(locale, 60) })
    expect(violations, page).toEqual([])
    expect(rateOf(byLocale), page).toBeGreaterThanOrEqual(0.95)
  })
})

describe('a simulation of a bot that is broken', () => {
  const runs = firstCustomers('en', 25)

  it('finds dates that are a day too early', async () => {
    const goal = 'refund in progress'
    const waiting = runs.map(({ index }) => planRun({ seed: 7, locale: 'en', index, goal }))
    const { violations } = await simulate({ runs: waiting, broken: 'early-dates' })
    const found = violations.map(({ property }) => property)
    expect(found).toContain('never earlier than the engine')
    expect(found).toContain('no invented number')
  })

  it('finds tickets that are told and not kept', async () => {
    const { byLocale, failures } = await simulate({ runs, broken: 'no-tickets' })
    expect(failures.flatMap(({ missing }) => missing).join()).toMatch(/ticket \S+ is not kept/)
    expect(rateOf(byLocale)).toBeLessThan(0.95)
  })

  it('falls when the last four digits are not understood', async () => {
    const { byLocale } = await simulate({ runs, broken: 'deaf-to-last4' })
    expect(rateOf(byLocale)).toBeLessThan(0.95)
  })

  it('finds that no person comes when asked for', async () => {
    const { violations } = await simulate({ runs, broken: 'no-person' })
    expect(violations.map(({ property }) => property)).toContain('a person can be had')
  })
})

describe('a plan', () => {
  it('is the same for the same seed, and another for another', () => {
    const plan = (seed: number) => {
      const runs = [0, 1, 2].map((index) => planRun({ seed, locale: 'en', index }))
      return runs.map(({ case: made, persona }) => JSON.stringify([made, persona]))
    }
    expect(plan(7)).toEqual(plan(7))
    expect(plan(7)).not.toEqual(plan(8))
  })
})
