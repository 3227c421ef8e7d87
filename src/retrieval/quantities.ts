import type { Locale } from '../domain/locale.ts'

/** A number with what it counts, such as `7 day` or `3 percent`. */
export interface Quantity {
  unit: string
  value: number
}

const englishNumbers =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(
    ' ',
  )
const number = '\\d+(?:,\\d{3})*(?:\\.\\d+)?'
const englishNumber = `(?:${number}|${englishNumbers.slice(1).join('|')}|thirty|sixty|ninety)`
const chineseNumber = `(?:${number}|[一二两三四五六七八九十]+)`
const englishDays = 'working|business|calendar|natural'

/** How each language counts; the first group is the number. A range gives its last number. */
const patterns: Record<Locale, [unit: string, pattern: RegExp][]> = {
  en: [
    ['day', new RegExp(`\\b(${englishNumber})[- ](?:(?:${englishDays})[- ])?days?\\b`, 'gi')],
    ['month', new RegExp(`\\b(${englishNumber})[- ]months?\\b`, 'gi')],
    ['hour', new RegExp(`\\b(${englishNumber})[- ]hours?\\b`, 'gi')],
    ['percent', new RegExp(`(${number}) ?(?:%|per ?cent)`, 'gi')],
    ['amount', new RegExp(`(?:¥|\\$|£|€|RMB |CNY |USD )(${number})`, 'gi')],
  ],
  'zh-CN': [
    ['day', new RegExp(`(?<![月第\\d])(${chineseNumber}) ?个?(?:工作日|自然日|天|日(?!期))`, 'g')],
    ['month', new RegExp(`(${chineseNumber}) ?个月`, 'g')],
    ['hour', new RegExp(`(${chineseNumber}) ?个?小时`, 'g')],
    ['percent', new RegExp(`(${number}) ?[%％]`, 'g')],
    ['amount', new RegExp(`¥(${number})`, 'g')],
    ['amount', new RegExp(`(${number}) ?元`, 'g')],
  ],
}

/** Days, months, hours, percentages and amounts that a text names. */
export function quantitiesIn(text: string, locale: Locale): Quantity[] {
  return patterns[locale].flatMap(([unit, pattern]) =>
    [...text.matchAll(pattern)].flatMap(([, written = '']) => {
      const value = numberFrom(written.toLowerCase())
      return value === undefined ? [] : [{ unit, value }]
    }),
  )
}

function numberFrom(written: string): number | undefined {
  if (/^\d/.test(written)) return Number(written.replaceAll(',', ''))
  const tens = { thirty: 30, sixty: 60, ninety: 90 }[written]
  if (tens !== undefined) return tens
  const english = englishNumbers.indexOf(written)
  return english > 0 ? english : chineseValue(written)
}

/** 二 to 九十九. */
function chineseValue(written: string): number | undefined {
  const digits = '零一二三四五六七八九'
  const [, ten = '', one = ''] = /^(?:(.?)十)?(.?)$/.exec(written.replace('两', '二')) ?? []
  const tens = written.includes('十') ? Math.max(digits.indexOf(ten || '一'), 0) : 0
  const ones = one === '' ? 0 : digits.indexOf(one)
  return tens + ones > 0 && ones >= 0 ? tens * 10 + ones : undefined
}
