import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Locale, locales } from '../../src/domain/locale.ts'
import { type IndexedArticle, loadArticles } from '../../src/retrieval/load-articles.ts'
import { type Bubble, startEngine, type TestEngine } from '../support/talk.ts'

const articles = await loadArticles('knowledge')
const more: Record<Locale, string> = { 'zh-CN': '再详细点', en: 'Tell me more' }

/** Numbers as they stand there. */
function numbersIn(text: string): string[] {
  return text.match(/\d[\d.,:]*\d|\d/gu) ?? []
}

/** Everything an article says, with its review day as a bubble writes it. */
function sourceOf({ title, summary, body, updated }: IndexedArticle): string {
  const day = updated.split('-').map(Number).join(' ')
  return [title, summary, body, updated, day].join('\n')
}

interface Answer {
  text: string
  source: string
}

/** The words of an answer, and the article they cite; nothing for any other bubble. */
function answerIn({ text, entities }: Bubble, locale: Locale): Answer[] {
  const answer = entities.find((each) => each.type === 'support/answer')
  if (answer?.type !== 'support/answer') return []
  const cited = articles.find(
    (each) => each.id === answer.articles[0]?.id && each.locale === locale,
  )
  return cited ? [{ text, source: sourceOf(cited) }] : []
}

function claimsMore({ text, source }: Answer): boolean {
  const known = new Set(numbersIn(source))
  return numbersIn(text).some((number) => !known.has(number))
}

let engine: TestEngine
beforeAll(async () => {
  engine = await startEngine({ CLOCK_START: '2026-11-24T10:00:00+08:00' })
})
afterAll(() => engine.stop())

/** What the bot answers to every article's own first question, and what it says when asked for more. */
async function askForAll(locale: Locale): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const { questions } of articles.filter((each) => each.locale === locale)) {
    const talk = await engine.talk({ locale })
    const bubbles = await talk.say(questions[0] ?? '')
    const [first] = bubbles.flatMap((each) => answerIn(each, locale))
    if (first) answers.push(first)
    if (!first || !bubbles.at(-1)?.choices.includes(more[locale])) continue
    const [rest] = await talk.say(more[locale])
    answers.push({ text: rest?.text ?? '', source: first.source })
  }
  return answers
}

describe.each(locales)('an answer from the articles (%s)', (locale) => {
  it('claims no number that its source does not hold', async () => {
    const answers = await askForAll(locale)
    expect(answers.length).toBeGreaterThan(80)
    expect(answers.filter(claimsMore)).toEqual([])
  })

  it('leaves no figure unfilled', () => {
    const open = articles.filter((article) => /\{\{|\}\}/u.test(sourceOf(article)))
    expect(open.map(({ id }) => id)).toEqual([])
  })
})
