import type { SentenceParts, TracePackTexts } from './texts.en.ts'

const payment = ({ when, amount, reference, last4 }: SentenceParts) =>
  [when, amount && `金额 ${amount}`, last4 && `卡尾号 ${last4}`, reference && `参考号 ${reference}`]
    .filter(Boolean)
    .join('，')

export const zhCn: TracePackTexts = {
  title: '查询资料包',
  made: (when) => `整理时间：${when}`,
  sections: {
    whom: '向谁查',
    payment: '这笔交易',
    record: '记录显示',
    say: '可以这样说',
    ask: '请对方答复',
  },
  rows: {
    contact: '联系方',
    customer: '客户',
    amount: '金额',
    fee: '手续费',
    net: '净额',
    when: '交易时间',
    tradeDay: '结算日',
    type: '类型',
    last4: '卡号后四位',
    rrn: '参考号（RRN）',
    arn: '收单参考号（ARN）',
    traceRef: '出款追踪号',
    refundRef: '退款参考号',
    authCode: '授权码',
    orderNo: '订单号',
    stan: '系统跟踪号',
    batchNo: '批次号',
    terminalId: '终端号',
    merchantId: '商户号',
    descriptor: '账单显示的名称',
    responseCode: '返回码',
    payment: '付款',
    clearing: '清算',
    settlement: '结算',
    payout: '出款',
    refund: '退款',
    dispute: '争议',
    source: '来源',
    asOf: '截至',
    ticket: '我们的单号',
    answerBy: '最晚答复',
  },
  fresh: '刚刚从记录中读取',
  snapshot: (when) => `${when} 的副本：系统此刻没有应答`,
  staleRecord: '系统自己标明这份记录可能不是最新的',
  noRecord: '这里没有查到记录，以上内容是客户说的。',
  payoutTo: (last4) => `到尾号 ${last4} 的账户`,
  on: (text, when) => `${text}（${when}）`,
  never: '查这笔不需要完整卡号、密码或验证码，请不要提供。',
  types: {
    sale: '消费',
    preauth: '预授权',
    preauth_completion: '预授权完成',
    void: '撤销',
    refund: '退款',
    reversal: '冲正',
    unknown: '未报告',
  },
  paymentStates: {
    created: '已发起，未完成',
    pending_customer: '等付款人操作',
    processing: '处理中，还没有结果',
    authorized: '只有授权：冻结，没有扣款',
    partially_authorized: '部分授权',
    captured: '已批准并扣款',
    declined: '被拒绝',
    failed: '失败',
    canceled: '已取消',
    reversed: '已冲正',
    expired: '已过期',
    unknown: '结果未知',
  },
  clearingStates: {
    not_cleared: '尚未提交清算',
    submitted: '已提交卡组织',
    cleared: '卡组织已清算',
    rejected: '被卡组织退回',
    not_reported: '未报告',
  },
  settlementStates: {
    not_applicable: '这笔不结算',
    pending: '结算中',
    held: '因核查被保留',
    available: '已结算，可以出款',
    netted: '与其他款项抵扣',
    not_reported: '未报告',
  },
  payoutStates: {
    none: '还没有',
    scheduled: '已安排',
    in_transit: '在途',
    sent: '已发出，收款银行尚未确认',
    credited: '收款银行已确认入账',
    failed: '失败',
    returned: '被收款银行退回',
    frozen: '被冻结',
    canceled: '已取消',
    not_reported: '未报告',
  },
  refundStates: {
    none: '没有',
    requires_action: '等人操作',
    pending: '处理中',
    succeeded: '已退往发卡银行',
    failed: '失败',
    canceled: '已取消',
  },
  disputeStates: {
    none: '没有',
    inquiry: '银行来函查询',
    needs_response: '等待答复',
    under_review: '审理中',
    won: '判给商户',
    lost: '判给持卡人',
    accepted: '已认可',
    closed: '已结束',
  },
  sentence: (problem, parts) => {
    const what = payment(parts)
    const trace = '请按参考号查，并给我一个受理编号。'
    switch (problem) {
      case 'payout':
        return `我有一笔刷卡收款，${what}，结算款没有到账。请问有没有出款、什么时候出的、打到尾号多少的账户、追踪号是多少？${trace}`
      case 'hold':
        return `我有一笔刷卡收款，${what}，结算被保留。请告诉我原因、需要哪些资料、什么时候有结论。`
      case 'fee':
        return `我有一笔刷卡收款，${what}。请说明每一项扣费。`
      case 'debit':
        return `我的卡被扣了一笔，${what}，但交易没有成功。请问这笔是真的扣了还是只是冻结、什么时候退回？${trace}`
      case 'refund_not_posted':
      case 'refund_not_submitted':
        return `有一笔退款要退给我，原交易 ${what}。请问退款到了没有、哪天入账，还是一直没有收到？${trace}`
      case 'preauth':
        return `我的卡上还有一笔冻结，${what}。请解冻，并给我确认。`
      case 'unauthorised':
        return `有一笔不是我本人的交易，${what}。请冻结这张卡、登记我的报告，并给我编号。`
      default:
        return what === '' ? undefined : `我想查一笔交易，${what}。${trace}`
    }
  },
}
