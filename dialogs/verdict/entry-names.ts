import type { Locale } from '../../src/domain/locale.ts'

/** Lines of a payout by what their type says, whatever provider wrote it. */
const kinds: readonly { pattern: RegExp; words: Record<Locale, string> }[] = [
  { pattern: /chargeback|dispute/iu, words: { en: 'dispute', 'zh-CN': '争议/拒付' } },
  { pattern: /refund/iu, words: { en: 'refund', 'zh-CN': '退款' } },
  { pattern: /reserve|hold/iu, words: { en: 'reserve', 'zh-CN': '暂扣准备金' } },
  { pattern: /fee/iu, words: { en: 'fee', 'zh-CN': '费用' } },
  { pattern: /return/iu, words: { en: 'returned payout', 'zh-CN': '退回的出款' } },
  { pattern: /adjust/iu, words: { en: 'adjustment', 'zh-CN': '调整' } },
]

const other: Record<Locale, string> = { en: 'other deduction', 'zh-CN': '其他扣款' }

const nameIn = (locale: Locale) => (type: string) =>
  (kinds.find(({ pattern }) => pattern.test(type))?.words ?? other)[locale]

/** The name of a payout line in the customer's language. */
export const entryNames: Record<Locale, (type: string) => string> = {
  en: nameIn('en'),
  'zh-CN': nameIn('zh-CN'),
}
