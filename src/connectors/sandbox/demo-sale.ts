import type { z } from 'zod'
import type { transactionSchema } from '../world/record-schema.ts'

/** A transaction as it may be written in a world file. */
export type DemoTransaction = z.input<typeof transactionSchema>

/** What the demo says of a sale; everything else follows. */
type SaleFacts = Omit<DemoTransaction, 'amount'> & {
  minor: number
  currency?: string
  last4: string
  /** The merchant's fee, basis points of the amount. */
  feeBp?: number
  extraFeeMinor?: number
}

/** A captured card sale with its fee and the references of its slip. */
export function demoSale(facts: SaleFacts): DemoTransaction {
  const { minor, currency = 'CNY', last4, feeBp = 60, extraFeeMinor = 0, ...rest } = facts
  const fee = Math.round((minor * feeBp) / 10_000) + extraFeeMinor
  return {
    type: 'sale',
    amount: { minor, currency },
    fee: { minor: fee },
    net: { minor: minor - fee },
    card: { last4, brand: currency === 'CNY' ? 'UnionPay' : 'Visa' },
    entryMode: 'contactless',
    responseCode: currency === 'CNY' ? { scheme: 'iso8583_39', code: '00' } : undefined,
    payment: 'captured',
    clearing: 'submitted',
    settlement: 'pending',
    payout: 'none',
    ...rest,
  }
}

/** A card sale that never became the merchant's money: no fee, nothing to settle. */
export function demoAttempt(facts: SaleFacts): DemoTransaction {
  const { fee: _fee, net: _net, ...sale } = demoSale(facts)
  return { ...sale, clearing: 'not_cleared', settlement: 'not_applicable', payout: 'none' }
}
