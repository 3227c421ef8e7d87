import { field39Of } from '../domain/codes/provider-codes.ts'
import { responseCodes } from '../domain/codes/response-codes.ts'
import { digitsOfWords, digitWord, twoDigitWords } from './digit-words.ts'
import { readEnglishNumber } from './read-english-number.ts'
import {
  is,
  notLedByMoney,
  opening,
  type ReferencePattern,
  spokenDigits,
} from './reference-pattern.ts'

const named = '[a-z]{2,20}(?:_[a-z\\d]{2,20}){1,4}'
/** T1 and D0 are ways to be paid out, 4G and 3D no codes at all. */
export const shortCode = '(?:\\d\\d|(?![td][01](?!\\d)|x)[a-z]\\d|\\d(?![dg](?![\\da-z]))[a-z])'
export const codeBegins = '(?<![\\w.,:/-])'
export const codeEnds = "(?![\\da-z_/%-]|[.,:]\\d|['’]d\\b)"
/** Terminals and banks of the web number theirs with more digits, with letters or with a point. */
const long = '(?:[a-z]{1,6}[-_]?\\d{1,5}|\\d{3,5}|\\d\\d\\.\\d{1,2})(?![\\w-]|\\.\\d)'
/** What is counted, timed or paid is no code. */
export const notCounted =
  '(?!\\s?(?:元|块|万|千|百|笔|次|个|天|号|日|月|年|点|秒|分(?!别)|人|台|张|多|岁|桌|w\\b|k\\b|dollars|bucks|quid|euros?|grand|p\\b|pounds|yuan|days?|times?|weeks?|months?|hours?|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\\b|[a-z]+ (?:street|st|road|rd|avenue|ave|lane|drive)\\b|charg|pay|sale|fee|min(?:ute)?s?\\b|sec(?:ond)?s?\\b|of\\b|off\\b|transactions|for a|items?|customers|people|percent|am\\b|pm\\b))'
/** 报A0MAC校验失败: a word of the message may follow without a space. */
const code = `(?<value>${shortCode}${codeEnds}|[a-z]\\d(?=[a-z]{3})|${named}(?![\\w-]))${notCounted}`

/** Codes of places, discounts, trades and keys say nothing of a payment. */
const otherCode =
  '(?<!\\b(?:country|area|dial(?:ling)?|sort|post(?:al)?|zip|promo|discount|voucher|coupon|referral|invite|qr|bar|mcc|category|swift|bic|iban|tax|currency|door|access)[ -]?)'
const label = `(?<![证权维款扫密号条编数字别业])码|错误(?:编[号码]|号码?)?|应答|响应|报错|代号|\\b(?:response|resp|error|err|decline|return|reason|result)[\\s_-]{0,2}codes?|\\bf(?:ield)?\\s?39\\b|39域|\\bdecline (?:reason|was|is)|\\berr\\b|${otherCode}\\bcodes?\\b(?:['’]s\\b| (?:pls|please))?|\\brsp\\b|\\barc\\b|\\berrors?\\b(?: (?:messages?|of)\\b)?|\\bresp(?:onse)?\\b|\\brc\\b`
/** Behind these even a long number is a code. */
const plainLabel =
  '(?:错误|报错|故障|返回|响应|应答)代?码|\\b(?:error|response|return|result)\\s+code|\\b(?:errors?|fault)(?: no\\.?)?|报错|错误'
/** Why a payment was disputed, numbered by the card network: 10.4, 4853. */
const disputeLabel =
  '(?:原因|理由|拒付|退单|争议|调单)代?码|(?:拒付|退单|争议)原因|\\breason(?: code)?|\\b(?:chargeback|dispute|visa|mastercard|mc|amex|scheme|network) (?:reason )?code'
