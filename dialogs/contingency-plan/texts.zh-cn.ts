import type { BackUpWay, PlanPart } from '../../src/domain/contingency/plan.ts'
import type { ContingencyPlanTexts } from './texts.en.ts'

const questions: Record<PlanPart, string> = {
  shop: '店名怎么写在表上？',
  serviceLine: '收单机构（支付公司）是哪家，服务电话是多少？',
  people:
    '出事时要联系哪几个人？写职务和电话，最多四位，例如店长、财务、业务经理、维修。不要写卡号和密码。',
  ways: '收不了款的时候，顾客还能怎么付？可以选几项，也可以自己写。',
  funds:
    '营业款晚到，店里最多能撑几天？知道的话一起说：备用金有多少、哪些款可以缓付、从哪个账户出。不想填就说“跳过”。',
  decider: '出事时由谁决定先付什么、缓付什么？',
}

const ways: Record<BackUpWay, string> = {
  second_terminal: '第二台机器',
  other_code: '另一家的收款码',
  bank_transfer: '银行转账',
  cash: '现金',
}

const parts: Record<PlanPart, string> = {
  shop: '店名',
  serviceLine: '服务电话',
  people: '联系人',
  ways: '备用收款',
  funds: '资金安排',
  decider: '决定人',
}

export const zhCn: ContingencyPlanTexts = {
  intro:
    '好，我们来做：六个小问题，最后给您一页可以打印的预案。想以后手写的就说“跳过”，说错了随时改。',
  goOn: '我们接着做您的应急预案。',
  questions,
  counted: (place, of, question) => `${place}/${of} ${question}`,
  ways,
  moreWays: (chosen) => `记下了：${chosen}。还有别的吗？`,
  enough: '就这些',
  skip: '跳过',
  corrected: (part) => `已改：${part}。`,
  whichRight: '好的，重新说一次：',
  parts,
  done: '您的应急预案：',
  changed: '改好了，您的预案：',
  again: '这是您的应急预案：',
  toFillIn: (names) => `留空手写：${names}`,
  fund: { wait: '能撑', reserve: '备用金', canWait: '可以缓付', account: '账户' },
  days: (count) => `${count}天`,
  steps:
    '出事时：不要反复刷卡；留好小票和 12 位参考号；算清 T+1 应到日过了没有；过了就打服务电话，记下谁说了什么。',
  review: (day) => `请在 ${day} 前复查一次，每半年演练一遍。`,
  howToChange: '要改就直接说正确的，例如“店名是……”。说“新做一份预案”可以另做一份。',
  sheet: (until) => `可打印的一页纸。链接 ${until} 前有效，拿到链接的人都能看到。`,
  sheetAgain: (until) => `原来那一页已经是这个内容，链接顺延到 ${until}。`,
  because: '写在表上，出事时店里的人看得到，不作别的用处。不想说就“跳过”，表上会留空。',
  offer: '要不要我带您做一份？六个小问题，做完给您一页可以打印的预案。',
  offerYes: '好，帮我做预案',
  offerNo: '不用了',
  declined: '好的。想做的时候说“帮我做应急预案”就行。',
}
