import type { Explanation, Question } from '../src/actions/explain-payment.ts'
import type { GuardedLookUp } from '../src/actions/limit-guesses.ts'
import type { LookAgain, ShownPayment } from '../src/actions/look-again.ts'
import type { CaseFacts } from '../src/domain/case-facts.ts'
import type { CodeExplanation } from '../src/domain/codes/response-codes.ts'
import type { QuestionSlot } from '../src/domain/diagnosis/story.ts'
import type { Asker } from '../src/domain/disclosure.ts'
import type { Locale } from '../src/domain/locale.ts'
import type { SupportEntity } from '../src/domain/support-entity.ts'
import type { Severity, Ticket, TicketCategory, TicketKind } from '../src/domain/tickets/ticket.ts'
import type { ComplaintRecord } from '../src/domain/transaction.ts'
import type { KnowledgeAnswer, KnowledgeArticle } from '../src/ports/knowledge-index.ts'
import type { QuestionNote } from '../src/ports/knowledge-notes.ts'
import type { IntentName, Understood } from '../src/ports/understanding.ts'
import type { CalledPerson } from './called-person.ts'
import type { Choice, FlowName, Memory, OpenQuestion, PlanSheet } from './memory.ts'

/** One bubble: words, and the machine-readable part that goes with them. */
export interface Message {
  text: string
  entities?: SupportEntity[] | undefined
  picture?: Picture | undefined
}

/** A drawing that goes with the words; `alt` says it to who cannot see it. */
export interface Picture {
  svg: string
  alt: string
}

/** The one question of a turn. */
export interface Ask {
  slot: QuestionSlot
  /** Tells questions of one slot apart, and counts how often each was put. */
  name: string
  text: string
  /** Said before the text, this time: what leads to the question, or back to it. */
  lead?: string | undefined
  choices?: Choice[] | undefined
  /** The dialog that waits for the answer; the one that asks, when absent. */
  flow?: FlowName | undefined
}

/** What a flow answers: what it says, what it asks, and what is known from now on. */
export interface Turn {
  say: Message[]
  ask?: Ask | undefined
  /** Offered at the end; whatever the customer says next is handled as if it had not been. */
  offer?: Ask | undefined
  /** A question that stays open without being put again: nobody has answered, we spoke first. */
  leavesOpen?: OpenQuestion | undefined
  memory: Memory
}

/** What the customer just said, understood. `answer` is the choice that was picked, if any. */
export interface Said {
  text: string
  understood: Understood
  answer?: string | undefined
}

export interface TicketDraft {
  kind?: TicketKind | undefined
  category: TicketCategory
  severity?: Severity | undefined
  explanation?: Explanation | undefined
  lossMinor?: number | undefined
  /** Filed by the assistant itself, not because of what the customer just said. */
  unasked?: boolean | undefined
}

export interface PersonCall {
  reason: 'asked' | 'fraud' | 'not_understood' | 'not_found' | 'abuse' | 'vulnerable' | 'policy'
  severity: Severity
  explanation?: Explanation | undefined
}

export interface CallBack {
  /** ISO instant; absent when nobody knows when the desk opens. */
  by?: string | undefined
  category: TicketCategory
  severity: Severity
  explanation?: Explanation | undefined
}

/** What a dialog can have done. Effects are collected and committed with the turn, all or none. */
export interface Actions {
  readonly now: Date
  readonly timeZone: string
  readonly asker: Asker
  lookUp(facts: CaseFacts): Promise<GuardedLookUp>
  explain(question: Question): Promise<Explanation>
  /** A payment this customer has been shown before, as it is now. */
  lookAgain(payment: ShownPayment): Promise<LookAgain>
  explainCode(code: string, scheme?: string): CodeExplanation | undefined
  openTicket(draft: TicketDraft): Promise<Ticket>
  /** A ticket of this customer; undefined for any other. */
  ticket(no: string): Promise<Ticket | undefined>
  /** Takes a complaint of this customer back; undefined when it cannot be any more. */
  withdrawTicket(no: string): Promise<Ticket | undefined>
  /** Opens an ended ticket of this customer again, with their words; undefined when it is too late. */
  reopenTicket(no: string, words: string): Promise<Ticket | undefined>
  /** Keeps how the customer judges an answered ticket of theirs; undefined when it is none. */
  rateTicket(no: string, score: NonNullable<Ticket['csat']>): Promise<Ticket | undefined>
  /** Complaints the institution already has from this signed-in merchant. */
  complaints(): Promise<{ complaint: ComplaintRecord; overdue: boolean; dueAt?: string }[]>
  /** Puts the conversation in the queue; a second call changes nothing. */
  callPerson(call: PersonCall): Promise<CalledPerson>
  /** The customer's ticket, or a new one, with the promise that somebody calls back. */
  promiseCallBack(promise: CallBack): Promise<Ticket>
  /** Takes the conversation out of the queue; false when it is not in it. */
  leaveQueue(): Promise<boolean>
  /** Keeps how the customer judges the person they talked to. */
  ratePerson(score: number): Promise<void>
  searchKnowledge(query: string): Promise<KnowledgeAnswer>
  /** Passages in words that fit the question; undefined: they are shown as they are. Once a turn. */
  writeAnswer(question: string, passages: readonly string[]): Promise<string | undefined>
  /** A whole article; undefined when there is none any more. */
  article(id: string, locale: Locale): KnowledgeArticle | undefined
  /** The id of the message that is answered. */
  readonly askedIn: string
  /** Keeps what became of a question, for those who write the articles. */
  noteQuestion(note: QuestionNote): void
  /** The sheet of a finished plan: the one it has, while its link works, or a new one. */
  planSheet(known: PlanSheet | undefined): Omit<PlanSheet, 'locale'>
  /** Where a sheet can be opened; undefined where nobody could follow a link. */
  planAddress(id: string): string | undefined
}

export interface Scene {
  said: Said
  memory: Memory
  actions: Actions
}

/**
 * A conversation as a function of what we know and what was just said. Never a step number:
 * a conversation survives a redeploy, and answers may come in any order.
 */
export interface Flow {
  name: FlowName
  /** The intents that start it. */
  intents: readonly IntentName[]
  turn(scene: Scene): Promise<Turn>
}

/** The words of the customer's language. */
export function inLocale<T>(texts: Record<Locale, T>, locale: Locale): T {
  return texts[locale]
}

/** Whether the message wants this, with enough confidence to act on it. */
export function wants(said: Said, ...names: IntentName[]): boolean {
  return said.understood.intents.some(
    ({ name, confidence }) => names.includes(name) && confidence >= 0.4,
  )
}

/** Whether one wish is there, and how surely it has to be: where a wrong guess costs the thread, more. */
export function wantsSurely(said: Said, name: IntentName, least = 0.7): boolean {
  return said.understood.intents.some((each) => each.name === name && each.confidence >= least)
}

/** The turn of a flow that has said what it had to say. */
export function finish(memory: Memory, say: Message[]): Turn {
  return { say, memory: { ...memory, question: undefined, questionCount: 0 } }
}
