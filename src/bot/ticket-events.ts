import type { Message, Turn } from '../../dialogs/flow.ts'
import { formatMoment } from '../../dialogs/format.ts'
import type { Memory } from '../../dialogs/memory.ts'
import { paymentTexts } from '../../dialogs/payment/questions.ts'
import { wordsFor } from '../../dialogs/talk-to-a-person/words-for.ts'
import { ratingThanks } from '../../dialogs/ticket-news/rate-ticket.ts'
import { extensionNews, ratingQuestion, stateNews } from '../../dialogs/ticket-news/ticket-news.ts'
import { ticketEntity } from '../../dialogs/words/ticket-entity.ts'
import { actOnTicket } from '../actions/act-on-ticket.ts'
import { ratedByCustomer } from '../actions/answer-ticket.ts'
import { lookAgain } from '../actions/look-again.ts'
import { openOrUpdateTicket } from '../actions/open-ticket.ts'
import { ownWords } from '../actions/own-words.ts'
import type { Ticket } from '../domain/tickets/ticket.ts'
import type { JsonObject } from '../ports/json.ts'
import type { TicketAct, TicketFiling } from '../ports/ticket-acts.ts'
import { answered } from './handoff-turn.ts'
import type { Incoming } from './incoming.ts'
import { writeMemory } from './memory-schema.ts'
import { readTicketAct, readTicketRating } from './read-ticket-act.ts'
import { renderTurn } from './render.ts'
import { type ActionNeeds, askerOf, isTheirs } from './turn-actions.ts'
import type { TurnDecision, TurnInput } from './turn-decision.ts'

interface Surroundings {
  input: TurnInput
  needs: ActionNeeds
}

type EventIn = Incoming & { kind: 'event' }

/** What the desk does to a ticket, and a customer's judgement of one, arrive as events in order. */
export function isTicketEvent(event: EventIn): boolean {
  return event.name.startsWith('ticket.') || readTicketRating(event) !== undefined
}

export async function onTicketEvent(
  event: EventIn,
  memory: Memory,
  around: Surroundings,
): Promise<TurnDecision> {
  const rating = readTicketRating(event)
  if (rating) return rated(rating, memory, around)
  const act = readTicketAct(event)
  if (!act) return decisionWith(memory, {})
  const decide =
    act.name === 'ticket.file' ? filed(act, memory, around) : acted(act, memory, around)
  return withAnswer(await decide, memory, around)
}

/** What the customer is told in an agent's name is an answer to what they wrote, as a message is. */
async function withAnswer(
  decision: TurnDecision,
  memory: Memory,
  { input, needs }: Surroundings,
): Promise<TurnDecision> {
  if (!isWithAgent(memory) || decision.replies.length === 0) return decision
  const row = await needs.store.handoffOf(input.conversation.id)
  if (row?.state !== 'active') return decision
  return { ...decision, handoffs: [answered(row, input.now)] }
}

/** Refused here only when somebody else was first: the door has told every other reason. */
async function acted(act: TicketAct, memory: Memory, around: Surroundings): Promise<TurnDecision> {
  const { input, needs } = around
  const before = await needs.store.ticket(act.value.no)
  const result = before && actOnTicket(before, act, { ...needs, now: input.now })
  if (result?.kind !== 'changed') return decisionWith(memory, {})
  const { ticket } = result
  const known = { ...memory, ticketNos: [...new Set([...memory.ticketNos, ticket.no])] }
  return decisionWith(known, { ticket, news: newsOf(act, ticket, { memory, needs }), act })
}

interface NewsPlace {
  memory: Memory
  needs: ActionNeeds
}

function newsOf(act: TicketAct, ticket: Ticket, { memory, needs }: NewsPlace) {
  const { locale } = memory
  const fromAgent = isWithAgent(memory)
  const news = { ticket, locale, timeZone: needs.timeZone, fromAgent }
  if (act.name === 'ticket.extend') return extensionNews({ ...news, reason: act.value.reason })
  if (act.name !== 'ticket.change') return undefined
  return stateNews({ ...news, tell: act.value.tell })
}

