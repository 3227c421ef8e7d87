import type { TicketNewsTexts } from './texts.en.ts'

export const zhCn: TicketNewsTexts = {
  states: {
    draft: (no) => `单子 ${no} 正在填写。`,
    submitted: (no, due) => `单子 ${no} 已收到，最晚 ${due} 前答复您。`,
    acknowledged: (no, due) => `单子 ${no} 已受理登记，接下来有人核查，最晚 ${due} 前答复您。`,
    investigating: (no, due) =>
      `单子 ${no} 现在有人在核查。有进展我会在这里告诉您，最晚 ${due} 前答复。`,
    waiting_customer: (no, due) =>
      `单子 ${no} 要继续办，还需要您补充一点信息，请直接在这里回复。答复期限 ${due} 不变。`,
    waiting_third_party: (no, due) =>
      `单子 ${no} 已向银行或其他机构查询，正在等对方答复。一有回音我就在这里告诉您，最晚 ${due} 前给您答复。`,
    resolved: (no) => `单子 ${no} 有结果了。`,
    closed: (no) => `单子 ${no} 已结案。`,
    withdrawn: (no) => `单子 ${no} 已撤回，不再处理。`,
    referred: (no) => `单子 ${no} 已转交负责的机构。`,
    reopened: (no, due) => `单子 ${no} 已重新打开，会再核查一遍，最晚 ${due} 前答复您。`,
  },
  result: (text) => `处理结果：${text}`,
  redress: (amount) => `为此补给您 ${amount}。`,
  referredTo: (name) => `之后由这里负责：${name}。`,
  reopen: (until) => `如果没有解决，请在 ${until} 前回复“没有解决”，我就重新打开这张单子。`,
  notContent: '不同意这个结果，可以找：',
  withinMonths: (months) => `请在收到这个答复后 ${months} 个月内提出。`,
  keepNumber: '到时请带上单号。',
  fromDesk: (text) => `同事留言：${text}`,
  extended: (no, due, reason) =>
    `单子 ${no} 需要的时间比预计的长：${reason} 最终答复改为最晚 ${due}。让您久等了，很抱歉。`,
  rate: '这件事办得怎么样？',
  ratings: ['5 很满意', '4 满意', '3 一般', '2 不满意', '1 很不满意'],
  rated: '谢谢，已经记下了。',
  ratedPoor: (no) =>
    `谢谢您直说，负责人会看到。如果事情还没解决，回复“没有解决”，我就重新打开单子 ${no}。`,
  reopened: (no, due) =>
    `很抱歉没有解决。单子 ${no} 已重新打开，您刚才说的也记上了，最晚 ${due} 前答复您。`,
  tooLate: (no, days) =>
    `单子 ${no} 结束已超过 ${days} 天，不能再打开。说“我要投诉”，我马上为您登记一张新的。`,
}
