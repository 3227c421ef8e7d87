import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalendars } from '../../../src/connectors/calendars.ts'
import { addDays } from '../../../src/domain/local-time.ts'
import { calculateSettlement } from '../../../src/domain/settlement/calculate-settlement.ts'
import type { SettlementInput } from '../../../src/domain/settlement/settlement-answer.ts'
import { settlementWindows } from '../../../src/domain/settlement/settlement-windows.ts'

const calendarOf = createCalendars()

const anInstant = fc.date({
  min: new Date('2025-01-01T00:00:00Z'),
  max: new Date('2027-06-30T00:00:00Z'),
  noInvalidDate: true,
})
const aWindow = fc.constantFrom(...settlementWindows)
const aCutoff = fc.constantFrom(undefined, '17:00', '22:00', '23:00', '24:00')
const aContract = fc.record({
  cutoffOverride: aCutoff,
  makeupWorkdayCounts: fc.constantFrom(undefined, true, false),
  weekendRule: fc.constantFrom(
    undefined,
    'first_business_day_after_T' as const,
    'monday_is_trade_day' as const,
  ),
})

const anInput: fc.Arbitrary<SettlementInput> = fc
  .record({ window: aWindow, sale: anInstant, now: anInstant, contract: aContract })
  .map(({ window, sale, now, contract }) => ({
    ...contract,
    windowId: window.id,
    saleAt: sale.toISOString(),
    now,
  }))

const calculate = (input: SettlementInput) => calculateSettlement(input, calendarOf)

function earliestAllowed(windowId: string, tradeDay: string): string {
  const window = settlementWindows.find(({ id }) => id === windowId)
  if (!window || window.unit === 'minutes') return tradeDay
  return addDays(tradeDay, window.offset)
}

function inOrder(a: Date, b: Date): [Date, Date] {
  return a <= b ? [a, b] : [b, a]
}

const ORDER = ['not_due', 'due_today', 'late_grace', 'overdue']

describe('calculateSettlement', () => {
  it('never promises money before the rule allows', () => {
    fc.assert(
      fc.property(anInput, (input) => {
        const found = calculate(input)
        const applied = found.fallbackWindowId ?? found.windowId
        expect(found.expectedDay >= earliestAllowed(applied, found.tradeDay)).toBe(true)
        expect(found.expectedDay >= found.withoutCalendar).toBe(true)
        expect(found.expectedDay >= found.withoutCutoff).toBe(true)
        expect(new Date(found.deadline) >= new Date(input.saleAt)).toBe(true)
        expect(found.ticketFrom >= found.expectedDay).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('never pays a later sale earlier, in windows that take every sale', () => {
    const always = settlementWindows.filter(({ serviceWindow }) => !serviceWindow)
    fc.assert(
      fc.property(anInput, fc.constantFrom(...always), anInstant, (input, window, other) => {
        const [first, second] = inOrder(new Date(input.saleAt), other)
        const at = (sale: Date) =>
          calculate({ ...input, windowId: window.id, saleAt: sale.toISOString() })
        expect(at(second).expectedDay >= at(first).expectedDay).toBe(true)
        expect(new Date(at(second).deadline) >= new Date(at(first).deadline)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('never pays a sale of the next hour earlier inside the service hours', () => {
    const within = fc.integer({ min: 8 * 60, max: 20 * 60 })
    const aDay = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-01-01', n))
    fc.assert(
      fc.property(aDay, within, fc.constantFrom('cn.pos.d0', 'cn.pos.t0'), (day, minute, id) => {
        const midnight = new Date(`${day}T00:00:00+08:00`).getTime()
        const at = (minutes: number) =>
          calculate({
            windowId: id,
            saleAt: new Date(midnight + minutes * 60_000).toISOString(),
            now: new Date(midnight),
          })
        expect(at(minute + 60).deadline >= at(minute).deadline).toBe(true)
      }),
    )
  })

  it('always takes the provider’s date', () => {
    const aDay = fc.integer({ min: -30, max: 900 }).map((n) => addDays('2025-01-01', n))
    fc.assert(
      fc.property(anInput, aDay, (input, day) => {
        const found = calculate({ ...input, providerExpectedAt: day })
        expect(found).toMatchObject({ expectedDay: day, basis: 'provider', skipped: [] })
        expect(found.deadline.startsWith(day)).toBe(true)
        expect(found.reasons).toContain('provider_date')
      }),
    )
  })

  it('is provisional exactly when a year it needs is not loaded', () => {
    fc.assert(
      fc.property(anInput, (raw) => {
        const input = { ...raw, windowId: 'cn.pos.t1' }
        const found = calculate(input)
        const unknownDay = found.expectedDay >= '2027'
        const unknownTicket =
          found.ticketFrom >= '2027' && input.now >= new Date(found.ticketFromAt)
        expect(found.status === 'provisional').toBe(unknownDay || unknownTicket)
        expect(found.reasons.includes('calendar_not_loaded')).toBe(found.ticketFrom >= '2027')
      }),
      { numRuns: 500 },
    )
  })

  it('is never overdue on a calendar it does not have', () => {
    fc.assert(
      fc.property(anInput, (input) => {
        const found = calculateSettlement({ ...input, calendarOverride: 'atlantis' }, calendarOf)
        if (found.reasons.includes('calendar_not_loaded')) {
          expect(found.status).not.toBe('overdue')
        }
      }),
    )
  })

  it('only gets later as time passes', () => {
    fc.assert(
      fc.property(anInput, anInstant, (input, other) => {
        const [early, late] = inOrder(input.now, other)
        const before = calculate({ ...input, now: early }).status
        const after = calculate({ ...input, now: late }).status
        if (after === 'provisional') return
        expect(ORDER.indexOf(after)).toBeGreaterThanOrEqual(ORDER.indexOf(before))
      }),
    )
  })
})
