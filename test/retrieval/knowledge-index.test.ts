import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knowledgeIndex } from '../../src/retrieval/knowledge-index.ts'
import type { IndexedArticle } from '../../src/retrieval/load-articles.ts'
import { openKnowledge } from '../support/open-knowledge.ts'
import { sampleArticle as article } from '../support/sample-article.ts'

const now = new Date('2026-11-23T08:00:00Z')
const real = await openKnowledge()

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
  it('finds an article by its own question with a full answer', async () => {
    const { answerable, results } = await real.search('日切是几点', { locale: 'zh-CN', k: 3, now })
    expect(answerable).toBe(true)
    expect(results).toHaveLength(3)
    expect(results[0]).toMatchObject({
      id: 'settlement/cut-off',
      locale: 'zh-CN',
      updated: '2026-11-23',
    })
    expect(results[0]?.passage).toContain('日切')
  })

  it('answers nothing to a few characters that name no subject', async () => {
    const { answerable } = await real.search('没有别的了', { locale: 'zh-CN', k: 3, now })
    expect(answerable).toBe(false)
  })

  it('orders results by score, from 0 to 1', async () => {
    const { results } = await real.search('refund to my card', { locale: 'en', k: 20, now })
    const scores = results.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(Math.max(...scores)).toBeLessThanOrEqual(1)
  })

  it('gives the paragraph that fits, not the first one', async () => {
    const index = indexOf([article({}), ...others])
    const { results } = await index.search('mop the floor after the kettle', {
      locale: 'en',
      k: 1,
      now,
    })
    expect(results[0]?.passage).toBe('Then mop the floor with a towel.')
  })

  it('gives a list with the line that leads to it, whichever of the two fits', async () => {
    const body = 'Call us.\n\n**Never do this:**\n\n- wipe the socket\n- lift the lid'
    const index = indexOf([article({ body }), ...others])
    for (const asked of ['kettle, never do what', 'kettle, wipe the socket']) {
      const { results } = await index.search(asked, { locale: 'en', k: 1, now })
      expect(results[0]?.passage).toBe('**Never do this:**\n\n- wipe the socket\n- lift the lid')
    }
  })

  it('answers in the other language only when the asked one has nothing', async () => {
    const other = await real.search('二清是什么', { locale: 'en', k: 1, now })
    expect(other).toMatchObject({
      answerable: true,
      results: [{ id: 'fraud/unlicensed-settlement', locale: 'zh-CN' }],
    })
    const own = await real.search('T+1', { locale: 'en', k: 3, now })
    expect(new Set(own.results.map(({ locale }) => locale))).toEqual(new Set(['en']))
  })

  it('leaves a question to the texts of the language it is written in', async () => {
    const chinese = [article({}), ...others].map((each) => ({ ...each, locale: 'zh-CN' as const }))
    const asked = async (locale: 'zh-CN' | 'en') => {
      const found = await indexOf(chinese).search('kettle boils over', { locale, k: 1, now })
      return found.answerable
    }
    expect(await asked('zh-CN')).toBe(true)
    expect(await asked('en')).toBe(false)
  })

  it.each([
    ['before its first day', { validFrom: '2026-11-24' }, 0],
    ['on its first day', { validFrom: '2026-11-23' }, 1],
    ['on its last day', { validTo: '2026-11-23' }, 1],
    ['after its last day', { validTo: '2026-11-22' }, 0],
  ])('serves a text %s: %o', async (_, dates, found) => {
    const index = indexOf([article(dates), ...others])
    const { results } = await index.search('kettle boils over', { locale: 'en', k: 5, now })
    expect(results.filter(({ id }) => id === 'topic/slug')).toHaveLength(found)
  })

  it('prefers texts for the reader and the region, and still finds the others', async () => {
    const question = { questions: ['Whom do I complain to about the kettle?'] }
    const index = indexOf([
      article({ id: 'kettle/cn', region: 'CN', ...question }),
      article({ id: 'kettle/gb', region: 'GB', ...question }),
      article({ id: 'kettle/shop', audience: 'merchant', ...question }),
      ...others,
    ])
    const last = async (options: { region?: string; audience?: 'merchant' | 'cardholder' }) => {
      const asked = { locale: 'en', k: 3, now, ...options } as const
      const { results } = await index.search('complain about the kettle', asked)
      return results[2]?.id
    }
    expect(await last({ region: 'GB' })).toBe('kettle/cn')
    expect(await last({ region: 'CN' })).toBe('kettle/gb')
    expect(await last({ audience: 'cardholder' })).toBe('kettle/shop')
  })

  it('forgives a typing error', async () => {
    const { results } = await real.search('chargback evidense', {
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

  it('answers anything at all without breaking', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 })
    await fc.assert(
      fc.asyncProperty(text, fc.boolean(), async (query, chinese) => {
        const { results } = await real.search(query, {
          locale: chinese ? 'zh-CN' : 'en',
          k: 3,
          now,
        })
        for (const { score } of results) expect(score).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('finds nothing in an empty query or an empty library', async () => {
    expect(await real.search('  ', { locale: 'en', k: 3, now })).toEqual({
      answerable: false,
      results: [],
    })
    expect(await indexOf([]).search('refund', { locale: 'en', k: 3, now })).toEqual({
      answerable: false,
      results: [],
    })
  })
})
