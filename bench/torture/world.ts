/** The hour at which every calm process starts: a Wednesday morning in Shanghai. */
export const calmStart = '2026-11-25T09:00:00+08:00'

/** Shops, each with the same three payments under ids of its own. */
export const shops = 40

export function shopId(shop: number): string {
  return `S${shop}`
}

/** A world file in which the payment answers stay the same all day. */
export function worldFile(): string {
  const ids = Array.from({ length: shops }, (_, shop) => shopId(shop))
  return JSON.stringify({
    merchants: ids.map((id) => ({
      id,
      name: `晨光便利店${id}`,
      country: 'CN',
      windowId: 'cn.pos.t1',
      settlementAccountLast4: '6688',
      status: 'active',
    })),
    transactions: ids.flatMap(paymentsOf),
  })
}

function paymentsOf(merchantId: string) {
  const sale = { merchantId, type: 'sale', payment: 'captured' }
  return [
    {
      ...sale,
      id: `${merchantId}-paid`,
      amount: { minor: 1_000_000, currency: 'CNY' },
      createdAt: '2026-11-23T15:20:00+08:00',
      card: { last4: '6225' },
      clearing: 'cleared',
      settlement: { state: 'available' },
      payout: { state: 'credited', creditedAt: '2026-11-24T10:00:00+08:00' },
    },
    {
      ...sale,
      id: `${merchantId}-late`,
      amount: { minor: 560_000, currency: 'CNY' },
      createdAt: '2026-11-18T12:10:00+08:00',
      card: { last4: '1807' },
      clearing: 'cleared',
      settlement: { state: 'pending' },
      payout: { state: 'none' },
    },
    {
      ...sale,
      id: `${merchantId}-held`,
      amount: { minor: 6_800_000, currency: 'CNY' },
      createdAt: '2026-11-20T16:00:00+08:00',
      card: { last4: '8801' },
      clearing: 'cleared',
      settlement: {
        state: 'held',
        hold: { publicReason: '大额交易核实', since: '2026-11-20', documents: ['发票'] },
      },
    },
  ]
}
