import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { SentenceEncoder } from '../../src/ports/sentence-encoder.ts'
import { gatherEvidence } from '../../src/retrieval/evidence.ts'
import { fittedWeights } from '../../src/retrieval/fitted-weights.ts'
import { type KnowledgeOptions, knowledgeIndex } from '../../src/retrieval/knowledge-index.ts'
import type { MeaningOptions } from '../../src/retrieval/learn-meanings.ts'
import { learnShelf, legsOf } from '../../src/retrieval/learn-shelf.ts'
import type { IndexedArticle } from '../../src/retrieval/load-articles.ts'
import { rankArticles } from '../../src/retrieval/rank-articles.ts'
import { sampleArticle } from '../support/sample-article.ts'

const now = new Date('2026-11-23T08:00:00Z')
const things = ['kettle', 'lamp', 'chair', 'window', 'garden', 'bicycle', 'piano', 'ladder']

const article = (thing: string) =>
  sampleArticle({
    id: `topic/${thing}`,
    title: `About the ${thing}`,
    summary: `The ${thing} is broken.`,
    body: `Repair the ${thing}.`,
    questions: [`The ${thing} is broken`, `What of the ${thing}?`],
  })

const articles = things.map(article)
const library = { articles, unanswered: { 'zh-CN': [], en: ['how warm will it be'] } }

/** Words for one thing, in whatever language. */
const meanings = [...things.map((thing) => [thing]), ['warm', 'weather']]
meanings.find(([thing]) => thing === 'piano')?.push('ピアノ')
const vectorOf = (text: string) =>
  Float32Array.from(meanings, (words) => (words.some((word) => text.includes(word)) ? 1 : 0.1))

/** Encodes by the table above; `instead` answers queries in its place. */
function tableEncoder(instead?: () => Promise<Float32Array[]>) {
  const shown: string[] = []
  const state = { broken: false, learnt: false }
  const encoder: SentenceEncoder = {
    name: 'table',
    languages: ['en'],
    async encode(texts) {
      if (state.broken) throw new Error('broken')
      shown.push(...texts)
      return state.learnt && instead ? instead() : texts.map(vectorOf)
    },
    async close() {},
  }
  return { encoder, shown, state }
}

const ending = new AbortController()
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** An index with the leg learnt, or as far as it gets. */
async function learntIndex(
  { encoder, state }: ReturnType<typeof tableEncoder>,
  { articles: own = articles, cacheFolders, ...change }: Partial<Given> = {},
) {
  const learnt = Promise.withResolvers<void>()
  const meaning: MeaningOptions = {
    encoder,
    begun: Promise.resolve(),
    ended: ending.signal,
    timeoutMs: 50,
    watcher: { encoded: (_, done, all) => done === all && learnt.resolve(), failed() {} },
    ...change,
  }
  const index = knowledgeIndex({ ...library, articles: own }, { cacheFolders, meaning })
  await learnt.promise
  state.learnt = true
  return index
}
type Given = MeaningOptions &
  Pick<KnowledgeOptions, 'cacheFolders'> & { articles: IndexedArticle[] }

const english = { locale: 'en', k: 3, now } as const
const plain = knowledgeIndex(library)
const query = 'ピアノ'