/** Filed for the customer, with what the conversation knows; an open one for the same is added to. */
async function filed(
  { value }: TicketFiling,
  memory: Memory,
  { input, needs }: Surroundings,
): Promise<TurnDecision> {
  const { conversation, now } = input
  const { agent, act, tellCustomer, statement, ...wish } = value
  const seen = await paymentIn(memory, { input, needs })
  const ticket = await openOrUpdateTicket(
    {
      ...wish,
      statement: statement ?? (await ownWords(conversation.id, needs.store)),
      explanation: seen,
      facts: memory.facts,
      conversation,
      locale: memory.locale,
      filedBy: { agent, act },
    },
    { ...needs, now, pending: [] },
  )
  if (ticket.history.filter((each) => each.act === act).length > 1) return decisionWith(memory, {})
  const known = { ...memory, ticketNos: [...new Set([...memory.ticketNos, ticket.no])] }
  const news = tellCustomer ? filingNews(ticket, memory, needs) : undefined
  return decisionWith(known, { ticket, news, act: { value } })
}

/** The payment that was last shown in the conversation, as it is now; none while nobody answers. */
async function paymentIn({ verdict, facts }: Memory, { input, needs }: Surroundings) {
  if (!verdict?.transactionId) return undefined
  const payment = { transactionId: verdict.transactionId, facts }
  const { now, conversation } = input
  const shared = { ...needs, now, timeoutMs: needs.lookUpTimeoutMs }
  const seen = await lookAgain(payment, askerOf(conversation), shared)
  return seen.kind === 'seen' ? seen.explanation : undefined
}

function filingNews(ticket: Ticket, memory: Memory, { timeZone }: ActionNeeds): Message {
  const words = wordsFor(paymentTexts, memory)
  const due = formatMoment(ticket.dueAt, memory.locale, timeZone)
  const filed = isWithAgent(memory) ? words.ticketFiledByPerson : words.ticketFiled
  const tell = ticket.version > 0 ? words.ticketStands : filed
  return { text: tell(ticket.no, due), entities: [ticketEntity(ticket)] }
}

async function rated(
  { ticketNo, ...judged }: NonNullable<ReturnType<typeof readTicketRating>>,
  memory: Memory,
  { input, needs }: Surroundings,
): Promise<TurnDecision> {
  const found = await needs.store.ticket(ticketNo)
  const theirs = found && isTheirs(found, input.conversation) ? found : undefined
  const ticket = theirs && ratedByCustomer(theirs, judged, { ...needs, now: input.now })
  if (!ticket) return decisionWith(memory, {})
  const news = ratingThanks(ticket.no, judged.score, memory.locale)
  const again = theirs?.csat !== undefined
  return decisionWith({ ...memory, rating: undefined }, { ticket, ...(!again && { news }) })
}

function isWithAgent({ handoff }: Memory): boolean {
  return handoff?.state === 'active'
}

interface Outcome {
  ticket?: Ticket | undefined
  news?: Message | undefined
  /** Whose act it was, when it was one of the desk. */
  act?: { value: { agent: string } } | undefined
}

/**
 * The change with the news of it. An open question stays open; while a person has the conversation
 * the words are theirs, and nobody is asked to judge.
 */
function decisionWith(memory: Memory, { ticket, news, act }: Outcome): TurnDecision {
  const withAgent = isWithAgent(memory)
  const asks = news !== undefined && act !== undefined && !withAgent && isAnswered(ticket)
  const { rating: _, ...rest } = memory
  const after: Memory = asks ? { ...rest, rating: ticket?.no } : memory
  const turn: Turn = {
    say: news ? [news] : [],
    offer: asks ? ratingQuestion(memory.locale) : undefined,
    memory: after,
  }
  const from =
    withAgent && act ? { from: { id: 'agent', name: act.value.agent, role: 'channel' } } : {}
  const replies: JsonObject[] = renderTurn(turn).map((reply) => ({ ...reply, ...from }))
  return { state: writeMemory(after), replies, tickets: ticket ? [ticket] : [], handoffs: [] }
}

function isAnswered(ticket: Ticket | undefined): boolean {
  return ticket?.state === 'resolved'
}
