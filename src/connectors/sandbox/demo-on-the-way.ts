import { type DemoTransaction, demoSale } from './demo-sale.ts'
import type { DemoTimes } from './demo-times.ts'

/** Sales whose money is on its way; most of them move. */
export function demoOnTheWay(times: DemoTimes): DemoTransaction[] {
  return [...inChina(times), ...abroad(times)]
}

function inChina({ at, minutesAgo, lastSaturday }: DemoTimes): DemoTransaction[] {
  const moves = true
  const shop = { merchantId: 'M1001', terminalId: '60010001', batchNo: '000118', moves }
  return [
    demoSale({
      ...shop,
      id: 'D-1001',
      createdAt: at(1, '15:20'),
      minor: 1_000_000,
      last4: '6225',
      rrn: '123456789012',
      authCode: '038842',
    }),
    demoSale({
      ...shop,
      id: 'D-1002',
      createdAt: minutesAgo(40),
      minor: 26_800,
      last4: '4455',
      rrn: '260000001002',
    }),
    demoSale({
      ...shop,
      id: 'D-1003',
      createdAt: at(1, '23:12'),
      minor: 158_000,
      last4: '8812',
      rrn: '260000001003',
    }),
    demoSale({
      ...shop,
      id: 'D-1004',
      createdAt: lastSaturday('18:30'),
      minor: 326_000,
      last4: '9034',
      rrn: '260000001004',
    }),
    demoSale({
      id: 'D-1005',
      merchantId: 'M1002',
      createdAt: at(1, '12:40'),
      minor: 48_600,
      last4: '5521',
      rrn: '260000001005',
      terminalId: '60020001',
      moves,
    }),
    demoSale({
      id: 'D-1006',
      merchantId: 'M1003',
      createdAt: at(1, '03:10'),
      minor: 80_000,
      last4: '7314',
      rrn: '260000001006',
      extraFeeMinor: 300,
      moves,
    }),
    demoSale({
      id: 'D-1007',
      merchantId: 'M1004',
      createdAt: at(1, '16:05'),
      minor: 900_000,
      last4: '6038',
      rrn: '260000001007',
      moves,
    }),
  ]
}

function abroad({ at, day }: DemoTimes): DemoTransaction[] {
  return [
    demoSale({
      id: 'D-1040',
      merchantId: 'SQ-LONDON',
      createdAt: at(1, '15:45', 'Europe/London'),
      minor: 24_500,
      currency: 'GBP',
      feeBp: 175,
      last4: '4242',
      orderNo: 'BLB-20931',
      moves: true,
    }),
    demoSale({
      id: 'D-1041',
      merchantId: 'ST-AUSTIN',
      createdAt: at(1, '11:05', 'America/Chicago'),
      minor: 145_000,
      currency: 'USD',
      feeBp: 290,
      extraFeeMinor: 30,
      last4: '3155',
      orderNo: 'AB-7741',
      providerIds: { charge: 'ch_demo_7741' },
      settlement: { state: 'pending', expectedAt: day(-2) },
      moves: true,
    }),
    demoSale({
      id: 'D-1042',
      merchantId: 'ST-AUSTIN',
      createdAt: at(9, '10:20', 'America/Chicago'),
      minor: 91_000,
      currency: 'USD',
      feeBp: 290,
      extraFeeMinor: 30,
      last4: '6719',
      orderNo: 'AB-7702',
      clearing: 'cleared',
      settlement: 'available',
      payout: {
        state: 'failed',
        id: 'po_demo_7702',
        amount: { minor: 88_331 },
        arrivalDate: day(3),
        destinationLast4: '0042',
        failureCode: 'account_closed',
        failureText: 'The bank account has been closed.',
      },
    }),
    demoSale({
      id: 'D-1043',
      merchantId: 'ST-NEW',
      createdAt: at(3, '14:00', 'America/Chicago'),
      minor: 6_600,
      currency: 'USD',
      feeBp: 290,
      last4: '7708',
      orderNo: 'HC-0003',
    }),
  ]
}
