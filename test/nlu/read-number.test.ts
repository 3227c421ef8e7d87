import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEnglishNumber } from '../../src/nlu/read-english-number.ts'
import { digitsOf, readNumber } from '../../src/nlu/read-number.ts'
import { spellings } from './spelled-numbers.ts'

const digits = '零一二三四五六七八九'
const spelled = spellings['Chinese words'] ?? String
const inCapitals = spellings['Chinese capitals'] ?? String

const upTo = (max: number) => fc.integer({ min: 1, max })

describe('readNumber', () => {
  it('reads every spelled-out number back', () => {
    fc.assert(
      fc.property(upTo(99_999_999), (value) => {
        expect(readNumber(spelled(value))).toBe(value)
        expect(readNumber(inCapitals(value))).toBe(value)
      }),
      { numRuns: 1_000 },
    )
  })

  it('reads every grouped and plain Arabic number back', () => {
    fc.assert(
      fc.property(upTo(99_999_999), (value) => {
        expect(readNumber(String(value))).toBe(value)
        expect(readNumber(value.toLocaleString('en'))).toBe(value)
      }),
    )
  })

  it('lets a lone last digit count for the next lower unit', () => {
    fc.assert(
      fc.property(upTo(9), upTo(9), (high, low) => {
        const [first, last] = [digits.charAt(high), digits.charAt(low)]
        expect(readNumber(`${first}万${last}`)).toBe(high * 10_000 + low * 1_000)
        expect(readNumber(`${high}千${low}`)).toBe(high * 1_000 + low * 100)
        expect(readNumber(`${first}百${last}`)).toBe(high * 100 + low * 10)
        expect(readNumber(`${high}w${low}`)).toBe(high * 10_000 + low * 1_000)
        expect(readNumber(`${first}千零${last}`)).toBe(high * 1_000 + low)
      }),
    )
  })

  it('keeps decimals in front of a unit exact to the cent', () => {
    fc.assert(
      fc.property(upTo(9_999), (tenths) => {
        expect(Math.round((readNumber(`${tenths / 10}万`) ?? 0) * 100)).toBe(tenths * 100_000)
      }),
    )
  })

  it.each(['', '万一一', 'abc', '12a', '一二万x'])('refuses %j', (text) => {
    expect(readNumber(text)).toBeUndefined()
  })

  it('reads digit by digit, too', () => {
    expect(digitsOf('六二二五')).toBe('6225')
    expect(digitsOf('62五')).toBe('625')
    expect(digitsOf('六十')).toBeUndefined()
  })
})

describe('readEnglishNumber', () => {
  it.each([
    ['ten', 10],
    ['ten thousand', 10_000],
    ['two hundred and fifty', 250],
    ['twenty-five hundred', 2_500],
    ['a grand', 1_000],
    ['one million two hundred thousand', 1_200_000],
    ['three thousand and five', 3_005],
  ])('reads %s', (text, value) => {
    expect(readEnglishNumber(text)).toBe(value)
  })

  it('refuses other words', () => {
    expect(readEnglishNumber('ten cards')).toBeUndefined()
  })
})
