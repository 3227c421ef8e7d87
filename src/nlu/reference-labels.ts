import { isCardNumber } from './card-number.ts'
import { cardTails } from './card-tails.ts'
import { currencyBefore } from './currencies.ts'
import { digitWord } from './digit-words.ts'
import { is, notLedByMoney, type ReferencePattern, spokenDigits } from './reference-pattern.ts'
import { shownCodes } from './shown-codes.ts'

/** A kind of number that is told by the word beside it. */
interface Labelled extends Omit<ReferencePattern, 'pattern'> {
  /** The words that name it. */
  names: string
  /** What it may look like right behind its name. */
  beside: string
}

/** A kind of number whose shape tells it wherever its kind is spoken of. */
interface Shaped extends Omit<ReferencePattern, 'pattern'> {
  mention: string
  shape: string
}

const spokenTwelve = `[${spokenDigits}](?:\\s?[${spokenDigits}]){11}(?![${spokenDigits}])|${digitWord}(?:[ -]${digitWord}){11}`
/** Twelve digits, however they are grouped or read aloud. */
export const retrievalReference = `\\d{12}|\\d(?:[\\s.-]?\\d){11}(?!\\d)|(?=[a-z]{0,4}\\d)[a-z\\d]{12}|${spokenTwelve}`

const hasDigit = (value: string) => /\d/.test(value)
const hasFourDigits = (value: string) => /\d.*\d.*\d.*\d/.test(value)
/** 20261118 is a day. */
const isNoDay = (value: string) => !/^20\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/.test(value)
const isOrderNo = (value: string) =>
  (hasFourDigits(value) || /^[a-z\d]+(?:[-_][a-z\d]+)*[-_]\d+$/.test(value)) &&
  !/^20\d\d-\d\d-\d\d$/.test(value)

const ofNumber = '(?:code|id(?:entifier)?|number|num|no|nr|ref|reference)s?'
/** "Order", "order no.", "auth-code", "merchant number's". */
const numberOf = (words: string) =>
  `\\b(?:${words})(?:[\\s,._-]{0,3}${ofNumber})?(?![a-z])(?:['’]s(?![a-z]))?\\.?`
/** As `numberOf`, where the word that it is a number is said. */
const saidNumberOf = (words: string) =>
  `\\b(?:${words})[\\s,._-]{0,2}(?:${ofNumber}|#)(?![a-z])(?:['’]s(?![a-z]))?\\.?`
const reference = `${numberOf('(?:retrieval\\s+)?ref(?:erence)?')}|${saidNumberOf('retrieval')}`
const authorisation = numberOf('auth(?:ori[sz]ation|entication)?|appr(?:oval)?')
const terminal = numberOf('term(?=\\s?id)|terminal|tid|reader|machine|device|pdq|pin ?pad')
const booking =
  'order|ord(?=[\\s.:#])|booking|reservation|confirmation|purchase order|invoice|quote'
/** What is booked, billed or signed has a number as well. */
const booked = `(?:预[订定约]|确认|小票|收据|发票|账单|合同)(?:编?号|单号?)|${saidNumberOf('booking|reservation')}`
/** Short words that number something only beside "no.". */
const slipNumber = saidNumberOf('conf|inv|receipt')
/** 88172 is a number; 12500 may be a sum. */
const notRound = '(?!\\d+00(?!\\d))'

/** "Merchnat" and "mercahnt" are slips of the fingers. */
const merchant = 'merch?[a-z]{2,4}t'
const merchantNumber = `商户(?:编?号码?|编码|id|代码)|商编|商号|${saidNumberOf(`(?:${merchant}|merch)(?: acc(?:oun)?t)?|outlet|trader|site`)}|\\bmch_?id|\\bm\\.?i\\.?ds?\\b(?![a-z]|\\W{0,2}(?:19|20)\\d\\d(?!\\d))|\\bm i d\\b|\\bmid(?=\\d{6})|\\bacceptor id`

/** Fifteen digits or a letter and nine, however they are grouped. */
const groupedMerchant = 'm\\d{3}(?: \\d{3}){2}(?!\\d)|\\d(?:[\\s-]?\\d){14}(?!\\d)'
/** Right behind its name it may be written in groups, in parts or read aloud; 2026-11-20 is a day. */
const writtenMerchant = `\\d{3,4}(?: \\d{3,4}){1,3}(?: \\d{1,2})?(?!\\s?\\d)|(?!20\\d\\d-[01]\\d-)\\d{3,8}(?:-\\d{2,8}){1,3}|[a-z]{2,3}(?:[/-]\\d{1,8}){2,3}|${digitWord}(?:[ -]${digitWord}){5,14}`

