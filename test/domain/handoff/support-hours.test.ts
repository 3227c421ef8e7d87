import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalendars } from '../../../src/connectors/calendars.ts'
import { weekdaysOnly } from '../../../src/domain/business-days.ts'
import { opening, readSupportHours } from '../../../src/domain/handoff/support-hours.ts'

const usual = 'Mo-Fr 09:00-18:00; Sa 10:00-16:00'
const hours = (text: string) => readSupportHours(text) ?? { shifts: [] }
const china = createCalendars()('cn_state_council') ?? weekdaysOnly
const shanghai = { timeZone: 'Asia/Shanghai', calendar: china }

describe('readSupportHours', () => {
  it.each([
    ['Mo-Fr 09:00-18:00', 5],
    ['Mo-Fr 09:00-12:00,13:00-18:00; Sa 10:00-16:00', 11],
    ['Mo,We 08:00-24:00', 2],
    ['Fr-Mo 22:00-23:30', 4],
    ['', 0],
  ])('reads %j as %i shifts', (text, count) => {
    expect(hours(text).shifts).toHaveLength(count)
    expect(readSupportHours(text)).toBeDefined()
  })

  it.each([
    'nine to five',
    'Mo-Fr',
    '09:00-18:00',
    'Mo-Fr 18:00-09:00',
    'Mo-Fr 9:00-18:00',
    'Mo-Fr 09:00-25:00',
    'Xx 09:00-18:00',
    'Mo-Fr 09:00-18:00 sharp',
  ])('does not guess what %j means', (text) => {
    expect(readSupportHours(text)).toBeUndefined()
  })
})

describe('opening', () => {
  it.each([
    ['in the middle of the day', '2026-11-23T10:00:00+08:00', true, undefined],
    ['on the minute it opens', '2026-11-23T09:00:00+08:00', true, undefined],
    ['on the minute it closes', '2026-11-23T18:00:00+08:00', false, '2026-11-24T01:00:00.000Z'],
    ['before it opens', '2026-11-23T08:59:00+08:00', false, '2026-11-23T01:00:00.000Z'],
    ['on a Saturday evening', '2026-11-21T17:00:00+08:00', false, '2026-11-23T01:00:00.000Z'],
    ['on a public holiday', '2026-10-01T11:00:00+08:00', false, '2026-10-08T01:00:00.000Z'],
  ])('says whether it is open %s', (...[, now, open, opensAt]) => {
    const told = opening(hours(usual), new Date(now), shanghai)
    expect({ open: told.open, opensAt: told.opensAt?.toISOString() }).toEqual({ open, opensAt })
  })

  it('is always open without hours', () => {
    expect(opening({ shifts: [] }, new Date(), shanghai)).toEqual({ open: true })
  })

  it('goes by the wall clock of its zone when the clocks change', () => {
    const london = { timeZone: 'Europe/London', calendar: weekdaysOnly }
    const night = new Date('2026-10-24T22:00:00Z')
    expect(opening(hours('Mo-Su 09:00-17:00'), night, london).opensAt?.toISOString()).toBe(
      '2026-10-25T09:00:00.000Z',
    )
  })

  it('is open at the very instant it names, and not just before', () => {
    const instants = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2026-11-30'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, (now) => {
        const { open, opensAt } = opening(hours(usual), now, shanghai)
        if (open) return
        if (!opensAt) throw new Error('no opening within a month')
        expect(opensAt.getTime()).toBeGreaterThan(now.getTime())
        expect(opening(hours(usual), opensAt, shanghai).open).toBe(true)
        expect(opening(hours(usual), new Date(opensAt.getTime() - 1000), shanghai).open).toBe(false)
      }),
    )
  })
})
