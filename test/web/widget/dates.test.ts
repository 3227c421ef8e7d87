import { describe, expect, it } from 'vitest'
import { dateText, dayText, isBefore } from '../../../src/web/widget/cards/dates.ts'

describe('a date on the page', () => {
  it.each([
    ['2026-11-24T18:00:00+08:00', 'en', 'Tue 24 Nov, 18:00'],
    ['2026-11-24T18:00:00+08:00', 'zh-CN', '11月24日周二 18:00'],
    ['2026-11-25', 'en', 'Wed 25 Nov'],
    ['2026-11-25T00:00:00-05:00', 'en', 'Wed 25 Nov'],
    ['2026-11-25', 'zh-CN', '11月25日周三'],
    ['some day', 'en', 'some day'],
  ] as const)('reads %s in %s as %s', (iso, locale, expected) => {
    expect(dateText(iso, locale)).toBe(expected)
  })

  it.each([
    ['2026-11-24T00:30:00+08:00', 'en', '24 Nov'],
    ['2026-11-24', 'zh-CN', '11月24日'],
    ['soon', 'en', ''],
  ] as const)('names the day of %s in %s as "%s"', (iso, locale, expected) => {
    expect(dayText(iso, locale)).toBe(expected)
  })
})

describe('a date that has passed', () => {
  it.each([
    ['2026-11-24T18:00:00+08:00', '2026-11-24T10:00:01Z', true],
    ['2026-11-24T18:00:00+08:00', '2026-11-24T09:59:59Z', false],
    ['2026-11-24', '2026-11-24T12:00:00Z', false],
    ['2026-11-23', '2026-11-24T12:00:00Z', true],
  ])('is told: %s at %s is %s', (iso, instant, expected) => {
    expect(isBefore(iso, instant)).toBe(expected)
  })
})
