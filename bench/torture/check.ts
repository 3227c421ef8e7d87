import type { SentMessage } from './customer.ts'
import type { PlannedConversation } from './plan.ts'
import { cardNumber, type ScriptName, scriptOf } from './scripts.ts'
import { isCallBack, isQueueNews, isRecap, type LogEntry, shapeOf } from './shape.ts'

/** What can be wrong, as the promises name it. */
export type Wrong =
  | 'lost'
  | 'doubled'
  | 'out of order'
  | 'answered otherwise'
  | 'not worked'
  | 'parked'
  | 'not shown'
  | 'ticket lost'
  | 'ticket doubled'
  | 'ticket contact lost'
  | 'handoff'
  | 'card number'
  | 'process'

export interface Finding {
  wrong: Wrong
  /** Number of the conversation or process. */
  where: string
  what: string
}

/** What the customer knows when all is over. */
export interface Told {
  plan: PlannedConversation
  sent: readonly SentMessage[]
  /** Ids in the order its page showed them. */
  seen: readonly string[]
}

/** What the service says about a conversation. */
export interface Kept {
  version: number
  log: readonly LogEntry[]
}

export interface KeptTicket {
  no: string
  category: string
  transactionId?: string
  customer: { contactRef: string }
  history: { event: string }[]
}

/** What a calm run of a script does. */
export interface Calm {
  greeting: string[]
  /** The shapes of the answers to each line. */
  answers: string[][]
  tickets: KeptTicket[]
  handoffs: number
}

export type CalmRuns = Record<ScriptName, Calm>

/** Everything that is wrong with one conversation. */
export function checkConversation(told: Told, kept: Kept, calm: Calm): Finding[] {
  return [
    ...checkAccepted(told, kept),
    ...checkOrder(told, kept),
    ...checkAnswers(told, kept, calm),
    ...checkCallBack(told, kept, calm),
    ...checkShown(told, kept),
    ...checkSecrets(told, kept),
  ]
}

const keyOf = ({ activity }: LogEntry) => activity.channelData?.clientActivityID ?? ''
const isIn = ({ direction }: LogEntry) => direction === 'in'

/** Every acknowledged message stands once in the log, under the id that was acknowledged. */
function checkAccepted({ plan, sent }: Told, { log, version }: Kept): Finding[] {
  const findings: Finding[] = []
  const add = (wrong: Wrong, what: string) => findings.push({ wrong, where: plan.key, what })
  for (const { key, ids } of sent) {
    const entries = log.filter((entry) => isIn(entry) && keyOf(entry) === key)
    if (entries.length > 1) add('doubled', `${key} stands ${entries.length} times in the log`)
    if (!ids.some((id) => entries.some((entry) => entry.id === id))) {
      add('lost', `${key} was acknowledged and is not in the log`)
    }
    if (new Set(ids).size > 1) add('doubled', `${key} was acknowledged under different ids`)
  }
  const seqs = log.map(({ seq }) => seq)
  if (seqs.some((seq, index) => seq !== index + 1)) add('lost', 'the log has gaps')
  if (version < sent.length + 1) {
    add('not worked', `${sent.length + 1} turns were due, ${version} were taken`)
  }
  return findings
}

/** The log keeps the order in which groups of messages were sent. */
function checkOrder({ plan, sent }: Told, { log }: Kept): Finding[] {
  const groupOf = new Map(sent.map(({ key, group }) => [key, group]))
  const firsts = [...new Set(log.filter(isIn).map(keyOf))]
  const groups = firsts.map((key) => groupOf.get(key) ?? 0)
  const wrongAt = groups.findIndex((group, index) => group < (groups[index - 1] ?? 0))
  if (wrongAt < 0) return []
  const what = `${firsts[wrongAt]} stands behind a message that was sent after it`
  return [{ wrong: 'out of order', where: plan.key, what }]
}

/** Whoever called for a person and waits long is promised a call back, once; nobody else is. */
function checkCallBack({ plan }: Told, { log }: Kept, { handoffs }: Calm): Finding[] {
  const promises = log.filter(isCallBack).length
  if (promises <= handoffs) return []
  const what = `${promises} call backs were promised where ${handoffs} may be`
  return [{ wrong: 'doubled', where: plan.key, what }]
}

/** What timers say stands between the answers, and is no answer. */
const isAnswer = (entry: LogEntry) => !isRecap(entry) && !isCallBack(entry) && !isQueueNews(entry)

