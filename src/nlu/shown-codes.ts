import { is, notLedByMoney, type ReferencePattern, spokenDigits } from './reference-pattern.ts'

const named = '[a-z]{3,20}(?:_[a-z]{2,20}){1,4}'
/** T1 and D0 are ways to be paid out. */
const short = '(?:\\d\\d|(?![td][01](?!\\d))[a-z]\\d|\\d[a-z])'
const ends = '(?![\\da-z.:/%-]|,\\d)'
/** What is counted, timed or paid is no code. */
const notCounted =
  '(?!\\s?(?:元|块|万|千|百|笔|次|个|天|号|月|点|秒|分|人|台|张|多|岁|w\\b|k\\b|dollars|bucks|quid|euros?|grand|p\\b|pounds|yuan|days?|times?|weeks?|hours?|charg|pay|sale|min|sec|of|transactions|for a|items?|customers|people|percent))'
/** 报A0MAC校验失败: a word of the message may follow without a space. */
const code = `(?<value>${short}${ends}|[a-z]\\d(?=[a-z]{3})|${named}(?![\\w-]))${notCounted}`

const label =
  '错误代?码|错误|响应代?码|返回代?码|应答码|拒绝码|故障码|代码|报错|\\b(?:response|error|decline|return|reason|result)\\s+codes?|\\bcodes?\\b|\\berrors?\\b|\\bresp(?:onse)?\\b'

const shows =
  '(?:提示|显示)\\s?(?:余额不足|交易失败|失败)|提示|显示|返回|(?<![申汇举])报(?=到|出|了|个|[^\\u4e00-\\u9fff])|出现|弹出?|跳出?|(?<![支付转汇卖收提刷扣退打])出[了来现](?=一?个)|印着?|写着|(?:屏幕|机器|上面?|小票)(?:上面?)?写着?|pos机?(?:上面?)?出来|\\bdeclin\\w{1,3}|\\bshow(?:s|ed|ing)?|\\bsa(?:ys|id|ying)|\\breads|\\bgot|\\bgives?|\\bgetting|\\breturn(?:s|ed)'
/** Words a refusal is told with; the code stands behind them. */
const refusal =
  '受限|受限制|失败|被?拒绝?|超限|无效|过期|有误|异常|发卡行|未知错误|(?:提示|显示|写|报).{0,6}不足|\\bhonou?r|\\bdeclined|\\brefused|\\binsufficient funds|\\binvalid (?:card|merchant|amount|transaction)|\\bnot permitted|\\bexpired(?: card)?'

const asked =
  '\\s?(?:号?码?代?码?是?(?:什么|啥|几个)?意思|是个?(?:什么|啥)(?:意思|情况|问题)|错误|\\s?代码|\\s(?:error|code|mean|decline|on (?:the|my) (?:pos|terminal|machine|reader|screen)\\b))'

const free = '(?<![\\da-z.,:/-])'

const patterns: readonly string[] = [
  `(?:${label})${is}(?<value>(?=[a-z]?\\d)[a-z\\d]{2}|[a-z]-?\\d{2,3}|${named})(?![\\w-])`,
  `(?:${label})(?:\\s[a-z]+){1,3}\\s(?:is|was|says?)\\s(?:an?\\s)?${code}`,
  `(?:错误|响应|返回|应答|拒绝|故障)码${is}(?<value>[${spokenDigits}]{2})(?![${spokenDigits}])`,
  `\\breason(?: code)?${is}(?<value>[a-z]-?\\d{2,3}|\\d\\d\\.\\d)(?![\\w-]|\\.\\d)`,
  `(?:${shows})[\\s:是了个一来的到("“「]{0,4}(?:with\\s|an?\\s|me\\s)?["'(“]?${code}`,
  `(?:${refusal})[\\s:("“]{0,2}${code}`,
  `["“「『]${code}(?=\\s?[a-z\\u4e00-\\u9fff])`,
  `${free}${notLedByMoney}${code}(?=\\s?["“「『]\\s?[a-z\\u4e00-\\u9fff])`,
  `${free}(?<value>${short})(?=${asked})`,
]

/** What a terminal shows when a payment is refused, by its label, its verb or the words about it. */
export const shownCodes: readonly ReferencePattern[] = patterns.map((source) => ({
  type: 'code',
  pattern: new RegExp(source, 'dg'),
}))

/** 14，54，57，…仨码: where several codes are spoken of, a list of two characters each is theirs. */
export const aboutCodes =
  /[仨两三四几个些]个?码|(?:错误|应答|响应|返回|拒绝|故障)码|代码|报错|\b(?:codes|errors)\b/

/** A list of at least two codes. */
export const codeList = new RegExp(
  `${free}${short}(?:(?:\\s?[,，、/]\\s?|\\s?[和跟]\\s?|\\s(?:and|or)\\s)${short}(?![\\da-z.:/%-]))+${notCounted}`,
  'g',
)
