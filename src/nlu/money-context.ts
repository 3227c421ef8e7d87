import { type BareNumber, isLoneDigit, isOther } from './counted-number.ts'
import type { EntityInput } from './entity-step.ts'
import { chineseDigits } from './read-number.ts'
import { correcting } from './references.ts'
import {
  isAlone,
  isLargeSum,
  isOwnPiece,
  isStandaloneSum,
  isToldOf,
  isWordNumber,
  looksLikeMoney,
} from './standalone-sum.ts'

const moneyWords =
  /[刷收付扣转退钱款元花骗赔亏买卖]|没有?到|没来|未到|押金|预授权|税[前后]|月租|租金|红包|打赏|加油|贷|自担|出去|没回来|激活|少了|少给|差了|应该|到账|入账|金额|消费|交易|充值|提现|打给|打了|进账|出账|报价|薪|余额|额度|限额|费(?!率)|[打输写印]错|一共|总共|(?:小票|凭条|系统|机器|屏幕)[上里]|实到|到手|charg|paid|pay|sale|sold|swip|refund|receiv|\bgot\b|amount|\bamt\b|turnover|revenue|deposit|money|settle|credit|debit|transact|\btook\b|\btaken\b|\bexcess\b|authori[sz]ed|\br[au]ng up\b|\blend\b|\blost\b|\bsent\b|fee|transfer|purchas|bought|spent|\bran\b|tapp|hold|cost|total|worth|pre-?\s?auth|\btop(?:ped|ping)?[ -]?up|recharg|wallet|withdr|\bvat\b|\btake\b|arriv|missing|gone|short|\bowe|bill|scam|\blanded|takings|deduct|\bkeyed\b|\btyped\b|\bdropp|payout|\bsum\b|\bdough\b|\bcash\b|froze|\bisn?'?t (?:here|in)\b|not (?:here|in|showing)\b|\beach\b|came out|\b(?:w[eo]nt|c[ao]me) through\b|\bbounced|\bsettle|\bfare\b|\bgave\b|\btips?\b|\b(?:want|need|get|have) [^.!?]{0,12}\bback\b|\b(?:slip|receipt|screen|terminal|statement) (?:only )?(?:says?|shows?|has)\b/

/** 只给了60, 先存五百, 还差二十, 冻结的2500, 那笔685: what a number follows that is money. */
const given =
  /(?:(?:[给存欠冻补差少多押压划冲充]|结算|[只才]来)(?:结|走|出|掉|了|的|我|你|他|她|俺){0,3}|笔[^\d，。]{0,3})\s?(?:\d|[一二两三四五六七八九]?十|[二两三四五六七八九]|一[百千万])/

/** 费率不是0.38吗怎么扣0.6: where rates are talked about, so small a number is one; of a fee only 0.6 is. */
function isRate(low: string, { start, value }: BareNumber): boolean {
  if (/\brate\b[^.,!?\d]{0,24}$/.test(low.slice(0, start))) return true
  if (/[费利汇]率|\brates?\b/.test(low)) return value < 3
  return /手续费|\bfees?\b/.test(low) && /^0\./.test(low.slice(start, start + 2))
}

/** A price beside them lets words be sums as well. */
const price = new RegExp(
  `[¥$£€₹₦]\\s?\\d|[\\d十百千万${chineseDigits}]块(?!儿)|\\b(?:quid|pounds?|euros?|dollars?|bucks|rupees)\\b`,
)

/** "I have 8.35 sitting there"; at 8.35 something happens. */
function isPointed(low: string, start: number, end: number): boolean {
  const isTime = /\b(?:at|by|around|from|until|till|since|before|after|to|on)\s$/.test(
    low.slice(Math.max(0, start - 8), start),
  )
  return !isTime && /^\d{1,4}\.\d\d$/.test(low.slice(start, end))
}

/** Tells of each of the numbers without a currency whether it is an amount in this message. */
export function bareAmountFits(
  { free, reading, context }: EntityInput,
  numbers: readonly BareNumber[],
) {
  const { expecting } = context
  const aboutMoney = moneyWords.test(reading.low) || given.test(reading.low)
  const corrects = correcting.test(free)
  const priced = price.test(reading.low)
  /** 先1块后3000: beside a price so round a number, or one with cents, is one as well. */
  const isRound = ({ start, end }: BareNumber) =>
    priced && (/\d00$/.test(free.slice(start, end)) || isPointed(free, start, end))
  const namesSums =
    aboutMoney ||
    priced ||
    numbers.some((each) => isStandaloneSum(free, each) && !isOther(free, each))
  const isMoney = (found: BareNumber) => {
    if (isAlone(free, found) && ![isLargeSum, isOwnPiece].some((fits) => fits(free, found)))
      return looksLikeMoney(free, found) && expecting === undefined
    if (isStandaloneSum(free, found)) return true
    if (!isWordNumber(free, found))
      return aboutMoney || isRound(found) || (corrects && found.value >= 10)
    return namesSums && (found.unmistakable || isToldOf(free, found))
  }
  return (found: BareNumber): boolean => {
    if (isOther(free, found)) return false
    // "The second one" picks, and pays nothing.
    if (expecting === 'amount') return free.slice(found.start, found.end) !== 'one'
    return !isRate(free, found) && !isLoneDigit(free, found) && isMoney(found)
  }
}

/** Four digits that do not end as sums do: as likely the end of a card. */
const mayBeTail = (low: string, { start, end }: BareNumber) =>
  /^\d\d(?!00)\d\d$/.test(low.slice(start, end))

/** Tells whether a number may be a sum in a wording that no rule foresaw; by itself none is. */
export function mayBeSum({ free }: EntityInput) {
  return (found: BareNumber): boolean => {
    if (isOther(free, found) || isRate(free, found) || isLoneDigit(free, found)) return false
    return !isAlone(free, found) && !mayBeTail(free, found)
  }
}
