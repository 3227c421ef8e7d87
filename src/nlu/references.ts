import { matchesOf } from '../domain/matches.ts'
import type { Entity, ReferenceType } from '../ports/understanding.ts'
import { type EntityInput, type EntityStep, spanAt } from './entity-step.ts'
import { digitsOf } from './read-number.ts'

type Kind = Exclude<ReferenceType, 'country' | 'region' | 'provider'>

interface LabelledPattern {
  type: Kind
  /** Its group named `value` is the reference; matched against lower-case text. */
  pattern: RegExp
  accepts?: (value: string) => boolean
}

const is = '(?:应该)?[\\s:是为：#]{0,4}(?:is\\s|are\\s|no\\.?\\s|number\\s|was\\s|:\\s?|叫)?'
const hasDigit = (value: string) => /\d/.test(value)
const four = `(?<value>\\d{4}|[零〇一二三四五六七八九幺]{4})(?![\\d零〇一二三四五六七八九幺]|\\s?(?:元|块|[wk](?![a-z])|万|年|,\\d|\\.\\d|[*•·●…]))`

const spoken = '零〇一二三四五六七八九幺'

/** A reference read aloud: 六三二六… */
const spokenTwelve = `[${spoken}]{12}(?![${spoken}])`

const digitWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const digitWord = `(?:oh|${digitWords.join('|')})`

const label = (words: string, value: string) =>
  new RegExp(`(?:${words})${is}(?<value>${value})(?![\\w-])`, 'dg')

