import type { PersonTexts } from './texts.en.ts'

export const zhCn: PersonTexts = {
  coming: (place, range) =>
    `我已请同事接手，${place <= 1 ? '下一位就是您' : `您前面还有 ${place - 1} 位`}${range ? `，一般要等 ${range}` : ''}；同事会看到以上情况，不用再说一遍。`,
  nobodyHere: (place) =>
    `已为您排队转人工（第 ${place} 位），但现在没有同事在线，等多久我说不准。这里的内容同事都看得到，等的时候我接着帮您。`,
  waiting: (place, range) =>
    `您正在排队转人工，${place <= 1 ? '下一位就是您' : `前面还有 ${place - 1} 位`}${range ? `，一般要等 ${range}` : ''}。同事来之前我接着帮您。`,
  waitingNobody: (place) => `您正在排队转人工，第 ${place} 位。现在没有同事在线，等多久我说不准。`,
  waitingClosed: (place, opens) =>
    `您正在排队转人工，第 ${place} 位。同事 ${opens} 上班；在那之前我接着帮您。`,
  closed: (opens, no, by) =>
    `现在是下班时间，同事 ${opens} 上班。您的事已登记，单号 ${no}：${by} 前会有同事在这里回复您。您的排队位置保留，等的时候我接着帮您。`,
  closedAtAll: (no) => `现在是下班时间。您的事已登记，单号 ${no}：同事一上班就在这里回复您。`,
  tooLong: (no, by) =>
    `很抱歉，还没有同事接手。您的排队位置保留，另外已登记单号 ${no}：${by} 前会有同事在这里回复您。`,
  range: (from, to) => `${from}–${to} 分钟`,
  left: '好的，已为您取消排队。我还在，有什么要我办？',
  kept: '这句已留给同事，内容同事都看得到。等的时候，您也可以让我查一笔交易或回答问题。',
  keepToSteps:
    '上面的步骤请现在就做，不用等同事：挂断电话，什么都别给，马上联系银行。您写的内容都已留给同事。',
  joined: (name) => `${name} 已接入，正在为您服务。`,
  takenBack: (place) =>
    `很抱歉，同事临时离开了。您已回到原来的排队位置（${place <= 1 ? '下一位就是您' : `第 ${place} 位`}），下一位同事看得到全部内容。`,
  passedOn: (name) =>
    name
      ? `正在为您转给 ${name}，前面的内容都看得到。`
      : '正在为您转给更熟悉这件事的同事，前面的内容都看得到。',
  back: '同事已结束这次对话，我回来了。',
  backSolved: '同事已为您办完这件事，我回来了，有需要随时说。',
  stillOpen: (list) => `还没办完的：${list}。`,
  ticketDue: (no, due) => `单号 ${no}，${due} 前答复`,
  moneyDue: (due) => `款项，预计 ${due} 前到`,
  joint: '；',
  somebody: '同事',
  rate: '请给这次人工服务打个分：',
  scores: {
    5: '5 分 很满意',
    4: '4 分 满意',
    3: '3 分 一般',
    2: '2 分 不满意',
    1: '1 分 很不满意',
  },
  rated: '谢谢您的评价。',
  ratedPoorly: '谢谢您直说，很抱歉没让您满意，组长会看到您的评价。',
  deskUnreachable: '暂时没能联系上同事。您的排队位置保留，等的时候我接着帮您。',
}
