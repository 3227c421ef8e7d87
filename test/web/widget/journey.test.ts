import { describe, expect, it } from 'vitest'
import type { Stage } from '../../../src/domain/stage.ts'
import { journeyOf, stationDates, toneOf } from '../../../src/web/widget/cards/journey.ts'

describe('the way of the money', () => {
  it.each<[Stage, string]>([
    ['DECLINED', 'stopped idle idle idle idle'],
    ['SETTLING_ON_TIME', 'done current current idle idle'],
    ['SETTLING_OVERDUE', 'done current current idle idle'],
    ['HELD_RISK', 'done done stopped idle idle'],
    ['PAYOUT_IN_TRANSIT', 'done done done current idle'],
    ['PAYOUT_FAILED', 'done done done stopped idle'],
    ['PAYOUT_SENT', 'done done done done current'],
    ['CREDITED', 'done done done done done'],
  ])('at %s is %s', (stage, expected) => {
    expect(journeyOf(stage)?.join(' ')).toBe(expected)
  })

  it.each<Stage>(['NOT_FOUND', 'FRAUD', 'REFUNDED', 'DISPUTED'])('is not drawn at %s', (stage) => {
    expect(journeyOf(stage)).toBeUndefined()
  })

  it.each<[Stage, string]>([
    ['PAYOUT_IN_TRANSIT', 'good'],
    ['SETTLING_OVERDUE', 'bad'],
    ['HELD_RISK', 'wait'],
    ['NOT_FOUND', 'plain'],
  ])('has, at %s, the mood %s', (stage, expected) => {
    expect(toneOf(stage)).toBe(expected)
  })

  it('has the dates that are known under their steps, and says which is to come', () => {
    const shown = stationDates([
      { station: 'authorised', at: '2026-11-23T15:20:00+08:00' },
      { station: 'credited', at: '2026-11-24', expected: true },
    ])
    expect(shown).toEqual([
      { at: '2026-11-23T15:20:00+08:00', isExpected: false },
      undefined,
      undefined,
      undefined,
      { at: '2026-11-24', isExpected: true },
    ])
    expect(stationDates(undefined)).toEqual(Array(5).fill(undefined))
  })
})