/** References with a label or a card mark, most specific first. */
const labelled: readonly LabelledPattern[] = [
  {
    type: 'last4',
    pattern: new RegExp(`(?<![•*·●∙…#x])[•*·●∙…#x]{2,}[\\s-]{0,4}${four}(?!\\d)`, 'dg'),
  },
  { type: 'last4', pattern: new RegExp(`(?<=^|\\s|card )\\.{2,4}\\s?${four}`, 'dg') },
  { type: 'last4', pattern: /(?<![\d.,])(?<value>\d{4})(?= (?:is|are) the last (?:four|4)\b)/dg },
  {
    type: 'last4',
    pattern: new RegExp(
      `\\b(?:end(?:ing|s|ed)?(?: in| with)?|last (?:four|4)(?: digits?)?(?: are| is)?):? (?<value>${digitWord}(?:[ -]${digitWord}){3})\\b`,
      'dg',
    ),
  },
  { type: 'last4', pattern: /\[[^\]\d\n]{0,24}(?<value>\d{4})\]/dg },
  {
    type: 'last4',
    pattern: new RegExp(
      `(?:(?:^|[\\s，,、。])卡(?=\\d{4}(?:$|[\\s，,、。]))|卡尾号?|(?<!订单|单号|手机号?|电话)(?:尾号|尾数)|(?<!手机号?码?|电话号?码?|身份证号?码?)(?:末[四4][位码]|最?后[四4](?:位|个|码)(?:数字?)?)|末尾|结尾|卡号(?:后[四4]位)?)${is}${four}`,
      'dg',
    ),
  },
  {
    type: 'last4',
    pattern: new RegExp(
      `${four.replace('(?<value>', '(?<![\\d.,])(?<value>')}\\s?(?:结尾|尾号|的尾号|(?:的)?那张)`,
      'dg',
    ),
  },
  {
    type: 'last4',
    pattern: new RegExp(
      `(?:\\b(?:tail|slip)|\\bfinish(?:ing|es)?(?:\\s+(?:in|with))?|\\bend(?:ing|s|ed)?(?:\\s+(?:in|with|w\\/|is|on))?|\\blast\\s+(?:four|4)(?:\\s+(?:digits?|numbers?))?(?:\\s+(?:of|on)\\s+(?:my|the)\\s+card)?|\\blast4|\\b(?:visa|mastercard|maestro|amex)|\\bcard(?:\\s*(?:no\\.?|number|#))?(?:\\s+[x*](?=\\d))?)${is}${four}`,
      'dg',
    ),
  },
  { type: 'ticketNo', pattern: /\b(?<value>tk[-\s]?(?=[a-z-]{0,8}\d)[\da-z-]{4,24})(?![\w])/dg },
  {
    type: 'rrn',
    pattern: label(
      '检索参考号|系统参考号|交易参考号|参考号码?|参考编号|\\brrn(?![a-z])|\\b(?:retrieval\\s+)?ref(?:erence)?\\b(?:\\s+(?:no|number|code|id))?\\.?',
      `\\d{12}|\\d{4}[\\s-]\\d{4}[\\s-]\\d{4}|(?=[a-z]{0,4}\\d)[a-z\\d]{12}|${spokenTwelve}`,
    ),
  },
  {
    type: 'authCode',
    pattern: label(
      '授权码|授权号码?|预授权码|\\bauth(?:ori[sz]ation|entication)?(?:\\s+(?:code|number|no))?\\.?|\\bapproval\\s+code',
      '[a-z\\d]{6}',
    ),
    accepts: hasDigit,
  },
  {
    type: 'terminalId',
    pattern: label(
      '终端(?:编)?号码?|终端id|机具号|机器编?号|\\bterminal\\b(?:\\s+(?:id|no|number))?\\.?|\\btid\\b',
      '[a-z\\d]{8}',
    ),
    accepts: hasDigit,
  },
  {
    type: 'merchantId',
    pattern: label(
      '商户(?:编)?号码?|商户id|商户代码|\\bmerchant\\s+(?:id|no|number|code)\\.?|\\bmid\\b',
      '\\d{15}|[a-z]{1,4}-?\\d{2,14}|\\d{6,14}',
    ),
  },
  { type: 'merchantId', pattern: label('商户(?:编)?号码?|商户代码', '\\d{4,5}') },
  {
    type: 'batchNo',
    pattern: label('批次号?|批号|\\bbatch\\b(?:\\s+(?:no|number|id))?\\.?', '\\d{1,12}'),
  },
  {
    type: 'orderNo',
    pattern: label(
      '(?:商户)?订单编?号?|单号|流水号|交易号|交易单号|\\border\\b(?:\\s+(?:id|no|number|ref(?:erence)?))?\\.?|\\b(?:transaction|payment|invoice)\\s+(?:id|no|number|ref(?:erence)?)\\.?|\\bref(?:erence)?\\b(?:\\s+(?:no|number|code|id))?\\.?',
      '[a-z\\d](?:[a-z\\d_-]{5,39})',
    ),
    accepts: (value) =>
      (/\d.*\d.*\d.*\d/.test(value) || /^[a-z\d]+(?:[-_][a-z\d]+)*[-_]\d+$/.test(value)) &&
      !/^(?:20)\d\d-\d\d-\d\d$/.test(value),
  },
  {
    type: 'code',
    pattern: label(
      '错误代?码|错误|响应代?码|返回代?码|应答码|拒绝码|故障码|代码|报错|\\b(?:response|error|decline|return|reason|result)\\s+code|\\bcode\\b|\\berror\\b|\\bresponse\\b',
      '(?=[a-z]?\\d)[a-z\\d]{2}|[a-z]{3,20}(?:_[a-z]{2,20}){1,4}',
    ),
  },
  {
    type: 'code',
    pattern: label('(?:错误|响应|返回|应答|拒绝|故障)码', `[${spoken}]{2}(?![${spoken}])`),
  },
  {
    type: 'code',
    pattern:
      /(?:(?:提示|显示)\s?(?:余额不足|交易失败|失败)|提示|显示|返回|报|出现|弹出|跳出|(?:屏幕|机器|上面?|小票)(?:上面?)?写着?|pos机?(?:上面?)?出来|\bdeclin\w{1,3}|\bshow(?:s|ed|ing)?|\bsa(?:ys|id|ying)|\bgot|\bgives?|\bgetting|\breturn(?:s|ed))[\s:是了个一来(（"'“]{0,4}(?:with\s|an?\s|me\s)?["'(“]?(?<value>\d[\da-z]|[a-z]\d|[a-z]{3,20}(?:_[a-z]{2,20}){1,4})(?![\da-z.,:/%]|\s?(?:元|块|万|千|百|笔|次|个|天|号|月|点|秒|分|w|k|dollars|bucks|quid|euros?|grand|p(?![a-z])|pounds|yuan|days?|times?|weeks?|hours?|charg|pay|sale|min|sec|of|transactions|for a))/dg,
  },
  {
    type: 'code',
    pattern:
      /(?<![\da-z.,:/-])(?<value>\d\d|[a-z]\d|\d[a-z])(?=\s?(?:号?码?代?码?是?(?:什么|啥|几个)?意思|是(?:什么|啥)(?:意思|情况|问题)|错误|\s?代码|\s(?:error|code|mean|decline|on (?:the|my) (?:pos|terminal|machine|reader|screen)\b)))/dg,
  },
]

/** Numbers to leave alone: phones and hotlines, and trace numbers, which have no kind of ours. */
const setAside: readonly RegExp[] = [
  /(?<![\d.])(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/dg,
  /\+\d[\d\s()-]{7,18}\d/dg,
  /(?<!\d)(?:0\d{2,3}-\d{7,8}|[48]00-?\d{3,4}-?\d{3,4})(?!\d)/dg,
  /(?:打|拨|拨打|电话|热线|手机号?|客服|微信号?|qq号?|\bphone|\bmobile|\bcall(?:ed|ing)?|\bdial(?:led)?|\btel)[\s:是了过：]{0,3}(?:\d[\d\s-]{5,16}\d|\d{3,15})(?!\d|元|块|\s?w)/dg,
  /(?<!\d)(?:12363|12378|12315|96110|12321)(?!\d)/dg,
  /(?<!\d)0\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}(?!\d)/dg,
  /(?:凭证号|stan|trace(?:\s+(?:no|number))?)[\s:是为：#]{0,3}\d{4,8}(?!\d)/dg,
  /\b(?:(?:new|old|current|previous|bank|settlement|business|company)\s+(?:account|acct|a\/c)(?:\s+(?:no\.?|number|ending|ends|finishing))?(?:\s+(?:in|with|is))?|(?:account|acct|a\/c))\s+\d{4,10}(?!\d)/dg,
  /\b(?:https?:\/\/|www\.)\S{1,200}/dg,
  /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}/dg,
]

function groupSpan(found: RegExpExecArray): [number, number] {
  return found.indices?.groups?.value ?? found.indices?.[0] ?? [found.index, found.index]
}

/** "Six two two five". */
function digitsOfWords(written: string): string | undefined {
  const words = written.toLowerCase().split(/[ -]/)
  const digits = words.map((word) => (word === 'oh' ? 0 : digitWords.indexOf(word)))
  return digits.includes(-1) ? undefined : digits.join('')
}

function writtenValue(type: Kind, written: string): string {
  if (type === 'last4') return digitsOf(written) ?? digitsOfWords(written) ?? written
  const compact = written.replaceAll(/\s/g, '')
  if (type === 'rrn') return digitsOf(compact) ?? compact.replaceAll('-', '').toUpperCase()
  if (type === 'orderNo') return compact
  if (type === 'code' && compact.includes('_')) return compact.toLowerCase()
  return (type === 'code' ? digitsOf(compact) : undefined) ?? compact.toUpperCase()
}

function reference(input: EntityInput, type: Kind, at: [number, number]): Entity {
  const [start, end] = at
  const value = writtenValue(type, input.reading.plain.slice(start, end))
  return { type, ...spanAt(input.reading, start, end), value }
}

function overlaps(taken: readonly (readonly [number, number])[], at: readonly [number, number]) {
  return taken.some(([start, end]) => at[0] < end && start < at[1])
}

/** References that carry a label, and the mark a hidden card number leaves. */
export const labelledReferences: EntityStep = (input) => {
  const taken: [number, number][] = []
  const result: Entity[] = []
  for (const { type, pattern, accepts } of labelled) {
    for (const found of matchesOf(input.free, pattern)) {
      const at = groupSpan(found)
      const value = input.free.slice(at[0], at[1])
      if (accepts?.(value) === false || overlaps(taken, at)) continue
      taken.push(at)
      result.push(reference(input, type, at))
    }
  }
  return result
}

/** Where phones, hotlines, links and trace numbers stand; they are blotted out, not returned. */
export function setAsideSpans(free: string): [number, number][] {
  return setAside.flatMap((pattern) => Array.from(matchesOf(free, pattern), groupSpan))
}

/** What a bare answer to a question of this slot looks like. */
const expected: Partial<Record<string, { type: Kind; pattern: RegExp }>> = {
  last4: {
    type: 'last4',
    pattern:
      /(?<![\d.])(?<value>\d{4}|[零〇一二三四五六七八九]{4})(?![\d零〇一二三四五六七八九]|[.,]\d|[元块万年])/dg,
  },
  rrn: {
    type: 'rrn',
    pattern: new RegExp(
      `(?<![\\w])(?<value>\\d{12}|\\d{4} \\d{4} \\d{4}|(?=[a-z]{0,4}\\d)[a-z\\d]{12}|${spokenTwelve})(?![\\w])`,
      'dg',
    ),
  },
  authCode: { type: 'authCode', pattern: /(?<![\w])(?<value>(?=[a-z]*\d)[a-z\d]{6})(?![\w])/dg },
  orderNo: {
    type: 'orderNo',
    pattern: /(?<![\w-])(?<value>(?=[a-z_-]*\d)[a-z\d][a-z\d_-]{3,39})(?![\w-])/dg,
  },
  terminalId: {
    type: 'terminalId',
    pattern: /(?<![\w])(?<value>(?=[a-z]*\d)[a-z\d]{8})(?![\w])/dg,
  },
  merchantId: {
    type: 'merchantId',
    pattern: /(?<![\w])(?<value>\d{6,15}|[a-z]{1,4}-?\d{2,14})(?![\w])/dg,
  },
  code: {
    type: 'code',
    pattern: /(?<![\w])(?<value>\d\d|[a-z]\d|\d[a-z]|[a-z]{3,20}(?:_[a-z]{2,20}){1,4})(?![\w])/dg,
  },
  ticketNo: { type: 'ticketNo', pattern: /(?<![\w])(?<value>tk[-\s]?[\da-z-]{4,24})(?![\w])/dg },
  account: { type: 'last4', pattern: /(?<![\d.])(?<value>\d{4})(?![\d]|[元块万年])/dg },
}

/** A number given right after such a word takes an earlier one back. */
export const correcting =
  /\b(?:typo|i meant|correction|oops|i mean)\b(?!.{0,20}\b(?:card|digits|ending|ends|last))/

/** Bare values the open question asked for. */
export const expectedReferences: EntityStep = (input) => {
  const wanted = expected[input.context.expecting ?? '']
  // "Typo, 1880" corrects what was said before; it does not answer.
  if (!wanted || (wanted.type === 'last4' && correcting.test(input.free))) return []
  return Array.from(input.free.matchAll(wanted.pattern), (found) =>
    reference(input, wanted.type, groupSpan(found)),
  ).slice(0, 3)
}

/** Whether the digits pass the check of card numbers. */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - i))
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

