import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBusinessDay } from '../../src/domain/business-days.ts'
import { localTime } from '../../src/domain/local-time.ts'
import { afterRunning, runningMs } from '../../src/domain/running-time.ts'
import { calendarOf } from './tickets/sample.ts'

const england = calendarOf('gb_england')
if (!england) throw new Error('no calendar')
const london = { calendar: england, timeZone: 'Europe/London' }
const hour = 3_600_000
const instants = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2026-11-30T00:00:00Z') })
  .map((ms) => new Date(ms))

describe('runningMs', () => {
  it('counts no weekend and no holiday', () => {
    const friday = new Date('2026-04-02T12:00:00+01:00')
    const tuesday = new Date('2026-04-07T12:00:00+01:00')
    expect(runningMs(friday, tuesday, london)).toBe(24 * hour)
  })

  it('counts the hour more that an October night has, when the day counts', () => {
    const all = { ...london, calendar: { ...england, weekend: [] } }
    const from = new Date('2026-10-24T23:00:00Z')
    expect(runningMs(from, new Date('2026-10-26T00:00:00Z'), all)).toBe(25 * hour)
  })

  it('is what afterRunning goes, whatever the instant and the length', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 20 * 24 * hour }), (from, ms) => {
        const end = afterRunning(from, ms, london)
        expect(runningMs(from, end, london)).toBe(ms)
        const justBefore = new Date(end.getTime() - 1)
        expect(isBusinessDay(localTime(justBefore, london.timeZone).day, england)).toBe(true)
      }),
    )
  })

  it('adds up over a cut anywhere', () => {
    fc.assert(
      fc.property(instants, instants, instants, (...three) => {
        const [a, b, c] = three.toSorted((one, other) => one.getTime() - other.getTime())
        if (!a || !b || !c) return
        const parts = runningMs(a, b, london) + runningMs(b, c, london)
        expect(parts).toBe(runningMs(a, c, london))
      }),
    )
  })
})
