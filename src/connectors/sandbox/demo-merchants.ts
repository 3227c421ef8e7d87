import type { DemoTimes } from './demo-times.ts'

/** The merchants of the demo world, each with another way to be paid out. */
export function demoMerchants(times: DemoTimes) {
  return [...chinese(times), ...foreign()]
}

const china = { country: 'CN', provider: 'sandbox', feeRateBp: 60, status: 'active' }

function chinese({ at }: DemoTimes) {
  return [
    {
      ...china,
      id: 'M1001',
      name: '晨光便利店',
      windowId: 'cn.pos.t1',
      cutoff: '23:00',
      settlementAccountLast4: '6688',
      accountClass: 'corporate',
      staffCount: 6,
    },
    {
      ...china,
      id: 'M1002',
      name: '巷口小馆',
      windowId: 'cn.pos.d1',
      cutoff: '23:00',
      settlementAccountLast4: '2310',
      accountClass: 'I',
      accountChange: { at: at(4, '10:30'), oldLast4: '7782', newLast4: '2310' },
      staffCount: 3,
    },
    {
      ...china,
      id: 'M1003',
      name: '顺达快修',
      windowId: 'cn.pos.d0',
      settlementAccountLast4: '9045',
      accountClass: 'I',
      extraFeeMinor: 300,
      staffCount: 2,
    },
    {
      ...china,
      id: 'M1004',
      name: '小林服饰',
      windowId: 'cn.pos.t1',
      settlementAccountLast4: '5127',
      accountClass: 'II',
      staffCount: 1,
    },
    {
      ...china,
      id: 'M1005',
      name: '远航数码',
      windowId: 'cn.pos.t1',
      settlementAccountLast4: '7703',
      accountClass: 'corporate',
      staffCount: 12,
    },
    {
      ...china,
      id: 'M1099',
      name: '速惠商贸代理',
      windowId: 'cn.pos.t1',
      status: 'unknown',
    },
    {
      ...china,
      id: 'M1006',
      name: '新芽花店',
      windowId: 'cn.pos.t1',
      settlementAccountLast4: '3380',
      accountClass: 'I',
      staffCount: 2,
    },
  ]
}

function foreign() {
  return [
    {
      id: 'SQ-LONDON',
      name: 'Brick Lane Books',
      country: 'GB',
      provider: 'square',
      windowId: 'square.gb.nbd',
      settlementAccountLast4: '4410',
      feeRateBp: 175,
      status: 'active',
      staffCount: 4,
    },
    {
      id: 'ST-AUSTIN',
      name: 'Austin Bikes',
      country: 'US',
      provider: 'stripe',
      windowId: 'stripe.payout.auto',
      settlementAccountLast4: '0042',
      feeRateBp: 290,
      extraFeeMinor: 30,
      status: 'active',
      staffCount: 9,
    },
    {
      id: 'ST-NEW',
      name: 'Hill Country Ceramics',
      country: 'US',
      provider: 'stripe',
      windowId: 'stripe.payout.first',
      settlementAccountLast4: '7719',
      feeRateBp: 290,
      status: 'active',
      staffCount: 1,
    },
  ]
}
