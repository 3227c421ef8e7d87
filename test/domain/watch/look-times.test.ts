import { describe, expect, it } from 'vitest'
import { toOffsetIso } from '../../../src/domain/local-time.ts'
import { expectationOf } from '../../../src/domain/watch/expectation.ts'
import { lookAfterOutage, lookTimes, nextLook } from '../../../src/domain/watch/look-times.ts'

const timeZone = 'Asia/Shanghai'

function expectation(expectedBy: string, ticketFrom?: string) {
  const plan = { expectedBy, ticketFrom, ticketNow: false, severity: 'P3', human: false } as const
  const found = expectationOf({ plan, timeZone })
  if (!found) throw new Error('no date')
  return found
}

const looks = (expectedBy: string, ticketFrom?: string) =>
  lookTimes(expectation(expectedBy, ticketFrom)).map((at) => toOffsetIso(at, timeZone).slice(5, 16))

describe('a watched payment is looked at', () => {
  it('twice on the day, shortly after the hour named, and when a ticket is due', () => {
    expect(looks('2026-11-24T18:00:00+08:00', '2026-11-25')).toEqual([
      '11-24T09:30',
      '11-24T12:30',
      '11-24T18:02',
      '11-24T19:00',
      '11-25T08:00',
    ])
  })

  it('in the evening too when all of a day was named', () => {
    expect(looks('2026-11-24', '2026-11-25')).toEqual([
      '11-24T09:30',
      '11-24T12:30',
      '11-24T18:30',
      '11-25T08:00',
    ])
  })

  it('every morning of a grace, at most ten, however far the ticket day', () => {
    const all = looks('2026-11-24', '2026-12-30')
    expect(all.slice(3, 5)).toEqual(['11-25T09:30', '11-26T09:30'])
    expect(all.at(-2)).toBe('12-04T09:30')
    expect(all.at(-1)).toBe('12-30T08:00')
    expect(all).toHaveLength(14)
  })

  it('for three days where no rule says when a ticket is due', () => {
    expect(looks('2026-11-24T18:00:00+08:00').at(-1)).toBe('11-27T09:30')
  })

  it('not before the hour when the money is due within minutes', () => {
    expect(looks('2026-11-24T08:30:00+08:00', '2026-11-24')).toEqual(['11-24T08:32'])
  })

  it('next after any moment, until the last look has been', () => {
    const told = expectation('2026-11-24T18:00:00+08:00', '2026-11-25')
    expect(nextLook(told, new Date('2026-11-24T10:01:00Z'))?.toISOString()).toBe(
      '2026-11-24T10:02:00.000Z',
    )
    expect(nextLook(told, new Date('2026-11-25T00:00:00Z'))).toBeUndefined()
  })

  it('again soon after an outage, ever less often, for half a day', () => {
    const now = new Date('2026-11-24T10:00:00Z')
    const waits = [1, 2, 3, 4, 5, 6, 7].map((unanswered) => {
      const at = lookAfterOutage(unanswered, now)
      return at && (at.getTime() - now.getTime()) / 60_000
    })
    expect(waits).toEqual([15, 30, 60, 120, 240, 240, undefined])
  })
})
