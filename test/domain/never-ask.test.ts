import { describe, expect, it } from 'vitest'
import { locales } from '../../src/domain/locale.ts'
import { asksForSecret, neverAskedFor, neverAskedNames } from '../../src/domain/never-ask.ts'

describe('neverAskedNames', () => {
  it.each(neverAskedFor)('names %s in both languages', (item) => {
    for (const locale of locales) expect(neverAskedNames[item][locale]).not.toBe('')
    expect(neverAskedNames[item].en).not.toMatch(/\p{Script=Han}/u)
  })
})

describe('asksForSecret', () => {
  it.each([
    'Please send me your PIN.',
    'What is your one-time code?',
    'Please enter the CVV.',
    'Could we have the full card number?',
    'Please provide the expiry date of the card.',
    'Please upload a photo of your ID.',
    'Send us a photo of the card',
    'Tell me the verification code we just sent.',
    'Please install AnyDesk so that we can look.',
    'Please confirm your online banking password.',
    'Please give us your bank account number',
    'Please pay 200 to unlock the payout.',
    'What is the card number?',
    '请提供短信验证码。',
    '请输入您的银行卡密码',
    '卡背面的三位数字是多少？',
    '请告诉我完整卡号',
    '请把身份证正反面拍照发给我',
    '麻烦报一下有效期',
    '请打开屏幕共享，我来帮您看',
    '请先交200元保证金再解冻',
    '请上传银行卡照片',
    '请补充卡号。',
    '请输入ＣＶＶ',
  ])('catches %j', (text) => {
    expect(asksForSecret(text)).toBe(true)
  })

  it.each([
    'Never share your PIN.',
    'Please do not send one-time codes to anyone.',
    "Please don't type your full card number here.",
    'We never ask for your password, please hang up.',
    'What are the last four digits of the card number?',
    'Please tell me the amount and the last 4 digits.',
    'Please call the number on the back of your card.',
    'Please give me the 12-digit reference number on the slip.',
    'A PIN entered three times wrongly is blocked.',
    'No bank needs your one-time code, please hang up.',
    '请不要把验证码告诉任何人。',
    '请勿发送完整卡号',
    '任何人（包括我们）都不需要您的密码',
    '请提供卡号后四位',
    '请告诉我小票上的参考号',
    '请拨打银行卡背面的电话。',
    '密码连续输错会被锁定',
    '不用提供身份证照片，请说一下金额',
    '请遮挡键盘，让客人自己输入。',
  ])('lets %j pass', (text) => {
    expect(asksForSecret(text)).toBe(false)
  })
})
