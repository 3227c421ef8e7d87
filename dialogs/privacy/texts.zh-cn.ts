import type { PrivacyTexts } from './texts.en.ts'

export const zhCn: PrivacyTexts = {
  answer:
    '我们只留处理事情所需的信息：卡号、验证码、密码在保存之前就已删除；脱敏后的聊天保留 180 天，投诉单按法律要求保留 3 年。您可以要求查看、更正或删除自己的信息，也可以要求由人来复核自动作出的决定。',
  filed: (no, due) => `您的要求已登记为 ${no}，最晚 ${due} 前答复。`,
}
