import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PastWait, waitingRange } from '../../../src/domain/handoff/waiting-time.ts'
import type { Locale } from '../../../src/domain/locale.ts'

const noon = Date.parse('2026-11-23T12:00:00Z')
const waited = (minutes: number, language: Locale = 'en'): PastWait => ({
  language,
  calledAt: new Date(noon).toISOString(),
  claimedAt: new Date(noon + minutes * 60_000).toISOString(),
})
const waits = [1, 2, 2, 3, 4, 5, 6, 8].map((minutes) => waited(minutes))

describe('waitingRange', () => {
  it('says nothing with fewer than five examples', () => {
    const few = waits.slice(0, 4)
    expect(waitingRange({ place: 1, language: 'en', waits: few })).toBeUndefined()
  })

  it('tells the middle half of what others waited', () => {
    expect(waitingRange({ place: 1, language: 'en', waits })).toEqual({ from: 2, to: 6 })
  })

  it('counts those ahead, as far as nobody is free for them', () => {
    const far = waitingRange({ place: 5, language: 'en', waits, free: 0 })
    const near = waitingRange({ place: 5, language: 'en', waits, free: 3 })
    expect(far?.to).toBeGreaterThan(near?.to ?? 0)
    expect(waitingRange({ place: 5, language: 'en', waits, free: 9 })).toEqual(
      waitingRange({ place: 1, language: 'en', waits }),
    )
  })

  it('goes by the customer’s language where there are enough of it', () => {
    const chinese = [20, 20, 20, 20, 20].map((minutes) => waited(minutes, 'zh-CN'))
    const all = [...waits, ...chinese]
    expect(waitingRange({ place: 1, language: 'zh-CN', waits: all })).toEqual({ from: 20, to: 21 })
  })

  it('never names an empty, negative or backward range, and grows with the place', () => {
    const minutes = fc.array(fc.nat(300), { minLength: 5, maxLength: 60 })
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 80 }), fc.nat(5), (past, place, free) => {
        const asked = { language: 'en' as const, waits: past.map((each) => waited(each)), free }
        const range = waitingRange({ ...asked, place })
        const next = waitingRange({ ...asked, place: place + 1 })
        if (!range || !next) throw new Error('enough examples were given')
        expect(range.from).toBeGreaterThanOrEqual(1)
        expect(range.to).toBeGreaterThan(range.from)
        expect(next.to).toBeGreaterThanOrEqual(range.to)
      }),
    )
  })
})
