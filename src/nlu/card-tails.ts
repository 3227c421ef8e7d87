import { digitWord } from './digit-words.ts'
import { is, notLedByMoney, type ReferencePattern, spokenDigits } from './reference-pattern.ts'

/** Four digits that no longer number, unit or year goes on from. */
const four = `(?<value>\\d{4}(?!\\d)|[${spokenDigits}]{4}(?![${spokenDigits}]))(?!\\s?(?:[wk](?![a-z])|[万年多余]|[,.]\\d|[*•·●…]|x{2}|开头|打头))`
const alone = '(?<![\\d.,])'
/** Where the words alone do not tell a card from a sum, a round number is the sum. */
const odd = `(?!\\d\\d00)${four}`

const tail =
  '卡尾|(?<!订单|单号|手机号?|电话)(?:尾号|尾数)|(?<!手机号?码?|电话号?码?|身份证号?码?)(?:末[四4][位码]?|最?后[四4](?:位|个|码)(?:数字?)?)|末尾|结尾|卡号|(?<=[，,\\s(（])尾(?=\\d)'
/** 末尾我记得是0056: a few words of the same clause, none of which says that it is not known. */
const fewWords = '(?:(?![不没忘，,。.!?！？\\n])\\D){0,10}?'
const card = '(?<![刷划拉打付收到进退办充开插换])卡(?:片)?'
const bank = '[招工建农中交]行|银行|邮储|浦发|招商|中信|光大|民生|兴业|平安|华夏|广发'
/** 那张3000的小票 is no card. */
const notASlip = '(?!的?[\\u4e00-\\u9fff]{0,2}[单票券条据])'

const brand =
  '(?:visa|mastercard|maestro|amex|american express|hsbc|barclays|lloyds|natwest|monzo|revolut|starling|santander|nationwide|halifax|citi(?:bank)?|dbs|ocbc|uob|icbc)'
const whose = '(?:my|the|our|his|her|their|your|that|a)'
const itsUse = '(?:payment|sale|machine|reader|terminal|transaction|charge|refund|taking)'

const patterns: readonly string[] = [
  `(?<![•*·●∙…#x])[•*·●∙…#x]{2,}[\\s-]{0,4}${four}`,
  `(?<=^|\\s|card )\\.{2,4}\\s?${four}`,
  '\\[[^\\]\\d\\n]{0,24}(?<value>\\d{4})\\]',
  `(?:${tail})${fewWords}${notLedByMoney}${four}`,
  `(?:${tail})\\D{0,14}?[是为成]${notLedByMoney}${four}`,
  `(?:${card}|(?:${bank})(?:卡|的)?)${is}${four}`,
  `[那这]张${odd}${notASlip}`,
  `张卡[，,:\\s(分别是为]{1,4}${alone}${four}`,
  `(?<=卡.{0,30}除了?\\s?)${odd}(?=[以之]?外)`,
  `${alone}${four}\\s?(?:结尾|的?尾号|的?[这那]张${notASlip})`,
  `${alone}${odd}的(?:信用|储蓄|银行)?卡(?![里上机费])`,
  `${alone}${four}是(?:[这那]张|我的?)?卡的?(?:最?后[四4]位|尾号)`,
  `(?<=[用拿绑])的?${four}(?:信用|储蓄|银行)?卡`,
  `(?:\\b(?:tail|slip)|\\bfinish(?:ing|es)?(?:\\s+(?:in|with))?|\\bend(?:ing|s|ed)?(?:\\s+(?:in|with|w\\/|is|on))?|\\blast\\s+(?:(?:four|4)(?:\\s+(?:digits?|numbers?))?|digits)(?:\\s+(?:of|on)\\s+(?:my|the)\\s+card)?|\\blast4|\\b${brand}(?:\\s+(?:debit|credit))?|\\bcards?[,:]?(?:\\s*(?:no\\.?|number|#))?(?:\\s+[x*](?=\\d))?)${is}${four}`,
  `\\b(?:ending|last (?:four|4)(?: digits?)?|card (?:number|no))(?: (?!not\\b|never\\b|forg|and\\b)[a-z']{1,8}){1,4} ${notLedByMoney}${four}`,
  `\\b(?:end(?:ing|s|ed)?(?: in| with)?|last (?:four|4)(?: digits?)?(?: are| is)?):? (?<value>${digitWord}(?:[ -]${digitWord}){3})\\b`,
  `${alone}${four}(?= (?:is|are|was) (?:the last (?:four|4)|(?:the|my) card)\\b)`,
  `\\b${whose}\\s${four}\\s(?:${brand}|card)\\b(?!\\s${itsUse})`,
  `${alone}${four}\\s(?:debit|credit)\\s(?:${brand}|card)\\b(?!\\s${itsUse})`,
  `(?<=卡[^\\d。！？\\n]{0,12}\\(|\\bcard\\b(?! ${itsUse})[^\\d.!?\\n]{0,40}\\()${four}\\)`,
]

/** The last four digits of a card, by its mark, its label, its bank or the words about it. */
export const cardTails: readonly ReferencePattern[] = patterns.map((source) => ({
  type: 'last4',
  pattern: new RegExp(source, 'dg'),
}))
