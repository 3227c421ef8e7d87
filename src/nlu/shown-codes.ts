import { responseCodes } from '../domain/codes/response-codes.ts'
import { matchesOf } from '../domain/matches.ts'
import { is, notLedByMoney, type ReferencePattern, spokenDigits } from './reference-pattern.ts'

const named = '[a-z]{3,20}(?:_[a-z\\d]{2,20}){1,4}'
/** T1 and D0 are ways to be paid out. */
const short = '(?:\\d\\d|(?![td][01](?!\\d))[a-z]\\d|\\d[a-z])'
const begins = '(?<![\\w.,:/-])'
const ends = '(?![\\da-z_/%-]|[.,:]\\d)'
/** What is counted, timed or paid is no code. */
const notCounted =
  '(?!\\s?(?:元|块|万|千|百|笔|次|个|天|号|日|月|年|点|秒|分(?!别)|人|台|张|多|岁|w\\b|k\\b|dollars|bucks|quid|euros?|grand|p\\b|pounds|yuan|days?|times?|weeks?|months?|hours?|charg|pay|sale|min|sec|of|off\\b|transactions|for a|items?|customers|people|percent|am\\b|pm\\b))'
/** 报A0MAC校验失败: a word of the message may follow without a space. */
const code = `(?<value>${short}${ends}|[a-z]\\d(?=[a-z]{3})|${named}(?![\\w-]))${notCounted}`

const label =
  '(?<![证权维款扫密号条编数字])码|错误|应答|响应|报错|\\b(?:response|error|decline|return|reason|result)\\s+codes?|\\bdecline reason|\\berr\\b|\\bcodes?\\b|\\berrors?\\b|\\bresp(?:onse)?\\b'
const shows =
  '提示|显示|返回值?|(?<![申汇举])报(?=到|出|了|个|[^\\u4e00-\\u9fff])|出现|弹出?|跳出?|(?<![支付转汇卖收提刷扣退打])出[了来现](?=一?个)|印着?|写着|(?:屏幕|机器|上面?|小票)(?:上面?)?写着?|pos机?(?:上面?)?出来|\\bdeclin\\w{1,3}|\\bshow(?:s|ed|ing)?|\\bsa(?:ys|id|ying)|\\breads'
/** What may be said of a sum as well. */
const tells =
  "[吐蹦冒闪](?:出来?)?|(?:老|总|每次都)是|(?<!\\bonly )\\b(?:gets?|got|getting|gives?|gave|return(?:s|ed)|com(?:es?|ing) (?:up|out|back)|came (?:up|out|back)|pop(?:s|ped)(?: up)?|(?:throw|flash|display|print|spit|beep|answer)(?:s|ed|ing)?|refused|rejected|result|message|what(?:'s| is)|meaning of|difference between)"
/** Words a refusal is told with; the code stands behind them. */
const refusal =
  '受限制?|失败|被?拒绝?|承兑|超限|超时|不允许|不支持|无效(?:卡号?|商户|交易|金额)?|过期|有误|异常|发卡行|(?:提示|显示|写|报).{0,6}不足|\\bhonou?r|\\bdeclined|\\brefused|\\binsufficient funds|\\binvalid (?:card|merchant|amount|transaction)|\\bnot permitted|\\bexpired(?: card)?'
const filler = '[\\s:是了个一来的到("“「]{0,4}(?:(?:with|an?|me|us|just|as)\\s)*["\'(“]?'

/** POS上显示个什么Z1, "Z3" on the screen: a letter and digits where it is said what stands somewhere. */
const display =
  '屏幕?|小票|凭条|提示|显示|报错?|\\bscreen|\\bdisplay\\w*|\\bslip|\\breceipt|\\bshow\\w*|\\bsays?'
const letterLed = `(?<value>(?![td][01])[a-z]\\d|[a-z]-\\d{2,3}|e\\d{2,4})${ends}${notCounted}`

