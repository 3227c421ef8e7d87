import type { ContactTexts } from './texts.en.ts'

export const zhCn: ContactTexts = {
  askRegion: '这件事发生在哪个国家或地区？',
  intro: '请按这个顺序联系：',
  steps: {
    now: '现在就可以',
    if_unsolved: '前一个解决不了再找',
    after_own_complaint: '本机构答复后或超过期限再找',
  },
  uncertain: '可能不受理企业商户',
  have: '请备好：参考号或订单号、金额、日期时间、卡号后四位，有投诉单号也带上。不要说密码、验证码或完整卡号。',
  say: {
    payout: '可以这样说：“我那天的刷卡款没有到账，请告诉我清算和出款状态，以及追踪号。”',
    fraud_loss: '可以这样说：“我被骗了，请紧急止付”，并说明对方户名、银行、金额和时间。',
    refund_not_posted: '可以这样说：“商户在那天已退款，请按退款参考号帮我查。”',
    other: '请说清发生了什么、希望怎么解决、希望什么时候答复，并记下这次来电的编号。',
  },
}
