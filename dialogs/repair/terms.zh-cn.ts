import type { TermWords } from './terms.en.ts'

export const zhCn: TermWords = {
  names: {
    rrn: '参考号',
    authCode: '授权码',
    terminalId: '终端号',
    merchantId: '商户号',
    batchNo: '批次号',
    last4: '卡号后四位',
  },
  terms: {
    rrn: '参考号（RRN，也叫检索号）是 12 位数字，各家银行都按它查单，印在小票“参考号”后面；手机付款没有它，用订单号就行。',
    authCode: '授权码是发卡行同意这笔交易的凭据，6 位，印在小票“授权码”后面。',
    terminalId: '终端号说明是哪台机器，一般 8 位，印在小票上部“终端编号”后面。',
    merchantId: '商户号是店铺的编号，一般 15 位，印在小票上部“商户编号”后面。',
    batchNo: '批次号是机器当天这一批交易的编号，6 位，印在小票“批次号”后面。',
    last4:
      '卡号后四位是卡面长号码的最后四个数字；小票上前面的都打了星号。只要这四位，不要发完整卡号。',
  },
  picture: (name) => `一张签购单，标出了${name}那一行`,
}
