import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalendars } from '../../../src/connectors/calendars.ts'
import { demoWorld } from '../../../src/connectors/sandbox/demo-world.ts'
import { sandboxProvider } from '../../../src/connectors/sandbox/sandbox-provider.ts'
import { looseEnds } from '../../../src/connectors/world/loose-ends.ts'

const monday = new Date('2026-11-23T10:00:00+08:00')

function demoAt(startedAt: Date, now = startedAt) {
  const clock = { now: () => now }
  return sandboxProvider({ world: demoWorld(startedAt), clock, calendarOf: createCalendars() })
}

describe('the demo world', () => {
  it('holds the sale of the guide: yesterday 15:20, ¥10,000, card 6225', async () => {
    const [found] = await demoAt(monday).findTransactions({ rrn: '123456789012', limit: 2 })
    expect(found).toMatchObject({
      merchantId: 'M1001',
      amount: { minor: 1_000_000, currency: 'CNY' },
      createdAt: '2026-11-22T15:20:00+08:00',
      card: { last4: '6225' },
    })
  })

  it('goes forward as its clock runs', async () => {
    const stateAt = async (now: string) => {
      const [found] = await demoAt(monday, new Date(now)).findTransactions({
        id: 'D-1002',
        limit: 1,
      })
      return `${found?.clearing} ${found?.payout.state}`
    }
    expect(await stateAt('2026-11-23T10:00:00+08:00')).toBe('submitted none')
    expect(await stateAt('2026-11-23T23:30:00+08:00')).toBe('cleared none')
    expect(await stateAt('2026-11-24T09:00:00+08:00')).toBe('cleared in_transit')
    expect(await stateAt('2026-11-24T12:00:00+08:00')).toBe('cleared credited')
  })

  it('is whole and lies in the past whenever it starts', async () => {
    const start = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2026-12-31T23:00:00Z'),
      noInvalidDate: true,
    })
    await fc.assert(
      fc.asyncProperty(start, async (startedAt) => {
        expect(looseEnds(demoWorld(startedAt))).toEqual([])
        const records = await demoAt(startedAt).findTransactions({ limit: 100 })
        expect(records.length).toBeGreaterThanOrEqual(40)
        const instants = records.flatMap(({ createdAt, payout, reversal, refunds }) => [
          createdAt,
          payout.creditedAt,
          payout.sentAt,
          reversal?.at,
          ...refunds.map((refund) => refund.createdAt),
        ])
        for (const instant of instants) {
          expect(Date.parse(instant ?? '2020-01-01')).toBeLessThanOrEqual(startedAt.getTime())
        }
      }),
      { numRuns: 50 },
    )
  })

  it('can be asked about each sale by card and amount alone', async () => {
    const provider = demoAt(monday)
    for (const record of await provider.findTransactions({ limit: 100 })) {
      const found = await provider.findTransactions({
        last4: record.card?.last4,
        amountsMinor: [record.amount.minor],
        limit: 5,
      })
      const isTwin = record.refs.orderNo === 'CG20260388'
      expect(
        found.map((each) => each.id),
        record.id,
      ).toHaveLength(isTwin ? 2 : 1)
    }
  })
})
