import { failureKind, isFailure } from '../errors.ts'
import type { Log } from '../observability/log.ts'
import type { Clock } from '../ports/clock.ts'
import type { FanOut } from '../ports/fan-out.ts'
import type { JsonObject } from '../ports/json.ts'
import type { Store } from '../ports/store.ts'
import type { Apologise, Decide, TurnDecision, TurnInput } from './turn-decision.ts'
import { failureReason } from './turn-failure.ts'

export interface TurnWorkerOptions {
  store: Store
  fanOut: Pick<FanOut, 'publish' | 'typing'>
  decide: Decide
  apologise: Apologise
  clock: Clock
  log: Pick<Log, 'warn' | 'error'>
  /** Told of every turn decided and committed, with the seconds that took: for figures. */
  onDone?: ((input: TurnInput, decision: TurnDecision, seconds: number) => void) | undefined
  /** Told of every failed attempt, for figures and alarms. */
  onFailure?: ((input: TurnInput, error: unknown) => void) | undefined
}

/** The last of these attempts is answered with an apology. */
const MAX_ATTEMPTS = 3
/** So often a turn is decided anew because another one was first. */
const MAX_CONFLICTS = 5

/** Takes single turns: look, decide, commit, tell. `decideMs` is the most a decision may take. */
export function createTurnWorker(options: TurnWorkerOptions, decideMs: number) {
  const { store, fanOut, clock, log } = options
  const apology = apologist(options, decideMs)
  /** Conflicts of each inbound that had any and is not settled. */
  const conflicts = new Map<string, number>()

  /** One turn of a conversation; false when no more waits. Throws when the store is in trouble. */
  async function takeTurn(conversationId: string): Promise<boolean> {
    const pending = await store.nextTurn(conversationId)
    if (!pending) return false
    const input = { ...pending, now: clock.now() }
    showTyping(fanOut, input)
    const problem = await attempt(input)
    if (problem) await recover(input, problem.error)
    return problem !== undefined || !pending.last
  }

  /** Decides and commits; answers what went wrong, if anything. */
  async function attempt(input: TurnInput): Promise<{ error: unknown } | undefined> {
    const startedAt = performance.now()
    let decision: TurnDecision
    try {
      decision = await inTime(options.decide(input), decideMs)
    } catch (error) {
      throwOutage(error)
      return { error }
    }
    const problem = await commit(input, decision)
    if (!problem) options.onDone?.(input, decision, (performance.now() - startedAt) / 1000)
    return problem
  }

  /** Answers what is wrong with the decision; an outage of the store is thrown. */
  async function commit(
    input: TurnInput,
    decision: TurnDecision,
    parked?: string,
  ): Promise<{ error: unknown } | undefined> {
    const { conversation, inbound } = input
    try {
      await store.commitTurn({
        ...decision,
        conversationId: conversation.id,
        inboundId: inbound.id,
        version: conversation.version,
        at: clock.now().toISOString(),
        parked,
      })
    } catch (error) {
      throwOutage(error)
      return { error }
    }
    conflicts.delete(inbound.id)
    fanOut.publish(conversation.id)
    return undefined
  }

  async function recover(input: TurnInput, error: unknown): Promise<void> {
    if (mayDecideAnew(input, error)) return
    const { conversation, inbound } = input
    const attempt = inbound.attempts + 1
    const where = { conversationId: conversation.id, activityId: inbound.id, attempt }
    log.warn('turn_failed', { ...where, ...failureKind(error) })
    options.onFailure?.(input, error)
    if (attempt >= MAX_ATTEMPTS) {
      log.error('turn_parked', where)
      const problem = await commit(input, await apology(input, error), failureReason(error))
      if (!problem || mayDecideAnew(input, problem.error)) return
    }
    await store.failTurn(inbound.id, failureReason(error))
  }

  function mayDecideAnew({ inbound }: TurnInput, error: unknown): boolean {
    if (!isFailure(error, 'state_conflict')) return false
    const count = (conflicts.get(inbound.id) ?? 0) + 1
    if (count > MAX_CONFLICTS) conflicts.delete(inbound.id)
    else conflicts.set(inbound.id, count)
    return count <= MAX_CONFLICTS
  }

  return { takeTurn }
}

/** Asks for an apology; a turn without words when even that fails. */
function apologist({ apologise, log }: TurnWorkerOptions, ms: number) {
  return async function apology(input: TurnInput, error: unknown): Promise<TurnDecision> {
    try {
      return await inTime(Promise.resolve(apologise(input, error)), ms)
    } catch (second) {
      const { id: conversationId, state } = input.conversation
      log.error('apology_failed', { conversationId, ...failureKind(second) })
      return { state, replies: [], tickets: [], handoffs: [] }
    }
  }
}

/** Only what a customer said is answered with a typing sign. */
function showTyping(fanOut: Pick<FanOut, 'typing'>, { conversation, inbound }: TurnInput): void {
  if (inbound.seq === 0 || inbound.activity.type !== 'message') return
  if (isWithPerson(conversation.state)) return
  fanOut.typing(conversation.id, typingTo(conversation.id, inbound.activity))
}

/** While a person has the conversation the bot says nothing, so it shows no sign either. */
function isWithPerson({ handoff }: JsonObject): boolean {
  const row =
    typeof handoff === 'object' && handoff !== null && !Array.isArray(handoff) ? handoff : {}
  return row.state === 'active'
}

function typingTo(conversationId: string, { from, recipient }: JsonObject): JsonObject {
  return {
    type: 'typing',
    conversation: { id: conversationId },
    ...(recipient !== undefined && { from: recipient }),
    ...(from !== undefined && { recipient: from }),
  }
}

/** An outage of the store is nobody's fault: the message waits, and no attempt is counted. */
function throwOutage(error: unknown): void {
  if (isFailure(error, 'store_unavailable')) throw error
}

/** The work's result, or an error when it takes longer; a late result is dropped. */
async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TurnTimeout()), ms)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}

class TurnTimeout extends Error {
  override readonly name = 'TurnTimeout'
}
