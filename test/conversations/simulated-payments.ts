import type { Cause } from '../../src/domain/diagnosis/causes.ts'
import type { Locale } from '../../src/domain/locale.ts'
import type { FactName, Facts } from '../support/simulated-customer.ts'

/** The moment of the world `en-simulated`: a Tuesday morning. */
export const simulatedNow = '2026-11-24T10:30:00+08:00'

/** A payment of the world `en-simulated` with everything its customer could know, and the truth. */
export interface SimulatedPayment {
  kind: string
  /** More than one where either record of a pair is right. */
  ids: string[]
  merchantId: string
  cause: Cause
  facts: { [Name in FactName]: NonNullable<Facts[Name]> }
  /** The customer's own way to put it, where a vague word says too little. */
  opening: Record<Locale, string>
}

type Row = [
  kind: string,
  ids: string[],
  merchantId: string,
  cause: Cause,
  role: 'merchant' | 'cardholder',
  amount: number,
  at: string,
  last4: string,
  /** The last eight digits of the reference; the authorisation code is its last six. */
  number: string,
  orderNo: string,
  opening: Record<Locale, string>,
]

const payout = { en: 'my takings have not been paid out', 'zh-CN': '刷卡的货款还没结算过来' }
const refund = { en: 'the shop owes me a refund', 'zh-CN': '商家说退款了，我没收到' }

const rows: Row[] = [
  [
    'within the window',
    ['V-WINDOW'],
    'SIM1',
    'RC_WITHIN_WINDOW',
    'merchant',
    126_840,
    '2026-11-23 15:20',
    '6225',
    '81300517',
    'LH-20261',
    payout,
  ],
  [
    'after the cut-off',
    ['V-CUTOFF'],
    'SIM1',
    'RC_AFTER_CUTOFF',
    'merchant',
    158_930,
    '2026-11-23 23:12',
    '8812',
    '81300628',
    'LH-20262',
    payout,
  ],
  [
    'account closed',
    ['V-CLOSED'],
    'SIM1',
    'RC_SETTLE_ACCOUNT_INVALID',
    'merchant',
    315_070,
    '2026-11-18 11:25',
    '1458',
    '81300841',
    'LH-20264',
    payout,
  ],
  [
    'account limit',
    ['V-LIMIT'],
    'SIM2',
    'RC_ACCOUNT_LIMIT',
    'merchant',
    1_260_380,
    '2026-11-18 10:05',
    '6042',
    '81300952',
    'WK-20265',
    payout,
  ],
  [
    'held',
    ['V-HELD'],
    'SIM1',
    'RC_RISK_HOLD',
    'merchant',
    5_843_200,
    '2026-11-20 16:40',
    '1420',
    '81301063',
    'LH-20266',
    payout,
  ],
  [
    'sent, not posted',
    ['V-SENT'],
    'SIM1',
    'RC_BANK_POSTING_DELAY',
    'merchant',
    777_310,
    '2026-11-20 09:15',
    '8190',
    '81301174',
    'LH-20267',
    payout,
  ],
  [
    'batch open',
    ['V-OPEN'],
    'SIM1',
    'RC_NOT_CAPTURED',
    'merchant',
    106_290,
    '2026-11-23 21:30',
    '6055',
    '81301285',
    'LH-20268',
    payout,
  ],
  [
    'refund on its way',
    ['V-REFUND'],
    'SIM3',
    'RC_REFUND_IN_PROGRESS',
    'cardholder',
    38_517,
    '2026-11-12 12:20',
    '1881',
    '81301396',
    'HC-20269',
    refund,
  ],
  [
    'refund failed',
    ['V-REFUND-FAILED'],
    'SIM3',
    'RC_REFUND_FAILED',
    'cardholder',
    89_043,
    '2026-10-30 15:00',
    '3087',
    '81301407',
    'HC-20270',
    refund,
  ],
  [
    'hold',
    ['V-HOLD'],
    'SIM3',
    'RC_PREAUTH_OPEN',
    'cardholder',
    50_260,
    '2026-11-20 14:00',
    '8026',
    '81301518',
    'HC-20271',
    { en: 'a deposit is still blocked on my card', 'zh-CN': '押金还冻结在我卡上' },
  ],
  [
    'charged twice',
    ['V-TWICE-1', 'V-TWICE-2'],
    'SIM1',
    'RC_DUPLICATE_CHARGE',
    'cardholder',
    38_860,
    '2026-11-23 12:01',
    '2750',
    '81301629',
    'LH-20272',
    { en: 'i was charged twice', 'zh-CN': '我被扣了两次' },
  ],
  [
    'timed out',
    ['V-TIMEOUT'],
    'SIM1',
    'RC_TIMEOUT_REVERSED',
    'cardholder',
    52_070,
    '2026-11-23 18:42',
    '2093',
    '81301841',
    'LH-20273',
    { en: 'my bank took it but the machine said nothing', 'zh-CN': '卡里钱扣了，机器没出结果' },
  ],
  [
    'declined',
    ['V-DECLINED'],
    'SIM1',
    'RC_DECLINED',
    'cardholder',
    89_930,
    '2026-11-23 11:05',
    '1177',
    '81301952',
    'LH-20274',
    { en: 'my payment failed, did it take my money', 'zh-CN': '付款没成功，钱扣了吗' },
  ],
]

function paymentOf(row: Row): SimulatedPayment {
  const [kind, ids, merchantId, cause, role, amount, at, last4, number, orderNo, opening] = row
  const [date = '', time = ''] = at.split(' ')
  const rrn = `6327${number}`
  const terminalId = `7001000${(Number(number) % 9) + 1}`
  const printed = { last4, rrn, orderNo, authCode: number.slice(2), terminalId }
  return { kind, ids, merchantId, cause, opening, facts: { role, amount, date, time, ...printed } }
}

export const simulatedPayments = rows.map(paymentOf)
