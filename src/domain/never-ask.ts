import type { Locale } from './locale.ts'

/** What nobody here ever asks for or accepts, whoever says otherwise. */
export const neverAskedFor = [
  'pin',
  'account_password',
  'card_security_code',
  'one_time_code',
  'full_card_number',
  'expiry_date',
  'card_data',
  'card_photo',
  'full_account_number',
  'id_photo',
  'remote_access',
  'unlock_payment',
] as const
export type NeverAsked = (typeof neverAskedFor)[number]

/** Their names, as said to a customer. */
export const neverAskedNames: Readonly<Record<NeverAsked, Readonly<Record<Locale, string>>>> = {
  pin: { 'zh-CN': '银行卡密码', en: 'your PIN' },
  account_password: {
    'zh-CN': '网银、手机银行或应用的登录密码',
    en: 'your online banking or app password',
  },
  card_security_code: {
    'zh-CN': '卡背面的三位安全码',
    en: 'the three-digit security code on the card',
  },
  one_time_code: { 'zh-CN': '短信验证码', en: 'one-time codes' },
  full_card_number: { 'zh-CN': '完整卡号', en: 'the full card number' },
  expiry_date: { 'zh-CN': '卡片有效期', en: "the card's expiry date" },
  card_data: { 'zh-CN': '磁条或芯片数据', en: 'magnetic stripe or chip data' },
  card_photo: { 'zh-CN': '银行卡照片', en: 'a photo of the card' },
  full_account_number: { 'zh-CN': '完整的银行账号', en: 'the full bank account number' },
  id_photo: { 'zh-CN': '聊天里的身份证照片', en: 'a photo of an ID card in chat' },
  remote_access: { 'zh-CN': '屏幕共享或远程控制', en: 'screen sharing or remote access' },
  unlock_payment: { 'zh-CN': '为“解冻”或“激活”而付的钱', en: 'a payment to "unlock" anything' },
}

const secretWords: Readonly<Record<NeverAsked, RegExp>> = {
  pin: /\bpins?\b|pin码|(?:银行卡|取款|支付|交易)密码/,
  account_password: /password|passcode|密码/,
  card_security_code:
    /\bcv[vcn]2?\b|security code|安全码|(?:three|3)[- ]digit|背面.{0,6}(?:三位|3位|数字)|后三位/,
  one_time_code:
    /\botps?\b|one[- ]time (?:code|password|passcode)|verification code|(?:sms|text(?:ed)?|security|authentication) code|验证码|动态码|校验码/,
  full_card_number:
    /(?:full|whole|complete|entire|16[- ]digit|long) (?:card )?number|card number|完整.{0,4}卡号|全部卡号|银行卡号|(?<!终端)卡号/,
  expiry_date: /expir(?:y|ation)|valid (?:thru|until|through)|有效期/,
  card_data:
    /magnetic stripe|\btrack (?:1|2|data)|chip data|磁条(?:数据|信息)|芯片(?:数据|信息)|磁道/,
  card_photo:
    /(?:photo|picture|image|scan) of (?:the|your|both sides of (?:the|your)) (?:bank |credit |debit )?card|(?:银行)?卡.{0,4}(?:照片|正反面|图片)|拍.{0,6}银行卡/,
  full_account_number: /(?:full|whole|complete|bank) account number|完整.{0,6}账号|银行账号/,
  id_photo:
    /(?:photo|picture|image|scan|copy) of (?:the|your|an) (?:id|identity|passport|driving)|身份证.{0,6}(?:照片|正反面|图片|号)|拍.{0,6}身份证/,
  remote_access:
    /remote access|anydesk|teamviewer|(?:share|sharing) (?:your|the) screen|screen shar|屏幕共享|共享屏幕|远程(?:控制|协助)/,
  unlock_payment:
    /(?:pay|transfer|send).{0,30}to (?:unlock|unfreeze|release|activate)|(?:付|转|交|缴).{0,12}(?:解冻|解锁|激活|保证金)/,
}

/** The last four digits are the one part of a number that may be asked for. */
const harmless =
  /last[- ](?:four|4)(?: digits?)?(?: (?:of|on) (?:the|your|that) (?:card|account)(?: number)?)?|(?:card|account|卡号|账号|尾号).{0,3}(?:后四位|末四位|后4位|尾号|ending)|(?:后|末)(?:四|4)位/g

const asking =
  /\b(?:send|give|tell|provide|enter|type|share|submit|upload|reply with|read out|confirm|need|show|key in|supply|text) (?:me|us|in|out)?|what(?:'s| is| are| was)|may (?:we|i) have|could (?:we|i) have|can (?:we|i) have|\bplease\b|请|麻烦|需要您?|提供|发给我|告诉我|是多少|输入|填写|上传|报一下|说一下|补充|给我|出示/

const protecting =
  /\bnever\b|\b(?:do|does|did|must|should|will|would|need|can)(?: not|n't)\b|\bdon't\b|\bnot (?:ask|need|send|share|give|type|tell)|\bno (?:real|genuine|one|bank|acquirer|more)\b|\bnobody\b|without (?:giving|sharing)|不要|请勿|切勿|勿|别|不会|不需要|不用|不必|从不|绝不|不能|不可|无需|任何人|没有人|不再|不索要|不接受/

/**
 * Whether a text asks its reader for one of these things. Warnings ("never share your PIN") pass.
 * Meant for our own texts: reading a stranger's words is the work of the fraud signs.
 */
export function asksForSecret(text: string): boolean {
  return clausesOf(text).some(asksInClause)
}

function asksInClause(clause: string): boolean {
  if (protecting.test(clause) || !asking.test(clause)) return false
  const rest = clause.replace(harmless, ' ')
  return neverAskedFor.some((item) => secretWords[item].test(rest))
}

function clausesOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .split(/[.!?;\n。！？；]+/)
}