const longToken =
  /(?<![\w.-])(?:\d{12,32}|(?=[a-z_-]*\d)(?=(?:[a-z_-]*\d){6})[a-z\d][a-z\d_-]{9,39})(?![\w-]|\.\d)/dg

/**
 * Long numbers without a label: 12 digits are a retrieval reference, longer ones an order number.
 * A card number that nobody hid gives only its last four.
 */
export const bareReferences: EntityStep = (input) => {
  const orders = prefixedOrders(input)
  const taken = orders.map(({ start, end }) => [start, end] as const)
  const long = longReferences(input).filter(({ start, end }) => !overlaps(taken, [start, end]))
  return [...orders, ...long]
}

/** `AB-7741`: letters, a dash and digits are an order number; `T+1` and dates are not. */
const prefixedOrder = /(?<![\w-])(?!tk-?\d)(?<value>[a-z]{2,6}-(?:[a-z\d]+-)?\d{2,12})(?![\w-])/dg

const prefixedOrders: EntityStep = (input) =>
  Array.from(input.free.matchAll(prefixedOrder), (found) =>
    reference(input, 'orderNo', groupSpan(found)),
  )

/**
 * Beside another number, four digits that are a phrase of their own are the card's: "£42, 7002,
 * today". A year is not.
 */
const ownPhrase = /(?<=[,;]\s?|[.!?]\s|\n|\bon )(?<value>\d{4})(?=\s*(?:[,;!?\n]|\.(?!\d)|$))/dg

const takesBack = /\b(?:sorry|no|wait|oops|mean|meant|actually),?\s?$/

export const bareTails: EntityStep = (input) => {
  const year = input.context.now.getFullYear()
  return Array.from(input.free.matchAll(ownPhrase))
    .filter(({ 0: digits }) => Math.abs(Number(digits) - year) > 1)
    .filter(({ index }) => !takesBack.test(input.free.slice(Math.max(0, index - 12), index)))
    .filter((found) => /\d/.test(withoutSpan(input.reading.low, groupSpan(found))))
    .map((found) => reference(input, 'last4', groupSpan(found)))
    .slice(0, 1)
}

function withoutSpan(text: string, [start, end]: [number, number]): string {
  return text.slice(0, start) + text.slice(end)
}

const longReferences: EntityStep = (input) =>
  Array.from(input.free.matchAll(longToken), (found) => {
    const [start, end] = groupSpan(found)
    const digits = input.free.slice(start, end)
    if (/^\d{12}$/.test(digits)) return reference(input, 'rrn', [start, end])
    const isCard = /^[3-6]\d{12,18}$/.test(digits) && passesLuhn(digits)
    if (isCard) return reference(input, 'last4', [end - 4, end])
    return reference(input, 'orderNo', [start, end])
  })
