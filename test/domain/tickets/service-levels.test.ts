import { describe, expect, it } from 'vitest'
import { extendedByPauses, internalTargets } from '../../../src/domain/tickets/service-levels.ts'
import { calendarOf } from './sample.ts'

const calendar = calendarOf('cn_state_council')
if (!calendar) throw new Error('no calendar')
const shanghai = { calendar, timeZone: 'Asia/Shanghai' }
const targets = (severity: 'P1' | 'P2' | 'P3' | 'P4', at: string) =>
  internalTargets(severity, new Date(at), shanghai)

describe('internalTargets', () => {
  it('puts a person on a P1 within a quarter of an hour, at night too', () => {
    expect(targets('P1', '2026-11-21T23:50:00+08:00')).toEqual({
      firstHumanTouchBy: '2026-11-22T00:05:00+08:00',
      nextUpdateBy: '2026-11-22T01:50:00+08:00',
      resolveBy: '2026-11-23T18:00:00+08:00',
    })
  })

  it.each([
    ['in the morning', '2026-11-23T10:00:00+08:00', '2026-11-23T14:00:00+08:00'],
    ['four hours before closing', '2026-11-23T14:00:00+08:00', '2026-11-23T18:00:00+08:00'],
    ['before opening', '2026-11-23T07:00:00+08:00', '2026-11-23T13:00:00+08:00'],
    ['two hours before closing', '2026-11-23T16:00:00+08:00', '2026-11-24T11:00:00+08:00'],
    ['on Friday evening', '2026-11-20T20:00:00+08:00', '2026-11-23T13:00:00+08:00'],
    ['on a worked Saturday', '2026-10-10T10:00:00+08:00', '2026-10-10T14:00:00+08:00'],
  ])('counts four working hours for a P2 that comes %s', (_when, at, by) => {
    expect(targets('P2', at).firstHumanTouchBy).toBe(by)
  })

  it('counts seven business days for a P3, across the National Day week', () => {
    expect(targets('P3', '2026-09-29T10:00:00+08:00').resolveBy).toBe('2026-10-14T18:00:00+08:00')
  })

  it('promises no updates for a P4', () => {
    expect(targets('P4', '2026-11-23T10:00:00+08:00').nextUpdateBy).toBeUndefined()
  })
})

describe('extendedByPauses', () => {
  it('moves our own target by the time we waited for the customer', () => {
    const moved = extendedByPauses(
      '2026-11-26T18:00:00+08:00',
      [
        { from: '2026-11-23T10:00:00+08:00', to: '2026-11-24T10:00:00+08:00' },
        { from: '2026-11-25T10:00:00+08:00' },
      ],
      new Date('2026-11-25T12:00:00+08:00'),
    )
    expect(moved.toISOString()).toBe('2026-11-27T12:00:00.000Z')
  })
})
