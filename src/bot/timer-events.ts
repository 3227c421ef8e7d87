import type { Turn } from '../../dialogs/flow.ts'
import type { Memory, Watch } from '../../dialogs/memory.ts'
import { lookAndTell } from '../../dialogs/payment-watch/look-and-tell.ts'
import { watchOf, withWatch } from '../../dialogs/payment-watch/offer-watch.ts'
import { checkPromise, promiseTimer } from '../actions/keep-promises.ts'
import { readAgain } from '../actions/look-again.ts'
import { zoneWrittenIn } from '../domain/place-zone.ts'
import type { TransactionRecord } from '../domain/transaction.ts'
import { lookAfterOutage } from '../domain/watch/look-times.ts'
import { Failure } from '../errors.ts'
import type { JsonObject } from '../ports/json.ts'
import type { PromiseRow } from '../ports/promises.ts'
import { decisionOf } from './decision-of.ts'
import { ownerTimer, waitTimer } from './handoff-turn.ts'
import type { Incoming } from './incoming.ts'
import { writeMemory } from './memory-schema.ts'
import { namePromises } from './name-promises.ts'
import { onOwnerTimer, onWaitTimer } from './queue-events.ts'
import { renderTurn } from './render.ts'
import { laterTicketTimer, onTicketTimer, ticketTimer } from './ticket-timers.ts'
import { type ActionNeeds, askerOf, createTurnActions } from './turn-actions.ts'
import type { TurnDecision, TurnInput } from './turn-decision.ts'
import { watchTimer, watchTimers } from './watch-timers.ts'

interface Surroundings {
  input: TurnInput
  needs: ActionNeeds
}

type EventIn = Incoming & { kind: 'event' }

/** A timer that went off arrives as an event of its conversation, in order with everything else. */
export function isTimer({ name }: EventIn): boolean {
  return name.startsWith('timer.')
}

export async function onTimer(
  event: EventIn,
  memory: Memory,
  around: Surroundings,
): Promise<TurnDecision> {
  if (event.name === `timer.${watchTimer}`) return onWatchTimer(event, memory, around)
  if (event.name === `timer.${promiseTimer}`) return onPromiseTimer(event, memory, around)
  if (event.name === `timer.${ticketTimer}`) return onTicketTimer(event.value, memory, around)
  if (event.name === `timer.${waitTimer}`) return onWaitTimer(memory, around)
  if (event.name === `timer.${ownerTimer}`) return onOwnerTimer(memory, around)
  return unchanged(memory)
}

/** When a look keeps failing on our side nothing is said; the watch tries again, a few times. */
export function planAnew(
  event: EventIn,
  memory: Memory,
  { now, conversation }: TurnInput,
): TurnDecision {
  if (event.name === `timer.${ticketTimer}`) {
    return { ...unchanged(memory), timers: [laterTicketTimer(event.value, { now, conversation })] }
  }
  const watch = watchIn(event, memory)
  if (!watch) return unchanged(memory)
  const unanswered = watch.unanswered + 1
  const next = lookAfterOutage(unanswered, now)
  const planned = { ...watch, unanswered, nextLookAt: next?.toISOString() }
  const decision = unchanged(withWatch(memory, planned))
  return { ...decision, timers: watchTimers(memory, decision.state, conversation.id) }
}

function watchIn({ value }: EventIn, memory: Memory): Watch | undefined {
  const watch = watchOf(memory, String(value.transactionId ?? ''))
  return watch?.state === 'watching' ? watch : undefined
}

async function onWatchTimer(
  event: EventIn,
  memory: Memory,
  around: Surroundings,
): Promise<TurnDecision> {
  const watch = watchIn(event, memory)
  if (!watch) return unchanged(memory)
  const { input, needs } = around
  const { conversation, now } = input
  const { locale } = memory
  const facts = () => watch.facts
  const { actions, effects } = createTurnActions(needs, {
    conversation,
    inboundId: input.inbound.id,
    locale,
    now,
    facts,
  })
  const turn = await lookAndTell({ watch, memory, actions })
  const { explanation } = effects
  const settled = await settlePromises(explanation?.evidence.record, around)
  if (isForPerson(turn, memory)) {
    const noted = noteForPerson(turn, watch)
    return { ...noted, tickets: effects.tickets, ...settled }
  }
  const told = { ...turn.memory, lastAt: now.toISOString() }
  const decision = decisionOf({ ...turn, leavesOpen: told.question, memory: told }, effects)
  const named = await namePromises(turn, explanation ? [explanation] : [], around)
  return {
    ...decision,
    // Nothing said leaves "say that again" as it was.
    ...(turn.say.length === 0 && !turn.offer && { state: writeMemory(turn.memory) }),
    promises: [...settled.promises, ...named.promises],
    timers: [...settled.timers, ...named.timers],
  }
}

