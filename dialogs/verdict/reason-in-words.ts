import type { Locale } from '../../src/domain/locale.ts'

/** Failure codes of providers that come without a sentence, in the customer's words. */
const words: Readonly<Record<string, Record<Locale, string>>> = {
  account_closed: { en: 'the account is closed', 'zh-CN': '账户已销户' },
  account_frozen: { en: 'the account is frozen', 'zh-CN': '账户被冻结' },
  bank_account_restricted: { en: 'the account is restricted', 'zh-CN': '账户受限制' },
  bank_ownership_changed: { en: 'the bank has changed hands', 'zh-CN': '开户行已变更' },
  could_not_process: { en: 'the bank could not process it', 'zh-CN': '银行无法处理' },
  debit_not_authorized: { en: 'the account does not allow it', 'zh-CN': '账户未授权' },
  declined: { en: 'the bank refused it', 'zh-CN': '银行拒绝' },
  incorrect_account_holder_name: { en: 'the account name differs', 'zh-CN': '户名不符' },
  insufficient_funds: { en: 'there was not enough balance', 'zh-CN': '余额不足' },
  invalid_account_number: { en: 'the account number is wrong', 'zh-CN': '账号有误' },
  invalid_currency: { en: 'the account does not take this currency', 'zh-CN': '账户不收此币种' },
  no_account: { en: 'there is no such account', 'zh-CN': '账户不存在' },
  unsupported_card: { en: 'the card is not supported', 'zh-CN': '卡片不支持' },
  lost_or_stolen_card: { en: 'the card was reported lost', 'zh-CN': '原卡已挂失' },
  expired_or_canceled_card: {
    en: 'the card has expired or is closed',
    'zh-CN': '原卡已过期或已注销',
  },
  charge_for_pending_refund_disputed: { en: 'the charge is disputed', 'zh-CN': '原交易有争议' },
  pending_review: { en: 'the payment is being reviewed', 'zh-CN': '付款正在审核' },
  verification_required: { en: 'the account has to be verified', 'zh-CN': '账户需要核实' },
  buyer_complaint: { en: 'the buyer has complained', 'zh-CN': '买家提出了投诉' },
  receiving_preference_mandates_manual_action: {
    en: 'you have to accept the payment first',
    'zh-CN': '需要您先确认收款',
  },
  transaction_approved_awaiting_funding: {
    en: 'the buyer’s money has not come yet',
    'zh-CN': '买家的款项还没有到',
  },
  echeck: { en: 'the buyer’s bank transfer is not through yet', 'zh-CN': '买家的银行转账还没完成' },
  unilateral: { en: 'your account is not set up to receive it', 'zh-CN': '收款账户还没有设置好' },
  abnormal: { en: 'the card can no longer be credited', 'zh-CN': '原卡状态异常，退不进去' },
  closed: { en: 'the refund was closed unpaid', 'zh-CN': '退款已关闭，没有退出' },
  merchant_request: { en: 'the shop withdrew it', 'zh-CN': '商户已撤回' },
}

/** A reason as it may be told: the provider's own sentence, or our words for its code; else none. */
export function reasonInWords(reason: string | undefined, locale: Locale): string | undefined {
  if (!reason) return undefined
  const known =
    words[
      reason
        .toLowerCase()
        .replace(/[^a-z]+/gu, '_')
        .replace(/^_|_$/gu, '')
    ]
  if (known) return known[locale]
  // What the bank wrote in a language the customer does not speak is left to our own words.
  if (locale === 'en' && /\p{Script=Han}/u.test(reason)) return undefined
  // A bare code of a system says nothing to a customer.
  if (
    /^[\w.-]+$/u.test(reason) &&
    (/[_\d]|[a-z][A-Z]/u.test(reason) || reason === reason.toUpperCase())
  )
    return undefined
  return reason.replace(/[.。；;\s]+$/u, '')
}
