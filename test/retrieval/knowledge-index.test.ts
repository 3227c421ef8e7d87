import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knowledgeIndex } from '../../src/retrieval/knowledge-index.ts'
import type { IndexedArticle } from '../../src/retrieval/load-articles.ts'
import { openKnowledge } from '../support/open-knowledge.ts'

const now = new Date('2026-11-23T08:00:00Z')
const real = await openKnowledge()

function article(change: Partial<IndexedArticle>): IndexedArticle {
  return {
    id: 'topic/slug',
    locale: 'en',
    title: 'When the kettle boils over',
    summary: 'Switch the kettle off.',
    body: 'Switch the kettle off.\n\nThen mop the floor with a towel.',
    audience: 'both',
    region: 'any',
    updated: '2026-11-20',
    owner: 'support lead',
    sources: ['manual'],
    related: [],
    questions: ['The kettle boils over', 'Kettle overflows'],
    validFrom: '2026-11-01',
    reviewBy: '2027-01-01',
    ...change,
  }
}

/** Enough other subjects for rarity to mean something. */
const others = ['lamp', 'chair', 'window', 'garden', 'bicycle', 'piano', 'ladder', 'carpet'].map(
  (thing) =>
    article({
      id: `topic/${thing}`,
      title: `About the ${thing}`,
      summary: `The ${thing} is broken.`,
      body: `Repair the ${thing}.`,
      questions: [`The ${thing} is broken`],
    }),
)

const indexOf = (articles: IndexedArticle[]) =>
  knowledgeIndex({ articles, unanswered: { 'zh-CN': [], en: [] } })

describe('knowledgeIndex', () => {
  it('finds an article by its own question with a full answer', () => {
    const { answerable, results } = real.search('日切是几点', { locale: 'zh-CN', k: 3, now })
    expect(answerable).toBe(true)
    expect(results).toHaveLength(3)
    expect(results[0]).toMatchObject({
      id: 'settlement/cut-off',
      locale: 'zh-CN',
      updated: '2026-11-23',
    })
    expect(results[0]?.passage).toContain('日切')
  })

  it('answers nothing to a few characters that name no subject', () => {
    expect(real.search('没有别的了', { locale: 'zh-CN', k: 3, now }).answerable).toBe(false)
  })

  it('orders results by score, from 0 to 1', () => {
    const { results } = real.search('refund to my card', { locale: 'en', k: 20, now })
    const scores = results.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(Math.max(...scores)).toBeLessThanOrEqual(1)
  })

  it('gives the paragraph that fits, not the first one', () => {
    const index = indexOf([article({}), ...others])
    const { results } = index.search('mop the floor after the kettle', { locale: 'en', k: 1, now })
    expect(results[0]?.passage).toBe('Then mop the floor with a towel.')
  })

  it('answers in the other language only when the asked one has nothing', () => {
    const other = real.search('二清是什么', { locale: 'en', k: 1, now })
    expect(other).toMatchObject({
      answerable: true,
      results: [{ id: 'fraud/unlicensed-settlement', locale: 'zh-CN' }],
    })
    const own = real.search('T+1', { locale: 'en', k: 3, now })
    expect(new Set(own.results.map(({ locale }) => locale))).toEqual(new Set(['en']))
  })

  it('leaves a question to the texts of the language it is written in', () => {
    const chinese = [article({}), ...others].map((each) => ({ ...each, locale: 'zh-CN' as const }))
    const asked = (locale: 'zh-CN' | 'en') =>
      indexOf(chinese).search('kettle boils over', { locale, k: 1, now }).answerable
    expect(asked('zh-CN')).toBe(true)
    expect(asked('en')).toBe(false)
  })

  it.each([
    ['before its first day', { validFrom: '2026-11-24' }, 0],
    ['on its first day', { validFrom: '2026-11-23' }, 1],
    ['on its last day', { validTo: '2026-11-23' }, 1],
    ['after its last day', { validTo: '2026-11-22' }, 0],
  ])('serves a text %s: %o', (_, dates, found) => {
    const index = indexOf([article(dates), ...others])
    const { results } = index.search('kettle boils over', { locale: 'en', k: 5, now })
    expect(results.filter(({ id }) => id === 'topic/slug')).toHaveLength(found)
  })

  it('prefers texts for the reader and the region, and still finds the others', () => {
    const question = { questions: ['Whom do I complain to about the kettle?'] }
    const index = indexOf([
      article({ id: 'kettle/cn', region: 'CN', ...question }),
      article({ id: 'kettle/gb', region: 'GB', ...question }),
      article({ id: 'kettle/shop', audience: 'merchant', ...question }),
      ...others,
    ])
    const ids = (options: { region?: string; audience?: 'merchant' | 'cardholder' }) =>
      index
        .search('complain about the kettle', { locale: 'en', k: 3, now, ...options })
        .results.map(({ id }) => id)
    expect(ids({ region: 'GB' })[2]).toBe('kettle/cn')
    expect(ids({ region: 'CN' })[2]).toBe('kettle/gb')
    expect(ids({ audience: 'cardholder' })[2]).toBe('kettle/shop')
  })

  it('forgives a typing error', () => {
    const { results } = real.search('chargback evidense', {
      locale: 'en',
      k: 3,
      now,
    })
    expect(results.map(({ id }) => id)).toContain('disputes/evidence')
  })

  it('shows an article by id, in exactly the asked language', () => {
    expect(real.article('privacy/never-ask', 'en')?.title).toBe('What we never ask for')
    expect(real.article('privacy/never-ask', 'zh-CN')?.title).toContain('绝不')
    expect(real.article('privacy/none', 'en')).toBeUndefined()
  })

  it('answers anything at all without breaking', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.boolean(), (query, chinese) => {
        const { results } = real.search(query, { locale: chinese ? 'zh-CN' : 'en', k: 3, now })
        for (const { score } of results) expect(score).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('finds nothing in an empty query or an empty library', () => {
    expect(real.search('  ', { locale: 'en', k: 3, now })).toEqual({
      answerable: false,
      results: [],
    })
    expect(indexOf([]).search('refund', { locale: 'en', k: 3, now })).toEqual({
      answerable: false,
      results: [],
    })
  })
})
