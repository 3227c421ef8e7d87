import { finish, type Said, type Turn } from '../../dialogs/flow.ts'
import { type Memory, withoutDigits } from '../../dialogs/memory.ts'
import { offerWatch } from '../../dialogs/payment-watch/offer-watch.ts'
import { smallTalkTexts } from '../../dialogs/small-talk/flow.ts'
import { wordsFor } from '../../dialogs/talk-to-a-person/words-for.ts'
import { failureText } from '../../dialogs/words/failure-words.ts'
import { type Locale, locales } from '../domain/locale.ts'
import { Failure } from '../errors.ts'
import type { IntentReader } from '../ports/intent-reader.ts'
import type { Understanding, Understood } from '../ports/understanding.ts'
import { runBot } from './bot.ts'
import { longestText, readable, textTrouble } from './check-text.ts'
import { converse } from './converse.ts'
import { decisionOf } from './decision-of.ts'
import { deskNotes } from './desk-notes.ts'
import { onHandoffEvent } from './handoff-events.ts'
import { type FileFate, type Incoming, readIncoming } from './incoming.ts'
import { readMemory, writeMemory } from './memory-schema.ts'
import { namePromises } from './name-promises.ts'
import { planRows } from './plan-rows.ts'
import { inFreshWords } from './repair/fresh-words.ts'
import { isTicketEvent, onTicketEvent } from './ticket-events.ts'
import { ticketTimers } from './ticket-timers.ts'
import { isTimer, onTimer, planAnew } from './timer-events.ts'
import { type ActionNeeds, createTurnActions } from './turn-actions.ts'
import type { Apologise, Decide, TurnDecision, TurnInput } from './turn-decision.ts'
import { understandAnswer } from './understand-answer.ts'
import { watchTimers } from './watch-timers.ts'
import { leavesItToPerson, noteCustomer } from './while-waiting.ts'

export interface DecideNeeds extends ActionNeeds {
  understanding: Understanding
  /** Reads again what understanding is not sure of; absent: its reading stands. */
  secondReader?: IntentReader | undefined
  defaultLocale: Locale
  /** The people who answer work at a desk elsewhere, which is told in the commit. */
  deskElsewhere?: boolean | undefined
}

type MessageIn = Incoming & { kind: 'message' }

/** Decides one turn: reads, thinks, and collects what is to be committed. Changes nothing itself. */
export function createDecide(needs: DecideNeeds): Decide {
  return async (input) => {
    const incoming = readIncoming(input.inbound.activity)
    const memory = readMemory(input.conversation.state, firstLocale(incoming, input, needs))
    let decided: TurnDecision | undefined
    const replies = await runBot(input.inbound.activity, async () => {
      decided = await decideOn(incoming, memory, { input, needs })
      return decided.replies
    })
    const decision = decided ?? unchanged(memory)
    const { id, identity } = input.conversation
    const recipient = { id: identity.userId, role: 'user' }
    return {
      ...decision,
      timers: [
        ...(decision.timers ?? []),
        ...watchTimers(memory, decision.state, id),
        ...ticketTimers(decision.tickets, needs.calendarOf),
      ],
      plans: planRows(memory, decision.state, id),
      ...(needs.deskElsewhere && { desk: deskNotes(input, decision) }),
      replies: replies.map((reply) => ({ ...reply, recipient })),
    }
  }
}

interface Surroundings {
  input: TurnInput
  needs: DecideNeeds
}

function decideOn(
  incoming: Incoming,
  memory: Memory,
  around: Surroundings,
): TurnDecision | Promise<TurnDecision> {
  switch (incoming.kind) {
    case 'message':
      return noteCustomer(onMessage(incoming, memory, around), memory, around)
    case 'joined':
      return onJoined(memory)
    case 'event':
      return onEvent(incoming, memory, around)
    case 'other':
      return unchanged(memory)
  }
}

function onEvent(
  event: Incoming & { kind: 'event' },
  memory: Memory,
  around: Surroundings,
): TurnDecision | Promise<TurnDecision> {
  if (isTimer(event)) return onTimer(event, memory, around)
  if (isTicketEvent(event)) return onTicketEvent(event, memory, around)
  return onHandoffEvent(event, memory, around)
}

function unchanged(memory: Memory): TurnDecision {
  return { state: writeMemory(memory), replies: [], tickets: [], handoffs: [] }
}

/** The language before anything was said: the page's, the identity's, or the setting's. */
function firstLocale(
  incoming: Incoming,
  { conversation }: TurnInput,
  needs: Pick<DecideNeeds, 'defaultLocale'>,
): Locale {
  const told = 'locale' in incoming ? incoming.locale : undefined
  return asLocale(told) ?? asLocale(conversation.identity.locale) ?? needs.defaultLocale
}

function asLocale(tag: string | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_]/u)[0]
  return locales.find((locale) => locale.toLowerCase().startsWith(language ?? '?'))
}