describe('search with a leg of meaning', () => {
  it('finds what is said in other words', async () => {
    expect((await plain.search(query, english)).results[0]?.id).not.toBe('topic/piano')
    const index = await learntIndex(tableEncoder())
    const { results } = await index.search(query, english)
    expect(results[0]?.id).toBe('topic/piano')
  })

  it('is surer that nothing answers, the nearer a query is to what no article answers', () => {
    const legs = legsOf(learnShelf({ locale: 'en', texts: articles, unanswered: [] }, []), 'en')
    const ids = articles.map(({ id }) => id)
    /** Nearness to each article alike, and to what none answers. */
    const noneWith = (near: number) => {
      const meaning = Float32Array.from([...ids.map((_, at) => 0.3 + at / 100), near])
      const evidence = gatherEvidence({ text: 'the lamp is broken', meaning }, ids, legs)
      return rankArticles(evidence, fittedWeights.en.unlearnt).none
    }
    expect(noneWith(0.9)).toBeGreaterThan(noneWith(0.35))
    expect(noneWith(0.35)).toBeGreaterThan(noneWith(0.1))
  })

  it.each([
    ['late', () => new Promise<Float32Array[]>(() => undefined)],
    ['broken', () => Promise.reject(new Error('broken'))],
    ['speechless', async () => []],
    ['of another mind', async () => [new Float32Array(3).fill(1)]],
  ])('answers as without it while the encoder is %s', async (_, badly) => {
    const index = await learntIndex(tableEncoder(badly))
    for (const asked of ['the piano is broken', query]) {
      expect(await index.search(asked, english)).toEqual(await plain.search(asked, english))
    }
  })

  it('leaves an encoder that fails again and again alone', async () => {
    const table = tableEncoder(() => Promise.reject(new Error('broken')))
    const index = await learntIndex(table)
    table.shown.length = 0
    for (let i = 0; i < 6; i += 1) await index.search(query, english)
    expect(table.shown).toHaveLength(3)
  })

  it('lets nobody wait behind another', async () => {
    const first = Promise.withResolvers<Float32Array[]>()
    const waits = [first.promise]
    const table = tableEncoder(() => waits.pop() ?? Promise.resolve([vectorOf(query)]))
    const index = await learntIndex(table, { timeoutMs: 60_000 })
    const slow = index.search(query, english)
    const { results } = await index.search(query, english)
    expect(results[0]?.id).toBe('topic/piano')
    first.resolve([vectorOf('lamp')])
    expect((await slow).results[0]?.id).toBe('topic/lamp')
  })

  it('asks nobody before it has learnt, in another language, or about no words', async () => {
    const table = tableEncoder()
    const later = Promise.withResolvers<void>()
    const index = knowledgeIndex(library, {
      meaning: {
        encoder: table.encoder,
        begun: later.promise,
        ended: ending.signal,
        watcher: { encoded() {}, failed() {} },
      },
    })
    expect(await index.search(query, english)).toEqual(await plain.search(query, english))
    const learnt = await learntIndex(table)
    table.shown.length = 0
    await learnt.search('piano', { ...english, locale: 'zh-CN' })
    await learnt.search('4242 4242', english)
    expect(table.shown).toEqual([])
  })

  it('shows the encoder no digit of a query', async () => {
    const table = tableEncoder()
    const index = await learntIndex(table)
    table.shown.length = 0
    await index.search('card 4242 4242 4242 4242 cvv 737 and the piano', english)
    expect(table.shown).toHaveLength(1)
    expect(table.shown.join()).not.toMatch(/[1-9]/)
  })

  it('encodes what it has not kept: after a change, only the questions of that article', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'daozhang-meaning-'))
    folders.push(folder)
    await learntIndex(tableEncoder(), { cacheFolders: [folder] })
    const again = tableEncoder()
    await learntIndex(again, { cacheFolders: [folder] })
    expect(again.shown).toEqual([])
    const changed = { ...article('lamp'), questions: ['Does the lamp need oil?'] }
    const table = tableEncoder()
    const others = articles.filter(({ id }) => id !== changed.id)
    await learntIndex(table, { cacheFolders: [folder], articles: [...others, changed] })
    expect(table.shown).toEqual(['Does the lamp need oil?', 'About the lamp'])
  })

  it('learns later from an encoder that is broken at first, and says so meanwhile', async () => {
    const table = tableEncoder()
    table.state.broken = true
    const told: string[] = []
    const learnt = Promise.withResolvers<void>()
    void learntIndex(table, {
      againAfterMs: 1,
      watcher: {
        encoded: (_, done, all) => done === all && learnt.resolve(),
        failed(locale) {
          told.push(locale)
          table.state.broken = false
        },
      },
    })
    await learnt.promise
    expect(told).toEqual(['en'])
  })
})
