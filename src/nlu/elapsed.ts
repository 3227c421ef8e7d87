import { matchesOf } from '../domain/matches.ts'
import type { Entity } from '../ports/understanding.ts'
import { countOf, counts, unitDaysEn } from './dates.en.ts'
import { unitDays } from './dates.zh-cn.ts'
import { blot, type EntityStep, spanAt } from './entity-step.ts'
import { countWords } from './read-english-number.ts'
import { chineseDigits, readNumber } from './read-number.ts'

const chinese =
  /(?<![第前后头另每某同哪晚早差t+d\d.~-])(\d{1,3}|[一二两俩三仨四五六七八九十]{1,3}|半)([多来])?\s?(个)?(半|多)?(工作日|天|周|星期|礼拜|月|小时|年)(?!之?内|之?前|以前|之?后|以后|以内|[一二三四五六日末]|到[账帐]\s?吗|[十百千]|[号份级费租薪]|能|可以|定期|期|无理由|质保|保修|最多|最高|限|(?:人工|在线|不间断)?(?:客服|服务|营业|热线|在线))(多)?/g
const english = new RegExp(
  `(?<!(?:within|in|next|every|each|per|t\\+|d\\+|to)\\s?)(?<![\\d.+–-])\\b(${counts})\\s*(?:(?:full|whole|more|business|working|banking)\\s+)*(day|week|wk|fortnight|month|year|hour|hr)s?\\b(?! (?:ago|back|earlier|later(?!\\s*(?:[.,!?]|$))|after|a day|at most|in business|old|support|service|line|hotline))`,
  'g',
)

/** 2,850元一年, "£70 a week", 一天也就两三百: what money is counted by, and no time that has passed. */
const rateBehind = new RegExp(
  `(?:[元块钱费\\d百千万]|[\\d€£$¥]k?\\s|\\b(?:${countWords}|k|grand|hundred|thousand|p|pence|cents?|quid|pounds?|euros?|dollars?|bucks|rupees|costs?|much|times|once|twice)\\s)$`,
)
const goesOn = /^(?:了|多|[都也还]?[没未]|,? (?:now|already|and)\b)/
const rateAhead = new RegExp(
  `^(?:里|[^，。！？,!?\\n了都还没未不]{0,4}[\\d${blot}${chineseDigits}])`,
)

/** A rate, or 修了半天刚好: half a day counts only as a complaint, 半天没人. */
function isNoWait(low: string, free: string, { 0: said, 1: count = '', index }: RegExpExecArray) {
  const after = free.slice(index + said.length, index + said.length + 8)
  if (/^an? (?:working|business|banking) day$/.test(said)) return true
  if (said === '半天') return !/^[没不了还才都]/.test(after)
  if (!/^(?:一|an?|one)$/.test(count) || goesOn.test(after)) return false
  const before = low.slice(Math.max(0, index - 10), index)
  return rateBehind.test(before) || (count === '一' && rateAhead.test(after))
}

/** A window that is spoken of (within 3 days, 3-5 days) is no time that has passed. */
function chineseDays(found: RegExpExecArray): number | undefined {
  const [, count = '', , each, half, unit = ''] = found
  if (unit === '月' && !each) return undefined
  const number = count === '半' ? 0.5 : (readNumber(count) ?? 0)
  const whole = number + (half === '半' ? 0.5 : 0)
  if (unit === '小时') return whole >= 24 ? Math.round(whole / 24) : undefined
  return Math.floor(whole * (unitDays[unit] ?? 1))
}

function englishDays(found: RegExpExecArray): number | undefined {
  const count = countOf(found[1] ?? '')
  if (count === undefined) return undefined
  const unit = found[2] ?? ''
  if (unit.startsWith('h')) return count >= 24 ? Math.round(count / 24) : undefined
  return count * (unitDaysEn[unit] ?? 1)
}

/** "A customer of yours for six years", "in business two years": nothing is late for so long. */
const ofSelf =
  /\b(?:customer|client|member|merchant|with you|trading|been open|in business|had (?:the|my|our|this) (?:machine|account|terminal))\b[^.!?\d]{0,16}$/

/** How long something has been going on, in days. */
export const elapsed: EntityStep = ({ reading, free }) => {
  const result: Entity[] = []
  for (const [pattern, read] of [
    [chinese, chineseDays],
    [english, englishDays],
  ] as const) {
    for (const found of matchesOf(free, pattern)) {
      const days = read(found)
      if (days === undefined || isNoWait(reading.low, free, found)) continue
      if (ofSelf.test(reading.low.slice(Math.max(0, found.index - 40), found.index))) continue
      const end = found.index + found[0].length
      result.push({ type: 'elapsed', ...spanAt(reading, found.index, end), days })
    }
  }
  return result
}
