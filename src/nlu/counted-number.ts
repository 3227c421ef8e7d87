import { blot } from './entity-step.ts'
import { notLedByMoney } from './reference-pattern.ts'

/** A number without a currency. */
export interface BareNumber {
  start: number
  end: number
  value: number
  unmistakable: boolean
  approximate: boolean
}

const countedZh =
  /^\s?(?:天|日|号|月(?!费|租|薪)|年(?!费|租|薪)|点|时|分|秒|周|星期|礼拜|次|笔|个|台|部|张|位|岁|期|家|人|条|单|遍|小时|折|倍|级|楼|路|度|种|件|项|份|步|代|费率|毫秒|工作日|公里|里(?![面边头外])|米|平(?!台)|斤|公斤|瓦|名|户|房(?!东|租|费|款)|室|桌|字|粉丝)/
const countedEn =
  /^\s*-?\s*(?:(?:business|working|calendar|banking)\s+)?(?:days?|weeks?(?!ly)|months?(?!ly)|years?(?!ly)|yrs?|hours?(?!ly)|hrs?|minutes?|mins?|seconds?|secs?|times?|am\b|pm\b|a\.m|p\.m|o'?clock|th\b|st\b|nd\b|rd\b|percent|digits?|points?\b|receipts\b|rolls?\b|transactions?|sales\b|payments\b|orders?\b|terminals?|machines?|cards|people|customers?|miles?|km\b|kms\b|kgs?\b|litres?|liters?|degrees?|minutes?['’]|shops?|stores?|(?:visitors|trips|flyers|fields|checkouts|requests|members|staff|users|slips|pages|taps|covers|parcels|bags|mb|gb|kwh|kw)\b|(?:(?!(?:for|of|on|in|from|to|at|and|per|the|my|your|our|with|as|a|an)\b)[a-z]+ )?(?:tickets|cups|coffees|items|pieces|units|bottles|seats|guests|nights|rooms|boxes|bookings|deliveries|rides|meals|books|shirts)\b|x\b)/
/** What goes on behind a number that counts nothing: `charged me 50 and …`. */
const goingOn = [
  'and|but|or|nor|so|on|at|to|for|from|in|into|by|with|without|of|off|out|up|down|over|back|as|then|than|when|while',
  'now|since|because|cos|coz|before|after|until|till?|plus|minus|not|no|never|still|yet|already|again|only|even|every|once|weekly|monthly|daily',
  'also|too|is|isn|isnt|ain|aint|hasnt|didnt|wasnt|are|was|wasn|were|been|be|has|hasn|have|haven|had|hadn|did|didn|does|doesn|can|could|will|won|would',
  'should|it|its|i|im|we|you|he|she|they|me|my|our|your|his|her|their|this|that|these|those|the|a|an|which|who',
  'if|though|although|instead|insted|twice|just|cash|card|flat|deposit|tip|each|apiece|per(?! ?cent)|total|less|short|gone|missing|failed|bounced|disappeared|vanished|charged|owed|paid|refunded|received|deducted|debited|credited|taken|got|went|came|arrived',
  'left (?:my|our|her|his|the)|yesterday|today|tomorrow|tonight|last|please|pls|thanks|lol',
].join('|')
export const functionWord = new RegExp(`^\\s*(?:$|[^\\sa-z]|(?:${goingOn})\\b)`)

/** 2 of 3 payments. */
const partOfCount =
  /^\s(?:out )?of (?:(?:the |my |our )?(?:\d+ )?(?:payments?|sales|transactions|customers|orders?|instal+ments?|parcels|items)\b)/
/** 7 of 24. */
const partOfFew = /^\s(?:out )?of \d{1,2}(?![\d.,]|\s?(?:p|pounds?|quid|euros?|dollars?|bucks)\b)/
/** "Between 2 and 3 pm": the time behind is blotted out by now. */
const toATime = new RegExp(`^\\s?(?:and|to|till|[-–到至])\\s?${blot}`)

