import { type BareNumber, functionWord } from './counted-number.ts'
import { blot } from './entity-step.ts'

/** A message that is one number and nothing else: written like money or not. */
export function looksLikeMoney(low: string, found: BareNumber): boolean {
  const text = low.slice(found.start, found.end)
  return found.unmistakable || /[.,]/.test(text) || /00$/.test(text) || text.length === 5
}

/** Three digits are no card's and seldom a code; longer ones show by their end that they are a sum. */
const isWrittenAsSum = (low: string, found: BareNumber) =>
  looksLikeMoney(low, found) || /^\d{3}$/.test(low.slice(found.start, found.end))

/** 一 or 五 alone is rarely money; 两千 or 一万二 is. */
export function isWordNumber(low: string, found: BareNumber): boolean {
  return !/\d/.test(low.slice(found.start, found.end))
}

const moneyScale = /(?:\dk|\b(?:k|fivers?|tenners?|grand|lakhs?|crores?|mil|hundred|thousand))$/

/** 3 grand, 1,280.00, 212.40: only money is written so; 9.30 and 20.11 may be times or days. */
function isEnglishSum(low: string, found: BareNumber): boolean {
  const text = low.slice(found.start, found.end)
  if (found.unmistakable) {
    // "Thanks a million" is none.
    const isLarge = /\b(?:hundred|thousand)\b|(?<!^a )\bmillion\b/.test(text)
    const isPrice = isWordNumber(low, found) && !Number.isInteger(found.value)
    return moneyScale.test(text) || isPrice || (isLarge && functionWord.test(low.slice(found.end)))
  }
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d\d)?(?![\d,])/.test(text)) return true
  // Cents from 60 on are no minutes, and no month either.
  return /^\d+\.\d\d$/.test(text) && (found.value >= 32 || /[6-9]\d$/.test(text))
}

/** "3100 this morning": a number in front of when it was, and nothing before it. */
function opensWithSum(low: string, found: BareNumber): boolean {
  const isFirst = !/\S/.test(low.slice(0, found.start))
  // The day behind it is blotted out by now.
  if (!thenADay.test(low.slice(found.end))) return false
  // "520 on the 17th" tells of a sum wherever it stands.
  return (isFirst && found.value >= 10) || (found.value >= 100 && isWrittenAsSum(low, found))
}

const thenADay = new RegExp(`^\\s+(?:from |on |at )?${blot}`)

/** 10号的2800呢: the day in front is blotted out by now. */
const ofADay = new RegExp(`${blot}的$`)

/** "A 58 sale". */
const aSum = /^ (?:sale|charge|payment|refund|hold|deposit|bill|fine|transaction)\b/

/** "The 899 one", "the 340 that left", 88那单, 320的那笔. */
function isPointedAt(low: string, found: BareNumber): boolean {
  const after = low.slice(found.end, found.end + 24)
  if (found.value >= 10 && /^的?[那这]一?[笔单]/.test(after)) return true
  const before = low.slice(Math.max(0, found.start - 6), found.start)
  const isWord = isWordNumber(low, found)
  if (/[那这]$/.test(before) || ofADay.test(before))
    return !isWord && isWrittenAsSum(low, found) && goesOn.test(after)
  if (found.value >= 10 && /\ban?\s$/.test(before)) return aSum.test(after)
  if (!/\b(?:the|my|our|his|her|their|that)\s$/.test(before)) return false
  if (/^ (?:one|payment|sale)\b/.test(after)) return true
  return !isWord && isWrittenAsSum(low, found) && functionWord.test(after)
}

const not = '(?:(?:而?不|唔)[是係]|(?:and |but )?\\bnot)'
const instead = "(?:是|係|but|it['’]?s|it was)"
const opposedBefore = new RegExp(`\\d[，,]?\\s?(?:${not}|${instead})\\s?$`)
const opposedBehind = new RegExp(`^[，,]?\\s?${not}\\s?\\d`)
const deniedBefore = new RegExp(`${not}\\s?$`)
const insteadBehind = new RegExp(`^[，,]?\\s?${instead}\\s?\\d`)

/** 是1000不是10000, "not 500, it's 550": one sum for another. */
function isOpposed(low: string, found: BareNumber): boolean {
  if (!isWrittenAsSum(low, found)) return false
  const before = low.slice(Math.max(0, found.start - 16), found.start)
  const after = low.slice(found.end, found.end + 12)
  if (opposedBefore.test(before) || opposedBehind.test(after)) return true
  return deniedBefore.test(before) && insteadBehind.test(after)
}

/** 380打成3800: what was keyed in, and what was meant. */
function isMiskeyed(low: string, { start, end }: BareNumber): boolean {
  const before = low.slice(Math.max(0, start - 6), start)
  return (
    /^(?:[，,]?(?:小票|机器|系统))?[打输按录写敲印]成了?\d/.test(low.slice(end, end + 8)) ||
    /(?:\d|小票|机器|系统)[打输按录写敲印]成了?$/.test(before)
  )
}