const disputeCode = '\\d\\d\\.\\d{1,2}|\\d{4}|[a-z]-?\\d{2,3}'
const shows =
  '提示|(?:显示|屏显)(?:号码|数字)?|返回(?:值|结果)?|(?<![申汇举])报(?=到|出|了|个|[^\\u4e00-\\u9fff])|出现|弹(?:出|咗)?|跳出?|打印?出来|反馈|(?<![支付转汇卖收提刷扣退打])出[了来现](?=一?个)|印着?|写着|(?:屏幕|机器|上面?|小票)(?:上面?)?[就只]?写[着了]?|pos机?(?:上面?)?出来|\\bdeclin\\w{1,3}|\\bdcln?d|\\bshow(?:s|ed|ing)?|(?<!\\b(?:he|she|they|i|we|who|customer|lady|guy|bloke|man|woman|manager|boss|staff) )\\bsa(?:ys|id|ying)|\\breads|\\b(?:host|issuer|acquirer|bank|network|processor) (?:repl(?:y|ies|ied)|respon(?:ds|ded)|answer(?:s|ed)|return(?:s|ed))'
/** What may be said of a sum as well. */
const tells =
  "[吐蹦冒闪](?:出来?|跶)?|(?:机器|机子|终端|pos机?|它)说|[遇碰][到上]|(?<![支付转汇卖收提刷扣退打])出个?|(?:老|总|每次都)是|好像是?个|(?:同样|又|仍)是|(?<![支付转汇卖收提刷扣退打])出来|给我个|(?<![支付转汇卖收提刷扣退打赚挣花])出了|(?<!\\bonly )\\b(?:gets?|got|getting|gives?|giving|gave(?! back)|return(?:s|ed)|com(?:es?|ing) (?:up|out|back)|came (?:up|out|back)|pop(?:s|ped)(?: up)?|(?:throw|flash|display|print|spit|beep|answer)(?:s|ed|ing)?|spat|threw|(?:do (?:with|about|on)|after) an?|retry after|refused|reject(?:ed|ion)|result|message|status|same|dreaded|is an?|what(?:['’]?s| is)|it['’]?s (?=an? \\w\\w\\b(?! \\w))|meaning of|difference between|had an?|(?:answer|reply|response)(?: from (?:the|my|their|his|her) (?:bank|issuer|host))? (?:was|is)|declin\\w{1,3},? (?:number|no\\.?))"
/** Words a refusal is told with; the code stands behind them. */
const refusal =
  '\\b(?:issuer|bank|host) (?:is )?(?:down|offline)|受?限制?|不存在|原因[:：]|失败|被?拒绝?|承兑|超限|超时|不允许|不支持|无效(?:卡号?|商户|交易|金额)?|过期|有误|异常|发卡行|(?:提示|显示|写|报).{0,6}不足|\\bhonou?r|\\bdeclined|\\bnot approved|\\bfail(?:s|ed)?|\\brefused|\\binsufficient funds|\\binvalid (?:card|merchant|amount|transaction)|\\bnot permitted|\\bto card ?holder|\\bexpired(?: card)?|\\bsuspected fraud|\\bviolation|\\bagain later|\\bunavailable|\\b(?:wrong|incorrect) pin|\\btries exceeded|\\btransmission|\\bremove card|\\bmalfunction|\\binoperative|\\bmismatch'
/** The meaning of a code, where it stands behind it. */
const meaning =
  '不予承兑|余额不足|系统(?:异常|故障)|超时|发卡行|过期卡?|无效|密码(?:错|超)|do not honou?r|insufficient|closed account|partial approval|duplicate\\b|suspected fraud|expired card\\b|invalid (?:card|merchant|amount|transaction)\\b|not permitted|issuer (?:un|in)|system (?:error|malfunction)|exceeds|lost card|stolen|pick ?up|suspected|pin tries|transaction not|security violation|duplicate trans|mac failed|unable to|请重新|收不到发卡|不允许(?:终端|持卡人|此|交易|该)|重复交易|受限制的?卡|超出(?:次数|金额|限额)|找不到原|pin格式|cvv|输错密码|格式错误|[a-z]{3,10} error\\b|inoperative|activity limit|(?:incorrect|wrong) pin'
const word = `[\\s:了是个一来的到${opening}]`
const filler = `${word}{0,4}(?:(?:with|up|out|back|an?|me|us|just|as|there)\\s)*[${opening}]?`

/** POS上显示个什么Z1, "Z3" on the screen: a letter and digits where it is said what stands somewhere. */
const display =
  '屏幕?|小票|凭条|打着|提示|显示|报错?|\\bscreen|\\bdisplay\\w*|\\bslip|\\breceipt|\\bshow\\w*|\\bsays?'
const letterLed = `(?<value>(?![td][01])[a-z]\\d|[a-z]-\\d{2,3}|e\\d{2,4}|err-?\\d{2,4})${codeEnds}${notCounted}`

