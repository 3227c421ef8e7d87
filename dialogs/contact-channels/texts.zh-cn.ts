import type { ContactTexts } from './texts.en.ts'

export const zhCn: ContactTexts = {
  intro: '请按这个顺序联系：',
  steps: {
    now: '现在就可以',
    if_unsolved: '前一个解决不了再找',
    after_own_complaint: '本机构答复后或超过期限再找',
  },
  uncertain: '可能不受理企业商户',
  have: (what) => `请备好：${what}。`,
  say: (words) => `可以这样说：“${words}”`,
  expect: (answer) => `请对方给您：${answer}。`,
  never: '不要说密码、验证码或完整卡号。',
}
