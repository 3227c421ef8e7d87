import { describe, expect, it } from 'vitest'
import type { AskedQuestion } from '../../src/ports/knowledge-notes.ts'
import { articleUpkeep } from '../../src/retrieval/article-upkeep.ts'
import type { IndexedArticle } from '../../src/retrieval/load-articles.ts'

const today = '2026-11-27'

function article(id: string, rest: Partial<IndexedArticle> = {}): IndexedArticle {
  return {
    id,
    locale: 'en',
    title: id,
    summary: '',
    body: '',
    audience: 'both',
    region: 'any',
    updated: '2026-11-01',
    owner: 'support lead',
    sources: [],
    related: [],
    questions: [],
    validFrom: '2026-11-01',
    reviewBy: '2027-11-01',
    ...rest,
  }
}

const answered = (article: string, outcome: AskedQuestion['outcome'] = 'answered') =>
  ({
    id: 'q',
    conversationId: 'c',
    askedIn: 'c|1',
    locale: 'en',
    outcome,
    article,
    at: today,
    text: '',
  }) as const

describe('articleUpkeep', () => {
  it.each([
    ['has days left', { reviewBy: '2026-12-28' }, undefined],
    ['is due within a month', { reviewBy: '2026-12-27' }, ['review_near', '2026-12-27']],
    ['is due today', { reviewBy: today }, ['review_near', today]],
    ['is overdue', { reviewBy: '2026-11-26' }, ['review_overdue', '2026-11-26']],
    ['is served for the last time today', { validTo: today }, undefined],
    ['was served', { validTo: '2026-11-26' }, ['ended', '2026-11-26']],
  ])('says what is stale: an article that %s', (_, days, found) => {
    const { stale } = articleUpkeep([article('a/b', days)])([], today)
    expect(stale.map(({ why, on }) => [why, on])).toEqual(found ? [found] : [])
  })

  it('puts the longest overdue first', () => {
    const late = [
      article('a/b', { reviewBy: '2026-11-20' }),
      article('a/c', { reviewBy: '2026-10-01' }),
    ]
    expect(articleUpkeep(late)([], today).stale.map(({ id }) => id)).toEqual(['a/c', 'a/b'])
  })

  it('names what answered nobody, among the articles in force, each language by itself', () => {
    const shelf = [
      article('a/used'),
      article('a/used', { locale: 'zh-CN' }),
      article('a/offered'),
      article('a/ended', { validTo: '2026-11-26' }),
      article('a/coming', { validFrom: '2026-11-28' }),
    ]
    const asked = [answered('a/used'), answered('a/offered', 'offered')]
    const { neverUsed } = articleUpkeep(shelf)(asked, today)
    expect(neverUsed.map(({ id, locale }) => `${locale} ${id}`)).toEqual([
      'zh-CN a/used',
      'en a/offered',
    ])
  })

  it('names two articles that ask the same and say another number, with both sentences', () => {
    const [one, two] = [
      article('a/one', {
        title: 'How long does a refund take',
        body: 'It depends. It takes 7 days.',
      }),
      article('a/two', {
        title: 'A refund',
        questions: ['How long does the refund take?'],
        body: 'Allow 15 days; rarely 7 days. Call then.',
      }),
    ]
    const { contradicting } = articleUpkeep([one, two])([], today)
    expect(contradicting).toEqual([])
    const other = { ...two, body: 'Wait. Allow 15 days. Call then.' }
    expect(articleUpkeep([one, other])([], today).contradicting).toMatchObject([
      {
        unit: 'day',
        articles: [
          { id: 'a/two', numbers: [15], sentence: 'Allow 15 days.' },
          { id: 'a/one', numbers: [7], sentence: 'It takes 7 days.' },
        ],
      },
    ])
  })
})
