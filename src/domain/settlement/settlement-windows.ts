import { adyenSquarePaypalWindows } from './adyen-square-paypal-windows.ts'
import { chinesePayoutWindows } from './chinese-payout-windows.ts'
import { chineseWalletAndCardWindows } from './chinese-wallet-and-card-windows.ts'
import type { SettlementWindow } from './settlement-window.ts'
import { stripeAndCardWindows } from './stripe-and-card-windows.ts'

/** Every window we know. */
export const settlementWindows: readonly SettlementWindow[] = [
  ...chinesePayoutWindows,
  ...chineseWalletAndCardWindows,
  ...stripeAndCardWindows,
  ...adyenSquarePaypalWindows,
]

const byId = new Map(settlementWindows.map((window) => [window.id, window]))

/** The window of that id, if there is one. */
export function settlementWindow(id: string): SettlementWindow | undefined {
  return byId.get(id)
}
