import { matchesOf } from '../domain/matches.ts'
import type { AmountRole, Entity } from '../ports/understanding.ts'
import { isMeantAmount } from './corrections.ts'

/** Words that say what an amount was, read against lower-case text. `none` stops the search. */
const roleWords: readonly (readonly [AmountRole | 'none', RegExp])[] = [
  [
    'fee',
    /手续费|服务费|流量费|激活费|刷卡费|提现费|年费|费用|押金|\b(?:fees?|commission|surcharge)\b/g,
  ],
  [
    'loss',
    /被骗|骗走|骗了|转走|盗刷|损失|亏了|转给|汇给|打给他|给(?:他|她|对方|骗子|人家)们?[^，。！？]{0,2}(?:转|汇|打)(?:了|过去)?|\b(?:lost|stolen|stole|scammed|defrauded|sent (?:them|him|her)|transferred to)\b/g,
  ],
  [
    'recorded',
    /(?:系统|后台|机器|pos机?|小票|凭条|签购单|单子|屏幕)(?:上|里|里面|这边|上面)?(?:怎么|却|就|都|才|只|打的?|显示|写的?|记的?|印的?|是|有|变成?|成|了){1,5}|(?:输|打|按|录|敲|写|记)(?:错)?成了?|\b(?:system|slip|receipt|terminal|screen|dashboard) (?:only )?(?:shows?|says?|has)\b|\b(?:keyed|rung up|entered|typed|went through) (?:it )?(?:in )?as\b/g,
  ],
  [
    'none',
    /余额|额度|限额|\b(?:balance|limit)\b|没到账?|未到账?|不到账|迟迟[不没未]到账?|没收到|没有到账?|[没未不]入账|还差|少了?|少给|差了?|\b(?:(?:not|never|\w{2,5}n'?t) (?:yet |been |be )?(?:received?|arrived?|credited|paid|landed|deposited|come in)|(?:not|never|\w{2,5}n'?t) (?:yet |even |ever )?(?:got|gotten|had|seen)(?: (?:me|us|my|our|the))?|missing|short)\b/g,
  ],
  [
    'sale',
    /刷|收了|(?<!没)收的|收款|交易|消费|付了|付款|买了|扣了|扣款|应到|应该|应收|本来|原本|卖|\b(?:but|though) it (?:was|is)\b|\b(?:charged?|charges|sales?|sold|paid|pay|swiped?|ran|tapped|took|payment|transaction|purchased?|expected|instead of|(?<!(?:scammed|conned|cheated|tricked|defrauded) )out of|(?<=\d\s)of|should(?:'ve| have)? (?:got|gotten|received|come to|been)|should)\b/g,
  ],
  [
    'received',
    /到账|入账|收到|实收|实到|只到|只收|只给|才到|才打|才给|只打|就打|就到|到了|进来|只进|打过来|打来|\b(?:received|receive|got|credited|arrived|deposited|landed|paid out|paid me|came in)\b/g,
  ],
]

/** Directly in front of an amount these say what it was; elsewhere they say nothing. */
const leadingWords: readonly (readonly [AmountRole, RegExp])[] = [
  ['received', /(?<![遇直看转提充等从听感没未不应该涨升达加高低])到(?:了|手|卡[里上]?)?\s?$/],
  ['sale', /而?不是\s?$/],
]

interface Mention {
  role: AmountRole | 'none'
  start: number
  end: number
}

function mentions(text: string): Mention[] {
  const all = roleWords.flatMap(([role, pattern]) =>
    Array.from(matchesOf(text, pattern), (found) => ({
      role,
      start: found.index,
      end: found.index + found[0].length,
    })),
  )
  // 没收到 holds 收到, and 不是 may stand inside 而不是: the longer mention wins.
  return all.filter(
    (one) =>
      !all.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.end - other.start > one.end - one.start,
      ),
  )
}

const asRole = (mention: Mention | undefined): AmountRole | undefined =>
  mention && mention.role !== 'none' ? mention.role : undefined

/**
 * What the amount at `start`–`end` was, from the nearest words of its sentence: those in front of
 * it rule, those directly behind it decide otherwise. Undefined when nothing is said.
 */
export function amountRole(low: string, start: number, end: number): AmountRole | undefined {
  const before =
    low
      .slice(Math.max(0, start - 32), start)
      .split(/[。！？!?;；%％\n]/)
      .at(-1) ?? ''
  const after = low.slice(end, end + 20).split(/[。！？!?;；\n，,]/)[0] ?? ''
  const behind = mentions(after)
    .filter((mention) => mention.start <= 6)
    .toSorted((a, b) => a.start - b.start)[0]
  // 刷了10000到账9940: a word that leads to the next number belongs to that one.
  const leadsOn = behind && /^.{0,4}[\d¥$£€]/.test(after.slice(behind.end))
  if (!leadsOn && (behind?.role === 'fee' || behind?.role === 'received')) return behind.role
  const leading = leadingWords.find(([, pattern]) => pattern.test(before))
  if (leading) return leading[0]
  const ahead = mentions(before).toSorted((a, b) => b.end - a.end)[0]
  if (ahead) return asRole(ahead)
  return leadsOn ? undefined : asRole(behind)
}

const takenOff = /扣(?:了|掉|走|去|我)*\s?$|\b(?:deducted|kept|they took|took off)\s$/

/** 刷10000扣了68: a small part of the sale that was taken off. */
function isTakenOff(low: string, each: Amount, sale: number): boolean {
  const before = low.slice(Math.max(0, each.start - 12), each.start)
  return each.minor * 20 <= sale && takenOff.test(before)
}

type Amount = Extract<Entity, { type: 'amount' }>

/**
 * Taken 10,000, received 9,940: sixty beside them is the fee, however it is said; and so is a small
 * sum that was taken off.
 */
export function withFees(entities: Entity[], low: string): Entity[] {
  const amounts = entities.filter(isMeantAmount)
  const sumOf = (role: AmountRole) => amounts.find((each) => each.role === role)?.minor
  const [sale, received] = [sumOf('sale'), sumOf('received')]
  if (sale === undefined) return entities
  const isFee = (each: Amount) =>
    each.minor !== received &&
    (each.minor === sale - (received ?? sale) || isTakenOff(low, each, sale))
  return entities.map((each) =>
    isMeantAmount(each) && isFee(each) ? { ...each, role: 'fee' as const } : each,
  )
}
