import { describe, expect, it } from 'vitest'
import { sandboxProvider } from '../../../src/connectors/sandbox/sandbox-provider.ts'
import { parseWorld } from '../../../src/connectors/world/world.ts'
import {
  contractNow,
  contractWorld,
  paymentProviderContract,
} from '../../contracts/payment-provider.ts'

const clock = { now: () => contractNow }

paymentProviderContract('the sandbox', async (world) => ({
  provider: sandboxProvider({ world, clock, wait: async () => undefined }),
}))

describe('sandboxProvider', () => {
  it.each([
    ['slow', 1_500],
    ['timeout', 800],
  ] as const)('waits on the fault %s as long as it is told', async (lookup, expected) => {
    const waits: number[] = []
    const provider = sandboxProvider({
      world: { ...contractWorld(), faults: { lookup } },
      clock,
      timeoutMs: 800,
      wait: async (ms) => waits.push(ms),
    })
    await provider.findTransactions({ id: 'T-1', limit: 1 }).catch(() => undefined)
    expect(waits).toEqual([expected])
  })

  it('answers after the wait when it is slow', async () => {
    const provider = sandboxProvider({
      world: { ...contractWorld(), faults: { lookup: 'slow' } },
      clock,
      wait: async () => undefined,
    })
    expect(await provider.findTransactions({ id: 'T-1', limit: 1 })).toHaveLength(1)
  })

  it('tells of incidents even while look-ups fail', async () => {
    const world = { ...contractWorld(), faults: { lookup: 'error' as const } }
    expect(await sandboxProvider({ world, clock }).incidents()).toHaveLength(1)
  })

  it('lists the transfers of moving records in the merchant file, one a day', async () => {
    const sale = {
      merchantId: 'M1',
      type: 'sale',
      amount: { minor: 10_000, currency: 'CNY' },
      payment: 'captured',
      moves: true,
    }
    const { world } = parseWorld({
      merchants: [{ id: 'M1', name: 'Shop', windowId: 'cn.pos.d1', status: 'active' }],
      transactions: [
        { ...sale, id: 'A', createdAt: '2026-11-20T10:00:00+08:00' },
        { ...sale, id: 'B', createdAt: '2026-11-20T11:00:00+08:00' },
        { ...sale, id: 'C', createdAt: '2026-11-22T11:00:00+08:00' },
        { ...sale, id: 'D', createdAt: '2026-11-23T09:00:00+08:00' },
      ],
    })
    const file = await sandboxProvider({ world, clock }).merchantFile('M1')
    expect(file?.payouts).toMatchObject([
      {
        state: 'credited',
        arrivalDate: '2026-11-21',
        amount: { minor: 20_000 },
        transactionIds: ['A', 'B'],
      },
      {
        state: 'in_transit',
        arrivalDate: '2026-11-23',
        amount: { minor: 10_000 },
        transactionIds: ['C'],
      },
    ])
  })

  it('never shows its own marks in a record', async () => {
    const [record] = await sandboxProvider({ world: contractWorld(), clock }).findTransactions({
      id: 'T-1',
      limit: 1,
    })
    expect(record).not.toHaveProperty('moves')
  })

  it('finds one of a hundred thousand without walking them all', async () => {
    let reads = 0
    const { world } = parseWorld({
      merchants: [{ id: 'M1', name: 'Shop', windowId: 'cn.pos.t1', status: 'active' }],
    })
    const [model] = contractWorld().transactions
    if (!model) throw new Error('the contract world is empty')
    world.transactions = Array.from({ length: 100_000 }, (_, index) => ({
      ...model,
      id: `T-${index}`,
      refs: { rrn: String(100_000_000_000 + index) },
      createdAt: new Date(1_700_000_000_000 + index * 60_000).toISOString(),
      get stale() {
        reads += 1
        return false
      },
    }))
    const provider = sandboxProvider({ world, clock })
    reads = 0
    const found = await provider.findTransactions({
      rrn: '100000054321',
      merchantId: 'M1',
      limit: 5,
    })
    expect(found.map((record) => record.id)).toEqual(['T-54321'])
    const inHour = await provider.findTransactions({
      merchantId: 'M1',
      last4: '6225',
      amountsMinor: [1_000_000],
      from: new Date(1_700_000_000_000 + 500 * 60_000).toISOString(),
      to: new Date(1_700_000_000_000 + 503 * 60_000).toISOString(),
      limit: 5,
    })
    expect(inHour.map((record) => record.id)).toEqual(['T-502', 'T-501', 'T-500'])
    expect(reads).toBeLessThan(20)
  })
})
