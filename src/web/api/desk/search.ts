import { allCannedAnswers } from '../../../../dialogs/canned-answers/canned-answers.ts'
import { sideNames } from '../../../../dialogs/words/side-names.ts'
import { ticketWords } from '../../../../dialogs/words/ticket-words.ts'
import { toldRole } from '../../../domain/handoff/told-role.ts'
import type { Locale } from '../../../domain/locale.ts'
import { excerptOf } from '../../../domain/search/excerpt.ts'
import { holdsAll, type SearchTerm, termsOf } from '../../../domain/search/tokens.ts'
import type { Ticket } from '../../../domain/tickets/ticket.ts'
import { parseTicketNumber } from '../../../domain/tickets/ticket-number.ts'
import type { SearchHit } from '../../../ports/search.ts'
import type { ConversationRow, LoggedActivity } from '../../../ports/store.ts'
import { shown } from '../audited.ts'
import type { ApiDependencies } from '../dependencies.ts'
import { type ApiOperation, asObject, operation } from '../operation.ts'
import { findQuery, findView } from './schemas.ts'

interface Found {
  kind: 'ticket' | 'conversation' | 'customer' | 'article' | 'canned'
  ref: string
  conversationId?: string | undefined
  title: string
  excerpt: string
  at?: string | undefined
  score: number
}

/** One box over everything: a number said exactly first, then tickets, people, what was said, texts. */
export function searchOperation(dependencies: ApiDependencies): ApiOperation {
  return operation({
    method: 'GET',
    path: '/api/v1/search',
    summary: 'Search in tickets, conversations, customers, articles and canned answers',
    role: 'agent',
    query: findQuery,
    answer: findView,
    run: async ({ query: { q, locale = 'zh-CN', limit } }) => {
      const terms = termsOf(q)
      if (terms.length === 0) return { results: [] }
      const wanted = { q, terms, locale, limit }
      const found = await Promise.all([
        exactTicket(wanted, dependencies),
        ticketsFound(wanted, dependencies),
        conversationsFound(wanted, dependencies),
        articlesFound(wanted, dependencies),
        cannedFound(wanted, dependencies),
      ])
      const all = withoutRepeats(found.flat())
      return { results: all.toSorted((one, other) => other.score - one.score).slice(0, limit) }
    },
    about: ({ result }) => shown(result?.results.map(({ kind, ref }) => `${kind}/${ref}`) ?? []),
  })
}

/** Numbers of tickets that hold the words, the one named exactly first. */
export async function findTickets(
  q: string,
  { store }: { store: Pick<ApiDependencies['store'], 'search'> },
): Promise<string[]> {
  const named = parseTicketNumber(q)
  const hits = await store.search({ terms: termsOf(q), kind: 'ticket', limit: mostTickets })
  return [...new Set([...(named ? [named] : []), ...hits.map(({ ref }) => ref)])]
}

const mostTickets = 200

interface Wanted {
  q: string
  terms: SearchTerm[]
  locale: Locale
  limit: number
}

/** A later place in a list says a little less. */
function scoreAt(best: number, place: number): number {
  return Math.round((best - place * 0.002) * 1000) / 1000
}

/** A ticket of this second is not in the index yet, and is found by its number all the same. */
async function exactTicket(
  { q, terms, locale }: Wanted,
  { store }: ApiDependencies,
): Promise<Found[]> {
  const no = parseTicketNumber(q)
  const ticket = no === undefined ? undefined : await store.ticket(no)
  return ticket ? [ticketFound(ticket, { terms, locale }, 1)] : []
}

async function ticketsFound(wanted: Wanted, { store }: ApiDependencies): Promise<Found[]> {
  const { terms, limit } = wanted
  const hits = await store.search({ terms, kind: 'ticket', limit })
  const tickets = await store.tickets({ nos: hits.map(({ ref }) => ref), limit })
  return hits.flatMap(({ ref }, place) => {
    const ticket = tickets.find(({ no }) => no === ref)
    return ticket ? [ticketFound(ticket, wanted, scoreAt(0.9, place))] : []
  })
}

