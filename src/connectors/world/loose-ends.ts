import { settlementWindow } from '../../domain/settlement/settlement-windows.ts'

/** The part of a world that points from one list to another. */
interface Linked {
  merchants: readonly { id: string; windowId: string }[]
  transactions: readonly { id: string; merchantId: string }[]
  payouts: readonly { id: string; merchantId: string; transactionIds?: string[] | undefined }[]
  disputes: readonly { merchantId: string }[]
  complaints: readonly { merchantId: string }[]
}

function twice(list: string, records: readonly { id: string }[]): string[] {
  const seen = new Set<string>()
  return records.flatMap(({ id }, index) => {
    if (seen.has(id)) return [`${list}[${index}].id: used before in this list`]
    seen.add(id)
    return []
  })
}

function ownerless(list: string, records: readonly { merchantId: string }[], world: Linked) {
  const merchants = new Set(world.merchants.map(({ id }) => id))
  return records.flatMap(({ merchantId }, index) =>
    merchants.has(merchantId) ? [] : [`${list}[${index}].merchantId: no such merchant here`],
  )
}

function strayTransactions(world: Linked): string[] {
  const known = new Set(world.transactions.map(({ id }) => id))
  return world.payouts.flatMap(({ transactionIds = [] }, payout) =>
    transactionIds.flatMap((id, index) =>
      known.has(id)
        ? []
        : [`payouts[${payout}].transactionIds[${index}]: no such transaction here`],
    ),
  )
}

function strangeWindows({ merchants }: Linked): string[] {
  return merchants.flatMap(({ windowId }, index) =>
    settlementWindow(windowId) ? [] : [`merchants[${index}].windowId: no such settlement window`],
  )
}

/** What leads nowhere in a world, with its path: rarely meant, but no reason to stop. */
export function looseEnds(world: Linked): string[] {
  return [
    ...twice('merchants', world.merchants),
    ...strangeWindows(world),
    ...twice('transactions', world.transactions),
    ...ownerless('transactions', world.transactions, world),
    ...twice('payouts', world.payouts),
    ...ownerless('payouts', world.payouts, world),
    ...strayTransactions(world),
    ...ownerless('disputes', world.disputes, world),
    ...ownerless('complaints', world.complaints, world),
  ]
}
