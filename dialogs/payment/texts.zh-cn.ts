import type { PaymentTexts } from './texts.en.ts'

export const zhCn: PaymentTexts = {
  notAgain: '先不要再刷、再付：弄清上一笔的结果之前，再刷可能扣两次。',
  letMeLook: '我来帮您查。',
  onceFound: '找到这笔，才能告诉您哪天到。',
  askRole: '您是商户在等结算款，还是持卡人在等钱退回（或被扣了款）？',
  roleMerchant: '商户，等结算款',
  roleCardholder: '持卡人',
  askReference:
    '请告诉我小票上的 12 位参考号（或订单号）。没有的话，说一下金额、日期和卡号后四位也行。',
  askReferenceAgain:
    '没有对上的记录。小票上有 12 位参考号吗？或者换一个信息：金额、日期、卡号后四位。',
  askAmount: '这笔是多少钱？',
  askDate: '是哪一天刷的？大概几点？',
  askLast4: '刷的那张卡，卡号后四位是多少？（只要后四位，不要发完整卡号）',
  askTerminal: '小票上的终端号是多少？（8 位）',
  askCandidate: '查到几笔，是哪一笔？',
  noneOfThese: '都不是',
  askSlip: '当时小票或屏幕上显示什么？',
  slip: {
    slip_approved: '显示交易成功',
    slip_declined: '显示失败或被拒',
    no_slip: '没有打印、没有结果',
    slip_other_name: '打印了，但机构或店名不是我们的',
  },
  askAccountChange: '最近换过结算账户吗？',
  accountChange: { account_changed: '换过', account_not_changed: '没换过' },
  askBankDebit: '您的银行显示这笔扣款了吗？',
  bankDebit: { bank_debited: '扣了', bank_not_debited: '没有扣' },
  futureDate: (day: string) => `${day}还没到，您说的是哪一天？`,
  notProven: '为了保护账户，我要多核对一项才能说这笔的情况。',
  locked: '核对了几次都没对上。为了保护账户，我先停止查询，请同事来帮您。',
  unavailable: '交易系统现在没有回应，我不想猜给您听。',
  unavailableChoice: '可以先登记投诉单由同事去查，或者转人工，也可以过几分钟再让我查。',
  fileTicket: '登记投诉单',
  callPerson: '转人工',
  tryLater: '稍后再查',
  tryAgainSoon: '好的，过几分钟发“再查一次”就行。',
  recheck: '再查一次',
  ticketFiled: (no: string, due: string) =>
    `投诉单 ${no} 已登记，最晚 ${due} 前答复；有新的凭据直接发给我，也随时可以说“转人工”。`,
  ticketFiledByPerson: (no: string, due: string) =>
    `我已为您登记投诉单 ${no}，最晚 ${due} 前答复；有新的凭据直接发给我。`,
  ticketKept: (no: string, due: string) =>
    `这件事已有投诉单 ${no}，最晚 ${due} 前答复，我把您刚说的记进去了。`,
  ticketStands: (no: string, due: string) => `这件事已有投诉单 ${no}，最晚 ${due} 前答复。`,
  noUse: '没关系。',
  cannotFind: '只凭这些我认不出是哪一笔，请同事来帮您找。',
  waiting: {
    unavailableChoice: '可以先登记投诉单由同事去查，也可以过几分钟再让我查；您排的队照旧。',
    ticketFiled: (no: string, due: string) =>
      `投诉单 ${no} 已登记，最晚 ${due} 前答复；有新的凭据直接发给我，同事也看得到。`,
  },
}
