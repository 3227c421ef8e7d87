import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anonymise } from '../../../src/domain/redaction/anonymise.ts'

describe('anonymise', () => {
  it.each([
    ['why is 5,432.10 missing since 22/11?', 'why is […] missing since […]?'],
    ['order ORD-77ab12 and RRN 123456789012', 'order […] and RRN […]'],
    ['my card [card ••••1234] was charged', 'my card […] was charged'],
    ['write to ana@shop.example or https://shop.example/a', 'write to […] or […]'],
    ['Dear Mr Smith, it takes some days', 'Dear Mr […], it takes some days'],
    [
      'Hello Anna Maria, this is Chen. We pay on Mondays',
      'Hello […], this is […]. We pay on Mondays',
    ],
    ['hi I am waiting for my money', 'hi I am waiting for my money'],
    ['Hello, Where is my payout', 'Hello, Where is my payout'],
    ['您好王先生，款项周一到账', '您好[…]先生，款项周一到账'],
    ['我叫欧阳锋，电话１３８０００００００１', '我叫[…]，电话[…]'],
    ['上周六的 3000 元，尾号①②③④', '上周六的 […] 元，尾号[…]'],
    ['We do not take cheques.', 'We do not take cheques.'],
    ['一般几个工作日到账', '一般几个工作日到账'],
  ])('%s', (text, bare) => {
    expect(anonymise(text)).toBe(bare)
  })

  it('takes out the names it is told, however they are written', () => {
    expect(anonymise('WU LEI here, Wu Lei again (a+b)', ['Wu Lei', 'a+b', ' '])).toBe(
      '[…] here, […] again ([…])',
    )
  })

  it('leaves no digit of any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, number) => {
        expect(anonymise(`${text}${number}`)).not.toMatch(/\p{N}/u)
      }),
      { numRuns: 2_000 },
    )
  })

  it('changes nothing more when it is done again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = anonymise(text)
        expect(anonymise(once)).toBe(once)
      }),
    )
  })
})
