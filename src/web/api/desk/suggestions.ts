import { allCannedAnswers } from '../../../../dialogs/canned-answers/canned-answers.ts'
import { causeWords } from '../../../../dialogs/verdict/state-verdict.ts'
import { causeCodes } from '../../../domain/diagnosis/causes.ts'
import { type Locale, locales } from '../../../domain/locale.ts'
import { tokensOf } from '../../../domain/search/tokens.ts'
import type { CannedAnswer } from '../../../ports/canned-answers.ts'
import type { JsonObject } from '../../../ports/json.ts'
import type { ApiDependencies } from '../dependencies.ts'
import { type ApiOperation, asObject, notFound, operation } from '../operation.ts'
import { localeQuery, suggestions } from './schemas.ts'

/** The customer's last messages that say what it is about. */
const wordsRead = 3
const articlesShown = 3
const cannedShown = 4

/** What may help an agent in a conversation: articles on what was said last, and texts at hand. */
export function suggestionOperation({ store, findArticles }: ApiDependencies): ApiOperation {
  return operation({
    method: 'GET',
    path: '/api/v1/conversations/{id}/suggestions',
    summary: 'Articles and canned answers that fit what the customer said last',
    role: 'agent',
    query: localeQuery,
    answer: suggestions,
    run: async ({ params, query }) => {
      const row = await store.conversation(params.id ?? '')
      if (!row) throw notFound('conversation')
      const locale = query.locale ?? localeOf(row.state)
      const said = (await store.recentInboundTexts(row.id, wordsRead)).map(({ text }) => text)
      const about = [...said, causeName(row.state, locale)].filter(Boolean).join('\n')
      const rows = allCannedAnswers(await store.cannedAnswers())
      const found = about
        ? await findArticles(about.slice(-longestQuestion), { locale, k: articlesShown })
        : []
      return {
        articles: found.map(({ id, title, excerpt, score }) => ({ id, title, excerpt, score })),
        canned: fitting(
          rows.filter((each) => each.locale === locale && !each.disabled),
          about,
        ),
      }
    },
  })
}

const longestQuestion = 400

function localeOf({ locale }: JsonObject): Locale {
  return locales.find((each) => each === locale) ?? 'zh-CN'
}

function causeName({ verdict }: JsonObject, locale: Locale): string | undefined {
  const { cause } = asObject(verdict)
  const known = causeCodes.find((each) => each === cause)
  return known && causeWords[locale][known].name
}

/** By the words of an answer that were said; those nobody spoke of follow in their own order. */
function fitting(answers: readonly CannedAnswer[], about: string) {
  const said = new Set(tokensOf([about]))
  const words = answers.map(({ title, text }) => ({
    title: tokensOf([title]),
    all: tokensOf([title, text]),
  }))
  const rarity = (token: string) => 1 / words.filter(({ all }) => all.includes(token)).length
  const weigh = (tokens: readonly string[]) =>
    tokens
      .filter((token) => token.length > 1 && said.has(token) && !everywhere.has(token))
      .reduce((sum, token) => sum + rarity(token), 0)
  return answers
    .map((answer, index) => {
      const { title = [], all = [] } = words[index] ?? {}
      const weight = weigh(all) + weigh(title)
      // 0 to 1, as search scores.
      return { ...answer, score: Math.round((weight / (weight + 2)) * 100) / 100 }
    })
    .toSorted((one, other) => other.score - one.score)
    .slice(0, cannedShown)
}

/** Words that stand in every sentence say nothing of what it is about. */
const everywhere = new Set(
  '什么 么时 怎么 我的 我们 可以 还有 没有 这个 是不 有没 the to is it you of and my what your for in on that will not have'.split(
    ' ',
  ),
)
