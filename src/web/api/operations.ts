import { agentOperations } from './agents.ts'
import { auditOperations } from './audit.ts'
import type { ApiDependencies, DeskDependencies } from './dependencies.ts'
import { conversationOperation } from './describe-conversation.ts'
import { cannedAnswerOperations } from './desk/canned-answers.ts'
import { customerOperation } from './desk/customers.ts'
import { fileOperations } from './desk/files.ts'
import { searchOperation } from './desk/search.ts'
import { suggestionOperation } from './desk/suggestions.ts'
import { tracePackOperations } from './desk/trace-pack.ts'
import { deskOperations } from './desk.ts'
import { handoffOperations } from './handoffs.ts'
import { inboxOperations } from './inbox.ts'
import { type ApiOperation, operation } from './operation.ts'
import { outboxOperations } from './outbox.ts'
import { promiseOperations } from './promises.ts'
import {
  articleUseView,
  gapsView,
  processesView,
  searchQuery,
  searchResult,
  settingsView,
  sinceQuery,
  understandBody,
  understood,
  upkeepQuery,
  upkeepView,
} from './schemas.ts'
import { sessionOperations } from './session.ts'
import { serviceSignInOperations } from './session-oidc.ts'
import { ticketOperations } from './tickets/operations.ts'

/** Every call of `/api/v1`. */
export function apiOperations(dependencies: DeskDependencies): ApiOperation[] {
  return [
    ...sessionOperations(dependencies),
    ...serviceSignInOperations(dependencies),
    ...agentOperations(dependencies),
    ...auditOperations(dependencies),
    ...ticketOperations(dependencies),
    ...lookUpOperations(dependencies),
    conversationOperation(dependencies),
    ...promiseOperations(dependencies),
    ...handoffOperations(dependencies),
    ...deskOperations(dependencies),
    ...outboxOperations(dependencies),
    ...inboxOperations(dependencies),
    ...insightOperations(dependencies),
  ]
}

/** What an agent looks up beside a conversation. */
function lookUpOperations(dependencies: ApiDependencies): ApiOperation[] {
  return [
    customerOperation(dependencies),
    searchOperation(dependencies),
    suggestionOperation(dependencies),
    ...tracePackOperations(dependencies),
    ...cannedAnswerOperations(dependencies),
    ...fileOperations(dependencies),
  ]
}

function insightOperations(dependencies: ApiDependencies): ApiOperation[] {
  return [
    operation({
      method: 'POST',
      path: '/api/v1/understand',
      summary: 'What a message is understood to say',
      role: 'agent',
      body: understandBody,
      answer: understood,
      record: 'nothing',
      run: ({ body: { text, locale, now } }) =>
        dependencies.understand(text, { locale, now: now ? new Date(now) : undefined }),
    }),
    operation({
      method: 'GET',
      path: '/api/v1/knowledge/search',
      summary: 'Articles that may answer a question',
      role: 'agent',
      query: searchQuery,
      answer: searchResult,
      record: 'nothing',
      run: ({ query: { q, locale, k } }) => dependencies.searchKnowledge(q, { locale, k }),
    }),
    ...upkeepOperations(dependencies),
    operation({
      method: 'GET',
      path: '/api/v1/processes',
      summary: 'Which processes live, and whether Redis answers; a few seconds old',
      role: 'admin',
      answer: processesView,
      record: 'nothing',
      run: () => dependencies.presence.deployment(),
    }),
    operation({
      method: 'GET',
      path: '/api/v1/settings',
      summary: 'The settings in force; secrets are masked',
      role: 'admin',
      answer: settingsView,
      record: 'nothing',
      run: () => dependencies.settings(),
    }),
  ]
}

/** The newest notes that upkeep looks at. */
const mostNotes = 5_000

function upkeepOperations({
  store,
  now,
  knowledgeGaps,
  articleUse,
  articleUpkeep,
}: ApiDependencies): ApiOperation[] {
  const asked = (since: string | undefined) => store.questions({ since, limit: mostNotes })
  const today = () => now().toISOString().slice(0, 10)
  return [
    operation({
      method: 'GET',
      path: '/api/v1/knowledge/gaps',
      summary: 'Questions that no article answered well, alike ones together, the most asked first',
      role: 'lead',
      query: upkeepQuery,
      answer: gapsView,
      run: async ({ query: { since, limit } }) => ({
        gaps: knowledgeGaps(await asked(since)).slice(0, limit),
      }),
    }),
    operation({
      method: 'GET',
      path: '/api/v1/knowledge/articles',
      summary: 'How often each article answered, how it was judged, and which is due for review',
      role: 'lead',
      query: upkeepQuery,
      answer: articleUseView,
      record: 'nothing',
      run: async ({ query: { since, limit } }) => {
        const articles = articleUse(await asked(since)).slice(0, limit)
        return { articles: articles.map((each) => ({ ...each, overdue: each.reviewBy < today() })) }
      },
    }),
    operation({
      method: 'GET',
      path: '/api/v1/knowledge/upkeep',
      summary: 'Articles to look at: stale ones, pairs that may contradict, those never used',
      role: 'lead',
      query: sinceQuery,
      answer: upkeepView,
      record: 'nothing',
      run: async ({ query: { since } }) => {
        const notes = await asked(since)
        const restsOn = { questions: new Set(notes.map(({ askedIn }) => askedIn)).size }
        return { ...restsOn, from: notes.at(-1)?.at, ...articleUpkeep(notes, today()) }
      },
    }),
  ]
}
