import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf } from '../../../src/web/widget/cards/blocks.ts'

describe('the blocks of a text', () => {
  it.each([
    ['• Why: after the cut-off', { label: 'Why', text: 'after the cut-off' }],
    ['• 原因：过了截止时间', { label: '原因', text: '过了截止时间' }],
    ['- **Cash**: use the reserve', { label: 'Cash', text: 'use the reserve' }],
    ['• Now: call at 10:30', { label: 'Now', text: 'call at 10:30' }],
  ])('reads "%s" as a named fact', (line, expected) => {
    expect(blocksOf(line)).toEqual([{ kind: 'points', points: [expected] }])
  })

  it.each([
    ['① 挂断电话', { mark: '①', text: '挂断电话' }],
    ['2. Call your bank', { mark: '2.', text: 'Call your bank' }],
    ['• https://example.org/a', { mark: '•', text: 'https://example.org/a' }],
    ['- one of many', { mark: '•', text: 'one of many' }],
  ])('reads "%s" as a line of a list', (line, expected) => {
    expect(blocksOf(line)).toEqual([{ kind: 'steps', steps: [expected] }])
  })

  it.each(['It arrives by 18:00.', '-50.00 was taken', '2026 was the year', '**Bold** words'])(
    'reads "%s" as a paragraph',
    (text) => {
      expect(blocksOf(text)).toEqual([{ kind: 'paragraph', text }])
    },
  )

  it('keeps facts that follow each other in one list and drops empty lines', () => {
    const text = 'On its way.\n\n• Record: paid\n• Why: in time\nAs of now.'
    expect(blocksOf(text).map(({ kind }) => kind)).toEqual(['paragraph', 'points', 'paragraph'])
  })

  it('loses no word', () => {
    const words = fc.stringMatching(/^[a-z钱到账:：•1.①\n -]{0,60}$/)
    fc.assert(
      fc.property(words, (text) => {
        const kept = JSON.stringify(blocksOf(text))
        const letters = (from: string) => from.match(/[a-z钱到账]+/g) ?? []
        for (const word of letters(text)) expect(kept).toContain(word)
      }),
    )
  })
})
