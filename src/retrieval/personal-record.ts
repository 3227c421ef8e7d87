import type { Locale } from '../domain/locale.ts'

interface Signs {
  amount: RegExp
  day: RegExp
  /** A key that names one payment or case: a long number, a card tail, a ticket number. */
  reference: RegExp
  /** The speaker, or money being waited for. */
  own: RegExp
  /** Asks for the state of something of one's own. */
  direct: RegExp
  /** Asks how things are done in general, even when it speaks of "my" ticket. */
  general: RegExp
}

const signs: Record<Locale, Signs> = {
  en: {
    amount:
      /[$£€¥]\s?\d|\b\d{1,3}(?:,\d{3})+\b|\b\d[\d.]*\s?(?:k|yuan|rmb|cny|usd|gbp|eur|dollars?|pounds?|euros?)\b|\b(?!20\d\d\b|12363|12378|12315|95516|96110)\d{4,}\b/,
    day: /\b(?:yesterday|today|tonight|this (?:morning|afternoon|week)|last (?:night|week|mon|tues|wednes|thurs|fri|satur|sun)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}[/-]\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}|\d{1,2}(?:st|nd|rd|th)|\d+ (?:days?|weeks?) ago)/,
    reference: /\b\d{9,}\b|\bending (?:in |with )?\d{4}\b|\btk[-\d][\w-]{3,}/,
    own: /\b(?:my|our|i|we|me|mine)\b/,
    direct:
      /\bwhere(?:'s| is| are| did) (?:my|our) |\b(?:has|have|did) (?:my|our) [\w ]{2,30}(?:arrived?|come|paid|credited|gone through|go through|processed|settled|ready|done)\b|\bstatus of (?:my|our)\b|\b(?:check|look up|find|track|trace) (?:my|our|the) (?:payment|payout|transaction|sale|refund|order|ticket|case|settlement)\b/,
    general: /\bhow (?:do|can|should|to|long|does)\b|\bwhat (?:should|do|can|is|does|happens)\b/,
  },
  'zh-CN': {
    amount:
      /\d[\d,.]*\s*(?:元|块|万|千|百|[wk](?![a-z]))|[一二两三四五六七八九十百千万]*[百千万]|[¥￥$]\s*\d|(?<!\d)(?!20\d\d年?|12363|12378|12315|95516|96110)\d{4,}(?!\d)/,
    day: /昨|前天|今天|今早|今晚|刚才|上周|上个?星期|上个?礼拜|(?:周|星期|礼拜)[一二三四五六日天]|\d+月\d+|\d+[号日]|\d+天前/,
    reference: /(?<!\d)\d{9,}(?!\d)|尾号\s*\d{4}|后四位(?:是|为)?\s*\d{4}|tk[-\d][\w-]{3,}/,
    own: /我|咱|没到|没收到|未到|到账|去哪|在哪/,
    direct:
      /我(?:们)?(?:的|那|这)+[^，。？?]{0,6}(?:钱|款|货款|结算款)(?:现在)?(?:在哪|去哪|到哪|到了|到账了|打了|退了)|(?:帮我|给我|替我)(?:查|看)|查(?:一下|下|查)?我的|我的(?:工单|订单|投诉|交易)[^怎如]{0,6}(?:进度|状态|到哪|处理得)/,
    general: /怎么(?!还|没|不)|如何|怎样|多久|为什么|是什么|什么意思/,
  },
}

/**
 * Whether a question is about one payment or case of the speaker. Only the record can answer that,
 * so no article should. An amount alone or a day alone is not enough: people put both into general
 * questions ("I sell for 10,000 and get 9,940, why?").
 */
export function asksForOwnRecord(text: string, locale: Locale): boolean {
  const said = text.normalize('NFKC').toLowerCase()
  const { amount, day, reference, own, direct, general } = signs[locale]
  if (reference.test(said)) return true
  if (amount.test(said) && day.test(said) && own.test(said)) return true
  return direct.test(said) && !general.test(said)
}
