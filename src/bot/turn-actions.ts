import type { Actions } from '../../dialogs/flow.ts'
import { isPoor } from '../../dialogs/talk-to-a-person/rate-person.ts'
import { ratedByCustomer, reopenedByCustomer } from '../actions/answer-ticket.ts'
import { callAPerson } from '../actions/call-a-person.ts'
import { type Explanation, explainPayment } from '../actions/explain-payment.ts'
import { lookUpGuarded } from '../actions/limit-guesses.ts'
import { lookAgain } from '../actions/look-again.ts'
import { sheetOf } from '../actions/make-plan-sheet.ts'
import { openOrUpdateTicket } from '../actions/open-ticket.ts'
import { ownWords } from '../actions/own-words.ts'
import { newestOpen, withCallBack } from '../actions/promise-call-back.ts'
import { withdrawTicket } from '../actions/withdraw-ticket.ts'
import type { CalendarOf } from '../domain/calendar.ts'
import type { CaseFacts } from '../domain/case-facts.ts'
import { explainCode } from '../domain/codes/response-codes.ts'
import { isComplaintOverdue } from '../domain/complaints/complaint-overdue.ts'
import type { Asker } from '../domain/disclosure.ts'
import type { SupportHours } from '../domain/handoff/support-hours.ts'
import type { Locale } from '../domain/locale.ts'
import { causePolicy } from '../domain/tickets/cause-policy.ts'
import type { Ticket } from '../domain/tickets/ticket.ts'
import type { CodeScheme } from '../domain/transaction.ts'
import type { AnswerWriter } from '../ports/answer-writer.ts'
import type { JsonObject } from '../ports/json.ts'
import type { KnowledgeAnswer, KnowledgeIndex } from '../ports/knowledge-index.ts'
import type { QuestionRow } from '../ports/knowledge-notes.ts'
import type { PaymentProvider } from '../ports/payment-provider.ts'
import type { ConversationRow, HandoffRow, Store } from '../ports/store.ts'
import { ratedRow, ratingNote } from './rated-row.ts'

export interface ActionNeeds {
  store: Store
  provider: PaymentProvider
  knowledge: KnowledgeIndex
  /** Puts articles in words that fit a question; absent: they are shown as they are. */
  answerWriter?: AnswerWriter | undefined
  calendarOf: CalendarOf
  timeZone: string
  /** When people are at the desk; absent: always. */
  supportHours?: SupportHours | undefined
  /** Where our pages are reached, '' for paths alone; absent: there are no pages, and no links. */
  pagesAt?: string | undefined
  /** A look-up that takes longer counts as "the system does not answer". */
  lookUpTimeoutMs: number
}

/** What a turn wants done, kept until the turn is committed. */
export interface Effects {
  tickets: Ticket[]
  handoffs: HandoffRow[]
  /** The last explanation of the turn, for the facts card. */
  explanation?: Explanation | undefined
  /** Every explanation of the turn: each may name a date to be kept. */
  explanations: Explanation[]
  /** What became of questions to the articles. */
  questions: QuestionRow[]
  /** Private notes for those at the desk. */
  notes: JsonObject[]
}

/** A turn that changes nothing yet. */
export function noEffects(): Effects {
  return { tickets: [], handoffs: [], explanations: [], questions: [], notes: [] }
}

interface TurnContext {
  conversation: ConversationRow
  /** The message that is worked. */
  inboundId: string
  locale: Locale
  now: Date
  /** What is known when something is done: it grows during the turn. */
  facts(): CaseFacts
}

/** The verbs a dialog may use, bound to one turn. Reads go out at once, effects are collected. */
export function createTurnActions(needs: ActionNeeds, turn: TurnContext) {
  const effects = noEffects()
  const explained = (explanation: Explanation) => {
    effects.explanation = explanation
    effects.explanations.push(explanation)
    return explanation
  }
  const { conversation, now } = turn
  const asker = askerOf(conversation)
  const shared = { ...needs, now, timeoutMs: needs.lookUpTimeoutMs }

  /** A ticket of this customer as the change leaves it; undefined when it cannot be made. */
  async function changeTicket(no: string, change: (found: Ticket) => Ticket | undefined) {
    const found = await actions.ticket(no)
    const ticket = found && change(found)
    if (ticket) effects.tickets = [...effects.tickets.filter((each) => each.no !== no), ticket]
    return ticket
  }

  const actions: Actions = {
    now,
    timeZone: needs.timeZone,
    asker,
    lookUp: (facts) => lookUpGuarded(facts, { asker, identity: conversation.identity }, shared),
    explain: async (question) => explained(await explainPayment(question, shared)),
    async lookAgain(payment) {
      const seen = await lookAgain(payment, asker, shared)
      if (seen.kind === 'seen') explained(seen.explanation)
      return seen
    },
    explainCode: (code, scheme = 'iso8583_39') =>
      explainCode({ scheme: scheme as CodeScheme, code }),
    async openTicket(draft) {
      const cause = draft.explanation?.diagnosis.cause
      const policy = cause ? causePolicy[cause] : undefined
      const ticket = await openOrUpdateTicket(
        {
          ...draft,
          statement: await ownWords(conversation.id, needs.store),
          kind: draft.kind ?? policy?.kind ?? 'complaint',
          severity: draft.severity ?? policy?.severity ?? 'P3',
          facts: turn.facts(),
          conversation,
          locale: turn.locale,
        },
        { ...shared, pending: effects.tickets },
      )
      effects.tickets = [...effects.tickets.filter(({ no }) => no !== ticket.no), ticket]
      return ticket
    },
    async ticket(no) {
      const found = await needs.store.ticket(no)
      return found && isTheirs(found, conversation) ? found : undefined
    },
    withdrawTicket: (no) => changeTicket(no, (found) => withdrawTicket(found, shared)),
    reopenTicket: (no, words) =>
      changeTicket(no, (found) => reopenedByCustomer(found, words, shared)),
    rateTicket: (no, score) =>
      changeTicket(no, (found) => ratedByCustomer(found, { score }, shared)),
    complaints: () => complaintsOf(asker, shared),
    ...personActions({ needs: shared, turn, effects }, (draft) => actions.openTicket(draft)),
    ...knowledgeActions(needs, turn, effects),
    planSheet: (known) => sheetOf(known, { now, timeZone: needs.timeZone }),
    planAddress: (id) => (needs.pagesAt === undefined ? undefined : `${needs.pagesAt}/plans/${id}`),
  }
  return { actions, effects }
}

