import { type BareNumber, functionWord } from './counted-number.ts'
import { blot } from './entity-step.ts'

/** A message that is one number and nothing else: written like money or not. */
export function looksLikeMoney(low: string, found: BareNumber): boolean {
  const text = low.slice(found.start, found.end)
  const isRange = /^\d{3,}\s?[-–~]\s?\d{3,}$/.test(text)
  return found.unmistakable || isRange || /[.,]/.test(text) || /00$/.test(text) || text.length === 5
}

/** Three digits are no card's and seldom a code; longer ones show by their end that they are a sum. */
const isWrittenAsSum = (low: string, found: BareNumber) =>
  looksLikeMoney(low, found) || /^\d{3}$/.test(low.slice(found.start, found.end))

/** 一 or 五 alone is rarely money; 两千 or 一万二 is. */
export function isWordNumber(low: string, found: BareNumber): boolean {
  return !/\d/.test(low.slice(found.start, found.end))
}

const moneyScale =
  /(?:\dk|\b(?:monkey|pony|ton|score|k|fivers?|tenners?|grand|lakhs?|crores?|mil|hundred|thousand))(?:[ -]?(?:ish|odd)| and (?:something|a bit|change))?$/

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
  // Cents from 60 on are no minutes, and no month either; nothing begins at 0.10.
  return /^\d+\.\d\d$/.test(text) && (found.value >= 32 || found.value < 1 || /[6-9]\d$/.test(text))
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
const aSum =
  /^ (?:gift card|voucher|top[ -]?up|debit|sale|charge|payment|refund|hold|deposit|bill|fine|transaction)\b/

/** "A fifty": what is printed on a note, in words. */
const isNote = (low: string, { start, end }: BareNumber) =>
  /^(?:twenty|fifty)$/.test(low.slice(start, end))

