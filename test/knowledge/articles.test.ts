import { describe, expect, it } from 'vitest'
import { articleHeader } from '../../knowledge/article.ts'
import { type IndexedArticle, loadArticles } from '../../src/retrieval/load-articles.ts'

const articles = await loadArticles('knowledge')
const chinese = articles.filter(({ locale }) => locale === 'zh-CN')
const english = articles.filter(({ locale }) => locale === 'en')

/** The articles that fail a check, by name: an empty list is the wish. */
function offenders(fails: (article: IndexedArticle) => boolean): string[] {
  return articles.filter(fails).map(({ locale, id }) => `${locale} ${id}`)
}

/** Numbers and addresses of the reviewed directory, and nothing else. */
const directory = [
  '95516',
  '12363',
  '12378',
  '12315',
  '96110',
  '0300 123 2040',
  '7726',
  '(855) 411-2372',
]
const addresses = [
  'jubao.pcac.org.cn',
  'reportfraud.police.uk',
  'consumerfinance.gov/complaint',
  'reportfraud.ftc.gov',
]

function everyWord({ title, summary, questions, body }: IndexedArticle): string {
  return [title, summary, ...questions, body].join('\n')
}

describe('articles', () => {
  it('number more than forty-five in each language', () => {
    expect(chinese.length).toBeGreaterThan(45)
    expect(english.length).toBe(chinese.length)
  })

  it('exist in both languages with the same id, audience, region and dates', () => {
    const facts = ({ id, audience, region, updated, related }: IndexedArticle) => ({
      id,
      audience,
      region,
      updated,
      related,
    })
    expect(chinese.map(facts)).toEqual(english.map(facts))
  })

  it('were reviewed and are in force', () => {
    const today = '2026-11-23'
    expect(offenders(({ updated, validFrom }) => updated > today || validFrom > today)).toEqual([])
  })

  it('are asked for in at least three ways', () => {
    expect(offenders(({ questions }) => questions.length < 3)).toEqual([])
  })

  it('point to other articles that exist', () => {
    const ids = new Set(english.map(({ id }) => id))
    expect(
      offenders(({ id, related }) => related.some((other) => other === id || !ids.has(other))),
    ).toEqual([])
  })

  it('are neither stubs nor essays', () => {
    const words = (body: string) => body.split(/\s+/).length
    const characters = (body: string) => body.match(/\p{Script=Han}/gu)?.length ?? 0
    const fits = ({ body, locale }: IndexedArticle) =>
      locale === 'en'
        ? words(body) >= 80 && words(body) <= 250
        : characters(body) >= 110 && characters(body) <= 420
    expect(offenders((article) => !fits(article))).toEqual([])
  })

  it('show no phone number outside the directory', () => {
    const phone = /(?<![\d,.])(?:\+?\d[\d -]{5,}\d|\d{5,})(?![\d,])/
    const rest = (article: IndexedArticle) =>
      directory.reduce((text, known) => text.replaceAll(known, ''), everyWord(article))
    expect('call 020 7946 0000 or 10086').toMatch(phone)
    expect(offenders((article) => phone.test(rest(article)))).toEqual([])
  })

  it('link to nothing outside the directory', () => {
    const link = /https?:|www\.|\b[\w-]+\.(?:com|cn|net|org|gov|uk|io)\b|\]\(/i
    const rest = (article: IndexedArticle) =>
      addresses.reduce((text, known) => text.replaceAll(known, ''), everyWord(article))
    expect('see pos.example.cn/apply').toMatch(link)
    expect(offenders((article) => link.test(rest(article)))).toEqual([])
  })

  it('show nothing that looks like a card number', () => {
    const bare = (article: IndexedArticle) =>
      everyWord(article).replaceAll(/(?<=\d)[ -](?=\d)/g, '')
    expect(offenders((article) => /\d{13,19}/.test(bare(article)))).toEqual([])
  })

  it('ask no question twice in one language', () => {
    for (const shelf of [chinese, english]) {
      const asked = shelf.flatMap(({ questions }) => questions)
      expect(asked.filter((question, at) => asked.indexOf(question) !== at)).toEqual([])
    }
  })

  it('have no owner that is a person', () => {
    const owners = new Set(articles.map(({ owner }) => owner))
    expect([...owners].filter((owner) => !/lead|manager|officer/.test(owner))).toEqual([])
  })
})

describe('the article header', () => {
  const header = {
    title: 'A title',
    summary: 'An answer in a sentence.',
    audience: 'both',
    region: 'any',
    questions: ['one?', 'two?', 'three?'],
    owner: 'support lead',
    sources: ['contract'],
    validFrom: '2026-11-01',
    reviewedAt: '2026-11-20',
    reviewBy: '2027-05-20',
  }

  it('accepts a complete header', () => {
    expect(articleHeader.safeParse(header).success).toBe(true)
  })

  it.each([
    ['a day that does not exist', { validFrom: '2026-02-30' }],
    ['an end before the beginning', { validTo: '2026-10-31' }],
    ['a review due before the last one', { reviewBy: '2026-11-20' }],
    ['too few questions', { questions: ['one?', 'two?'] }],
    ['a misspelt key', { validUntil: '2027-01-01' }],
    ['an unknown region', { region: 'Mars' }],
    ['a seed item that cannot exist', { seed: ['S0'] }],
    ['a related article without a topic', { related: ['cut-off'] }],
  ])('refuses %s', (_, change) => {
    expect(articleHeader.safeParse({ ...header, ...change }).success).toBe(false)
  })
})