/** Most specific first. */
const labelled: readonly Labelled[] = [
  {
    type: 'rrn',
    names: `检索参考号|系统参考号|交易参考号|参考号码?|参考编号|\\brrn(?![a-z])|${reference}`,
    beside: retrievalReference,
  },
  {
    type: 'authCode',
    names: `(?:授权|批准)(?:编?号码?|代?码)|${authorisation}`,
    beside: `[a-z\\d]{6}|(?=[a-z]*\\d)(?=\\d*[a-z])[a-z\\d]{5}|\\d{3} \\d{3}|\\d(?: \\d){5}|[${spokenDigits}]{6}|${digitWord}(?:[ -]${digitWord}){5}`,
    accepts: (value) => hasDigit(value) || !/^[a-z]+$/.test(value),
  },
  {
    // 预授权200000 is a sum.
    type: 'authCode',
    names: `授权|${authorisation} of|\\bapproved(?: with| under)?`,
    beside: `${notRound}[a-z\\d]{6}`,
    accepts: hasDigit,
  },
  {
    type: 'terminalId',
    names: `终端机?(?:编?号码?|id)?|机具(?:编?号)?|机器(?:编?号)?|设备(?:编?号)?|pos机?(?:编?号)?|${terminal}`,
    beside: '[a-z\\d]{8}',
    accepts: hasFourDigits,
  },
  {
    type: 'terminalId',
    names: `终端编?号|${saidNumberOf('terminal|term')}|\\btid\\b`,
    beside: '\\d{4}[\\s-]\\d{4}',
  },
  {
    type: 'terminalId',
    names: `终端机?编?号?|${numberOf('terminal|tid')}`,
    beside: `t-?\\d{4,7}|${notRound}\\d{4,7}`,
  },
  {
    type: 'merchantId',
    names: `${merchantNumber}|\\b${merchant} account`,
    beside: `${groupedMerchant}|${writtenMerchant}|m-?\\d|[a-z]{1,4}-?\\d{2,14}|\\d{4,14}(?:-[a-z]{1,2})?(?!\\s\\d)`,
  },
  {
    type: 'merchantId',
    names: `商户|\\b${merchant}`,
    beside: `[a-z]{1,4}-?\\d{4,14}|${notRound}\\d{5,14}`,
  },
  {
    // Shop no. 12 is a branch.
    type: 'merchantId',
    names: saidNumberOf('shop|store'),
    beside: '[a-z]{1,4}-?\\d{4,14}|\\d{6,15}',
  },
  {
    type: 'batchNo',
    names: `批次号?|批号|${numberOf('batch')}`,
    beside: '\\d{1,12}(?!\\s?[笔个天次单])',
  },
  {
    type: 'orderNo',
    names: `(?:商户)?订单编?号?|单号|流水号|${booked}|交易号|交易单号|${numberOf(`${booking}|txn|(?:transaction|payment)(?=\\s+(?:id|no|number|ref))`)}|${slipNumber}|${reference}`,
    beside: '[a-z\\d](?:[a-z\\d_-]{5,39})|(?<=#\\s?)\\d{4,5}',
    accepts: isOrderNo,
  },
  {
    type: 'orderNo',
    names: `订单编?号?|单号|${saidNumberOf(`${booking}|transaction`)}|${slipNumber}|\\b(?:order|invoice)`,
    beside: `\\d{4}(?: \\d{4}){2,4}|${notRound}\\d{5}|[a-z]{1,3}-?\\d{3,5}`,
  },
  {
    type: 'orderNo',
    names: `订单编?号|单号|${saidNumberOf(booking)}|\\b(?:order|invoice)`,
    beside: `${notRound}\\d{4}`,
  },
  {
    type: 'orderNo',
    names: `${booked}|${saidNumberOf('confirmation')}|\\b(?:booking|reservation)`,
    beside: '(?=[a-z]*\\d)(?=\\d*[a-z])[a-z\\d]{6}',
  },
]

/** What is found some words behind the name, and in front of it. */
const shaped: readonly Shaped[] = [
  {
    type: 'authCode',
    mention: '授权|\\bauth|\\bappro',
    shape: '(?=[a-z]{0,5}\\d)(?=\\d{0,5}[a-z])[a-z\\d]{6}',
  },
  { type: 'authCode', mention: '授权[码号]|\\b(?:auth\\w*|approval) code', shape: '\\d{6}' },
  {
    type: 'terminalId',
    mention: '终端|(?<!手)机|设备|\\bterminal|\\btid|\\breader|\\bmachine|\\bdevice',
    shape: '\\d{8}',
    accepts: isNoDay,
  },
  { type: 'merchantId', mention: merchantNumber, shape: '\\d{8,14}' },
  { type: 'merchantId', mention: '商户|商编|\\bmerchant|\\bmid\\b', shape: groupedMerchant },
  { type: 'batchNo', mention: '批|\\bbatch', shape: '0\\d{5}' },
]

const ends = '(?![\\w-]|[.,]\\d)'
const begins = '(?<![\\w.-])'

const besideLabel = ({ names, beside, ...kind }: Labelled): ReferencePattern => ({
  ...kind,
  pattern: new RegExp(`(?:${names})${is}(?<value>${beside})(?![\\w-])`, 'dg'),
})

/** "The auth code in the text was A7K219". */
const behindMention = ({ mention, shape, ...kind }: Shaped): ReferencePattern => ({
  ...kind,
  pattern: new RegExp(
    `(?:${mention})\\D{0,40}?${begins}${notLedByMoney}(?<value>${shape})${ends}`,
    'dg',
  ),
})