/** Rooms, tables and shops have numbers of two digits as well. */
export const notOfPlace =
  '(?<!\\b(?:room|table|store|shop|branch|terminal|line|till|lane|unit|flat|in|since|version|ends|ending|no\\.?)\\s)'
const asked =
  '["”」』]?\\s?(?:号?码?代?码?是?(?:什么|啥|几个)?意思|是个?(?:什么|啥)(?:意思|情况|问题)|(?:怎么|咋)(?:办|解决|处理|整|弄)|是不是(?:银行|卡|余额|机器)|错误|\\s?代码|[这那]个?(?:错误|返回|应答|响应)?代?码|\\s(?:error|code|mean|declined?\\b(?! (?:cards|payments|sales|transactions))|on (?:the|my) (?:pos|terminal|machine|reader|screen|display|slip)\\b)|\\s(?:(?:came|comes|popped|showed|flashed) (?:up|back|out)|appeared)\\b)'

/** 05 is no sum; it may be a day, an hour or the number of something else. */
const zeroLed = `(?<![\\w.,:/'-]|\\d\\s|[第版室桌店楼年月点时块元])${notOfPlace}(?<value>0\\d)${codeEnds}(?!\\s?\\d)${notCounted}`

const patterns: readonly string[] = [
  `(?:${disputeLabel})${is}(?<value>${disputeCode})(?![\\w-]|\\.\\d)`,
  `(?:${plainLabel})${is}(?<value>${long})`,
  `(?:${label})(?:不是|是不是)?[?？]?${is}(?<value>(?=[a-z]?\\d)[a-z\\d]{2}|[a-z]-?\\d{2,3}|${named})(?![\\w-]|\\.\\d)`,
  `(?:${label})(?:\\s[a-z]+){1,3}\\s(?:is|was|says?)\\s(?:an?\\s)?${code}`,
  `(?:${label})[^\\d，。,\\n]{1,6}[是为]\\s?${code}`,
  `\\b(?:dispute|chargeback)s?,? \\(?(?<value>\\d\\d\\.\\d)(?![\\w-]|\\.\\d)`,
  `(?<=(?:disput|chargeback|拒付|退单|争议)[^.!?。]{0,60})(?:\\bcode|码)${is}(?<value>4[58]\\d\\d|\\d\\d\\.\\d)(?![\\w-]|\\.\\d)`,
  `\\bwhat ${letterLed} (?:is|means?|was)\\b`,
  `报\\s?(?<value>\\d{3,5})\\s?错`,
  `\\bit['’]?s ${code}(?= again\\b)`,
  `(?:错误|响应|返回|应答|拒绝|故障)码${is}(?<value>[${spokenDigits}]{2})(?![${spokenDigits}])`,
  `\\breason(?: code)?${is}${code}`,
  `(?:屏幕?上?|机器上?)[^\\d，。,.!?\\n]{0,4}?出[了来]?${code}`,
  `(?<![支付转汇卖收提刷扣退打])出[了来]?${letterLed}`,
  `(?:${shows})${filler}${code}`,
  `(?:${refusal})[\\s:/${opening}–-]{0,3}${code}`,
  `(?:${refusal})[\\s:/${opening}-]{0,3}${letterLed}`,
  `\\b(?:declin\\w*|refused|reject\\w*|fail(?:s|ed)?|bounc\\w*) (?:with|as)\\s(?:an? |code )?${code}`,
  `(?:${label})-(?<value>\\d\\d)(?![\\w-]|[.,]\\d)`,
  `\\bis ${code}(?= (?:a )?(?:bad|good|serious|normal|declin\\w*|error)\\b)`,
  `(?:${label}|${shows}|${refusal})${filler}(?<value>${digitWord}[ -]${digitWord})\\b(?![ -](?:${digitWord}|hundred|thousand|pounds?|quid|days?|times?)\\b)`,
  `(?<!${digitWord}[ -]|[\\w-])(?<value>zero[ -]${digitWord}|oh[ -]${digitWord}(?= (?:on|came|comes|again|declin|error|code)\\b))(?![ -]${digitWord}|[\\w-])`,
  `(?:${label}|\\bdeclin\\w*)\\s(?:an? |of |is |was |with |number |no\\.? )?(?<value>${twoDigitWords})\\b(?![ -](?:something|odd|${digitWord}|hundred|thousand|grand|pounds?|quid|bucks|euros?|dollars?|days?|times?|cards|payments|sales|transactions|customers|percent)\\b)`,
  `(?<value>${twoDigitWords}|${digitWord}[ -]${digitWord})(?= (?:is the (?:error |decline |response )?code|error|code)\\b)`,
  `\\bgot an? (?<value>${digitWord}[ -]${digitWord})\\b`,
  `(?:${refusal}), ${code}(?=\\s*(?:$|[,.;!?]))`,
  // "Declined slip in my hand, 51 on it": a piece of its own behind a refusal.
  `\\b(?:declin|refus|reject)\\w*[^\\d.!?\\n£$€]{0,40}[,:]\\s${code}(?=\\s*(?:$|[,.;!?]|on it\\b))`,
  `["“「『]${code}(?=\\s?[a-z\\u4e00-\\u9fff])`,
  `["“「『][^"“”「」\\d\\n]{0,24}[\\u4e00-\\u9fff]\\s?${code}(?=["”」』])`,
  `(?:屏|\\bscreen)[^\\d，。,.!?\\n]{0,14}[:：]\\s?${code}`,
  `${codeBegins}(?=[a-z]?\\d)${notLedByMoney}${code}(?=(?:\\s"|\\s?[“「『])\\s?[a-z\\u4e00-\\u9fff])`,
  `${codeBegins}(?=[a-z]?\\d)${notLedByMoney}${code}(?=["”」』]?\\s?[,，.:–-]?\\s?(?:${meaning}))`,
  `${codeBegins}${notOfPlace}${notLedByMoney}(?<value>${shortCode})(?=${asked})`,
  `(?:${display})[^\\d，。,.!?\\n]{0,14}?(?<!\\w)${letterLed}`,
  `(?<!\\w)${letterLed}["”]?\\s(?:on|in) (?:(?:the|my|its) )?(?:screen|display|slip|receipt)`,
  `\\b(?:screen|terminal|machine|reader|pos) (?:went|goes|flashe[sd])\\s${letterLed}`,
  zeroLed,
]

