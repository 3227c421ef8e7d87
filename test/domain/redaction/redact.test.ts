import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redact } from '../../../src/domain/redaction/redact.ts'

describe('redact', () => {
  it.each([
    ['我的卡号是6222021234567890128', '我的卡号是[card ••••0128]', ['card_number']],
    ['card 4111 1111 1111 1111 please', 'card [card ••••1111] please', ['card_number']],
    ['card number 4111 1111 1111 1112', 'card number [card ••••1112]', ['card_number']],
    ['卡号：6222021234567890123', '卡号：[card ••••0123]', ['card_number']],
    ['PAN=4111111111111111', 'PAN=[card ••••1111]', ['card_number']],
    ['41111 111 1111 1111', '[card ••••1111]', ['card_number']],
    ['order no. 4111111111111111', 'order no. [card ••••1111]', ['card_number']],
    ['刷了 4111 1111 1111 1111', '刷了 [card ••••1111]', ['card_number']],
    ['刷了 4111 1111 1111 1111 没到账', '刷了 [card ••••1111] 没到账', ['card_number']],
    ['前四位4111，中间1111 1111，后四位1111', '前四位[card ••••1111]', ['card_number']],
    [
      '4111111111111111 and 5500 0000 0000 0004',
      '[card ••••1111] and [card ••••0004]',
      ['card_number'],
    ],
    ['41111111111111111225123', '[card ••••1111]', ['card_number']],
  ])('hides the card number of "%s"', (said, kept, kinds) => {
    expect(redact(said)).toEqual({ text: kept, kinds })
  })

  it.each([
    ['cvv 123', 'cvv [hidden]', ['cvv']],
    ['cvv code: 123', 'cvv code: [hidden]', ['cvv']],
    ['security code on the back 734', 'security code on the back [hidden]', ['cvv']],
    ['CVV2: 1234', 'CVV2: [hidden]', ['cvv']],
    ['cvc is 1 2 3', 'cvc is [hidden]', ['cvv']],
    ['安全码是一二三', '安全码是[hidden]', ['cvv']],
    ['背面后三位 734', '背面后三位 [hidden]', ['cvv']],
    ['卡背面三位数字是734', '卡背面三位数字是[hidden]', ['cvv']],
    ['the 3 digits on the back are 734', 'the 3 digits on the back are [hidden]', ['cvv']],
    ['123 is my cvv', '[hidden] is my cvv', ['cvv']],
    ['security code: ７３４', 'security code: [hidden]', ['cvv']],
    ['验证码是482913', '验证码是[hidden]', ['otp']],
    ['短信驗證碼：482913', '短信驗證碼：[hidden]', ['otp']],
    ['动态码 4829', '动态码 [hidden]', ['otp']],
    ['482913是验证码', '[hidden]是验证码', ['otp']],
    ['the OTP is 482 913', 'the OTP is [hidden]', ['otp']],
    ['my one-time code: 482913', 'my one-time code: [hidden]', ['otp']],
    ['the code they sent me is 482913', 'the code they sent me is [hidden]', ['otp']],
    ['密码是123456', '密码是[hidden]', ['pin']],
    ['支付密码 八八八八八八', '支付密码 [hidden]', ['pin']],
    ['my PIN is 4829', 'my PIN is [hidden]', ['pin']],
    ['my password is Hunter2!', 'my password is [hidden]', ['password']],
    ['password: correct-horse', 'password: [hidden]', ['password']],
    ['密码是abc123，帮我看看', '密码是[hidden]，帮我看看', ['password']],
    ['登录密码：Qwe@2026', '登录密码：[hidden]', ['password']],
    ['密码是“芝麻开门”', '密码是“[hidden]”', ['password']],
    ['exp 12/27', 'exp [hidden]', ['expiry']],
    ['有效期：2028年05月', '有效期：[hidden]', ['expiry']],
    ['valid thru 05/28', 'valid thru [hidden]', ['expiry']],
    [
      '4111111111111111 12/27 123',
      '[card ••••1111] [hidden] [hidden]',
      ['card_number', 'cvv', 'expiry'],
    ],
    ['4111111111111111, 1227', '[card ••••1111], [hidden]', ['card_number', 'expiry']],
    [';4111111111111111=25121011234?', '[card ••••1111]', ['card_number', 'track_data']],
    [
      '%B4111111111111111^DOE/JOHN^25121011234567?',
      '[card ••••1111]',
      ['card_number', 'track_data'],
    ],
  ])('hides the secret of "%s"', (said, kept, kinds) => {
    expect(redact(said)).toEqual({ text: kept, kinds })
  })

  it.each([
    ['手机13812345678', '手机13812345678', []],
    ['call +86 138 1234 5678', 'call +86 138 1234 5678', []],
    ['身份证11010519491231002X', '身份证[id hidden]', ['id_number']],
    ['１１０１０５１９４９１２３１００２Ｘ', '[id hidden]', ['id_number']],
    ['身份证号 110105194912310021', '身份证号 [id hidden]', ['id_number']],
    ['DE89 3704 0044 0532 0130 00', 'DE89 3704 0044 0532 0130 00', []],
    ['IBAN GB29NWBK60161331926819 ok', 'IBAN GB29NWBK60161331926819 ok', []],
    ['收款账号 1100 2233 4455 667', '收款账号 [account ••••5667]', ['bank_account']],
    ['account number 12345678', 'account number [account ••••5678]', ['bank_account']],
  ])('keeps of "%s" what may be kept', (said, kept, kinds) => {
    expect(redact(said)).toEqual({ text: kept, kinds })
  })

  it.each([
    '2026112200018734',
    '10000 1122 1530 6225',
    'RRN 123456789012 金额 5000 日期 1122 尾号 6225',
    '错误代码 51，授权码 123456',
    'declined with code 68',
    'the terminal shows code 1001',
    'auth code 482913',
    '没收到验证码，刷了5000',
    '验证码收不到，我转了 500000',
    '尾号1234，后四位 5678',
    'last four digits 1234, card ending in 5678',
    '订单号后三位 734',
    'my password is wrong',
    'I forgot my password, is it 6 digits?',
    '密码是错的',
    '要不要把密码给你',
    '密码错误 55',
    '营业执照有效期 2028-12-31',
    '第一笔 5000，第二笔 1200',
    '100 200 300 400 500',
    '12345678901234567890123',
    '结算账户尾号 8899',
    'the hold expires 11/28',
    '前6位 622202，后4位 0128',
    '400-820-8888',
    '',
  ])('leaves "%s" as it is', (said) => {
    expect(redact(said)).toEqual({ text: said, kinds: [] })
  })

  it('changes nothing in a text that it has redacted', () => {
    const bits = fc.constantFrom(
      ...'4111 1111 1111 1111|6222021234567890128|cvv |123|密码是|12/27|验证码 |482913| is |，'.split(
        '|',
      ),
      ...'13812345678|账号 |password is |DE89370400440532013000|[hidden]|四一| and |\n|4|1'.split(
        '|',
      ),
    )
    const text = fc.array(bits, { maxLength: 14 }).map((list) => list.join(''))
    fc.assert(
      fc.property(text, (said) => {
        const once = redact(said).text
        expect(redact(once).text).toBe(once)
      }),
      { numRuns: 1_500 },
    )
  })

  it('never throws, and keeps every text without a digit or a label', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    )
    fc.assert(
      fc.property(anything, fc.array(anything, { maxLength: 6 }), (said, previous) => {
        const kept = redact(said, previous)
        if (kept.kinds.length === 0 && !kept.previous) expect(kept.text).toBe(said)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps lone surrogates beside what it hides', () => {
    expect(redact('\ud83d cvv 123 \udc00').text).toBe('\ud83d cvv [hidden] \udc00')
  })
})