function onJoined(memory: Memory): TurnDecision {
  if (memory.greeted) return unchanged(memory)
  const greeted = { ...memory, greeted: true }
  return decisionOf(finish(greeted, [{ text: smallTalkTexts[memory.locale].welcome }]))
}

/** While a person has the conversation, the bot says nothing; the message is kept. */
async function onMessage(
  message: MessageIn,
  remembered: Memory,
  { input, needs }: Surroundings,
): Promise<TurnDecision> {
  const memory = message.redactedEarlier ? withoutDigits(remembered) : remembered
  const text = readable(message.text)
  const clock = { now: input.now, timeZone: needs.timeZone }
  const first = understandAnswer(text, { understanding: needs.understanding, memory }, clock)
  if (leavesItToPerson(memory)) return unchanged(memory)
  const here = { ...memory, locale: first.language }
  const notice = redactionNotice(message, here)
  if (notice && memory.verdict && !memory.question && isOnlyMark(message.text)) {
    return decisionOf(withNotice(finish(here, []), notice))
  }
  const trouble = troubleWith(message, memory)
  if (trouble) return decisionOf(inFreshWords(withNotice(trouble, notice), memory))
  const said: Said = { text, understood: await readAgain(text, first, needs.secondReader) }
  let facts = here.facts
  const { actions, effects } = createTurnActions(needs, {
    conversation: input.conversation,
    inboundId: input.inbound.id,
    locale: here.locale,
    now: input.now,
    facts: () => facts,
  })
  const answer = await converse({
    said,
    memory: here,
    actions,
    read: (part) =>
      understandAnswer(part, { understanding: needs.understanding, memory: here }, clock),
    onFacts: (known) => {
      facts = known
    },
  })
  const { explanation } = effects
  const turn = withFileWords(offerWatch(answer, { said, explanation, now: input.now }), message)
  const decision = decisionOf(withNotice(turn, notice), effects)
  return { ...decision, ...(await namePromises(turn, effects.explanations, { input, needs })) }
}

async function readAgain(
  text: string,
  first: Understood,
  reader: IntentReader | undefined,
): Promise<Understood> {
  return reader ? { ...first, intents: await reader.readIntents(text, first) } : first
}

/** A file beside words: the words are answered, and what became of the file is said. */
function withFileWords(turn: Turn, { files }: MessageIn): Turn {
  const text = fileWords(files, turn.memory.locale)
  return text ? { ...turn, say: [...turn.say, { text }] } : turn
}

/** What became of each, every fate once; '' without a file. */
function fileWords(files: readonly FileFate[], locale: Locale): string {
  const words = smallTalkTexts[locale].files
  return [...new Set(files)].map((fate) => words[fate]).join(locale === 'zh-CN' ? '' : ' ')
}

/** Nothing but what was hidden, with a word or two around it: it tells no new payment. */
function isOnlyMark(text: string): boolean {
  return text.replace(/\[[^\]]*\]/gu, '').replace(/[^\p{L}\p{N}]/gu, '').length <= 16
}

function redactionNotice({ redacted }: MessageIn, { locale }: Memory) {
  if (redacted.length === 0) return undefined
  const words = smallTalkTexts[locale]
  const names = [...new Set(redacted.map((kind) => words.kinds[kind] ?? kind))]
  const text = words.redacted(names.join(locale === 'zh-CN' ? '、' : ', '))
  return { text, entities: [{ type: 'support/redaction' as const, kinds: redacted }] }
}

function withNotice(turn: Turn, notice: ReturnType<typeof redactionNotice>): Turn {
  return notice ? { ...turn, say: [notice, ...turn.say] } : turn
}

/** A message that cannot be worked gets a clear sentence; the open question stays open. */
function troubleWith(message: MessageIn, memory: Memory): Turn | undefined {
  const words = smallTalkTexts[memory.locale]
  const trouble = textTrouble(message.text)
  if (!trouble) return undefined
  const withoutWords = {
    no_words: words.noWords,
    empty: message.hasForm ? words.cardForm : words.empty,
  }
  const text =
    trouble === 'too_long'
      ? words.tooLong(longestText)
      : fileWords(message.files, memory.locale) || withoutWords[trouble]
  return memory.question
    ? { say: [{ text }], ask: memory.question, memory }
    : finish(memory, [{ text }])
}

/** What is said when deciding keeps failing: honest, and nothing is lost. */
export function createApology(defaultLocale: Locale): Apologise {
  return (input: TurnInput, error: unknown): TurnDecision => {
    const { conversation, inbound } = input
    const incoming = readIncoming(inbound.activity)
    const locale = firstLocale(incoming, input, { defaultLocale })
    const memory = readMemory(conversation.state, locale)
    if (incoming.kind === 'event' && isTimer(incoming)) return planAnew(incoming, memory, input)
    const known = error instanceof Failure ? failureText(error.code, memory) : undefined
    const text = known ?? wordsFor(smallTalkTexts, memory).apology
    const turn: Turn = { say: [{ text }], memory }
    return decisionOf(memory.question ? { ...turn, ask: memory.question } : turn)
  }
}
