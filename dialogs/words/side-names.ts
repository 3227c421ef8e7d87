import type { Locale } from '../../src/domain/locale.ts'

/** What somebody without a name is called at the desk, by the side they say they are on. */
export const sideNames: Readonly<
  Record<Locale, Readonly<Record<'merchant' | 'cardholder' | 'unknown', string>>>
> = {
  en: { merchant: 'Merchant', cardholder: 'Cardholder', unknown: 'Customer' },
  'zh-CN': { merchant: '商户', cardholder: '持卡人', unknown: '客户' },
}