/** Codes of the card networks that our table has no meaning for; terminals show them all the same. */
const ofNetworks = new Set('46 52 53 78 79 81 82 83 85 86 88 89 93'.split(' '))

/** A code of letters, or one that terminals show; round numbers are said of all kinds of things. */
export const isLikelyCode = (value: string) =>
  /\D/.test(value) ||
  value === '00' ||
  (!value.endsWith('0') && (responseCodes.iso8583_39?.has(value) === true || ofNetworks.has(value)))

/** "Ninety one", "oh five". */
const isLikelyInWords = (words: string) =>
  isLikelyCode(digitsOfWords(words) ?? String(readEnglishNumber(words)))

/** What names of refusals are made of: lost_card, authentication_required. */
const refusalName =
  /(?:^|_)(?:card|cvc|cvv|funds|declined?|error|authentication|expired|fraud\w*|honou?r|limit|pin|stolen|issuer|blocked)(?:_|$)/

/** A name that a provider of the web gives a refusal. */
const isProviderName = (name: string) =>
  refusalName.test(name) ||
  (['stripe', 'square', 'adyen', 'paypal'] as const).some((scheme) => field39Of(scheme, name))

const asPattern = (source: string): ReferencePattern => ({
  type: 'code',
  pattern: new RegExp(source, 'dg'),
})

