import { blot, type EntityInput } from './entity-step.ts'
import { correcting } from './references.ts'

const moneyWords =
  /[刷收付扣转退钱款元花骗赔亏买卖]|没到|未到|押金|激活|少了|少给|差了|应该|到账|入账|金额|消费|交易|充值|提现|打给|打了|余额|额度|费(?!率)|[打输写]错|一共|总共|(?:小票|凭条|系统|机器|屏幕)[上里]|实到|到手|charg|paid|pay|sale|sold|swip|refund|receiv|\bgot\b|amount|deposit|money|settle|credit|debit|transact|\btook\b|\blost\b|\bsent\b|fee|transfer|purchas|bought|spent|\bran\b|tapp|hold|cost|total|worth|arriv|missing|gone|short|\bowe|bill|scam|\blanded|takings|deduct|\bkeyed\b|\btyped\b|\bdropp|payout|\bsum\b|\bdough\b|\bcash\b|froze|\bisn?'?t (?:here|in)\b|not (?:here|in|showing)\b|\beach\b|came out|\bbounced|\bsettle|\b(?:slip|receipt|screen|terminal|statement) (?:only )?(?:says?|shows?|has)\b/

const countedZh =
  /^\s?(?:天|日|号|月|年|点|时|分|秒|周|星期|礼拜|次|笔|个|台|部|张|位|岁|期|家|人|条|单|遍|小时|折|倍|级|楼|路|度|种|件|项|份|步|代|费率|毫秒|工作日)/
const countedEn =
  /^\s*-?\s*(?:(?:business|working|calendar|banking)\s+)?(?:days?|weeks?|months?|years?|yrs?|hours?|hrs?|minutes?|mins?|seconds?|secs?|times?|am\b|pm\b|a\.m|p\.m|o'?clock|th\b|st\b|nd\b|rd\b|percent|digits?|transactions?|sales\b|payments\b|orders?\b|terminals?|machines?|cards?|people|customers?|shops?|stores?|x\b)/
/** What may follow a small English number that is an amount: `charged me 50 and …`. */
const functionWord =
  /^\s*(?:$|[^\sa-z]|(?:and|but|on|at|to|for|from|in|by|with|not|no|never|still|has|hasn|have|is|was|it|which|yesterday|today|last|this|the|my|me|a|twice|into|as|instead|only|off|out|when|then|so|or|total|of|did|didn|went|came|arrived|back|missing|short|gone|less|each|apiece|per)\b)/

interface BareNumber {
  start: number
  end: number
  value: number
  unmistakable: boolean
  approximate: boolean
}

/** 2 of 3 payments. */
const partOfCount =
  /^\s(?:out )?of (?:the |my |our )?(?:\d+ )?(?:payments?|sales|transactions|customers|orders?)\b/
/** "Between 2 and 3 pm": the time behind is blotted out by now. */
const toATime = new RegExp(`^\\s?(?:and|to|till|[-–到至])\\s?${blot}`)

/** What has a number and no price: a table, a room, a terminal, somebody's age. */
const numbered =
  /(?:版本?|升级到|终端机?|机具|批次|商户|代码|\b(?:v|version|table|room|floor|aged?|gate|seat|level|step|page|ios|android|windows|flat|chapter|section|invoice|ticket|order|receipt|terminal|batch|code|open(?:s|ing)?(?: from| at)?|\d{1,2} (?:to|till|until)))\s?$/

/** 费率不是0.38吗怎么扣0.6: where rates are talked about, so small a number is one. */
const largestRate = 3

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

/** A message that is one number and nothing else: written like money or not. */
function looksLikeMoney(low: string, found: BareNumber): boolean {
  const text = low.slice(found.start, found.end)
  return found.unmistakable || /[.,]/.test(text) || /00$/.test(text) || text.length === 5
}

function isCounted(low: string, found: BareNumber): boolean {
  const after = low.slice(found.end, found.end + 24)
  // Nobody counts with hundredths: 89.99 card 2001 is a price.
  if (/\.\d\d$/.test(low.slice(found.start, found.end))) return false
  if (countedZh.test(after) || countedEn.test(after)) return true
  if (
    /(?:分之|(?<![\d一二两三四五六七八九十几])[千万]|第|前|后|t\+|d\+|no\.?\s?|#\s?|×\s?|\bx\s?)$/.test(
      low.slice(Math.max(0, found.start - 5), found.start),
    )
  )
    return true
  if (partOfCount.test(after) || (found.value <= 31 && toATime.test(after))) return true
  if (numbered.test(low.slice(Math.max(0, found.start - 10), found.start))) return true
  const isSmallEnglish = found.value < 100 && /^\s+[a-z]/.test(after)
  return isSmallEnglish && !functionWord.test(after)
}

/** Digits that no one says as a sum: led by a zero, or so many without a sign that only a round one is. */
function isNoSum(low: string, found: BareNumber): boolean {
  const text = low.slice(found.start, found.end)
  if (/^0\d/.test(text) || found.value === 0) return true
  return /^\d{7,}$/.test(text) && !/^\d{1,5}000$/.test(text)
}

/** 一 or 五 alone is rarely money; 两千 or 一万二 is. */
function isWordNumber(low: string, found: BareNumber): boolean {
  return !/\d/.test(low.slice(found.start, found.end))
}

/** 3 grand, 1,280.00, 212.40: only money is written so; 9.30 and 20.11 may be times or days. */
function isEnglishSum(low: string, found: BareNumber): boolean {
  const text = low.slice(found.start, found.end)
  if (found.unmistakable) return /(?:\dk|grand|thousand|hundred)$/.test(text)
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d\d)?$/.test(text)) return true
  return /^\d+\.\d\d$/.test(text) && found.value >= 32
}

