import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readingOf } from '../../src/nlu/reading-form.ts'

describe('a message in plain English', () => {
  it('is read the same as beside a character that has to be rewritten', () => {
    const ascii = fc.string({ unit: 'binary-ascii', maxLength: 80 })
    fc.assert(
      fc.property(ascii, (text) => {
        const { plain, low } = readingOf(text)
        // A letter would go on with a word: "0o" is no zero in front of one.
        const beside = readingOf(`${text}　`)
        expect({ plain: `${plain} `, low: `${low} ` }).toEqual({
          plain: beside.plain,
          low: beside.low,
        })
      }),
    )
  })
})