type PersonActions = Pick<Actions, 'callPerson' | 'promiseCallBack' | 'leaveQueue' | 'ratePerson'>

interface Doing {
  needs: ActionNeeds & { now: Date }
  turn: TurnContext
  effects: Effects
}

function personActions(
  { needs, turn, effects }: Doing,
  openTicket: Actions['openTicket'],
): PersonActions {
  const { conversation, locale: language, now } = turn
  return {
    async callPerson({ reason, severity, explanation }) {
      const call = { conversation, reason, severity, language, now }
      const { handoff, ...queued } = await callAPerson(call, needs)
      if (queued.fresh && effects.handoffs.length === 0) effects.handoffs.push(handoff)
      if (explanation) effects.explanation = explanation
      return { id: handoff.id, ...queued }
    },
    async promiseCallBack({ by, ...draft }) {
      const filed = await needs.store.tickets({ conversationId: conversation.id, limit: lookedAt })
      const known = newestOpen([...filed.toReversed(), ...effects.tickets])
      const ticket = known ?? (await openTicket({ ...draft, kind: 'enquiry', unasked: true }))
      const promised = withCallBack(ticket, by, needs)
      effects.tickets = [...effects.tickets.filter(({ no }) => no !== ticket.no), promised]
      return promised
    },
    async leaveQueue() {
      const row = await needs.store.handoffOf(conversation.id)
      if (row?.state !== 'queued') return false
      effects.handoffs.push({
        ...row,
        state: 'closed',
        outcome: 'left',
        updatedAt: now.toISOString(),
      })
      return true
    },
    async ratePerson(score) {
      const row = await needs.store.handoffOf(conversation.id)
      if (row?.state !== 'closed') return
      const judged = ratedRow(row, { score, at: now })
      effects.handoffs.push(judged)
      if (isPoor(score)) effects.notes.push(ratingNote(judged))
    },
  }
}

const lookedAt = 10

type KnowledgeActions = Pick<
  Actions,
  'searchKnowledge' | 'writeAnswer' | 'article' | 'askedIn' | 'noteQuestion'
>

function knowledgeActions(
  { knowledge, answerWriter }: ActionNeeds,
  { conversation, inboundId, locale, now, facts }: TurnContext,
  effects: Effects,
): KnowledgeActions {
  const answers = new Map<string, Promise<KnowledgeAnswer>>()
  let written = false
  return {
    searchKnowledge(query) {
      const { role: audience, country } = facts()
      const region = country ?? (locale === 'zh-CN' ? 'CN' : undefined)
      const asked = JSON.stringify([query, audience, region])
      const known = answers.get(asked)
      if (known) return known
      // A dialog looks whether there is an answer before it gives it: the same one, asked for once.
      const answer = knowledge.search(query, { locale, k: 3, audience, region, now })
      answers.set(asked, answer)
      return answer
    },
    async writeAnswer(question, passages) {
      // Several wishes in one message: nobody waits for a model more than once.
      if (written) return undefined
      written = true
      return answerWriter?.write({ question, locale, passages })
    },
    article: (id, language) => knowledge.article(id, language),
    askedIn: inboundId,
    noteQuestion(note) {
      const id = `${inboundId}#${effects.questions.length}`
      const askedIn = note.askedIn ?? inboundId
      const at = now.toISOString()
      effects.questions.push({ ...note, id, conversationId: conversation.id, locale, askedIn, at })
    },
  }
}

/** Who asks, as the door has sealed it. */
export function askerOf({ identity }: ConversationRow): Asker {
  const { trusted, role, merchantId } = identity
  return { trusted, role, merchantId }
}

/** A ticket is shown where it was filed, and to the signed-in merchant it belongs to. */
export function isTheirs(ticket: Ticket, { id, identity }: ConversationRow): boolean {
  if (ticket.conversationId === id) return true
  const mine = identity.merchantId ?? identity.userId
  return identity.trusted && ticket.customer.contactRef === mine
}

async function complaintsOf(
  asker: Asker,
  { provider, calendarOf, now }: ActionNeeds & { now: Date },
) {
  if (!asker.trusted || !asker.merchantId) return []
  const file = await provider.merchantFile(asker.merchantId)
  return (file?.complaints ?? []).map((complaint) => {
    const standing = isComplaintOverdue(complaint, now, calendarOf)
    const { overdue } = standing
    const dueAt = complaint.dueAt ?? standing.dueAt
    return { complaint, overdue, ...(dueAt !== undefined && { dueAt }) }
  })
}
