import type { ApiDependencies } from './dependencies.ts'
import { describeConversation } from './describe-conversation.ts'
import { cannedAnswerOperations } from './desk/canned-answers.ts'
import { customerOperation } from './desk/customers.ts'
import { searchOperation } from './desk/search.ts'
import { suggestionOperation } from './desk/suggestions.ts'
import { tracePackOperations } from './desk/trace-pack.ts'
import { handoffOperations } from './handoffs.ts'
import { inboxOperations } from './inbox.ts'
import { type ApiOperation, notFound, operation } from './operation.ts'
import { outboxOperations } from './outbox.ts'
import { promiseOperations } from './promises.ts'
import {
  articleUseView,
  conversationQuery,
  conversationView,
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
import { ticketOperations } from './tickets/operations.ts'

/** Every call of `/api/v1`. */
export function apiOperations(dependencies: ApiDependencies): ApiOperation[] {
  return [
    ...ticketOperations(dependencies),
    ...deskOperations(dependencies),
    conversationOperation(dependencies),
    ...promiseOperations(dependencies),
    ...handoffOperations(dependencies),
    ...outboxOperations(dependencies),
    ...inboxOperations(dependencies),
    ...insightOperations(dependencies),
  ]
}

/** What an agent looks up beside a conversation. */
function deskOperations(dependencies: ApiDependencies): ApiOperation[] {
  return [
    customerOperation(dependencies),
    searchOperation(dependencies),
    suggestionOperation(dependencies),
    ...tracePackOperations(dependencies),
    ...cannedAnswerOperations(dependencies),
  ]
}

/** Entries that are read for the verdicts; nobody says as much to a bot. */
const longestLog = 5_000

function conversationOperation({ store }: ApiDependencies): ApiOperation {
  return operation({
    method: 'GET',
    path: '/api/v1/conversations/{id}',
    summary: 'A conversation: transcript (redacted), slots, verdicts, handoff',
    role: 'agent',
    query: conversationQuery,
    answer: conversationView,
    run: async ({ params, query }) => {
      const row = await store.conversation(params.id ?? '')
      if (!row) throw notFound('conversation')
      const { id, channel, identity, version, createdAt, updatedAt } = row
      const log = await store.activitiesAfter(id, 0, longestLog)
      const transcript = log
        .filter(({ seq }) => seq > query.after)
        .slice(0, query.limit)
        .map(({ conversationId: _, ...entry }) => entry)
      const handoff = (await store.handoffOf(id)) ?? null
      const described = describeConversation(row, log)
      return {
        id,
        channel,
        identity,
        version,
        createdAt,
        updatedAt,
        ...described,
        handoff,
        transcript,
      }
    },
  })
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
      run: ({ query: { q, locale, k } }) => dependencies.searchKnowledge(q, { locale, k }),
    }),
    ...upkeepOperations(dependencies),
    operation({
      method: 'GET',
      path: '/api/v1/processes',
      summary: 'Which processes live, and whether Redis answers; a few seconds old',
      role: 'admin',
      answer: processesView,
      run: () => dependencies.presence.deployment(),
    }),
    operation({
      method: 'GET',
      path: '/api/v1/settings',
      summary: 'The settings in force; secrets are masked',
      role: 'admin',
      answer: settingsView,
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
      run: async ({ query: { since } }) => {
        const notes = await asked(since)
        const restsOn = { questions: new Set(notes.map(({ askedIn }) => askedIn)).size }
        return { ...restsOn, from: notes.at(-1)?.at, ...articleUpkeep(notes, today()) }
      },
    }),
  ]
}
