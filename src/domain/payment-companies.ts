/** A company that takes or pays out card payments, with the names customers give it. */
export interface PaymentCompany {
  id: string
  /** `acquirer` prints its own slips; `platform` is sold online; `wallet` is a phone's or a network's. */
  kind: 'acquirer' | 'platform' | 'wallet'
  /** Lower case; the first is the usual one. */
  names: readonly string[]
}

const acquirers: readonly (readonly [string, ...string[]])[] = [
  ['lakala', '拉卡拉', 'lakala'],
  ['leshua', '乐刷'],
  ['suixingpay', '随行付'],
  ['yinsheng', '银盛'],
  ['jialian', '嘉联'],
  ['fuiou', '富友'],
  ['hkrt', '海科融通', '海科'],
  ['ruiyinxin', '瑞银信'],
  ['huifu', '汇付天下', '汇付'],
  ['allinpay', '通联'],
  ['xingyifu', '星驿付'],
  ['shengpay', '盛付通'],
  ['helipay', '合利宝'],
  ['sandpay', '杉德'],
  ['yeepay', '易宝'],
  ['99bill', '快钱'],
  ['xiandai_jinkong', '现代金控'],
  ['sumup', 'sumup', 'sum up'],
  ['worldpay', 'worldpay'],
  ['zettle', 'zettle'],
  ['dojo', 'dojo'],
  ['barclaycard', 'barclaycard'],
  ['elavon', 'elavon'],
  ['clover', 'clover'],
  ['toast', 'toast'],
  ['tyro', 'tyro'],
  ['verifone', 'verifone'],
  ['fiserv', 'fiserv'],
  ['mypos', 'mypos'],
  ['teya', 'teya'],
  ['global_payments', 'global payments'],
]

const platforms: readonly (readonly [string, ...string[]])[] = [
  ['stripe', 'stripe'],
  ['square', 'square'],
  ['adyen', 'adyen'],
  ['paypal', 'paypal', 'pay pal'],
]

const wallets: readonly (readonly [string, ...string[]])[] = [
  ['wechat_pay', '微信', 'wechat pay', 'wechat'],
  ['alipay', '支付宝', 'alipay'],
  ['chinaums', '银联商务'],
  ['unionpay', '云闪付', '银联', 'unionpay'],
  ['shouqianba', '收钱吧'],
]

const of =
  (kind: PaymentCompany['kind']) =>
  ([id, ...names]: readonly [string, ...string[]]): PaymentCompany => ({ id, kind, names })

/** The companies customers name, those whose connectors we have and those they mistake us for. */
export const paymentCompanies: readonly PaymentCompany[] = [
  ...acquirers.map(of('acquirer')),
  ...platforms.map(of('platform')),
  ...wallets.map(of('wallet')),
]
