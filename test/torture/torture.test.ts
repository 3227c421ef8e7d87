import { beforeAll, describe, expect, it } from 'vitest'
import type { Break } from '../../bench/torture/hooks/breaks.ts'
import { calmRuns, storm } from '../../bench/torture/storm.ts'

// The real service in processes of its own; long runs are `npm run torture`.

const seed = 20_261_126
let options: Omit<Parameters<typeof storm>[0], 'rounds'>

beforeAll(async () => {
  options = { seed, processes: 1, customers: 8, say: () => undefined, calm: await calmRuns(seed) }
}, 120_000)

describe('the torture on the embedded store', () => {
  it('finds nothing lost, doubled or out of order', async () => {
    const { counts, findings } = await storm({ ...options, rounds: 3 })
    expect(findings).toEqual([])
    expect(counts.kills).toBeGreaterThanOrEqual(3)
    expect(counts.acknowledged).toBeGreaterThan(20)
  }, 180_000)

  const broken: { guard: Break; found: string; rounds: number }[] = [
    { guard: 'dedupe', found: 'doubled', rounds: 1 },
    { guard: 'order', found: 'out of order', rounds: 1 },
    { guard: 'commit', found: 'lost', rounds: 2 },
  ]
  it.each(broken)(
    'turns red when $guard is broken',
    async ({ guard, found, rounds }) => {
      const { findings } = await storm({ ...options, rounds, broken: guard })
      expect(findings.map(({ wrong }) => wrong)).toContain(found)
    },
    180_000,
  )
})
