import { type DemoTransaction, demoSale } from './demo-sale.ts'
import type { DemoTimes } from './demo-times.ts'

/** Sales whose money is late, held or came back. */
export function demoLate(times: DemoTimes): DemoTransaction[] {
  return [...overdue(times), ...held(times), ...cameBack(times)]
}

function overdue({ at, minutesAgo }: DemoTimes): DemoTransaction[] {
  return [
    demoSale({
      id: 'D-1020',
      merchantId: 'M1001',
      createdAt: at(12, '20:10'),
      minor: 420_000,
      last4: '3391',
      rrn: '260000001020',
      clearing: 'cleared',
    }),
    demoSale({
      id: 'D-1023',
      merchantId: 'M1003',
      createdAt: minutesAgo(60),
      minor: 150_000,
      last4: '5060',
      rrn: '260000001023',
      extraFeeMinor: 300,
    }),
    demoSale({
      id: 'D-1024',
      merchantId: 'M1099',
      createdAt: at(3, '16:40'),
      minor: 300_000,
      last4: '6901',
      rrn: '260000001024',
      clearing: 'not_reported',
      settlement: 'not_reported',
      payout: 'not_reported',
    }),
    demoSale({
      id: 'D-1025',
      merchantId: 'M1006',
      createdAt: at(50, '10:20'),
      minor: 98_000,
      last4: '7150',
      rrn: '260000001025',
      clearing: 'cleared',
    }),
  ]
}

function held({ at }: DemoTimes): DemoTransaction[] {
  const documents = ['购销合同或发票', '签购单', '发货凭证']
  const hold = { publicReason: '大额交易核实', documents }
  const sale = { merchantId: 'M1005', clearing: 'cleared', terminalId: '60050001' } as const
  return [
    demoSale({
      ...sale,
      id: 'D-1021',
      createdAt: at(2, '11:30'),
      minor: 5_800_000,
      last4: '1420',
      rrn: '260000001021',
      settlement: { state: 'held', hold: { ...hold, since: at(1, '09:00'), submitted: [] } },
    }),
    demoSale({
      ...sale,
      id: 'D-1022',
      createdAt: at(14, '15:00'),
      minor: 5_200_000,
      last4: '1433',
      rrn: '260000001022',
      settlement: {
        state: 'held',
        hold: { ...hold, since: at(13, '09:00'), submitted: documents },
      },
    }),
  ]
}

function cameBack({ at, day }: DemoTimes): DemoTransaction[] {
  const cleared = { clearing: 'cleared', settlement: 'available' } as const
  return [
    demoSale({
      ...cleared,
      id: 'D-1030',
      merchantId: 'M1004',
      createdAt: at(5, '14:20'),
      minor: 1_020_000,
      last4: '6042',
      rrn: '260000001030',
      payout: {
        state: 'returned',
        id: 'P-1030',
        amount: { minor: 1_013_880 },
        arrivalDate: day(2),
        destinationLast4: '5127',
        failureCode: 'amount_limit',
        failureText: 'II类户超过单日入账限额',
      },
    }),
    demoSale({
      ...cleared,
      id: 'D-1031',
      merchantId: 'M1005',
      createdAt: at(5, '09:50'),
      minor: 315_000,
      last4: '1458',
      rrn: '260000001031',
      payout: {
        state: 'returned',
        id: 'P-1031',
        amount: { minor: 313_110 },
        arrivalDate: day(2),
        destinationLast4: '7703',
        failureCode: 'name_mismatch',
        failureText: '收款账户户名不符',
      },
    }),
    demoSale({
      ...cleared,
      id: 'D-1032',
      merchantId: 'M1005',
      createdAt: at(9, '18:05'),
      minor: 1_260_000,
      last4: '1466',
      rrn: '260000001032',
      payout: {
        state: 'frozen',
        id: 'P-1032',
        amount: { minor: 1_252_440 },
        destinationLast4: '7703',
        failureCode: 'judicial_freeze',
        failureText: '有权机关冻结',
      },
    }),
  ]
}