const asked =
  '\\s?(?:号?码?代?码?是?(?:什么|啥|几个)?意思|是个?(?:什么|啥)(?:意思|情况|问题)|是不是(?:银行|卡|余额|机器)|错误|\\s?代码|\\s(?:error|code|mean|decline|on (?:the|my) (?:pos|terminal|machine|reader|screen|display)\\b))'

/** 05 is no sum; it may be a day, an hour or the number of something else. */
const zeroLed = `(?<![\\w.,:/'-]|\\d\\s|[第版室桌店楼年月点时块元]|\\b(?:room|table|store|branch|terminal|line|till|lane|in|since|version|no\\.?)\\s)(?<value>0[1-9])${ends}(?!\\s?\\d)${notCounted}`

const patterns: readonly string[] = [
  `(?:${label})${is}(?<value>(?=[a-z]?\\d)[a-z\\d]{2}|[a-z]-?\\d{2,3}|${named})(?![\\w-])`,
  `(?:${label})(?:\\s[a-z]+){1,3}\\s(?:is|was|says?)\\s(?:an?\\s)?${code}`,
  `(?:错误|响应|返回|应答|拒绝|故障)码${is}(?<value>[${spokenDigits}]{2})(?![${spokenDigits}])`,
  `\\breason(?: code)?${is}(?<value>[a-z]-?\\d{2,3}|\\d\\d\\.\\d)(?![\\w-]|\\.\\d)`,
  `\\breason(?: code)?${is}${code}`,
  `(?:屏幕?上?|机器上?)[^\\d，。,.!?\\n]{0,4}?出[了来]?${code}`,
  `(?<![支付转汇卖收提刷扣退打])出[了来]?${letterLed}`,
  `(?:${shows})${filler}${code}`,
  `(?:${refusal})[\\s:("“]{0,2}${code}`,
  `["“「『]${code}(?=\\s?[a-z\\u4e00-\\u9fff])`,
  `${begins}(?=[a-z]?\\d)${notLedByMoney}${code}(?=(?:\\s"|\\s?[“「『])\\s?[a-z\\u4e00-\\u9fff])`,
  `${begins}(?<value>${short})(?=${asked})`,
  `(?:${display})[^\\d，。,.!?\\n]{0,14}?(?<!\\w)${letterLed}`,
  `(?<!\\w)${letterLed}["”]?\\s(?:on|in) (?:the|my|its) (?:screen|display|slip|receipt)`,
  zeroLed,
]

/** A code of letters, or one that terminals show; round numbers are said of all kinds of things. */
const isLikely = (value: string) =>
  /\D/.test(value) || (!value.endsWith('0') && responseCodes.iso8583_39?.has(value) === true)

const asPattern = (source: string): ReferencePattern => ({
  type: 'code',
  pattern: new RegExp(source, 'dg'),
})

/** What a terminal shows when a payment is refused, by its label, its verb or the words about it. */
export const shownCodes: readonly ReferencePattern[] = [
  ...patterns.map(asPattern),
  { ...asPattern(`(?:${tells})${filler}${code}`), accepts: isLikely },
]

const aboutCodes =
  /[仨两三四几个些]个?码|(?:错误|应答|响应|返回|拒绝|故障)码|代码|报错|区别|分别|\b(?:codes|errors|difference)\b/
const codeList = new RegExp(
  `${begins}${short}(?:(?:\\s?[,，、/]\\s?|\\s?[和跟]\\s?|\\s(?:and|or)\\s)${short}${ends})+${notCounted}`,
  'g',
)
const each = new RegExp(`${begins}${short}(?![a-z])`, 'g')

/** 14，54，57，…仨码: where several codes are spoken of, a list of two characters each is theirs. */
export function listedCodes(low: string): [start: number, end: number][] {
  if (!aboutCodes.test(low)) return []
  return Array.from(matchesOf(low, codeList), ({ 0: list, index: start }) => {
    const codes = Array.from(list.matchAll(each))
    if (!codes.some(({ 0: value }) => isLikely(value))) return []
    return codes.map(({ 0: value, index }): [number, number] => [
      start + index,
      start + index + value.length,
    ])
  }).flat()
}
