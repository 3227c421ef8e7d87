import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redactDeep } from '../../../src/domain/redaction/redact-deep.ts'

describe('redactDeep', () => {
  it('redacts every text of an activity', () => {
    const activity = {
      type: 'message',
      text: 'my card is 4111 1111 1111 1111',
      value: { cvv: '123', note: ['验证码 482913', 12, null, true] },
      attachments: [
        { name: '4111111111111111.png', contentUrl: 'https://x.example/%34111111111111111' },
      ],
    }
    expect(redactDeep(activity)).toEqual({
      value: {
        type: 'message',
        text: 'my card is [card ••••1111]',
        value: { cvv: '[hidden]', note: ['验证码 [hidden]', 12, null, true] },
        attachments: [
          { name: '[card ••••1111].png', contentUrl: 'https://x.example/[card ••••1111]' },
        ],
      },
      kinds: ['card_number', 'cvv', 'otp'],
    })
  })

  it.each([
    ['a card number as a number', 4111111111111111, '[card ••••1111]'],
    ['a long card number that JSON has rounded', Number('6222021234567890128'), '[hidden]'],
    ['an order number', 2026112200018734, 2026112200018734],
    ['a time stamp', 1795334400000, 1795334400000],
    ['a fraction', 4111.5, 4111.5],
    ['a negative number', -4111111111111111, -4111111111111111],
  ])('handles %s', (_case, value, kept) => {
    expect(redactDeep({ value })).toMatchObject({ value: { value: kept } })
  })

  it.each([
    ['cardNumber', '4111111111111112', '[card ••••1112]'],
    ['card_number', '4111111111111112', '[card ••••1112]'],
    ['password', 'hunter', '[hidden]'],
    ['otp', 482913, '[hidden]'],
    ['验证码', '482913', '[hidden]'],
    ['orderNo', '2026112200018734', '2026112200018734'],
    ['authCode', '482913', '482913'],
    ['text', '482913', '482913'],
  ])('reads the key %s as the label of its value', (key, value, kept) => {
    expect(redactDeep({ [key]: value }).value).toEqual({ [key]: kept })
  })

  it('redacts keys and loses no value over it', () => {
    const value = { '4111111111111111': 1, '4111 1111 1111 1111': 2 }
    expect(redactDeep(value).value).toEqual({ '[card ••••1111]': 1, '[card ••••1111] (2)': 2 })
  })

  it('gives back the earlier messages when a number is completed', () => {
    expect(redactDeep({ text: '1111 1111' }, ['4111 1111'])).toEqual({
      value: { text: '[card ••••1111]' },
      kinds: ['card_number'],
      previous: ['[hidden]'],
    })
  })

  it('hides what is nested too deeply to be read', () => {
    let value: never[] | object = ['4111111111111111']
    for (let depth = 0; depth < 500; depth += 1) value = [value]
    const kept = JSON.stringify(redactDeep(JSON.parse(JSON.stringify(value))).value)
    expect(kept).toContain('[hidden]')
    expect(kept).not.toContain('4111')
  })

  it('keeps a key that would change the prototype', () => {
    const kept = redactDeep(JSON.parse('{"__proto__":{"a":"cvv 123"}}')).value
    expect(JSON.stringify(kept)).toBe('{"__proto__":{"a":"cvv [hidden]"}}')
  })

  it('never throws, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const once = redactDeep(JSON.parse(JSON.stringify(value))).value
        expect(redactDeep(once).value).toEqual(once)
      }),
      { numRuns: 300 },
    )
  })
})
