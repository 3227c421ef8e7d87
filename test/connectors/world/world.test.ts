import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadWorld, parseWorld } from '../../../src/connectors/world/world.ts'
import { Failure } from '../../../src/errors.ts'

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/worlds/${name}.json`, import.meta.url))

async function lenientRecord(id: string) {
  const { world } = await loadWorld(fixture('lenient'))
  return world.transactions.find((record) => record.id === id)
}

describe('a world file', () => {
  it('may be empty', () => {
    expect(parseWorld({})).toEqual({
      world: {
        merchants: [],
        transactions: [],
        payouts: [],
        incidents: [],
        disputes: [],
        complaints: [],
        faults: {},
      },
      warnings: [],
    })
  })

  it('takes an absent track for not reported, an absent refund or dispute for none', async () => {
    expect(await lenientRecord('BARE')).toMatchObject({
      provider: 'sandbox',
      providerIds: {},
      type: 'unknown',
      amount: { minor: 100, currency: 'CNY' },
      refs: {},
      payment: 'unknown',
      clearing: 'not_reported',
      settlement: { state: 'not_reported' },
      payout: { state: 'not_reported' },
      refunds: [],
      dispute: { state: 'none' },
      stale: false,
      moves: false,
    })
  })

  it('takes tracks that are written as their state alone', async () => {
    expect(await lenientRecord('SHORT')).toMatchObject({
      settlement: { state: 'held' },
      payout: { state: 'in_transit' },
      dispute: { state: 'inquiry' },
      reversal: { state: 'succeeded' },
      descriptor: 'CORNER',
      outcome: 'reversed_after_approval',
    })
  })

  it('takes references at the transaction, those in refs first', async () => {
    const record = await lenientRecord('SHORT')
    expect(record?.refs).toEqual({ rrn: '999999999999', terminalId: '60010001', authCode: 'A1' })
    expect(record).not.toHaveProperty('rrn')
  })

  it('fills what a refund lacks from its sale', async () => {
    expect((await lenientRecord('SHORT'))?.refunds).toEqual([
      {
        id: 'SHORT-refund-1',
        state: 'failed',
        amountMinor: 100,
        createdAt: '2026-11-20T15:20:00+08:00',
        failedAt: '2026-11-21T00:00:00+08:00',
      },
      { id: 'R9', state: 'pending', amountMinor: 50, createdAt: '2026-11-21T08:00:00+08:00' },
    ])
  })

  it("takes the sale's currency for amounts without one, and null for absent", async () => {
    const record = await lenientRecord('SHORT')
    expect(record?.fee).toEqual({ minor: 348, currency: 'CNY' })
    expect(record).not.toHaveProperty('card')
  })

  it.each([
    ['BARE', '2026-11-22T00:00:00+08:00'],
    ['SHORT', '2026-11-20T15:20:00+08:00'],
    ['HELD', '2026-11-20T15:20:30.5Z'],
    ['LONDON', '2026-07-01T09:00:00+01:00'],
    ['EAST', '2026-01-05T00:00:00-05:00'],
  ])("reads the time of %s in its merchant's zone", async (id, createdAt) => {
    expect((await lenientRecord(id))?.createdAt).toBe(createdAt)
  })

  it('keeps days where a whole day is meant, and makes instants of the rest', async () => {
    expect(await lenientRecord('SHORT')).toMatchObject({
      tradeDay: '2026-11-20',
      captureBefore: '2026-11-27',
    })
    expect(await lenientRecord('HELD')).toMatchObject({
      settlement: {
        expectedAt: '2026-11-26',
        hold: {
          since: '2026-11-20T00:00:00+08:00',
          documents: ['invoice'],
          submitted: ['invoice'],
        },
      },
      payout: { arrivalDate: '2026-11-26', creditedAt: '2026-11-26T00:00:00+08:00' },
      dispute: { dueAt: '2026-12-01' },
    })
    const { world } = await loadWorld(fixture('lenient'))
    expect(world.incidents[0]).toMatchObject({
      startedAt: '2026-11-22T00:00:00+08:00',
      endsAt: '2026-11-22T23:59:59+08:00',
    })
    expect(world.payouts[0]).toMatchObject({
      settDate: '2026-11-23',
      fileCutAt: '2026-11-22T23:00:00+08:00',
    })
    expect(world.complaints[0]).toMatchObject({
      openedAt: '2026-11-01T00:00:00+08:00',
      dueAt: '2026-11-16',
    })
    expect(world.merchants[0]?.accountChange?.at).toBe('2026-11-10T00:00:00+08:00')
  })

  it("names the merchant's provider as the record's", async () => {
    expect((await lenientRecord('LONDON'))?.provider).toBe('square')
  })

  it('warns of unknown keys and of what leads nowhere, and reads on', async () => {
    const { world, warnings } = await loadWorld(fixture('strange'))
    expect(world.transactions.map((record) => record.settlement.state)).toEqual([
      'held',
      'not_reported',
    ])
    expect(warnings.toSorted()).toEqual([
      '$comment: unknown key, ignored',
      'merchants[0].colour: unknown key, ignored',
      'merchants[0].windowId: no such settlement window',
      'payouts[0].transactionIds[1]: no such transaction here',
      'transactions[0].amount.display: unknown key, ignored',
      'transactions[0].raw: unknown key, ignored',
      'transactions[0].settlement.why: unknown key, ignored',
      'transactions[1].id: used before in this list',
      'transactions[1].merchantId: no such merchant here',
      'transactions[1].refunds[0].speed: unknown key, ignored',
    ])
  })

  it('gives no warning for a clean file', async () => {
    expect((await loadWorld(fixture('contract'))).warnings).toEqual([])
  })
})

describe('a wrong world file', () => {
  const transaction = {
    id: 'T1',
    merchantId: 'M1',
    amount: { minor: 100, currency: 'CNY' },
    createdAt: '2026-11-22',
  }
  const merchant = { id: 'M1', name: 'Shop', windowId: 'cn.pos.t1', status: 'active' }
  const withTransaction = (change: object) => ({ transactions: [{ ...transaction, ...change }] })

  it.each<[string, unknown, string, string]>([
    [
      'an amount as text',
      withTransaction({ amount: { minor: '100', currency: 'CNY' } }),
      'transactions[0].amount.minor',
      'expected number',
    ],
    [
      'a fraction of a fen',
      withTransaction({ amount: { minor: 1.5, currency: 'CNY' } }),
      'transactions[0].amount.minor',
      'expected int',
    ],
    [
      'a bare amount',
      withTransaction({ amount: 100 }),
      'transactions[0].amount',
      'expected object',
    ],
    ['no amount', withTransaction({ amount: null }), 'transactions[0].amount', 'expected object'],
    [
      'a currency in words',
      withTransaction({ amount: { minor: 1, currency: 'yuan' } }),
      'transactions[0].amount.currency',
      'three letters',
    ],
    [
      'a payment state of its own',
      withTransaction({ payment: 'paid' }),
      'transactions[0].payment',
      '"captured"',
    ],
    [
      'a settlement state of its own',
      withTransaction({ settlement: 'paid' }),
      'transactions[0].settlement.state',
      '"held"',
    ],
    [
      'a payout that is a number',
      withTransaction({ payout: 3 }),
      'transactions[0].payout',
      'expected object',
    ],
    [
      'a refund without a state',
      withTransaction({ refunds: [{ amountMinor: 1 }] }),
      'transactions[0].refunds[0].state',
      '"pending"',
    ],
    [
      'a reference as a number',
      withTransaction({ rrn: 123456789012 }),
      'transactions[0].rrn',
      'expected string',
    ],
    [
      'a long last four',
      withTransaction({ card: { last4: '62250001' } }),
      'transactions[0].card.last4',
      'four digits',
    ],
    [
      'a day that does not exist',
      withTransaction({ createdAt: '2026-02-30' }),
      'transactions[0].createdAt',
      '2026-11-22',
    ],
    [
      'an hour that does not exist',
      withTransaction({ createdAt: '2026-02-20T25:00' }),
      'transactions[0].createdAt',
      '2026-11-22',
    ],
    [
      'a date in words',
      withTransaction({ tradeDay: 'yesterday' }),
      'transactions[0].tradeDay',
      '2026-11-22',
    ],
    [
      'moves in words',
      withTransaction({ moves: 'yes' }),
      'transactions[0].moves',
      'expected boolean',
    ],
    [
      'a merchant without a status',
      { merchants: [{ ...merchant, status: undefined }] },
      'merchants[0].status',
      'expected string',
    ],
    [
      'a cut-off of its own kind',
      { merchants: [{ ...merchant, cutoff: '11 pm' }] },
      'merchants[0].cutoff',
      'HH:MM',
    ],
    ['an unknown fault', { faults: { lookup: 'broken' } }, 'faults.lookup', '"timeout"'],
    ['transactions by id', { transactions: { T1: transaction } }, 'transactions', 'expected array'],
    ['null in a list', { transactions: [null] }, 'transactions[0]', 'expected object'],
    ['a list for a world', [], 'the file', 'expected object'],
    ['nothing', null, 'the file', 'expected object'],
  ])('is refused for %s, with the place and what is accepted', (...[, json, path, accepted]) => {
    const parse = () => parseWorld(json)
    expect(parse).toThrow(expect.objectContaining({ name: 'Failure', code: 'world_invalid' }))
    expect(parse).toThrow(`  ${path}: `)
    expect(parse).toThrow(accepted)
  })

  it('is told every fault at once, and the rest as a number', () => {
    const transactions = Array.from({ length: 25 }, () => ({ ...transaction, id: 7 }))
    expect(() => parseWorld({ transactions })).toThrow(
      /transactions\[19\]\.id: .*\n {2}… and 5 more/,
    )
  })

  it('is refused for any JSON with a Failure or read, never with another error', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        try {
          parseWorld(json)
        } catch (error) {
          expect(error).toBeInstanceOf(Failure)
        }
      }),
    )
  })

  it('does not let a key named __proto__ through', () => {
    const { world } = parseWorld(
      JSON.parse('{"transactions":[],"__proto__":{"faults":{"lookup":"error"}}}'),
    )
    expect(world.faults).toEqual({})
  })

  it('is refused when it is not there or not JSON, naming the setting', async () => {
    await expect(loadWorld('/no/such/world.json')).rejects.toThrow(/^SANDBOX_WORLD: .*\(ENOENT\)/)
    const path = join(await mkdtemp(join(tmpdir(), 'world-')), 'half.json')
    await writeFile(path, '{"merchants": [')
    await expect(loadWorld(path)).rejects.toMatchObject({ code: 'world_invalid' })
    await writeFile(path, '{"merchants": [],}')
    await expect(loadWorld(path)).rejects.toThrow(/not JSON at position 17/)
  })

  it('may begin with a byte order mark', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'world-')), 'bom.json')
    await writeFile(path, `\uFEFF${await readFile(fixture('contract'), 'utf8')}`)
    expect((await loadWorld(path)).world.merchants).toHaveLength(2)
  })
})