/** "The forty came": what only money does. */
const movesAsMoney =
  /^ (?:ain['’]?t|isn['’]?t|didn['’]?t|came|went|arrived|landed|turned up|cleared|bounced|hasn|never|is (?:in|missing|gone|back|not)\b)/

/** 我的1688呢: asked after, as its owner asks. */
const isAskedFor = (before: string, after: string) =>
  /[我们家]的$/.test(before) && /^(?:[多来]块?)?呢/.test(after)

/** "The 899 one", "the 340 that left", 88那单, 320的那笔. */
function isPointedAt(low: string, found: BareNumber): boolean {
  const after = low.slice(found.end, found.end + 24)
  if (found.value >= 10 && /^的?[那这]一?[笔单]/.test(after)) return true
  const before = low.slice(Math.max(0, found.start - 13), found.start)
  if (found.value >= 100 && isAskedFor(before, after)) return true
  if (/[那这]$/.test(before) || ofADay.test(before)) {
    return isFigure(low, found) && goesOn.test(after)
  }
  if (found.value >= 10 && /\ban?\s$/.test(before)) {
    return aSum.test(after) || (isNote(low, found) && functionWord.test(after))
  }
  return (
    /\b(?:the|my|our|his|her|their|that)\s(?:other |first |second |last |whole |full )?$/.test(
      before,
    ) && isTheSum(low, found, after)
  )
}

/** "The 899 one", "my 340 that left". */
function isTheSum(low: string, found: BareNumber, after: string): boolean {
  if (/^ (?:one|payment|sale)\b/.test(after)) return true
  if (found.value >= 10 && movesAsMoney.test(after)) return true
  if (found.value >= 10 && thenADay.test(after)) return true
  return isFigure(low, found) && functionWord.test(after)
}

function isFigure(low: string, found: BareNumber): boolean {
  return !isWordNumber(low, found) && isWrittenAsSum(low, found)
}

const not = '(?:(?:而?不|唔)[是係]|(?:and |but )?\\bnot)'
const instead = "(?:是|係|but|it['’]?s|it was)"
const opposedBefore = new RegExp(`\\d[，,]?\\s?(?:${not}|${instead})\\s?$`)
const opposedBehind = new RegExp(`^[，,]?\\s?${not}\\s?\\d`)
const deniedBefore = new RegExp(`${not}\\s?$`)
const insteadBehind = new RegExp(`^[，,]?\\s?${instead}\\s?\\d`)

const shouldBe =
  "(?:it was|should(?: have|['’]ve| of)? (?:be|been)|supposed to be|meant(?: to be)?)"
const rightBefore = new RegExp(`\\b${shouldBe} $`)
const rightThenWrong = new RegExp(`\\b${shouldBe} \\d+,? not $`)

/** "It was 63 not 36", "should be 45 not 54". */
const isCorrected = (before: string, after: string) =>
  (rightBefore.test(before) && /^,? not \d/.test(after)) ||
  rightThenWrong.test(before) ||
  (/(?:^|[,.;!?] ?)$/.test(before) && /^ not \d+(?!\d|[.,]\d)/.test(after)) ||
  /(?:^|[,.;!?] ?)\d+ not $/.test(before)

/** 是1000不是10000, "not 500, it's 550": one sum for another. */
function isOpposed(low: string, found: BareNumber): boolean {
  const before = low.slice(Math.max(0, found.start - 24), found.start)
  const after = low.slice(found.end, found.end + 12)
  if (found.value >= 10 && isCorrected(before, after)) return true
  if (!isWrittenAsSum(low, found)) return false
  if (opposedBefore.test(before) || opposedBehind.test(after)) return true
  return deniedBefore.test(before) && insteadBehind.test(after)
}

const becameBehind =
  /^(?:(?:[，,]?(?:小票|机器|系统))?(?:[打输按录写敲印当]成了?|变成?了?)\d| (?:should(?:['’]?ve| have) been|instead of) (?:only )?\d)/
const becameBefore = new RegExp(
  `(?:(?:\\d|${blot}|小票|机器|系统)(?:[打输按录写敲印当]成了?|变成?了?)|\\d (?:should(?:['’]?ve| have) been|instead of) (?:only )?)$`,
)

/** 380打成3800, "180 should've been 18": what was keyed in, and what was meant. */
function isMiskeyed(low: string, { start, end, value }: BareNumber): boolean {
  if (value < 10) return false
  const before = low.slice(Math.max(0, start - 28), start)
  return becameBehind.test(low.slice(end, end + 28)) || becameBefore.test(before)
}

/** What goes on behind a sum; behind a count stands what is counted. */
const goesOn =
  /^(?:[^\u4e00-\u9fffa-z\d]|$|[两三四五][次遍]|回[来到去我]|出头|[的了吧呢吗啊呀哦啦嘛么没不未还是到就都也又才只被给进来去要能可会怎咋为在跟和与或有打那这退扣刷收付转少多上下左右整已包现说])/

/**
 * 一万八千八, 1.88w, 二百三: from a hundred on, and not counting anything, only money is said so.
 * 二百五 is a fool, too.
 */
export function isLargeSum(low: string, found: BareNumber): boolean {
  const text = low.slice(found.start, found.end)
  if (found.value >= 1_000 && /[千万仟]|\dw|个w/.test(text)) return true
  if (found.value >= 10 && /^(?:整(?![\u4e00-\u9fff])|出头|左右|上下)/.test(low.slice(found.end)))
    return true
  return (
    found.value >= 100 && /百/.test(text) && text !== '二百五' && goesOn.test(low.slice(found.end))
  )
}

const toldZh =
  /(?:[多少差欠短亏赚赔补冻收付扣刷退转花卖存充加交给找借打要说笔费]|整整|还是)[了的过掉走我他她你俺回来到出进去成多少是有]{0,3}$/
/** What is done to money; the machine says codes as well. */
const moved =
  'charged?|paid|paying|pay|give|top[ -]?up|approved for|took|taken|taking|held|holding|froze|blocked|reserved|authori[sz]ed|refund(?:ed)?|owe[sd]?|received|deducted|debited|credited|lost|kept|keeps?|made|spent|minus|drained|put thr(?:u|ough)|(?:refund|sale|payment|charge|hold|total|fee|bill|fine|deposit|donation|booking|reservation|block|top[ -]?up|transfer|withdrawal|authori[sz]ation) of|(?:one|refund|sale|payment|charge|bill|invoice|receipt) for'
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

/** "1.8% of 400", "6 eggs for 2.40": what a rate is of, what is given for something. */
function isGivenFor(low: string, { start, end }: BareNumber): boolean {
  const before = low.slice(Math.max(0, start - 16), start)
  if (/\d\s?(?:[%％]|per ?cent) (?:of|on) $/.test(before)) return true
  return /(?: for|\d at) $/.test(before) && /^\d{1,3}\.\d\d$/.test(low.slice(start, end))
}

/** "300 a week", 一天300: what something costs for a time. */
function isRated(low: string, found: BareNumber): boolean {
  const isSaid = found.value >= 10 && isWordNumber(low, found) && goesOn.test(low.slice(found.end))
  if (!isSaid && !isWrittenAsSum(low, found)) return false
  const before = low.slice(Math.max(0, found.start - 4), found.start)
  return (
    /(?:每个?|一个?)[天周月年]$/.test(before) ||
    /^ (?:a|per|each|every) (?:day|week|month|year)\b/.test(low.slice(found.end, found.end + 12))
  )
}

const guess =
  /(?:好像|大概|大约|差不多|可能|估计|\b(?:approx\.?|approximately|roughly|about|around))\s?是?\s?$/

/** 好像是320, "about 250": half remembered. */
function isGuessed(low: string, { start, end, value }: BareNumber): boolean {
  if (value < 100 || !/^\d{3}$/.test(low.slice(start, end))) return false
  const after = low.slice(end, end + 24)
  return guess.test(low.slice(Math.max(0, start - 16), start)) && endsSum(after)
}

const endsSum = (after: string) => goesOn.test(after) && functionWord.test(after)

const onADay = new RegExp(`${blot} (?:was|is|did|made|came to) $`)

/** "Friday was 640": what a day brought. */
function isOfADay(low: string, found: BareNumber): boolean {
  if (found.value < 100 || !isWrittenAsSum(low, found)) return false
  const before = low.slice(Math.max(0, found.start - 12), found.start)
  return onADay.test(before) && functionWord.test(low.slice(found.end, found.end + 24))
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

/** "It was 86", and nothing more. */
const onlyWas = (low: string, { start, end, value }: BareNumber) =>
  value >= 10 &&
  /^\s*(?:i think )?(?:it was|it is|it['’]s|was)(?: about| around| for)? $/.test(
    low.slice(0, start),
  ) &&
  /^[\s.!]*$/.test(low.slice(end))

/** Nothing but this number is said. */
export function isAlone(low: string, { start, end }: BareNumber): boolean {
  return !anything.test(low.slice(0, start)) && !anything.test(low.slice(end))
}

/** How a sum is said so that it needs no other word of money. */
const shapes = [
  onlyWas,
  ...[isLargeSum, isEnglishSum, opensWithSum, isPointedAt],
  ...[isMiskeyed, isOwnPiece, isOpposed, isMoved, isGivenFor, isRated, isGuessed, isOfADay],
]

/** Tells a sum that needs no other word of money in the message. */
export const isStandaloneSum = (low: string, found: BareNumber) =>
  shapes.some((fits) => fits(low, found))
