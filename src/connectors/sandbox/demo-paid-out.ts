import { type DemoTransaction, demoSale } from './demo-sale.ts'
import type { DemoTimes } from './demo-times.ts'

/** Sales that were paid out, but not as the merchant expects it. */
export function demoPaidOut(times: DemoTimes): DemoTransaction[] {
  return [...credited(times), ...sentElsewhere(times)]
}

function credited({ at, day }: DemoTimes): DemoTransaction[] {
  return [
    demoSale({
      id: 'D-1010',
      merchantId: 'M1001',
      createdAt: at(12, '13:45'),
      minor: 600_000,
      last4: '3051',
      rrn: '260000001010',
      clearing: 'cleared',
      settlement: 'available',
      payout: {
        state: 'credited',
        id: 'P-1010',
        amount: { minor: 596_400 },
        arrivalDate: day(9),
        creditedAt: at(9, '11:20'),
        destinationLast4: '6688',
      },
    }),
    demoSale({
      id: 'D-1011',
      merchantId: 'M1003',
      createdAt: at(1, '14:10'),
      minor: 1_000_000,
      last4: '6217',
      rrn: '260000001011',
      extraFeeMinor: 300,
      clearing: 'cleared',
      settlement: 'available',
      payout: {
        state: 'credited',
        id: 'P-1011',
        amount: { minor: 993_700 },
        arrivalDate: day(1),
        creditedAt: at(1, '14:38'),
        destinationLast4: '9045',
      },
    }),
  ]
}

function sentElsewhere({ at, day }: DemoTimes): DemoTransaction[] {
  return [
    demoSale({
      id: 'D-1012',
      merchantId: 'M1002',
      createdAt: at(6, '19:25'),
      minor: 580_000,
      last4: '6230',
      rrn: '260000001012',
      clearing: 'cleared',
      settlement: 'available',
      payout: {
        state: 'credited',
        id: 'P-1012',
        amount: { minor: 576_520 },
        arrivalDate: day(5),
        creditedAt: at(5, '09:12'),
        destinationLast4: '7782',
      },
    }),
    demoSale({
      id: 'D-1013',
      merchantId: 'M1001',
      createdAt: at(8, '10:15'),
      minor: 200_000,
      last4: '2846',
      rrn: '260000001013',
      clearing: 'cleared',
      settlement: 'netted',
    }),
    demoSale({
      id: 'D-1014',
      merchantId: 'M1001',
      createdAt: at(2, '17:55'),
      minor: 777_700,
      last4: '8190',
      rrn: '260000001014',
      clearing: 'cleared',
      settlement: 'available',
      payout: {
        state: 'sent',
        id: 'P-1014',
        amount: { minor: 773_034 },
        arrivalDate: day(1),
        sentAt: at(1, '20:00'),
        destinationLast4: '6688',
        traceRef: 'SB7730341014',
      },
    }),
  ]
}
