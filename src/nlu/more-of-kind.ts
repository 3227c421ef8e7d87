import { isPriced, notLedByMoney } from './reference-pattern.ts'
import { isLikelyCode } from './shown-codes.ts'

type At = readonly [start: number, end: number]

/** How far from the one the next may stand. */
const reach = 30

/** 、 and "or" go on with more of the same kind; a comma may begin something else. */
const joins =
  /^\s?(?:[、/&]|和|跟|与|或者?|还是|以及|,?\s?(?:and(?: then)?|or|plus)\s)\s?(?:[a-z]+ ){0,2}$/
/** Four digits behind an "and" may be a sum; where the list ends behind them, they are no sum. */
const closes = /^\s?(?:$|[,;!?)，。；！？、两俩都这的]|\.(?!\d)|\b(?:both|same|all|again|mean)\b)/

/** "First 05 then 51", 错误码不是51，是61: codes are so short that what is told of them may stand between. */
const joinsCodes =
  /^[，,]?\s?(?:|then|not|不?是|后来|再|又|一会儿|第[二三]次)\s?(?:报|是|提示)?\s?$/

/** "05, 51 and 91": codes are listed without a word, and the list goes on. */
const oneMoreCode = /^\s?(?:[,，、/&]|and|or|和|跟)\s?(?=[a-z]?\d)[a-z\d]{2}(?![\w%]|[.,:]\d)/

/** "Either 05 or 51 on most cards", "91 then 96 then it rebooted". */
const either = /^,? (?:or|then)(?: (?:an?|it|code))? $/

const nextOf = (length: number) =>
  new RegExp(
    `^(\\s{0,2}[^\\d\\s]\\D{0,${reach}}?)(?<![\\w.-])${notLedByMoney}((?=[a-z-]{0,${length - 1}}\\d)[a-z\\d-]{${length}})(?![\\w-]|[.,]\\d)`,
  )

/** 4417 for 4471, 60233812 beside 60233811: one that differs in two places at most. */
function resembles(one: string, other: string): boolean {
  if (one.length < 4 || /^\d+$/.test(one) !== /^\d+$/.test(other)) return false
  const differences = Array.from(one).filter((char, at) => char !== other.charAt(at)).length
  return differences <= 2
}

/**
 * The next number of the kind that stands at `start`–`end`: joined to it as in a list, or so much
 * like it that one of the two is the other mistyped, or numbered next to it.
 */
export function nextOfKind(low: string, [start, end]: At): At | undefined {
  const value = low.slice(start, end)
  if (!/\d/.test(value)) return undefined
  const [whole = '', gap = '', next = ''] =
    nextOf(value.length).exec(low.slice(end, end + reach + value.length + 2)) ?? []
  const at: At = [end + gap.length, end + whole.length]
  if (next === '' || isPriced(low, ...at)) return undefined
  const isJoined = joins.test(gap) || (next.length === 2 && joinsCodes.test(gap))
  const after = low.slice(at[1])
  const isEither = next.length === 2 && either.test(gap) && isLikelyCode(next)
  const isListed =
    isEither ||
    next.length > 4 ||
    closes.test(after) ||
    (next.length === 2 && oneMoreCode.test(after))
  return (isJoined && isListed) || resembles(value, next) ? at : undefined
}

const joinedAhead =
  /(?<![\w.-])([a-z\d-]{5,20})\s?(?:[、/&]|和|跟|与|或者?|还是|,?\s(?:and|or)\s)\s?$/

/** Q8812A和Q8812B两个授权码: the number of the kind that is joined in front of `start`. */
export function previousOfKind(low: string, [start, end]: At): At | undefined {
  const [whole = '', previous = ''] =
    joinedAhead.exec(low.slice(Math.max(0, start - 40), start)) ?? []
  const isOne = /\d/.test(previous) && previous.length === end - start
  const from = start - whole.length
  return isOne ? [from, from + previous.length] : undefined
}
