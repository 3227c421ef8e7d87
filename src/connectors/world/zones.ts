import { settlementWindow } from '../../domain/settlement/settlement-windows.ts'
import type { Merchant } from '../../domain/transaction.ts'

/** The zone of China's acquirers, used when nothing names another. */
export const defaultZone = 'Asia/Shanghai'

const zoneOfCountry: Readonly<Record<string, string>> = {
  CN: 'Asia/Shanghai',
  US: 'America/New_York',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  AU: 'Australia/Melbourne',
  NL: 'Europe/Amsterdam',
}

/** The IANA zone a merchant's days are counted in: its settlement window's, else its country's. */
export function zoneOfMerchant({ windowId, country = '' }: Merchant): string {
  const window = settlementWindow(windowId)
  return window?.timeZone ?? zoneOfCountry[country.toUpperCase()] ?? defaultZone
}
