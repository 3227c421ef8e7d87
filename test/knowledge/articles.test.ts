import { describe, expect, it } from 'vitest'
import { articleHeader } from '../../knowledge/article.ts'
import type { Rule } from '../../src/knowledge-desk/checks/finding.ts'
import { lintKnowledge } from '../../src/knowledge-desk/checks/lint.ts'
import { loadArticles } from '../../src/retrieval/load-articles.ts'

const articles = await loadArticles('knowledge')
const { findings } = await lintKnowledge('knowledge', '2026-11-23')

/** What `npm run knowledge:lint` says of each rule: an empty list is the wish. */
const meanings: Record<Exclude<Rule, 'look at these two'>, string> = {
  header: 'have a complete header',
  translation: 'exist in both languages with the same audience, region, dates and links',
  unread: 'were read by a person when they were imported',
  phone: 'show no phone number outside the directory',
  address: 'link to nothing outside the directory',
  'card number': 'show nothing that looks like a card number',
  'question twice': 'ask no question twice in one language',
  related: 'point to other articles that exist',
  summary: 'begin with a sentence that stands by itself, not with yes or no',
  length: 'are neither stubs nor essays',
  owner: 'have no owner that is a person',
  review: 'are reviewed in time',
  'in force': 'are in force',
}

describe('articles', () => {
  it('number more than forty-five in each language', () => {
    const chinese = articles.filter(({ locale }) => locale === 'zh-CN')
    expect(chinese.length).toBeGreaterThan(45)
    expect(articles.length).toBe(chinese.length * 2)
  })

  it.each(Object.entries(meanings))('obey the rule “%s”: they %s', (rule) => {
    const broken = findings.filter((each) => each.rule === rule && !each.isDraft)
    expect(broken.map(({ file, line, text }) => `${file}:${line}: ${text}`)).toEqual([])
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
