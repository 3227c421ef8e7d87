import { describe, expect, it } from 'vitest'
import { field39Of } from '../../../src/domain/codes/provider-codes.ts'
import { explainCode } from '../../../src/domain/codes/response-codes.ts'

describe('field39Of', () => {
  it.each([
    ['stripe', 'insufficient_funds', '51'],
    ['square', 'CARD_EXPIRED', '54'],
    ['adyen', '12', '51'],
    ['adyen', 'Not enough balance', '51'],
  ] as const)('says what %s means by %s', (scheme, code, same) => {
    expect(field39Of(scheme, code)).toBe(same)
  })

  it('leaves a code of another scheme alone', () => {
    expect(field39Of('stripe', '12')).toBeUndefined()
    expect(field39Of('other', 'insufficient_funds')).toBeUndefined()
  })

  it('gives the words of the terminal’s code', () => {
    const words = explainCode({ scheme: 'stripe', code: 'insufficient_funds' })?.meaning.en
    expect(words).toBe(explainCode({ scheme: 'iso8583_39', code: '51' })?.meaning.en)
  })
})