/** Where a number may be something else as well, and is a code when terminals show it. */
const likely: readonly string[] = [
  `(?:${tells})${filler}${code}`,
  `["“「『'‘](?<value>${shortCode})["”」』'’]`,
  `${codeBegins}${notOfPlace}${notLedByMoney}(?<value>${shortCode})(?= every time (?:i|we|you|he|she|they) )`,
  `\\b(?:slip|receipt): ${code}(?=\\s*(?:$|[,.;!?]))`,
  // "Three cards were declined, two with 51"; "refused at the pump with 62".
  `(?<=\\b(?:declin|refus|reject|error|fail|code)[^.!?]{0,60})\\b(?:one|two|three|four|some|others?|another|both|most|rest)(?: (?:of them|cards?))? with (?:an? )?${code}`,
  `(?<=\\b(?:declin|refus|reject|bounc|fail)\\w*[^.!?\\d]{0,40} )(?:with|as) (?:an? )?${code}`,
  // "First try 51, second try 61"; "91 on till 1 and 96 on till 2".
  `\\b(?:first|second|third|1st|2nd|3rd|next) (?:try|attempt|time|go)(?: was| got| gave| said)? ${code}(?=\\s*(?:$|[,.;!?]|and\\b|then\\b))`,
  `(?<=\\b(?:had|got|get|and|see|seeing) )${code}(?= on (?:till|terminal|machine|reader|pos) \\w)`,
  // "I have R1 on my subscription"; "why a 58 shows"; "a 93 on a sale"; "got 85 back".
  `\\b(?:have|had|see|seeing|an?) ${letterLed}(?= (?:on|for|in|when|every)\\b)`,
  `\\ban? ${code}(?= (?:shows|comes|came|pops|flashes|appears)\\b)`,
  `\\ba ${code}(?= on (?:a|the|this|my|our) (?:sale|payment|card|customer|refund|transaction|visa|mastercard|amex)\\b)`,
  `\\b(?:had|got|gave|gives|is) an? ${code}(?= (?:timeout|time ?out|on|when|at|again|back|and)\\b)`,
  `\\bgot ${code}(?= back\\b)`,
  // "Every third card is 91"; "now it's 57"; "keeps saying 05"; "run it again after 96".
  `(?<=\\b(?:cards?|visa|mastercard|maestro|amex)\\b[^.!?\\d]{0,16} )is ${code}(?=\\s*(?:$|[.,!?]|(?:today|now|again|all)\\b))`,
  `\\bnow (?:its|it['’]s|it is) ${code}(?=\\s*(?:$|[.,!?]|why\\b))`,
  `\\bkeeps? (?:going|getting|giving|showing|saying) (?:an? |me )?${code}`,
  `\\b(?:run|tr(?:y|ied)|swipe|tap|do) (?:it|this|that|the card)? ?again after (?:an? )?${code}`,
  // "61?? I've barely used this card", "46 - closed account", "91, then 96", "14. that's all it shows".
  `^\\s*["“]?(?<value>${shortCode}${codeEnds})${notCounted}(?=\\s?(?:\\?|=)|\\. (?:that['’]s|what|why|is|it|the (?:machine|terminal|screen))|,? then \\w\\w\\b| [-–] [a-z]|,? (?:abroad|when i (?:pay|tap|swipe|insert)|all (?:morning|day)|again and again)\\b)`,
  // "N7 showing on an online order": nothing else begins so.
  `^\\s*${letterLed}(?=\\s?[=?]|\\s(?:then|when|and|or|on|in|showing|shows|showed|printed|again|offline|online|declin|refus|stop|what|every|keeps|came|comes|appear|error|code|for)\\w*\\b)`,
]

/** "Flashed ninety one", "it came up with oh five", "seventy five on the screen". */
const likelyInWords: readonly string[] = [
  `\\b(?:flash|show|display|print|sa(?:ys|id)|reads|gave|gives|up with|back with)\\w* (?:an? |as )?(?<value>${twoDigitWords}|${digitWord}[ -]${digitWord})\\b(?![ -](?:${digitWord}|hundred|thousand|grand|pounds?|quid|bucks|euros?|dollars?|days?|times?|percent)\\b)`,
  `\\b(?<value>${twoDigitWords})(?=,? (?:it says|on (?:the|my|its) (?:screen|display|slip|receipt|terminal|machine|reader))\\b)`,
]

/** insufficient_funds: the name of a refusal needs no word about it. */
const nameOfRefusal = `(?<![\\w@.-])(?<value>${named})(?![\\w@-])`

const accepting =
  (accepts: (value: string) => boolean) =>
  (source: string): ReferencePattern => ({ ...asPattern(source), accepts })

/** What a terminal shows when a payment is refused, by its label, its verb or the words about it. */
export const shownCodes: readonly ReferencePattern[] = [
  ...patterns.map(asPattern),
  ...likely.map(accepting(isLikelyCode)),
  ...likelyInWords.map(accepting(isLikelyInWords)),
  accepting(isProviderName)(nameOfRefusal),
]
