import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A record whose every datum is its own, so that a reply that holds one betrays it. */
export interface GuardedRecord {
  id: string
  merchantId: string
  /** What a customer may know, as it is written in a message. */
  keys: Record<KeyName, string>
  /** What only a reply that shows the record can hold. */
  data: readonly string[]
  /** What is the merchant's own even then. */
  merchantOnly: readonly string[]
}

export const keyNames = ['amount', 'date', 'time', 'last4', 'rrn', 'orderNo', 'merchantId'] as const
export type KeyName = (typeof keyNames)[number]

export const owner = '898310000000001'
export const stranger = '898310000000002'
export const clockStart = '2026-11-23T10:00:00+08:00'

function yuan(minor: number): string {
  return new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(minor / 100)
}

/** The numbers of record `index`; no two records share one. */
function numbersOf(index: number) {
  const minor = 1_000_000 + index * 137_01
  return {
    minor,
    fee: 6_000 + index * 7,
    rrn: `61${String(7_300_000_000 + index * 104_729)}`,
    orderNo: `AX${String(40_000 + index * 31)}`,
    last4: String(1_100 + index),
    payoutLast4: String(7_400 + index),
    traceRef: `TRC${5_000_000 + index * 13}`,
    day: `2026-11-${String(10 + (index % 9)).padStart(2, '0')}`,
    time: `${String(9 + (index % 10)).padStart(2, '0')}:${String(10 + (index % 45))}`,
  }
}

/** The record a customer of the test asks for, and what it is called in the world file. */
export function guardedRecord(index: number, merchantId = owner): GuardedRecord {
  const { minor, fee, rrn, orderNo, last4, payoutLast4, traceRef, day, time } = numbersOf(index)
  return {
    id: `GUARDED-${index}`,
    merchantId,
    keys: { amount: `${yuan(minor)} yuan`, date: day, time, last4, rrn, orderNo, merchantId },
    data: [`GUARDED-${index}`, yuan(minor), rrn, orderNo, last4, time, 'Guarded Bakery'],
    merchantOnly: [yuan(minor - fee), yuan(fee), payoutLast4, traceRef, '6699'],
  }
}

function written(index: number, merchantId: string, tracks: object) {
  const { minor, fee, rrn, orderNo, last4, payoutLast4, traceRef, day, time } = numbersOf(index)
  return {
    id: `GUARDED-${index}`,
    merchantId,
    type: 'sale',
    amount: { minor, currency: 'CNY' },
    fee: { minor: fee },
    net: { minor: minor - fee },
    createdAt: `${day}T${time}:00+08:00`,
    card: { last4, brand: 'UnionPay' },
    refs: { rrn, orderNo },
    payment: 'captured',
    clearing: 'cleared',
    settlement: 'available',
    payout: {
      state: 'credited',
      amount: { minor: minor - fee },
      destinationLast4: payoutLast4,
      traceRef,
      creditedAt: '2026-11-21T10:11:00+08:00',
    },
    ...tracks,
  }
}

const hold = {
  state: 'held',
  hold: { publicReason: 'NIGHT-SALES-REVIEW', documents: ['LEASE-PAPER'] },
}

/** What may have become of a sale on the merchant's side. */
export const merchantSides: Record<string, object> = {
  credited: {},
  held: { settlement: hold, payout: 'none' },
  returned: {
    payout: { state: 'returned', failureText: 'ACCOUNT-NAME-WRONG', destinationLast4: '6699' },
  },
  'in transit': {
    payout: { state: 'in_transit', arrivalDate: '2026-11-24', destinationLast4: '6699' },
  },
  netted: { settlement: 'netted', payout: 'none' },
}
export const merchantReasons = ['NIGHT-SALES-REVIEW', 'LEASE-PAPER', 'ACCOUNT-NAME-WRONG']

/** A world file with `count` records of the owner, the last of a kind first in `tracks`. */
export function guardedWorld(count: number, tracks: object[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'daozhang-guarded-'))
  const path = join(folder, 'world.json')
  const merchant = { windowId: 'cn.pos.t1', cutoff: '23:00', country: 'CN', status: 'active' }
  const merchants = [
    { ...merchant, id: owner, name: 'Guarded Bakery', settlementAccountLast4: '6699' },
    { ...merchant, id: stranger, name: 'Other Shop', settlementAccountLast4: '5522' },
  ]
  const transactions = Array.from({ length: count }, (_each, index) =>
    written(index, owner, tracks[index] ?? {}),
  )
  writeFileSync(path, JSON.stringify({ merchants, transactions }))
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
