import { en } from '../../dialogs/small-talk/texts.en.ts'
import { zhCn } from '../../dialogs/small-talk/texts.zh-cn.ts'
import type { SupportEntity, VerdictEntity } from '../../src/domain/support-entity.ts'
import type { Bubble } from './talk.ts'

/*
 * The checks of a transcript, each true for the bubbles of one turn:
 *
 *   question SLOT            the open question asks for it (only `question`: for anything)
 *   verdict CAUSE STAGE? …   with any of: expected, trade-day, ticket-from, recheck (a beginning of
 *                            the value, or `none`), txn ID, ruled-out CAUSE, candidate CAUSE
 *   ticket CATEGORY? P1…? STATE? same|new?     `same`: the number shown before in this talk
 *   handoff STATE            warning SIGN      redaction KIND      answer ARTICLE-ID?
 *   says WORDS               some bubble holds them
 *   not WORDS                no bubble does
 *   no question|verdict|…    no such entity
 *   note txn ID              a note about that payment is in the log for the agent
 *   picture WORDS            a picture whose description holds them
 *   silent                   no bubble at all
 */

export interface TurnSeen {
  bubbles: Bubble[]
  /** Payments of which the agent has been told in a note. */
  notes?: readonly string[] | undefined
  /** Ticket numbers of the turns before. */
  ticketNos: readonly string[]
  /** What the bot said the last time it spoke. */
  before?: readonly string[] | undefined
}

type Checker = (words: string[], seen: TurnSeen, rest: string) => boolean

/** True when the check holds. Throws on a check that does not exist. */
export function holds(check: string, seen: TurnSeen): boolean {
  const [, name = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(check) ?? []
  const checker = checkers[name]
  if (!checker) throw new Error(`no such check: ${check}`)
  const words = rest.split(/[:,]?(?:\s+|$)/).filter(Boolean)
  return checker(words, seen, rest)
}

const checkers: Record<string, Checker> = {
  says: (_words, { bubbles }, rest) => bubbles.some(({ text }) => text.includes(rest)),
  not: (_words, { bubbles }, rest) => !bubbles.some(({ text }) => text.includes(rest)),
  silent: (_words, { bubbles }) => bubbles.length === 0,
  no: ([kind], seen) => entitiesOf(seen, `support/${kind}`).length === 0,
  note: ([, id], { notes }) => notes?.includes(id ?? '') === true,
  question: ([slot], seen) =>
    questions(seen).length === 1 && questions(seen).every((each) => !slot || each.slot === slot),
  handoff: ([state], seen) =>
    entitiesOf(seen, 'support/handoff').some((each) => !state || each.state === state),
  warning: ([sign], seen) =>
    entitiesOf(seen, 'support/warning').some((each) => !sign || each.sign === sign),
  picture: (_words, { bubbles }, rest) =>
    bubbles.some(({ pictures }) => pictures?.some((name) => name.includes(rest))),
  redaction: (kinds, seen) =>
    entitiesOf(seen, 'support/redaction').some((each) =>
      kinds.every((kind) => each.kinds.includes(kind)),
    ),
  answer: ([id], seen) =>
    entitiesOf(seen, 'support/answer').some(
      ({ articles }) => !id || articles.some((article) => article.id === id),
    ),
  ticket: (words, seen) =>
    entitiesOf(seen, 'support/ticket').some((ticket) => {
      const known = seen.ticketNos.includes(ticket.no)
      const traits: string[] = [ticket.category, ticket.severity, ticket.state]
      return words.every((word) =>
        word === 'same' || word === 'new' ? known === (word === 'same') : traits.includes(word),
      )
    }),
  verdict: (words, seen) =>
    entitiesOf(seen, 'support/verdict').some((verdict) => verdictHolds(words, verdict)),
}

function questions(seen: TurnSeen) {
  return entitiesOf(seen, 'support/question')
}

function entitiesOf<T extends string>({ bubbles }: TurnSeen, type: T) {
  const all = bubbles.flatMap(({ entities }) => entities)
  return all.filter((each): each is Extract<SupportEntity, { type: T }> => each.type === type)
}

type Trait = (verdict: VerdictEntity, value: string) => boolean

const beginning =
  (read: (verdict: VerdictEntity) => string | undefined): Trait =>
  (verdict, value) =>
    value === 'none' ? !read(verdict) : read(verdict)?.startsWith(value) === true

const traits: Record<string, Trait> = {
  expected: beginning(({ expectedBy }) => expectedBy),
  'trade-day': beginning(({ tradeDay }) => tradeDay),
  'ticket-from': beginning(({ ticketFrom }) => ticketFrom),
  recheck: beginning(({ recheckAt }) => recheckAt),
  txn: ({ transactionId }, value) => (value === 'none' ? !transactionId : transactionId === value),
  'ruled-out': ({ ruledOut }, value) => ruledOut.some((cause) => cause === value),
  candidate: ({ candidates }, value) => candidates.some(({ cause }) => cause === value),
}

/** Words are a cause, a stage, or a trait followed by its value. */
function verdictHolds(words: string[], verdict: VerdictEntity): boolean {
  const [word, value = ''] = words
  if (word === undefined) return true
  const trait = traits[word]
  if (trait) return trait(verdict, value) && verdictHolds(words.slice(2), verdict)
  const named = word === verdict.cause || word === verdict.stage
  return named && verdictHolds(words.slice(1), verdict)
}

const apologies = [en, zhCn].flatMap(({ apology, waiting }) => [apology, waiting.apology])
const ourCodes =
  /\bRC_[A-Z]|\b(?:SETTLING|PAYOUT|REFUND|HELD|AUTH|UNKNOWN)_[A-Z]|\bcue:|\[object |\bundefined\b|\bNaN\b/

/** What no turn may do, whatever a transcript says of it: each as a sentence. */
export function faultsOf({ bubbles, before = [] }: TurnSeen): string[] {
  const texts = bubbles.map(({ text }) => text)
  const faults = {
    'the bot broke and apologised': texts.some((text) => apologies.includes(text)),
    'a code of ours is shown': texts.some((text) => ourCodes.test(text)),
    'more than one question': bubbles.filter(isQuestion).length > 1,
    'an empty bubble': texts.some((text) => text.trim() === ''),
    'the same bubble twice': new Set(texts).size < texts.length,
    'the same sentence as a moment ago': texts.some((text) => before.includes(text)),
  }
  return Object.entries(faults).flatMap(([fault, found]) => (found ? [fault] : []))
}

function isQuestion({ entities }: Bubble): boolean {
  return entities.some(({ type }) => type === 'support/question')
}
