import type { CannedName, ReviewedAnswer } from './canned.en.ts'

export const cannedZhCn: Readonly<Record<CannedName, ReviewedAnswer>> = {
  hello: {
    title: '问候',
    text: '您好，{{customer}}。前面的对话我都看过了，您不用再说一遍。请稍等，我来查。',
  },
  sorry: {
    title: '让您久等了',
    text: '让您久等了，还要您自己来追这笔钱，很抱歉。我现在就处理。',
  },
  look: {
    title: '正在查',
    text: '我正在查 {{amount}} 这笔的记录。查到什么我都如实告诉您，不好的消息也一样。',
  },
  rrn: {
    title: '请提供参考号',
    text: '方便把参考号（RRN）发给我吗？就是小票上 12 位的数字，一般在日期附近。有了它，银行马上就能找到这笔。',
  },
  safe: {
    title: '不要发卡片信息',
    text: '请不要发完整卡号、安全码、密码或验证码，有后四位就够了。我们任何人都不会向您要更多。',
  },
  due: {
    title: '什么时候答复',
    text: '您的单号是 {{ticket}}，最晚 {{due}} 前答复。如果提前有结果，我会在这里告诉您。',
  },
  bank: {
    title: '怎么问银行',
    text: '请让银行按参考号查，不要只按金额查。需要的资料和要说的话，我都整理好了。',
  },
  papers: {
    title: '需要补充资料',
    text: '核查还需要几份资料。请只在官方 App 或网点提交，不要发在聊天里。',
  },
  workdays: {
    title: '中间有周末或节假日',
    text: '银行和支付机构按工作日结算。中间有周末或节假日，日期会顺延，单凭这一点不说明出了问题。',
  },
  scam: {
    title: '疑似诈骗',
    text: '您说的情况很像诈骗。请不要转账，不要给任何验证码，马上挂断。如果钱已经转出，请立刻联系银行并报警，越快越好。',
  },
  next: {
    title: '不同意结果',
    text: '您可以不接受这个结果。回复“没有解决”，单子 {{ticket}} 就会重新打开；结果消息里也写了还可以找哪些外部机构。',
  },
  bye: {
    title: '结束语',
    text: '还有别的要我查吗？没有的话，祝您顺利，{{customer}}。随时可以在这里留言，单子会一直保留。',
  },
}
