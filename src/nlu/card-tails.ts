import { fourDigitWords } from './digit-words.ts'
import { is, notLedByMoney, type ReferencePattern, spokenDigits } from './reference-pattern.ts'

/** Four digits that no longer number, unit or year goes on from. */
const four = `(?<value>\\d{4}(?!\\d)|[${spokenDigits}]{4}(?![${spokenDigits}]))(?!\\s?(?:[wk](?![a-z])|[万年多]|余(?!额)|[,.]\\d|[*•·●…]|x{2}|开头|打头))`
const alone = '(?<![\\d.,])'
/** Where the words alone do not tell a card from a sum, a round number is the sum. */
const odd = `(?!\\d\\d00)${four}`

/** The end of another number is no card's. */
const ofNoOther =
  '(?<!(?:订单|单|手机|电话|身份证|商户|终端|机器|参考|授权|批次|流水|工单|快递|运单)(?:编?号码?|码)?的?)'
const ofNoOtherEn =
  '(?<!\\b(?:phone|mobile|tel|order|booking|ref|reference|invoice|terminal|reader|merchant|batch|ticket|case|tid|mid|rrn|year|month|week|period|quarter)(?: (?:number|no\\.?|id|code))?(?: (?:that|is))? )'
const tail = `卡尾|${ofNoOther}(?:尾号|尾数|末[位尾]?[四4][位码个]?|尾[四4]位|后面[四4]位|最后[四4](?:位|个|码)(?:数字?)?|(?<!最)后[四4](?:位|个|码)(?:数字?)?|末尾|末位|结尾)|卡号|(?<=[，,\\s(（])尾(?=\\d)`
/** 末尾我记得是0056: a few words of the same clause, none of which says that it is not known. */
const fewWords = '(?:(?![不没忘，,。.!?！？\\n])\\D){0,10}?'
const card = '(?<![刷划拉打付收到进退办充开插换])卡(?:片)?'
const bank = '[招工建农中交]行|银行|邮储|浦发|招商|中信|光大|民生|兴业|平安|华夏|广发'
/** 那张3000的小票 is no card. */
const notASlip = '(?!的?[\\u4e00-\\u9fff]{0,2}[单票券条据])'

const brand =
  '(?:visa|mastercard|maestro|amex|american express|hsbc|barclays|lloyds|natwest|monzo|revolut|starling|santander|nationwide|halifax|citi(?:bank)?|dbs|ocbc|uob|icbc)'
const whose = '(?:my|the|our|his|her|their|your|that|a)'
const moneyVerb = '(?:charg|paid|pay|took|taken|spent|debit|refund|sent|sold|cost|got|receiv)'
/** 1 2 3 4. */
const spacedFour = '(?<value>\\d(?: \\d){3}|\\d\\d \\d\\d)(?! ?\\d)'
const itsUse = '(?:payment|sale|machine|reader|terminal|transaction|charge|refund|taking)'

