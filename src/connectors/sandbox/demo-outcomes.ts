import { type DemoTransaction, demoAttempt, demoSale } from './demo-sale.ts'
import type { DemoTimes } from './demo-times.ts'

const iso = 'iso8583_39'

/** Sales that did not end as a plain sale: mostly cardholders' questions. */
export function demoOutcomes(times: DemoTimes): DemoTransaction[] {
  return [
    ...notCompleted(times),
    ...chargedTwice(times),
    ...notCaptured(times),
    ...refunded(times),
    ...disputed(times),
  ]
}

function notCompleted({ at, minutesAgo }: DemoTimes): DemoTransaction[] {
  const till = { merchantId: 'M1001', terminalId: '60010001' }
  return [
    demoAttempt({
      ...till,
      id: 'D-2001',
      createdAt: at(1, '11:05'),
      minor: 89_900,
      last4: '1177',
      rrn: '260000002001',
      payment: 'declined',
      responseCode: { scheme: iso, code: '51', text: '余额不足' },
    }),
    demoAttempt({
      ...till,
      id: 'D-2002',
      createdAt: at(1, '18:42'),
      minor: 52_000,
      last4: '2093',
      rrn: '260000002002',
      payment: 'reversed',
      responseCode: { scheme: iso, code: '68', text: '发卡行响应超时' },
      reversal: { state: 'succeeded', at: at(1, '18:44') },
    }),
    demoAttempt({
      ...till,
      id: 'D-2003',
      createdAt: minutesAgo(95),
      minor: 129_900,
      last4: '6610',
      rrn: '260000002003',
      payment: 'unknown',
      responseCode: { scheme: iso, code: '98', text: '银联收不到发卡行应答' },
    }),
    demoAttempt({
      id: 'D-2004',
      merchantId: 'ST-AUSTIN',
      createdAt: at(2, '16:30', 'America/Chicago'),
      minor: 6_400,
      currency: 'USD',
      last4: '9925',
      orderNo: 'AB-7738',
      payment: 'declined',
      outcome: 'reversed_after_approval',
      responseCode: { scheme: 'stripe', code: 'do_not_honor' },
    }),
  ]
}

function chargedTwice({ at }: DemoTimes): DemoTransaction[] {
  const twice = {
    merchantId: 'M1001',
    minor: 38_800,
    last4: '2750',
    orderNo: 'CG20260388',
    terminalId: '60010002',
    clearing: 'cleared',
  } as const
  return [
    demoSale({ ...twice, id: 'D-2010', createdAt: at(1, '12:01'), rrn: '260000002010' }),
    demoSale({ ...twice, id: 'D-2011', createdAt: at(1, '12:03'), rrn: '260000002011' }),
  ]
}

function notCaptured({ at, minutesAgo }: DemoTimes): DemoTransaction[] {
  return [
    demoAttempt({
      id: 'D-2020',
      merchantId: 'M1002',
      createdAt: at(1, '21:30'),
      minor: 106_000,
      last4: '6055',
      rrn: '260000002020',
      batchNo: '000204',
      payment: 'authorized',
      captureBefore: at(-3, '21:30'),
    }),
    demoAttempt({
      id: 'D-2021',
      merchantId: 'M1002',
      createdAt: minutesAgo(300),
      minor: 7_500,
      last4: '9318',
      terminalId: '60020002',
      entryMode: 'offline',
      payment: 'processing',
      responseCode: undefined,
    }),
    demoAttempt({
      id: 'D-2022',
      merchantId: 'M1002',
      type: 'void',
      createdAt: at(1, '13:15'),
      minor: 32_000,
      last4: '4471',
      rrn: '260000002022',
      payment: 'canceled',
    }),
    demoAttempt({
      id: 'D-2023',
      merchantId: 'ST-AUSTIN',
      type: 'preauth',
      createdAt: at(2, '09:10', 'America/Chicago'),
      minor: 20_000,
      currency: 'USD',
      last4: '3155',
      orderNo: 'AB-RENT-58',
      payment: 'authorized',
      captureBefore: at(-3, '09:10', 'America/Chicago'),
    }),
    demoAttempt({
      id: 'D-2024',
      merchantId: 'M1002',
      type: 'preauth',
      createdAt: at(4, '14:00'),
      minor: 50_000,
      last4: '8026',
      rrn: '260000002024',
      authCode: '771204',
      payment: 'authorized',
      captureBefore: at(-26, '14:00'),
    }),
  ]
}

