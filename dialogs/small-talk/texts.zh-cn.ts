import type { SmallTalkTexts } from './texts.en.ts'

export const zhCn: SmallTalkTexts = {
  welcome:
    '您好，我是到账，银行卡收付款的数字助手。请说说发生了什么，例如“昨天 POS 刷卡 1 万，到现在没到账”。请不要发完整卡号、密码或验证码。继续发言表示您同意我查询这笔交易并保存脱敏后的记录；随时可以说“转人工”。',
  welcomeBack: '您好，又见面了。这次要查什么？',
  thanks: '不客气。还有别的要查吗？',
  goodbye: '再见。没办完的单子会继续处理。',
  resolved: '太好了。这件事我先记为已解决，有需要随时来。',
  bot: '我是数字助手，不是真人：我按实时记录和审核过的内容回答。说“转人工”，我就请同事来。',
  affirm: '好的，有需要随时说。',
  wait: '不着急，我在这里等您。',
  outOfScope:
    '我只能帮银行卡收付款的事：钱在哪里、退款和冻结、终端代码、投诉、防骗。您想查哪一样？',
  notUnderstood:
    '我没太明白。您是钱没到账、卡被扣款或等退款，还是别的事？说一句带金额和日期的话就行。',
  stillNotUnderstood: '我还是没能听明白，先请同事来帮您。',
  nothingToRepeat: '我还没有说过什么。您想查什么？',
  startedOver: '好，我们重新开始。发生了什么？',
  cancelled: '好的，这件先放下。还有什么要我做？',
  calm: '我明白这事让人着急，我想帮您办好；您也可以说“转人工”。',
  empty: '收到一条空消息。请用一句话说说发生了什么。',
  noWords: '我只看得懂文字。请用一句话说说发生了什么，带上金额和日期。',
  tooLong: (limit) => `这条太长了（最多 ${limit} 个字）。请只发要点：发生了什么、金额、日期。`,
  attachment: '我在这里看不了文件。请写下金额、日期和小票上的参考号；不要发银行卡或证件的照片。',
  cardForm: '这条我读不懂，请用文字回答。',
  redacted: (what) => `您发的${what}我已隐藏，不会保存。请不要再发；有后四位就够了。`,
  careful: '您的安全最要紧。如果有危险或有伤害自己的念头，请马上拨打 110 或 120。我这就请同事来。',
  becauseRole: '因为“没到账”对商户和持卡人是两回事，答案也不一样。',
  becauseKey:
    '为了找对那一笔，也不让别人看到您的记录。参考号（RRN）是小票上 12 位的数字，一般在日期附近。',
  becauseOther: '因为您的回答决定了可能是哪种原因。',
  anyway: '没关系，我们不用它试试。',
  languageSwitched: '好的，我们说中文。',
  apology:
    '我们这边出了点问题，这一步没办成。您的消息已经收好，请过一分钟再发一次，或者说“转人工”。',
  personLeft: '同事已结束这次对话，我回来了。还有什么要我做？',
  personJoined: (name) => `${name} 已加入对话。`,
  kinds: {
    card_number: '卡号',
    cvv: '安全码',
    expiry: '有效期',
    otp: '验证码',
    pin: '密码',
    password: '密码',
    id_number: '证件号',
    bank_account: '银行账号',
    phone: '手机号',
    track_data: '卡片信息',
    email: '邮箱地址',
  },
}