/**
 * An agent who has the conversation tells the customer; while nobody has joined yet, good or bad news
 * is what the customer waits for. A question would find nobody to take its answer.
 */
function isForPerson({ say, offer }: Turn, { handoff }: Memory): boolean {
  if (handoff?.state === 'active') return say.length > 0 || offer !== undefined
  return handoff?.state === 'queued' && offer !== undefined
}

/** The facts for the agent, in the log; the watch waits for the agent to leave. */
function noteForPerson(turn: Turn, before: Watch): TurnDecision {
  const after = watchOf(turn.memory, before.transactionId) ?? before
  const goesOn = after.state === 'watching'
  const watch: Watch = goesOn ? after : { ...before, nextLookAt: undefined }
  const memory = withWatch(turn.memory, { ...watch, heldBack: true })
  const news = renderTurn(turn).map(({ text, entities }) => ({ text, entities }))
  const note = {
    type: 'event',
    name: 'support.note',
    from: { id: 'daozhang', name: '到账', role: 'bot' },
    value: { about: 'payment_watch', transactionId: before.transactionId, news },
  }
  return { ...unchanged(memory), replies: [JSON.parse(JSON.stringify(note)) as JsonObject] }
}

/** A look that shows what came of a date settles it; what stays open keeps its own timer. */
async function settlePromises(
  record: TransactionRecord | undefined,
  { input, needs }: Surroundings,
) {
  if (!record) return { promises: [], timers: [] }
  const { conversation, now } = input
  const open = await needs.store.promises({
    conversationId: conversation.id,
    state: 'open',
    limit: promisesLooked,
  })
  const own = open.filter(({ transactionId }) => transactionId === record.id)
  const place = { now, timeZone: zoneOf(record, needs) }
  const changes = own
    .map((promise) => checkPromise(promise, record, place))
    .filter(({ promise }) => promise.state === 'kept' || promise.state === 'void')
  return {
    promises: changes.map(({ promise }) => promise),
    timers: changes.map(({ timer }) => timer),
  }
}

const promisesLooked = 50

/** The quiet comparison of a date with what happened. Nobody is told. */
async function onPromiseTimer(
  { value }: EventIn,
  memory: Memory,
  around: Surroundings,
): Promise<TurnDecision> {
  const { input, needs } = around
  const promise = await needs.store.promise(String(value.promiseId ?? ''))
  if (!promise) return unchanged(memory)
  const record = await recordOf(promise, around)
  const timeZone = record ? zoneOf(record, needs) : needs.timeZone
  const change = checkPromise(promise, record, { now: input.now, timeZone })
  return { ...unchanged(memory), promises: [change.promise], timers: [change.timer] }
}

/** Undefined as well when the provider does not answer: then nothing is learnt this time. */
async function recordOf(
  { transactionId }: PromiseRow,
  { input, needs }: Surroundings,
): Promise<TransactionRecord | undefined> {
  const { provider, lookUpTimeoutMs: timeoutMs } = needs
  try {
    return await readAgain(transactionId, askerOf(input.conversation), { provider, timeoutMs })
  } catch (error) {
    if (error instanceof Failure && error.code.startsWith('provider_')) return undefined
    throw error
  }
}

function zoneOf({ createdAt }: TransactionRecord, { timeZone }: ActionNeeds): string {
  return zoneWrittenIn(createdAt, { zone: timeZone }) ?? timeZone
}

function unchanged(memory: Memory): TurnDecision {
  return { state: writeMemory(memory), replies: [], tickets: [], handoffs: [] }
}
