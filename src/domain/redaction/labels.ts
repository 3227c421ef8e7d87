import { matchesOf } from '../matches.ts'
/** What a word beside a number says that the number is. */
export type LabelKind =
  | 'card'
  | 'card_word'
  | 'cvv'
  | 'otp'
  | 'pin'
  | 'password'
  | 'expiry'
  | 'id_number'
  | 'account'
  | 'phone'
  | 'last4'
  | 'reference'
  | 'code'
  | 'amount'
  | 'moment'

/** A label found in a reading's glyphs. */
export interface Label {
  kind: LabelKind
  start: number
  end: number
}

/** Longest wording first within a kind's neighbourhood: the first alternative that fits wins. */
const words: readonly (readonly [LabelKind, string])[] = [
  [
    'last4',
    'last ?(?:4|four)(?: ?digits?)?|(?:4|four) last digits|ending(?: in| with)?|ends (?:in|with)|last digits',
  ],
  [
    'cvv',
    '(?:cvv|cvc|cvn|cav)(?: ?2(?![0-9]))?(?: ?(?:code|number|no))?|csc|card (?:verification|security)(?: (?:code|value|number))?',
  ],
  [
    'cvv',
    '(?:last )?(?:3|three) (?:digits )?on the (?:back|reverse)|security (?:code|number)(?: (?:is )?on the (?:back|reverse)(?: of (?:the|my) card)?)?|cryptogram',
  ],
  [
    'otp',
    'one[- ]?time[- ]?(?:pass ?code|pass ?word|code|pin)|otp(?: code)?|(?:verification|sms|text message|authentication|2fa|login|confirmation|activation) ?code|passcode',
  ],
  [
    'code',
    '(?:response|error|decline|reason|return|result|status|auth(?:ori[sz]ation)?|approval|zip|post(?:al)?|country|area|mcc|category|sort|swift|branch|bank|currency|store|shop|promo|discount|coupon|product|bar|qr|tax|merchant|terminal|dial(?:ling)?|exit|reject(?:ion)?)[- ]?codes?(?: is| was)?',
  ],
  [
    'code',
    'auth(?:ori[sz]ation|entication)?(?: ?(?:no|number|num|id))?|approval(?: ?(?:no|number))?|mcc|http|status|error',
  ],
  ['password', 'pass ?word|passwd|pwd|pass ?phrase'],
  ['pin', 'pin(?: ?(?:code|number|no))?'],
  [
    'expiry',
    'card expires|exp(?:iry|iration)?(?:[ ._-]?(?:date|dt|month|year))?|valid ?(?:thru|through|until|till|to)|good ?(?:thru|through)',
  ],
  [
    'account',
    'iban|(?:bank ?)?account[ _-]?(?:no|num|number|nr|#)|bank account|acct(?:[ _-]?(?:no|num|number))?|a/c(?: ?(?:no|number))?|account',
  ],
  [
    'card',
    '(?:(?:credit|debit|bank|visa|master|unionpay|prepaid)[ _-]?)?card[ _-]?(?:no|num|number|nr|#|pan)|pan|cc ?(?:no|num|number|#)|card ?(?:is|was|:)',
  ],
  [
    'card_word',
    '(?:(?:credit|debit|bank)[ _-]?)?card|visa|mastercard|amex|american express|union ?pay|jcb|discover|maestro',
  ],
  [
    'id_number',
    'id ?card(?: ?(?:no|number))?|identity(?: card)?(?: ?(?:no|number))?|national id(?: ?(?:no|number))?|citizen id',
  ],
  [
    'reference',
    '(?:(?:order|invoice|transaction|txn|trade|trans|tracking|waybill|shipment|parcel|ticket|case|serial|batch|trace|merchant|terminal|store|shop|payout|settlement|transfer|booking|receipt|voucher|slip|customer|member|device|machine|contract|policy|retrieval|acquirer|request|session|message|payment|charge|refund|dispute|arn|rrn|imei|utr|stan)[ _-]?)(?:ref(?:erence)?[ _-]?)?(?:id|no|num|number|nr|#|code|ref(?:erence)?)',
  ],
  [
    'reference',
    'order|ord|invoice|inv|transaction|txn|tracking|waybill|ticket|batch|trace|stan|rrn|arn|imei|imsi|meid|eid|iccid|mid|tid|sn|utr|ref(?:erence)?(?:[ _-]?(?:id|no|num|number|nr|#))?|barcode|ean|isbn|upc|uuid|guid|receipt|voucher|serial|merchant|terminal|timestamp',
  ],
  [
    'phone',
    '(?:(?:tele|mobile|cell|work|home|contact)[ -]?)?(?:phone|number to call)(?:[ _-]?(?:no|num|number|#))?|tel|mob(?:ile)?(?: ?(?:no|number))?|cell|whatsapp|fax|call me (?:on|at)|hotline|call',
  ],
  [
    'amount',
    'amount|total|sum|subtotal|fee|fees|balance|price|paid|charged|spent|received|refunded|deposit|rmb|cny|usd|eur|gbp|hkd|jpy',
  ],
  ['moment', 'date|time|dated|on|at|since|until|from|yesterday|today|day|tracking day'],
  ['otp', 'code'],
]

