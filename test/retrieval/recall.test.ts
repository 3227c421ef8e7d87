import { describe, expect, it } from 'vitest'
import { locales } from '../../src/domain/locale.ts'
import { openKnowledge } from '../support/open-knowledge.ts'
import { type Paraphrase, paraphrases, unanswerable, unseen } from './paraphrases.ts'

const now = new Date('2026-11-23T08:00:00Z')
const knowledge = await openKnowledge()

async function recall(locale: 'zh-CN' | 'en', asked: readonly Paraphrase[]) {
  let first = 0
  let firstThree = 0
  let answered = 0
  for (const [question, ...right] of asked) {
    const { answerable, results } = await knowledge.search(question, { locale, k: 3, now })
    const hits = results.map(({ id }) => right.includes(id))
    if (hits[0]) first += 1
    if (hits.includes(true)) firstThree += 1
    if (answerable) answered += 1
  }
  const share = (count: number) => Math.round((count / asked.length) * 1000) / 1000
  return { first: share(first), firstThree: share(firstThree), answered: share(answered) }
}

describe('search', () => {
  it.each([
    ['zh-CN', { first: 0.89, firstThree: 0.96, answered: 0.95 }],
    ['en', { first: 0.89, firstThree: 0.95, answered: 0.96 }],
  ] as const)('finds what is asked in other words (%s)', async (locale, floor) => {
    expect(paraphrases[locale].length).toBeGreaterThanOrEqual(60)
    const measured = await recall(locale, paraphrases[locale])
    console.log(`${locale}, ${paraphrases[locale].length} questions:`, measured)
    expect(measured.first).toBeGreaterThanOrEqual(floor.first)
    expect(measured.firstThree).toBeGreaterThanOrEqual(floor.firstThree)
    expect(measured.answered).toBeGreaterThanOrEqual(floor.answered)
  })

  it.each([
    ['zh-CN', { first: 0.9, firstThree: 0.96, answered: 0.96 }],
    ['en', { first: 0.8, firstThree: 0.96, answered: 0.96 }],
  ] as const)('finds what it was never shown (%s)', async (locale, floor) => {
    const measured = await recall(locale, unseen[locale])
    console.log(`${locale}, ${unseen[locale].length} unseen questions:`, measured)
    expect(measured.first).toBeGreaterThanOrEqual(floor.first)
    expect(measured.firstThree).toBeGreaterThanOrEqual(floor.firstThree)
    expect(measured.answered).toBeGreaterThanOrEqual(floor.answered)
  })

  it.each(locales)('refuses other subjects, nonsense and own records (%s)', async (locale) => {
    expect(unanswerable[locale].length).toBeGreaterThanOrEqual(30)
    const pretended: string[] = []
    for (const question of unanswerable[locale]) {
      const { answerable } = await knowledge.search(question, { locale, k: 1, now })
      if (answerable) pretended.push(question)
    }
    console.log(`${locale}, wrongly answered of ${unanswerable[locale].length}:`, pretended)
    expect(pretended.length).toBeLessThanOrEqual(2)
  })

  it.each(locales)('finds every article by its own title (%s)', async (locale) => {
    const ids = paraphrases[locale].flatMap(([, ...right]) => right)
    const lost: string[] = []
    for (const id of new Set(ids)) {
      const title = knowledge.article(id, locale)?.title ?? ''
      const { results } = await knowledge.search(title, { locale, k: 1, now })
      if (results[0]?.id !== id) lost.push(id)
    }
    expect(lost).toEqual([])
  })
})