/** 分之, 千6, 第, 号, T+, #: no number behind them is a sum. */
const ordinal =
  /(?:分之|(?<![\d一二两三四五六七八九十几])[千万]|第|(?:号码?|尾)[:：]?\s?|t\+|d\+|no\.\s?|(?<=[a-z]{2} )(?<!\bno )no\s?|#\s?|×\s?|\bx\s?)$/
/** What has a number and no price: a table, a room, a terminal, somebody's age. */
const numbered =
  /(?:版本?|升级到|终端机?|机具|批次|商户|代码|键(?:\d{1,2}[和跟、，,])?|(?:体重|身高|血压|心率|时速|排名|考)(?:[是有到了才都快]){0,2}|\b(?:v|version|table|room|unit|suite|apt|stall|pitch|kiosk|bay|pump|floor|aged?|gate|seat|level|step|page|ios|android|windows|flat|chapter|section|bus|route|train|platform|taxi|cab|van|locker|size|building|house|report|lot|branch|shop|store|desk|rma|txn|week|row|member(?:ship)?|driver|flight|tab|item|qty|status|model|agent|operator|day|link|job|seq|id|ends(?: in)?|ending(?: in)?|invoice|inv|ref(?:erence)?|otp|pin|ext(?:ension)?|post ?code|zip|http|port|firmware|fw|ticket|order|receipt|slips?|batch|code(?: says| is| was)?|number|key|keypad['’]s|button|press|terminal|till|machine|reader|trace|case|open(?:s|ing)?(?: from| at)?|\d{1,2} (?:to|till|until)))\s?$/

/** A year stands behind `in`, `since` or a month, or in front of 年. */
function isYear(low: string, found: BareNumber): boolean {
  const text = low.slice(found.start, found.end)
  if (!/^(?:19|20)\d\d$/.test(text)) return false
  return (
    /(?:\b(?:in|since|year|until|by)\s|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[,.]?\s|今|去)$/.test(
      low.slice(Math.max(0, found.start - 11), found.start),
    ) &&
    !/(?:charged?|paid|sale|amount|swiped|received|got|fee|sold|for)\s$/.test(
      low.slice(Math.max(0, found.start - 11), found.start),
    )
  )
}

/** Nobody counts with hundredths or in tenners: 89.99 card 2001 is a price. */
const neverCounts = /\.\d\d$|\dk$|\b(?:k|fivers?|tenners?|grand|lakhs?|crores?)$/

/** "She's 81 and furious", "my son (14)"; "he's 81 short" is about money. */
const isAge = (before: string, after: string) =>
  /\b(?:(?:he|she)(?:['’]s| is| was)|i(?:['’]?m| am))\s$|\b(?:son|daughter|kid|boy|girl|mum|mom|dad|mother|father|gran|nan|husband|wife|brother|sister|grandson|granddaughter)(?: \(|, ?)$/.test(
    before,
  ) && !/^ ?(?:short|down|out|up|off|over|under|less|quid)\b/.test(after)

/** What makes a number below a limit the number of something, in front of it. */
const smallNumbered: readonly (readonly [below: number, before: RegExp])[] = [
  [5, /\blast\s$/],
  [100, /(?<![\d.£$€%])\d (?:out )?of $/],
  [100, /\b(?:1|one) in $/],
  [10, /\ban?\s$/],
  [32, /\b(?:since|until|till|on|from|by) the $/],
  [100, /[前后]$/],
]

/** 第2笔, 参考号902266, "terminal 3", 前3, "she's 81": what stands in front makes it the number of something. */
function isNumbered(low: string, { start, end, value }: BareNumber): boolean {
  if (/^\d{1,3}(?:,\d{3})+$/.test(low.slice(start, end))) return false
  const before = low.slice(Math.max(0, start - 18), start)
  if (ordinal.test(before) || numbered.test(before) || /\b\d{5} $/.test(before)) return true
  if (smallNumbered.some(([below, pattern]) => value < below && pattern.test(before))) return true
  return value < 120 && isAge(before, low.slice(end, end + 10))
}

function isCounted(low: string, found: BareNumber): boolean {
  const after = low.slice(found.end, found.end + 24)
  if (neverCounts.test(low.slice(found.start, found.end))) return false
  if (countedZh.test(after) || countedEn.test(after) || isNumbered(low, found)) return true
  if (partOfCount.test(after) || (found.value < 10 && partOfFew.test(after))) return true
  if (found.value <= 31 && toATime.test(after)) return true
  if (isOfCounted(low, found) || isForMany(low, found)) return true
  const isSmallEnglish =
    found.value < 100 && Number.isInteger(found.value) && /^\s+[a-z]/.test(after)
  return isSmallEnglish && !functionWord.test(after) && !oneOfMoney(found, after)
}

/** "£38.20 for 191 taps". */
const isForMany = (low: string, { start, end }: BareNumber) =>
  /\bfor $/.test(low.slice(Math.max(0, start - 4), start)) &&
  /^\d{1,4} [a-z]{3,}s\b/.test(low.slice(start, end + 16)) &&
  !functionWord.test(low.slice(end, end + 24))

const countedBefore =
  /(?<![\d.,£$€])(\d{1,4}) (?:[a-z]+ )?(?:transactions|payments|sales|orders|refunds|customers|tickets|bookings|items)\b/

const onlyBefore = /\bonly (?:got |see |had |paid |paid for |received )?$/

/** "17 transactions … and only 15 in the payout": fewer of what was counted before. */
function isOfCounted(low: string, { start, value }: BareNumber): boolean {
  if (!onlyBefore.test(low.slice(Math.max(0, start - 20), start))) return false
  return value < Number(countedBefore.exec(low.slice(0, start))?.[1] ?? 0)
}

/** "A 15 fee", "60 deposit": in the singular money is not counted. */
const oneOfMoney = ({ value }: BareNumber, after: string) =>
  (value >= 10 || /^ (?:fee|surcharge|tip)\b/.test(after)) &&
  /^ (?:[a-z]+ )?(?:gift card|voucher|fee|surcharge|commission|charge|refund|deposit|bill|fine|hold|tip|payment|sale|purchase)\b(?! (?:machine|terminal|card))/.test(
    after,
  )

const notLed = new RegExp(`${notLedByMoney}$`)

const smallSumAhead =
  /(?:[多亏赔差]了?|\b(?:extra|los(?:e|es|t)|wants?|costs?|fee|owe[sd]?|tip|should be|supposed to be|used to be)(?: (?:me|us|is|was|of|nearly|about))?\s)$/
const smallSumBehind =
  /^ (?:fee\b|surcharge\b|tip\b|short|too (?:much|little)|less|per (?:sale|transaction|payment))\b/

/** "3 shops, 2 not paid": a single digit is a sum only right behind a word of money. */
export function isLoneDigit(low: string, { start, end }: BareNumber): boolean {
  if (!/^\d$/.test(low.slice(start, end))) return false
  const before = low.slice(Math.max(0, start - 24), start)
  return notLed.test(before) && !smallSumAhead.test(before) && !smallSumBehind.test(low.slice(end))
}

/** Digits that no one says as a sum: led by a zero, or so many without a sign that only a round one is. */
function isNoSum(low: string, found: BareNumber): boolean {
  const text = low.slice(found.start, found.end)
  if (/^0\d/.test(text) || (found.value === 0 && text !== '0.00')) return true
  if (/^\d{6}$/.test(text) && !/00$/.test(text)) return notLed.test(low.slice(0, found.start))
  return /^\d{7,}$/.test(text) && !/^\d{1,5}000$/.test(text)
}

/** A number of something, a year or a count: whatever the sentence is about, it is no money. */
export const isOther = (low: string, found: BareNumber) =>
  isNoSum(low, found) || isYear(low, found) || isCounted(low, found)