/** "3100 this morning": a number in front of when it was, and nothing before it. */
function opensWithSum(low: string, found: BareNumber): boolean {
  const isFirst = !/\S/.test(low.slice(0, found.start))
  // The day behind it is blotted out by now.
  return isFirst && found.value >= 10 && thenADay.test(low.slice(found.end))
}

const thenADay = new RegExp(`^\\s+(?:from |on |at )?${blot}`)

/** "The 899 one". */
function isPointedAt(low: string, found: BareNumber): boolean {
  const named = /^ (?:one|payment|sale)\b/.test(low.slice(found.end))
  return named && low.slice(0, found.start).endsWith('the ')
}

/** 一万八千八, 1.88w: from a thousand on, and not counting anything, only money is said so. */
function isLargeSum(low: string, found: BareNumber): boolean {
  return found.value >= 1_000 && /[千万仟]|\dw$/.test(low.slice(found.start, found.end))
}

const anything = new RegExp(`[^\\s.,。，!！?？${blot}]`)

/** Nothing but this number is said. */
function isAlone(low: string, { start, end }: BareNumber): boolean {
  return !anything.test(low.slice(0, start)) && !anything.test(low.slice(end))
}

/** Digits, a year or a count: whatever the sentence is about, they are no money. */
const isOther = (low: string, found: BareNumber) =>
  isNoSum(low, found) || isYear(low, found) || isCounted(low, found)

/** Tells of each number without a currency whether it is an amount in this message. */
export function bareAmountFits({ free, reading, context }: EntityInput) {
  const { expecting } = context
  const aboutMoney = moneyWords.test(reading.low)
  const corrects = correcting.test(free)
  const aboutRates = /费率|\brates?\b/.test(free)
  const isSaid = (found: BareNumber) =>
    aboutMoney ||
    (corrects && found.value >= 10) ||
    [isEnglishSum, opensWithSum, isPointedAt].some((fits) => fits(free, found))
  const isMoney = (found: BareNumber) => {
    if (isWordNumber(free, found) && !found.unmistakable) return false
    if (isLargeSum(free, found)) return true
    if (isAlone(free, found)) return looksLikeMoney(free, found) && expecting === undefined
    return isSaid(found)
  }
  return (found: BareNumber): boolean => {
    if (isOther(free, found)) return false
    if (expecting === 'amount') return true
    return !(aboutRates && found.value < largestRate) && isMoney(found)
  }
}
