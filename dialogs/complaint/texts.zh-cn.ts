import type { ComplaintTexts } from './texts.en.ts'

export const zhCn: ComplaintTexts = {
  askWhat: '我来登记。请用一句话说说发生了什么、希望怎么解决；有金额和日期更好。',
  askTicket: '投诉单号是多少？以 TK 开头。',
  unknownTicket: (no) => `没有找到可以在这里显示的投诉单 ${no}。请核对单号，或在登记时的渠道查询。`,
  noTickets: '这次对话里还没有投诉单。说说发生了什么，我就登记。',
  state: (no, state, due) => `投诉单 ${no}：${state}。最晚 ${due} 前答复。`,
  resolution: (text) => `处理结果：${text}`,
  theirs: (no) => `投诉 ${no} 有记录，正在处理。`,
  theirsDue: (due) => `最终答复应在 ${due} 前给您。`,
  next: '过了期限没有答复，或者不同意结果，下一级是：',
  nextNow: '您可以找的下一级：',
  firstHere: '外部机构一般要等本机构处理过才受理，请留好单号。',
}