function ticketFound(
  ticket: Ticket,
  { terms, locale }: Pick<Wanted, 'terms' | 'locale'>,
  score: number,
): Found {
  const {
    no: ref,
    category,
    conversationId,
    statement,
    history,
    resolution,
    updatedAt: at,
  } = ticket
  const texts = [statement, resolution?.text, ...history.map(({ note }) => note)]
  const title = `${ref} · ${ticketWords[locale].categories[category]}`
  return { kind: 'ticket', ref, conversationId, title, excerpt: excerptOf(texts, terms), at, score }
}

/** What was said, and whom it was said by when their name or number was looked for. */
async function conversationsFound(wanted: Wanted, { store }: ApiDependencies): Promise<Found[]> {
  const { terms, limit } = wanted
  const hits = await store.search({ terms, kind: 'conversation', limit })
  const found = await Promise.all(
    hits.map((hit, place) => conversationFound(hit, { ...wanted, place, store })),
  )
  return found.flat()
}

/** As much of a log as an excerpt is looked for in. */
const entriesRead = 400

interface Looking extends Pick<Wanted, 'terms' | 'locale'> {
  place: number
  store: ApiDependencies['store']
}

async function conversationFound(
  { ref: id, at }: SearchHit,
  { terms, locale, place, store }: Looking,
): Promise<Found[]> {
  const row = await store.conversation(id)
  if (!row) return []
  const log = await store.activitiesBefore(id, undefined, entriesRead)
  const said = log.flatMap(wordsOf)
  const { userId, name, merchantId } = row.identity
  const title = name ?? merchantId ?? sideNames[locale][toldRole(row.state) ?? 'unknown']
  const conversation = { ref: id, conversationId: id, title, excerpt: excerptOf(said, terms), at }
  const isCustomer = holdsAll(terms, [userId, name ?? '', merchantId ?? ''])
  const customer = isCustomer ? [customerFound(row, { at, score: scoreAt(0.95, place) })] : []
  return [...customer, { kind: 'conversation', ...conversation, score: scoreAt(0.8, place) }]
}

function customerFound(
  { identity }: ConversationRow,
  { at, score }: { at: string; score: number },
): Found {
  const { userId, name, merchantId } = identity
  const ref = merchantId ?? userId
  const excerpt = [merchantId, userId].filter((each) => each !== undefined).join(' · ')
  return { kind: 'customer', ref, title: name ?? ref, excerpt, at, score }
}

function wordsOf({ direction, activity }: LoggedActivity): string[] {
  const said = direction === 'in' || asObject(activity.from).id === 'agent'
  const words = said ? activity.text : asObject(activity.value).text
  return typeof words === 'string' ? [words] : []
}

/** Articles answer a question; what search is not sure of would stand in the way here. */
const sureEnough = 0.5

async function articlesFound(
  { q, locale }: Wanted,
  { findArticles }: ApiDependencies,
): Promise<Found[]> {
  const found = await findArticles(q, { locale, k: 3 })
  return found
    .filter(({ score }) => score >= sureEnough)
    .map(({ id: ref, title, excerpt, score }) => ({
      kind: 'article',
      ref,
      title,
      excerpt,
      score: score * 0.7,
    }))
}

async function cannedFound(
  { terms, locale }: Wanted,
  { store }: ApiDependencies,
): Promise<Found[]> {
  const answers = allCannedAnswers(await store.cannedAnswers()).filter(
    (each) => !each.disabled && holdsAll(terms, [each.shortcut, each.title, each.text]),
  )
  return answers.map(({ id: ref, shortcut, title, text, locale: own }) => ({
    kind: 'canned',
    ref,
    title: `${shortcut} · ${title}`,
    excerpt: excerptOf([text], terms),
    score: own === locale ? 0.6 : 0.4,
  }))
}

function withoutRepeats(found: readonly Found[]): Found[] {
  const first = new Map<string, Found>()
  for (const each of found) {
    const key = `${each.kind} ${each.ref}`
    if (!first.has(key)) first.set(key, each)
  }
  return [...first.values()]
}