function refunded({ at, day }: DemoTimes): DemoTransaction[] {
  const london = 'Europe/London'
  const sold = { clearing: 'cleared', settlement: 'available', currency: 'GBP' } as const
  return [
    demoSale({
      ...sold,
      id: 'D-2030',
      merchantId: 'SQ-LONDON',
      createdAt: at(9, '12:20', london),
      minor: 3_850,
      last4: '1881',
      orderNo: 'BLB-20870',
      payout: { state: 'sent', arrivalDate: day(7), destinationLast4: '4410' },
      refunds: [
        {
          id: 'R-2030',
          state: 'pending',
          amountMinor: 3_850,
          createdAt: at(2, '10:00', london),
          ref: '74527120300000000020301',
        },
      ],
    }),
    demoAttempt({
      id: 'D-2031',
      merchantId: 'SQ-LONDON',
      currency: 'GBP',
      createdAt: at(3, '16:10', london),
      minor: 5_400,
      last4: '6411',
      orderNo: 'BLB-20912',
      payment: 'reversed',
      reversal: { state: 'succeeded', at: at(3, '17:00', london) },
      refunds: [
        { id: 'R-2031', state: 'succeeded', amountMinor: 5_400, createdAt: at(3, '17:00', london) },
      ],
    }),
    demoSale({
      ...sold,
      currency: 'USD',
      id: 'D-2032',
      merchantId: 'ST-AUSTIN',
      createdAt: at(15, '13:30', 'America/Chicago'),
      minor: 8_900,
      last4: '0087',
      orderNo: 'AB-7655',
      payout: { state: 'sent', arrivalDate: day(11), destinationLast4: '0042' },
      refunds: [
        {
          id: 're_demo_7655',
          state: 'failed',
          amountMinor: 8_900,
          createdAt: at(8, '09:00', 'America/Chicago'),
          failedAt: at(1, '09:00', 'America/Chicago'),
          failureReason: 'expired_or_canceled_card',
        },
      ],
    }),
    demoSale({
      id: 'D-2033',
      merchantId: 'M1001',
      createdAt: at(6, '15:15'),
      minor: 45_000,
      last4: '3702',
      rrn: '260000002033',
      clearing: 'cleared',
      settlement: 'available',
      refunds: [{ id: 'R-2033', state: 'pending', amountMinor: 45_000, createdAt: at(1, '10:30') }],
    }),
  ]
}

function disputed({ at, day }: DemoTimes): DemoTransaction[] {
  return [
    demoSale({
      id: 'D-2040',
      merchantId: 'M1002',
      createdAt: at(20, '20:40'),
      minor: 248_000,
      last4: '5177',
      rrn: '260000002040',
      clearing: 'cleared',
      settlement: 'available',
      descriptor: 'XIANGKOU XIAOGUAN',
      dispute: { state: 'needs_response', id: 'C-2040', dueAt: day(-5), reason: '持卡人否认交易' },
    }),
    demoSale({
      id: 'D-2041',
      merchantId: 'M1002',
      createdAt: at(3, '18:20'),
      minor: 186_000,
      last4: '5190',
      rrn: '260000002041',
      terminalId: '60020001',
      clearing: 'cleared',
      settlement: 'available',
      payout: {
        state: 'credited',
        id: 'P-2041',
        amount: { minor: 184_884 },
        creditedAt: at(2, '08:30'),
        destinationLast4: '2310',
      },
    }),
  ]
}
