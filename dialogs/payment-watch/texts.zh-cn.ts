import type { WatchTexts } from './texts.en.ts'

export const zhCn: WatchTexts = {
  offer:
    '要我帮您盯着这笔吗？到时间我会再查，钱到了或情况有变都在这里告诉您；过了时间还没到，我直接为您登记投诉单。',
  offerToLook: '要我帮您盯着这笔吗？到时间我会再查，钱到了或情况有变都在这里告诉您。',
  offerToo: ['这一笔也要我盯着吗？', '那这一笔呢，要不要我也盯着？'],
  yes: '好，帮我盯着',
  no: '不用了',
  taken: (when) =>
    `好的，我来盯着。${when}前后我会再查，有消息就在这里告诉您，不用一直等。想停就说“别盯了”。`,
  declined: '好的，那就不盯了，想知道随时问我。',
  stopped: '好的，不再盯着了，想知道随时问我。',
  still: (when) => `在盯着呢，下次查看是${when}，有消息就在这里告诉您。`,
  notWatching: '现在没有在盯的款。告诉我是哪一笔，我可以帮您盯着。',
  arrived: (sale) => `好消息：您让我盯着的那笔到账了（${sale}）。`,
  credited: (paid, when, to) =>
    `${paid} 已${when ? `在 ${when}` : ''}入账${to ? `，账户尾号 ${to}` : ''}。`,
  afterFee: (fee) => `手续费 ${fee} 已扣除。`,
  asOneSum: '几笔可能合并成一笔入账。',
  ends: '这笔我就盯到这里。',
  released: (sale) =>
    `您让我盯着的那笔冻结已经解除（${sale}），银行一般几天内就会显示。这笔我就盯到这里。`,
  turned: '您让我盯着的那笔有新情况。',
  moved: '您让我盯着的那笔，预计到账时间有变。',
  overdue: '您让我盯着的那笔，过了时间还没到。',
  askArrived: (sale) =>
    `您让我盯着的那笔到时间了（${sale}）。我的记录里看不到银行是否已经入账，您的账户里收到了吗？`,
  askAfterOutage:
    '您让我盯着的那笔到时间了，可交易系统一直没有回应，我不想猜给您听。您的账户里收到了吗？',
  itArrived: '收到了',
  notArrived: '还没有',
  glad: '太好了，这笔我就盯到这里，有需要随时来。',
  thePayment: '这笔',
}