/** What goes on behind a sum; behind a count stands what is counted. */
const goesOn =
  /^(?:[^\u4e00-\u9fffa-z\d]|$|回[来到去我]|出头|[的了吧呢吗啊呀哦啦嘛么没不未还是到就都也又才只被给进来去要能可会怎咋为在跟和与或有打那这退扣刷收付转少多上下左右整已包现说])/

/**
 * 一万八千八, 1.88w, 二百三: from a hundred on, and not counting anything, only money is said so.
 * 二百五 is a fool, too.
 */
export function isLargeSum(low: string, found: BareNumber): boolean {
  const text = low.slice(found.start, found.end)
  if (found.value >= 1_000 && /[千万仟]|\dw|个w/.test(text)) return true
  return (
    found.value >= 100 && /百/.test(text) && text !== '二百五' && goesOn.test(low.slice(found.end))
  )
}

const toldZh =
  /(?:[多少差欠短亏赚赔补冻收付扣刷退转花卖存充加交给找借打要说笔]|整整)[了的过掉走我他她你俺回来到出进去成多少是有]{0,3}$/
/** What is done to money; the machine says codes as well. */
const moved =
  'charged?|paid|pay|approved for|took|taken|taking|held|holding|froze|blocked|reserved|authori[sz]ed|refund(?:ed)?|owe[sd]?|received|deducted|debited|credited|lost|kept|keeps?|made|spent|minus|drained|put thr(?:u|ough)|(?:refund|sale|payment|charge|hold|total|fee|bill|fine|deposit|donation|booking|reservation|block|authori[sz]ation) of'
const spoken =
  'says?|said|show(?:s|ed|ing)?|gets?|got|gave|sent|returned|only|just|short|not|instead of'
const receiver = '(?: (?:me|him|her|us|them|back|about|around|my|another))?'
const movedEn = new RegExp(`\\b(?:${moved})${receiver}\\s$`)
const toldEn = new RegExp(`\\b(?:${moved}|${spoken})${receiver}\\s$`)

/** "It made 290 yesterday", "blocked 150": right behind what is done to money, and counting nothing. */
function isMoved(low: string, found: BareNumber): boolean {
  if (found.value < 10 || !movedEn.test(low.slice(Math.max(0, found.start - 24), found.start)))
    return false
  return functionWord.test(low.slice(found.end, found.end + 24))
}

/** 收多了二十, "it held fifty": tens in words, told of money and counting nothing. */
export function isToldOf(low: string, found: BareNumber): boolean {
  if (found.value < 10 || !isWordNumber(low, found) || found.end - found.start < 2) return false
  const before = low.slice(Math.max(0, found.start - 24), found.start)
  const after = low.slice(found.end, found.end + 24)
  return (
    (toldZh.test(before) && goesOn.test(after)) || (toldEn.test(before) && functionWord.test(after))
  )
}

/** "300 a week", 一天300: what something costs for a time. */
function isRated(low: string, found: BareNumber): boolean {
  if (!isWrittenAsSum(low, found)) return false
  const before = low.slice(Math.max(0, found.start - 4), found.start)
  return (
    /(?:每个?|一个?)[天周月年]$/.test(before) ||
    /^ (?:a|per|each|every) (?:day|week|month|year)\b/.test(low.slice(found.end, found.end + 12))
  )
}

/** Two units end here at most, so the start of the text is a start only to a number that stands there. */
const opens = /(?:^|[,，、。;；:：!！?？\n])\s?$|\.\s$/
const closes = /^\s?(?:$|[,，、。;；!！?？\n]|\.(?!\d))/

/** "昨晚九点十分，268，什么状态": beside a day, a time or a reference, a number as a piece of its own. */
export function isOwnPiece(low: string, found: BareNumber): boolean {
  const { start, end, value } = found
  if (value < 10 || !low.includes(blot)) return false
  if (!opens.test(low.slice(Math.max(0, start - 2), start))) return false
  if (!closes.test(low.slice(end, end + 3))) return false
  return isWordNumber(low, found) || isWrittenAsSum(low, found)
}

const anything = new RegExp(`[^\\s.,。，!！?？${blot}]`)

/** Nothing but this number is said. */
export function isAlone(low: string, { start, end }: BareNumber): boolean {
  return !anything.test(low.slice(0, start)) && !anything.test(low.slice(end))
}

/** How a sum is said so that it needs no other word of money. */
const shapes = [
  ...[isLargeSum, isEnglishSum, opensWithSum, isPointedAt],
  ...[isMiskeyed, isOwnPiece, isOpposed, isMoved, isRated],
]

/** Tells a sum that needs no other word of money in the message. */
export const isStandaloneSum = (low: string, found: BareNumber) =>
  shapes.some((fits) => fits(low, found))