const thatOne = "(?:两个|[这那]一?[个台家]?|that(?=['’]s)|this(?= is)|which(?= is))"
const whose = '(?:the |my |our |their |his |her |an? |我们?家?的|咱们?的)'
const link = `号?["”」]?\\s?[,，?？(–-]?\\s?${thatOne}?\\s?(?:就?是|is|was|as|['’]s)?\\s?(?:${whose}|${thatOne})?`
/** "I've 660172 written down as the auth code", "000590 down the bottom, that's the batch". */
const fewWords = `[^\\d.!?，。\\n]{1,24}?(?:\\b(?:as|by|next to|beside|under)|, (?:that['’]s|which is))\\s${whose}?["“]?`

/** "000266 is the batch". */
const beforeMention = ({ mention, shape, ...kind }: Shaped): ReferencePattern => ({
  ...kind,
  pattern: new RegExp(
    `${begins}(?=${shape})${notLedByMoney}(?<value>${shape})(?:${link}|${fewWords})(?:${mention})`,
    'dg',
  ),
})

/** "904417 as approval": so many bare digits are one only right in front of the word. */
const digitsBefore: readonly Shaped[] = [
  { type: 'authCode', mention: '授权|\\bapproval\\b|\\bauth\\b', shape: '\\d{6}' },
  { type: 'merchantId', mention: merchantNumber, shape: '(?:[a-z]{1,4}-?\\d{3,12}|\\d{6,14})' },
  {
    type: 'orderNo',
    mention: `订单编?号|单号|${saidNumberOf(booking)}`,
    shape: '[a-z]{0,4}-?\\d{5,20}(?:-[a-z\\d]{1,10}){0,3}',
  },
]

const ticket: ReferencePattern = {
  type: 'ticketNo',
  pattern: /\b(?<value>tk[-\s]?(?=[a-z-]{0,8}\d)[\da-z-]{4,24})(?![\w])/dg,
}

/** MID/TID 898551200300413/80441291: the labels are joined as the numbers are. */
const joinedTerminal: ReferencePattern = {
  type: 'terminalId',
  pattern: /\bmid ?\/ ?tid\W{0,3}\d{6,15} ?\/ ?(?<value>[a-z\d]{8})(?![\w-])/dg,
}

/** So long are the numbers of merchants in card messages; an order may begin with its day. */
const bareMerchant: ReferencePattern = {
  type: 'merchantId',
  pattern: /(?<![\w.-])(?<value>(?!20\d\d[01]\d)\d{15})(?![\w-]|\.\d)/dg,
  accepts: (value) => !isCardNumber(value),
}

/** T0012345 on a terminal, M100473901 in a contract: the letter says what is numbered. */
const lettered: readonly ReferencePattern[] = [
  { type: 'terminalId', pattern: /(?<![\w.-])(?<value>t\d{7}|t-\d{5,7})(?![\w-]|[.,]\d)/dg },
  { type: 'merchantId', pattern: /(?<![\w.-])(?<value>m\d{4,11})(?![\w-]|[.,]\d)/dg },
]

/** RF20261110033: letters in front of so many digits make no day and no sum, unless they name a currency. */
const codedOrder: ReferencePattern = {
  type: 'orderNo',
  pattern: /(?<![\w.-])(?<value>[a-z]{1,6}\d{6,20}(?:-[a-z\d]+){0,3})(?![\w-]|[.,]\d)/dg,
  accepts: (value) => value.length >= 10 && !currencyBefore(value.replace(/\d.*/, '')),
}

/** INV/2026/118 */
const slashedOrder: ReferencePattern = {
  type: 'orderNo',
  pattern: /(?<![\w./-])(?<value>[a-z]{2,5}(?:\/\d{1,8}){2})(?![\w/-]|[.,]\d)/dg,
}

/** #88172 and #A-1009; so many digits number no shop and no table. */
const hashedOrder: ReferencePattern = {
  type: 'orderNo',
  pattern:
    /(?<![\w#])#\s?(?<value>\d{5,20}|[a-z]{1,4}-?\d{4,20}(?:-[a-z\d]{1,10}){0,3})(?![\w-]|[.,]\d)/dg,
}

/** ch_3Mtw…: what a provider of the web calls a payment, whatever it is made of. */
const providerId: ReferencePattern = {
  type: 'orderNo',
  pattern: /(?<![\w.@-])(?<value>(?:ch|pi|py|po|re|tr|txn|in|cs|dp|du)_[a-z\d]{8,40})(?![\w-])/dg,
  accepts: hasDigit,
}

/** References with a label, a mark or a shape of their own; what comes first wins. */
export const referencePatterns: readonly ReferencePattern[] = [
  ...cardTails,
  ticket,
  joinedTerminal,
  ...labelled.map(besideLabel),
  ...shownCodes,
  ...shaped.map(behindMention),
  ...[...digitsBefore, ...shaped].map(beforeMention),
  ...lettered,
  bareMerchant,
  codedOrder,
  slashedOrder,
  hashedOrder,
  providerId,
]
