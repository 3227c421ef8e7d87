import type { Locale } from '../../domain/locale.ts'
import { anonymise } from '../../domain/redaction/anonymise.ts'
import type { JsonObject } from '../../ports/json.ts'
import type { AskedQuestion } from '../../ports/knowledge-notes.ts'
import type { ConversationRow, LoggedActivity, Store } from '../../ports/store.ts'
import { missedQuestions } from '../../retrieval/knowledge-gaps.ts'

/** From so many customers on, a question is worth an article and points at none of them. */
const FEWEST_CUSTOMERS = 2
/** Entries of one log, and words of agents, that are looked at. */
const LONGEST_LOG = 1_000
const MOST_ANSWERS = 12

export type AnswersView = Pick<Store, 'conversation' | 'activitiesAfter'>

/** Questions alike that no article answered well, and what agents said to them. */
export interface AgentAnswers {
  locale: Locale
  /** The id of the message that asked first: stays the same when others ask later. */
  firstAskedIn: string
  /** Customers’ words and agents’, without what could point at somebody. */
  questions: string[]
  answers: string[]
}

/** What agents answered where no article did: groups of at least two customers. */
export async function findAnswers(
  notes: readonly AskedQuestion[],
  view: AnswersView,
): Promise<AgentAnswers[]> {
  const found: AgentAnswers[] = []
  for (const group of missedQuestions(notes)) {
    const answered = await answersTo(group, view)
    if (answered) found.push(answered)
  }
  return found
}

async function answersTo(
  group: readonly AskedQuestion[],
  view: AnswersView,
): Promise<AgentAnswers | undefined> {
  const ids = [...new Set(group.map(({ conversationId }) => conversationId))]
  if (ids.length < FEWEST_CUSTOMERS) return undefined
  const rows = await Promise.all(ids.map((id) => view.conversation(id)))
  const known = rows.filter((row) => row !== undefined)
  if (new Set(known.map(customerOf)).size < FEWEST_CUSTOMERS) return undefined
  const answers = await Promise.all(known.map((row) => answersIn(row, group, view)))
  const said = [...new Set(answers.flat())].slice(0, MOST_ANSWERS)
  const [newest] = group
  if (said.length === 0 || !newest) return undefined
  const names = known.flatMap(({ identity }) => identity.name ?? [])
  return {
    locale: newest.locale,
    firstAskedIn: group.at(-1)?.askedIn ?? newest.askedIn,
    questions: [...new Set(group.map(({ text }) => anonymise(text, names)))],
    answers: said,
  }
}

function customerOf({ identity }: ConversationRow): string {
  return (identity.trusted && identity.merchantId) || identity.userId
}

/** What an agent said after the question, until the bot had the conversation back. */
async function answersIn(
  { id, identity }: ConversationRow,
  group: readonly AskedQuestion[],
  view: AnswersView,
): Promise<string[]> {
  const asked = new Set(group.map(({ askedIn }) => askedIn))
  const log = await view.activitiesAfter(id, 0, LONGEST_LOG)
  const from = log.findIndex((entry) => asked.has(entry.id))
  if (from < 0) return []
  const rest = log.slice(from + 1)
  const end = rest.findIndex(isEndOfHandoff)
  const names = [identity.name ?? '', ...rest.flatMap((entry) => agentName(entry) ?? [])]
  return rest
    .slice(0, end < 0 ? undefined : end)
    .flatMap((entry) => (agentName(entry) === undefined ? [] : textOf(entry)))
    .map((text) => anonymise(text, names))
}

function isEndOfHandoff({ activity: { entities } }: LoggedActivity): boolean {
  return (Array.isArray(entities) ? entities : []).some(
    (entity) => isObject(entity) && entity.type === 'support/handoff' && entity.state === 'closed',
  )
}

/** The name of the agent who said it; undefined when nobody of ours did. */
function agentName({ direction, activity: { from } }: LoggedActivity): string | undefined {
  if (direction !== 'out' || !isObject(from) || from.id !== 'agent') return undefined
  return typeof from.name === 'string' ? from.name : ''
}

function textOf({ activity: { text } }: LoggedActivity): string[] {
  return typeof text === 'string' && text.trim() !== '' ? [text] : []
}

function isObject(value: JsonObject[string] | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