const patterns: readonly string[] = [
  `(?<![•*·●∙…#x])[•*·●∙…#x]{2,}[\\s-]{0,4}${four}`,
  `(?<=^|\\s|card )\\.{2,4}\\s?${four}`,
  '\\[[^\\]\\d\\n]{0,24}(?<value>\\d{4})\\]',
  `(?:${tail})${fewWords}${notLedByMoney}${four}`,
  `(?:${tail})\\D{0,14}?[是为成]${notLedByMoney}${four}`,
  `(?:${card}|(?:${bank})(?:卡|的)?)${is}${four}`,
  `(?:[那这]|另外?一?)张${odd}${notASlip}`,
  `(?:账户|帐户|账号|帐号)${is}${odd}(?=[于在的里，,\\s])`,
  `张卡[，,:\\s(分别是为]{1,4}${alone}${four}`,
  `(?<=卡.{0,30}除了?\\s?)${odd}(?=[以之]?外)`,
  `${alone}${four}\\s?(?:结尾|的?尾号(?![是为:：]?\\s?\\d)|的?[这那]张${notASlip})`,
  `${alone}${notLedByMoney}${four}[，,]?\\s?(?:就?是|[这那]个)?(?:我的?)?卡?的?(?:尾号|尾数|后四位)(?!\\D{0,6}\\d)`,
  `(?:${tail}|\\b(?:last|final) (?:four|4)(?: digits| numbers)?|\\bend(?:ing|s)(?: in| with)?)${is}${spacedFour}`,
  `${alone}${odd}\\s?的(?:[那这][个张])?(?:信用|储蓄|银行)?卡(?![里上机费])`,
  `${alone}${four}是(?:[这那]张|我的?)?卡的?(?:最?后[四4]位|尾号)`,
  `${alone}${odd}是(?:我|你|他|她|客人)的?卡(?!费)`,
  `(?<=[用拿绑])的?${four}(?:信用|储蓄|银行)?卡`,
  `(?:${ofNoOtherEn}\\b(?:tail|slip|finish(?:ing|es)?(?:\\s+(?:in|with))?|end(?:ing|s|ed)?(?:\\s+(?:in|with|w\\/|is|on))?)|\\b(?:last|final)\\s+(?:(?:four|4)(?:\\s+(?:digits?|numbers?)|['’]s)?|digits)|\\bcard last(?:\\s+(?:of|on)\\s+(?:my|the)\\s+card)?|\\blast4|\\b${brand}(?:\\s+(?:debit|credit))?|\\bcards?[,:]?(?:\\s*(?:no\\.?|number|#))?(?:\\s+[x*](?=\\d))?)${is}${four}`,
  `${ofNoOtherEn}\\b(?:ending|last (?:four|4)(?: digits?)?|card (?:number|no))(?: (?!not\\b|never\\b|forg|and\\b)[a-z']{1,8}){1,4} ${notLedByMoney}${four}`,
  `(?<=(?:卡|\\bcard|\\b${brand}(?: debit| credit)?)\\s?)[•*·●∙…#x-]\\s?${four}`,
  `\\bcards?['’]s ${four}(?=\\s*(?:$|[,.;!?)]))`,
  `\\bcards?\\b[^\\d.!?\\n]{0,20}\\bthe ${four} one\\b`,
  `\\bwith (?:\\(${odd}\\))`,
  `${alone}${four} is the (?:one|card) (?:in my|i (?:used|paid|tapped|swiped))\\b`,
  // "My card's been nicked, 4478": behind a card that nothing was paid with.
  `\\bcard\\b(?! ${itsUse})(?:(?!\\b${moneyVerb})[^\\d.!?\\n£$€]){0,70}, ${odd}(?=\\s*(?:$|[,.;!?]))`,
  `\\b(?:end(?:ing|s|ed)?(?: in| with)?|last (?:four|4)(?: digits?)?(?: are| is)?|(?:the|my) card is):? (?<value>${fourDigitWords})\\b`,
  `(?<value>${fourDigitWords})(?= (?:is|are|at) the (?:last|end))`,
  `${alone}${four}(?=(?: (?:is|are|was)|['’]s) (?:the (?:last (?:four|4)|end of)|(?:the|my) card)\\b)`,
  `${alone}${four} (?:at|on) the end\\b`,
  `\\b${whose} ${brand}(?: debit| credit)?, ${odd}(?=\\s*(?:$|[,.;!?)]))`,
  `${alone}${notLedByMoney}${odd} (?:visa|mastercard|maestro|amex)\\b(?! ${itsUse})`,
  `\\b(?:used|using|use|with) the ${odd} one\\b`,
  `\\b(?:the|those|its) (?:digits|numbers) (?:are|were) ${four}(?=\\s*(?:$|[,.;!?)]))`,
  `\\bnot ${four}(?=, (?:but )?(?:${whose} )?(?:card|${brand})\\b)`,
  // "Did £40 go to 4471": where money goes.
  `\\b(?:refund(?:ed)?|paid|payout|go|goes|going|went|sent|send)(?: (?:out|back|in))? (?:on)?to (?!(?:19|20)\\d\\d)${odd}(?=\\s*(?:$|[,.;!?)]|(?:or|and|instead|please|not)\\b))`,
  `\\b${whose}\\s${four}\\s(?:${brand}|card)\\b(?!\\s${itsUse})`,
  `${alone}${four}\\s(?:debit|credit)\\s(?:${brand}|card)\\b(?!\\s${itsUse})`,
  `(?<=卡[^\\d。！？\\n]{0,12}\\(|\\bcard\\b(?! ${itsUse})[^\\d.!?\\n]{0,40}\\()${four}\\)`,
]

/** The last four digits of a card, by its mark, its label, its bank or the words about it. */
export const cardTails: readonly ReferencePattern[] = patterns.map((source) => ({
  type: 'last4',
  pattern: new RegExp(source, 'dg'),
}))
