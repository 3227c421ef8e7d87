import type { z } from 'zod'
import { parseWorld, type World, type worldSchema } from '../world/world.ts'
import { demoLate } from './demo-late.ts'
import { demoMerchants } from './demo-merchants.ts'
import { demoOnTheWay } from './demo-on-the-way.ts'
import { demoOutcomes } from './demo-outcomes.ts'
import { demoPaidOut } from './demo-paid-out.ts'
import { type DemoTimes, demoTimes } from './demo-times.ts'

function demoPayouts({ at, day }: DemoTimes) {
  return [
    {
      id: 'P-1013',
      merchantId: 'M1001',
      state: 'credited' as const,
      amount: { minor: 148_800, currency: 'CNY' },
      settDate: day(5),
      arrivalDate: day(5),
      creditedAt: at(5, '10:40'),
      destinationLast4: '6688',
      transactionIds: ['D-1013'],
      entries: [
        { type: 'CHARGE', grossMinor: 200_000, feeMinor: 1_200, netMinor: 198_800, ref: 'D-1013' },
        { type: 'REFUND', grossMinor: -50_000, netMinor: -50_000, ref: 'R-0987' },
      ],
    },
    {
      id: 'P-1010',
      merchantId: 'M1001',
      state: 'credited' as const,
      amount: { minor: 596_400, currency: 'CNY' },
      settDate: day(9),
      arrivalDate: day(9),
      creditedAt: at(9, '11:20'),
      destinationLast4: '6688',
      transactionIds: ['D-1010'],
      entries: [{ type: 'CHARGE', grossMinor: 600_000, feeMinor: 3_600, netMinor: 596_400 }],
    },
    {
      id: 'P-1012',
      merchantId: 'M1002',
      state: 'credited' as const,
      amount: { minor: 576_520, currency: 'CNY' },
      settDate: day(5),
      arrivalDate: day(5),
      creditedAt: at(5, '09:12'),
      fileCutAt: at(6, '23:00'),
      destinationLast4: '7782',
      transactionIds: ['D-1012'],
    },
  ]
}

function writtenDemo(times: DemoTimes): z.input<typeof worldSchema> {
  const { at, day, minutesAgo } = times
  return {
    merchants: demoMerchants(times),
    transactions: [
      ...demoOnTheWay(times),
      ...demoPaidOut(times),
      ...demoLate(times),
      ...demoOutcomes(times),
    ],
    payouts: demoPayouts(times),
    incidents: [
      {
        id: 'I-1',
        scope: 'M1003',
        startedAt: minutesAgo(90),
        endsAt: minutesAgo(-60),
        publicText: {
          'zh-CN': '秒到通道正在维护，完成后自动出款。',
          en: 'The instant payout channel is under maintenance; payouts follow when it is done.',
        },
      },
    ],
    disputes: [
      {
        id: 'C-2040',
        transactionId: 'D-2040',
        merchantId: 'M1002',
        state: 'needs_response',
        amount: { minor: 248_000, currency: 'CNY' },
        dueAt: day(-5),
        reason: '持卡人否认交易',
      },
    ],
    complaints: [
      {
        no: 'TS-5001',
        merchantId: 'M1006',
        openedAt: at(40, '10:00'),
        regime: 'CN payment institution',
        state: 'open',
        ackSentAt: at(39, '15:00'),
        dueAt: day(10),
      },
    ],
  }
}

/**
 * The built-in world for trying the assistant out: its dates count back from the moment it starts,
 * so that "yesterday 15:20, ¥10,000" is always true. README.md here says what to type to see what.
 */
export function demoWorld(startedAt: Date): World {
  return parseWorld(writtenDemo(demoTimes(startedAt))).world
}
