import { describe, expect, it } from 'vitest'
import type { AskedQuestion } from '../../src/ports/knowledge-notes.ts'
import { articleUse } from '../../src/retrieval/article-use.ts'
import { knowledgeGaps } from '../../src/retrieval/knowledge-gaps.ts'
import { loadArticles } from '../../src/retrieval/load-articles.ts'

let n = 0
function asked(text: string, rest: Partial<AskedQuestion> = {}): AskedQuestion {
  n += 1
  return {
    id: `q${n}`,
    conversationId: 'c',
    askedIn: `c|${n}`,
    locale: 'en',
    outcome: 'unknown',
    at: `2026-11-23T02:00:${String(59 - n).padStart(2, '0')}.000Z`,
    text,
    ...rest,
  }
}

describe('knowledgeGaps', () => {
  it('puts questions alike together, the most asked first, each language by itself', () => {
    const gaps = knowledgeGaps([
      asked('do you accept cheques'),
      asked('can I rent a second terminal for a week'),
      asked('do you accept cheques at all?'),
      asked('你们收支票吗', { locale: 'zh-CN' }),
    ])
    expect(gaps.map(({ locale, count, examples }) => [locale, count, examples])).toEqual([
      ['en', 2, ['do you accept cheques', 'do you accept cheques at all?']],
      ['en', 1, ['can I rent a second terminal for a week']],
      ['zh-CN', 1, ['你们收支票吗']],
    ])
  })

  it('counts a vote and its reason once, and leaves out what was answered well', () => {
    const wrong = { outcome: 'wrong', askedIn: 'c|7', article: 'refund/how' } as const
    const gaps = knowledgeGaps([
      asked('when is my refund there', { ...wrong, reason: 'unclear' }),
      asked('when is my refund there', wrong),
      asked('what is T+1', { outcome: 'answered' }),
      asked('what is T+1', { outcome: 'right' }),
    ])
    expect(gaps).toMatchObject([
      { count: 1, outcomes: { wrong: 1 }, reasons: { unclear: 1 }, articles: ['refund/how'] },
    ])
  })

  it('has nothing to say of nothing', () => {
    expect(knowledgeGaps([])).toEqual([])
  })
})

describe('articleUse', () => {
  it('puts the worst judged first and the never used last', async () => {
    const articles = (await loadArticles('knowledge')).filter(({ locale }) => locale === 'en')
    const [one, other, unused] = articles
    const use = articleUse(articles.slice(0, 3), [
      asked('a', { outcome: 'answered', article: one?.id, askedIn: 'c|1' }),
      asked('a', { outcome: 'answered', article: one?.id, askedIn: 'c|2' }),
      asked('a', { outcome: 'answered', article: other?.id, askedIn: 'c|3' }),
      asked('a', { outcome: 'wrong', article: other?.id, askedIn: 'c|3' }),
      asked('a', { outcome: 'wrong', article: other?.id, askedIn: 'c|3', reason: 'unclear' }),
    ])
    expect(use.map(({ id, answered, wrong }) => [id, answered, wrong])).toEqual([
      [other?.id, 1, 1],
      [one?.id, 2, 0],
      [unused?.id, 0, 0],
    ])
  })
})
