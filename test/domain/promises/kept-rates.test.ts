import { expect, it } from 'vitest'
import { keptRates } from '../../../src/domain/promises/kept-rates.ts'

const count = (
  windowId: string | null,
  state: 'open' | 'kept' | 'late' | 'unknown' | 'void',
  n: number,
) => ({ windowId, provider: 'sandbox', state, count: n }) as const

it('judges only what can be judged, by window and provider', () => {
  const { overall, rates } = keptRates([
    count('cn.pos.t1', 'kept', 3),
    count('cn.pos.t1', 'late', 1),
    count('cn.pos.t1', 'unknown', 7),
    count(null, 'open', 2),
    count(null, 'void', 1),
  ])
  expect(overall).toEqual({ open: 2, kept: 3, late: 1, unknown: 7, void: 1, rate: 0.75 })
  expect(rates.map(({ windowId, rate }) => [windowId, rate])).toEqual([
    [null, null],
    ['cn.pos.t1', 0.75],
  ])
})

it('has no rate for nothing', () => {
  expect(keptRates([])).toEqual({
    overall: { open: 0, kept: 0, late: 0, unknown: 0, void: 0, rate: null },
    rates: [],
  })
})