/** Neighbours in the log that answer the same message; `to` is undefined for the greeting. */
interface Group {
  to: string | undefined
  shapes: string[]
}

/** Each message has its one group of answers, in the order of the log, as in a calm run. */
function checkAnswers({ plan, sent }: Told, { log }: Kept, calm: Calm): Finding[] {
  const groups = groupsOf(log)
  const stepOf = new Map(sent.map(({ key, step }) => [key, step]))
  const entries = log.filter(isIn)
  const wrongAnswers = entries.flatMap((entry) => {
    const step = stepOf.get(keyOf(entry)) ?? -1
    const expected = calm.answers[step] ?? []
    const wrong = wrongWith(groups, { to: entry.id, expected })
    const excused = wrong === 'answered otherwise' && mayBeHidden(plan, step)
    if (!wrong || excused) return []
    const said = groups.filter(({ to }) => to === entry.id).flatMap(({ shapes }) => shapes)
    const what = `${keyOf(entry)} (${plan.script}): [${said.join(', ')}] where calm says [${expected.join(', ')}]`
    return [{ wrong, where: plan.key, what }]
  })
  const greeting = wrongWith(groups, { to: undefined, expected: calm.greeting })
  return [
    ...(greeting ? [{ wrong: greeting, where: plan.key, what: 'the greeting' }] : []),
    ...wrongAnswers,
    ...checkSequence(plan, entries, groups),
  ]
}

function checkSequence(
  { key }: PlannedConversation,
  entries: readonly LogEntry[],
  groups: readonly Group[],
): Finding[] {
  const order = new Map(entries.map(({ id, seq }) => [id, seq]))
  const places = groups.flatMap(({ to }) => (to === undefined ? [] : [order.get(to) ?? -1]))
  if (places.every((place, index) => place >= (places[index - 1] ?? 0))) return []
  return [{ wrong: 'out of order', where: key, what: 'the answers do not follow the messages' }]
}

function wrongWith(
  groups: readonly Group[],
  { to, expected }: { to: string | undefined; expected: string[] },
): Wrong | undefined {
  const mine = groups.filter((group) => group.to === to)
  if (mine.length > 1) return 'doubled'
  return compare(mine[0]?.shapes ?? [], expected)
}

function mayBeHidden({ script }: PlannedConversation, step: number): boolean {
  return scriptOf(script).mayBeHidden?.includes(step) ?? false
}

function groupsOf(log: readonly LogEntry[]): Group[] {
  const groups: Group[] = []
  let before: LogEntry | undefined
  for (const entry of log.filter(isAnswer)) {
    const { replyToId } = entry.activity
    const last = groups.at(-1)
    const goesOn = before?.direction === 'out' && last?.to === replyToId
    if (entry.direction === 'out') {
      if (goesOn && last) last.shapes.push(shapeOf(entry))
      else groups.push({ to: replyToId, shapes: [shapeOf(entry)] })
    }
    before = entry
  }
  return groups
}

function compare(said: string[], due: string[]): Wrong | undefined {
  if (said.join('\n') === due.join('\n')) return undefined
  if (said.length === 0) return 'lost'
  const twice = due.length > 0 && said.length > due.length && said.length % due.length === 0
  const repeats = twice && said.every((shape, index) => shape === due[index % due.length])
  return repeats ? 'doubled' : 'answered otherwise'
}

/** What the customer's page showed is the log: no gap, no repeat, the same order. */
function checkShown({ plan, seen }: Told, { log }: Kept): Finding[] {
  const due = log.filter(({ activity }) => activity.type === 'message').map(({ id }) => id)
  const at = due.findIndex((id, index) => seen[index] !== id)
  if (at < 0 && seen.length === due.length) return []
  const place = at < 0 ? due.length : at
  const what = `${plan.watch}: number ${place + 1} is ${due[place]}, shown was ${seen[place]}`
  const missing = due.length > seen.length
  return [{ wrong: missing ? 'not shown' : 'out of order', where: plan.key, what }]
}

function checkSecrets({ plan }: Told, { log }: Kept): Finding[] {
  const text = log.map(({ activity }) => activity.text ?? '').join('')
  const halves = [cardNumber.slice(0, 8), cardNumber.slice(8)]
  const leaks = text.includes(cardNumber) || halves.every((half) => text.includes(half))
  if (!leaks) return []
  return [{ wrong: 'card number', where: plan.key, what: 'both halves are in the log' }]
}
