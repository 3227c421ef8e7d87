import { describe, expect, it } from 'vitest'
import {
  type Stretch,
  withEnd,
  withPageBefore,
} from '../../../src/web/console/conversation/transcript.ts'

/** Entries `from` to `to`; their texts tell in which reading they came. */
function stretch(from: number, to: number, reading = 'first'): Stretch {
  const transcript = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => ({
    seq: from + index,
    id: `c|${from + index}`,
    direction: 'in' as const,
    at: '2026-11-24T02:30:00Z',
    activity: { type: 'message', text: reading },
  }))
  return { transcript, earlier: from > 1 }
}

const seqs = ({ transcript }: Stretch) => transcript.map(({ seq }) => seq)

describe('the end of a conversation, read again', () => {
  it('keeps what has slid out of it, and what was read from further back', () => {
    const known = withPageBefore(stretch(5, 8), stretch(3, 4))
    const now = withEnd(known, stretch(7, 10))
    expect(seqs(now)).toEqual([3, 4, 5, 6, 7, 8, 9, 10])
    expect(now.earlier).toBe(true)
  })

  it('counts for what was known before: a text may have been hidden since', () => {
    const now = withEnd(stretch(1, 3, 'with a card number'), stretch(2, 4, 'hidden'))
    expect(now.transcript.map(({ activity }) => activity.text)).toEqual([
      'with a card number',
      'hidden',
      'hidden',
      'hidden',
    ])
    expect(now.earlier).toBe(false)
  })

  it('stands alone when more was said in between than was read', () => {
    const now = withEnd(stretch(1, 4), stretch(6, 9))
    expect(seqs(now)).toEqual([6, 7, 8, 9])
    expect(now.earlier).toBe(true)
  })

  it('follows on without a gap where it begins right behind', () => {
    expect(seqs(withEnd(stretch(1, 4), stretch(5, 6)))).toEqual([1, 2, 3, 4, 5, 6])
  })
})

describe('the page before', () => {
  it('goes in front, and says whether more comes before it', () => {
    const back = withPageBefore(stretch(5, 6), stretch(1, 4))
    expect(seqs(back)).toEqual([1, 2, 3, 4, 5, 6])
    expect(back.earlier).toBe(false)
  })

  it.each([
    ['came twice', stretch(5, 8), stretch(5, 8)],
    ['leaves a gap', stretch(9, 10), stretch(5, 7)],
    ['is empty', stretch(5, 8), stretch(1, 0)],
  ])('changes nothing when it %s', (_why, known, page) => {
    expect(withPageBefore(known, page)).toBe(known)
  })
})