const hanWords: readonly (readonly [LabelKind, string])[] = [
  [
    'last4',
    '(?:卡|卡号|银行卡|账户|账号|手机|手机号|订单)?(?:的)?(?:尾号|末四位|末4位|(?:最)?后四位|(?:最)?后4位|后四个数|后4个数|尾数)(?:数字|数)?',
  ],
  [
    'reference',
    '(?:订单|单|流水|参考|检索|凭证|批次|终端|商户|手机|号码|尾号|运单|快递)(?:号|号码)?(?:的)?(?:后|末)(?:三|3)位',
  ],
  [
    'cvv',
    '安全码|安全代码|安全校验码|卡片?验证(?:码|值)|背面(?:的)?(?:数字|号码|那)?(?:最)?(?:后|末)?(?:的)?(?:三|3|四|4)(?:位|个)(?:数字|数|码)?|(?:最)?(?:后|末)(?:三|3)位(?:数字|数|码)?|背(?:面)?(?:三|3)码|(?:三|3)位(?:安全)?码|校验码',
  ],
  [
    'otp',
    '(?:短信|手机|动态|交易|支付|登录)?验证码|动态(?:密码|口令|码)|短信(?:码|口令|密码)|一次性(?:密码|口令|验证码)|随机码|确认码',
  ],
  [
    'code',
    '(?:错误|应答|响应|返回|拒绝|失败|结果|原因|返|提示|状态)(?:代码|码)|授权(?:码|号)|批准(?:码|号)|预授权(?:码|号)|邮(?:政)?编(?:码)?|区号|代码|编码|行业码|收款码|二维码|付款码',
  ],
  [
    'pin',
    '(?:银行卡|银联卡|信用卡|卡片?|支付|取款|交易|登录|登陆|网银|手机银行|查询|消费|操作员|原)?密码|口令',
  ],
  ['expiry', '(?:卡片?)?有效(?:期限|期|日期)|到期(?:日期|日|年月|月份)?|失效(?:日期|日)'],
  [
    'card',
    '(?:银行|信用|储蓄|借记|贷记|银联|工行|建行|农行|中行|招行|结算)?卡(?:的)?(?:片)?(?:号码|号)|卡(?:片)?全号|(?:完整|全部)卡号',
  ],
  [
    'reference',
    '(?:商户|商家|外部|平台|系统|交易|支付|付款|退款|收款|微信|支付宝|结算|出款|批|内部)?(?:订单|单据|流水|参考|检索|检索参考|跟踪|追踪|凭证|票据|交易|支付|终端|商户|批次|批|快递|物流|运单|工单|投诉|案件|合同|保单|发票|设备|机身|机具|序列|产品|条码|条形码|票|单|请求|清算|结算|出款|转账|机器|机构|客户|会员|业务)(?:编号|号码|号|编码|id|码|ID)',
  ],
  ['reference', '订单|单号|流水|参考|批次|凭证|终端|编号|机身码|条码|条形码|跟踪|追踪|税号'],
  [
    'account',
    '(?:银行|收款|结算|对公|对私|付款|转账|提现|开户|公司|个人)?(?:账号|账户号?|户头)(?:号码)?|开户账号',
  ],
  [
    'card_word',
    '(?:银行|信用|储蓄|借记|贷记|银联|工行|建行|农行|中行|招行)卡|我的卡|卡(?=[是为:： 0-9])',
  ],
  ['id_number', '身份证(?:件)?(?:号码|号)?|证件(?:号码|号)|身份号码'],
  [
    'phone',
    '(?:联系|客服|座机|固定|办公)?(?:手机号码?|手机|电话号码?|电话|热线)|(?:联系方式|微信号|传真|座机|qq号|QQ号)',
  ],
  [
    'amount',
    '金额|合计|总额|共计|一共|总共|手续费|费用|余额|刷了?|付了?|支付了?|收了|收到了?|收款|转了?|转账|扣了?|到账|退了|提现',
  ],
  ['moment', '日期|时间|昨天|今天|前天|上午|下午|晚上|早上|中午|凌晨'],
]

function alternation(table: readonly (readonly [LabelKind, string])[]): string {
  return table.map(([, source]) => `(${source})`).join('|')
}

// The look-ahead names every first letter, so that most positions fail on one character.
const latin = new RegExp(`(?<![a-z])(?=[a-z34])(?:${alternation(words)})(?![a-z])`, 'g')
const han = new RegExp(`(?:${alternation(hanWords)})`, 'g')

/** Every label in the glyphs, in order. Latin and Han wordings may not overlap each other. */
export function findLabels(glyphs: string): Label[] {
  const lower = glyphs.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())
  const found = [...labelsOf(lower, latin, words), ...labelsOf(lower, han, hanWords)]
  return found.sort((one, other) => one.start - other.start)
}

function labelsOf(
  text: string,
  pattern: RegExp,
  table: readonly (readonly [LabelKind, string])[],
): Label[] {
  const found: Label[] = []
  for (const match of matchesOf(text, pattern)) {
    const index = match.findIndex((group, at) => at > 0 && group !== undefined)
    const kind = table[index - 1]?.[0]
    if (kind) found.push({ kind, start: match.index, end: match.index + match[0].length })
  }
  return found
}
