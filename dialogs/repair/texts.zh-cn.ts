import type { RepairTexts } from './texts.en.ts'

export const zhCn: RepairTexts = {
  backTo: ['回到刚才的问题：', '还差这一样：', '接着问您：'],
  ifOnePayment: '要是问的是某一笔：',
  unchanged: '我刚又查了一遍，情况没有变化。\n',
  asSaid: '还是刚才说的：',
  onceMore: '再说一遍：',
  nextWish: '接着说您问的另一件。',
  recap: (day, sum, by) =>
    `欢迎回来。${day}我们说到${sum ? ` ${sum} 那笔` : '一笔款'}${by ? `，预计${by}前到账` : ''}。`,
  recapOpen: (day) => `欢迎回来。${day}我们正在找一笔款，还差一个问题。`,
  narrowed: '那是下面哪一笔？',
  otherWhich: '您说的是另外哪一笔？告诉我金额或日期就行。',
  correctWhat: '好的，正确的是什么？把对的金额、日期或号码告诉我就行。',
  dropped: '好的，这件先放下。',
  droppedLast: '好的，这件先放下。接下来要我做什么？',
  droppedAll: '好的，这里没办完的我都先放下了。接下来要我做什么？',
  nothingToDrop: '现在没有正在办的事，不用取消。',
  ticketsStay: (nos) => `投诉单 ${nos} 还在处理；不想要了，发“撤销投诉”就行。`,
  noComplaint: '这次对话里没有登记过投诉单，没有可撤的。',
  askWithdraw: (no) => `要撤销投诉单 ${no} 吗？撤销后没有人再跟进，30 天内可以重新打开。`,
  withdraw: '是，撤销',
  keep: '不，保留',
  withdrawn: (no) => `投诉单 ${no} 已撤销。`,
  kept: (no) => `投诉单 ${no} 照旧处理。`,
  cannotWithdraw: (no) => `投诉单 ${no} 已经办结，不能再撤，保持原样。`,
  askStillWanted: (no) => `投诉单 ${no} 是为您先前说的那笔登记的。要撤销吗？`,
}
