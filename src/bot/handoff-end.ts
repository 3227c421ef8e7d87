import type { Ask, Message, Turn } from '../../dialogs/flow.ts'
import { formatMoment } from '../../dialogs/format.ts'
import { type Memory, newCase } from '../../dialogs/memory.ts'
import { askRating, isPoor } from '../../dialogs/talk-to-a-person/rate-person.ts'
import { personTexts } from '../../dialogs/talk-to-a-person/texts.ts'
import type { HandoffOutcome } from '../domain/handoff/acts.ts'
import { isOpen } from '../domain/tickets/ticket.ts'
import type { HandoffRow } from '../ports/store.ts'
import type { ActValue } from './handoff-acts.ts'
import { type Around, backInQueue, decided, ownerTimers, waitTimers } from './handoff-turn.ts'
import { writeMemory } from './memory-schema.ts'
import { ratedRow, ratingNote } from './rated-row.ts'
import { renderTurn } from './render.ts'
import type { TurnDecision } from './turn-decision.ts'

interface Ending {
  around: Around
  outcome: HandoffOutcome
}

/**
 * The bot comes back with a clean context; verdicts and tickets stay known. It says what is still
 * open, and asks once how it was. News of a watch that only the agent was told is looked at again at
 * once, for the customer.
 */
export async function closed(
  row: HandoffRow,
  memory: Memory,
  { around, outcome }: Ending,
): Promise<TurnDecision> {
  const at = around.input.now.toISOString()
  const wasServed = row.state === 'active'
  const words = personTexts[memory.locale]
  const back: Memory = {
    ...newCase(memory),
    handoff: { id: row.id, state: 'closed', ...(wasServed && { asksRating: true }) },
    watches: memory.watches.map((each) => (each.heldBack ? { ...each, nextLookAt: at } : each)),
  }
  const first: Message = {
    text: outcome === 'solved' ? words.backSolved : words.back,
    entities: [{ type: 'support/handoff', state: 'closed' }],
  }
  const open = await stillOpen(memory, around)
  const say = open.length > 0 ? [first, { text: words.stillOpen(open.join(words.joint)) }] : [first]
  const offer: Ask | undefined = wasServed ? askRating(memory.locale) : undefined
  const turn: Turn = { say, offer, memory: { ...back, question: undefined, questionCount: 0 } }
  return {
    state: writeMemory(turn.memory),
    replies: renderTurn(turn),
    tickets: [],
    handoffs: [{ ...row, state: 'closed', outcome, updatedAt: at }],
    timers: [...ownerTimers(undefined, around), ...waitTimers(undefined, around)],
  }
}

const shownAtMost = 5

/** Tickets without a result and dates that were named for money, in words. */
async function stillOpen({ locale }: Memory, { input, needs }: Around): Promise<string[]> {
  const { store, timeZone } = needs
  const { id: conversationId } = input.conversation
  const words = personTexts[locale]
  const moment = (at: string) => formatMoment(at, locale, timeZone)
  const tickets = await store.tickets({ conversationId, limit: shownAtMost })
  const promises = await store.promises({ conversationId, state: 'open', limit: shownAtMost })
  const due = promises.filter(({ dueAt }) => Date.parse(dueAt) > input.now.getTime())
  return [
    ...tickets
      .filter(({ state }) => isOpen(state))
      .map(({ no, dueAt }) => words.ticketDue(no, moment(dueAt))),
    ...due.map(({ dueAt }) => words.moneyDue(moment(dueAt))),
  ]
}

interface Judging {
  around: Around
  score: number
  comment?: string | undefined
}

/** How it was: kept with the handoff, thanked for once; a poor one is noted for the leads. */
export function rated(
  row: HandoffRow,
  memory: Memory,
  { around, score, comment }: Judging,
): TurnDecision {
  if (row.state !== 'closed') return decided(memory)
  const words = personTexts[memory.locale]
  const text = isPoor(score) ? words.ratedPoorly : words.rated
  const handoff = memory.handoff && { ...memory.handoff, asksRating: undefined }
  const kept = ratedRow(row, { score, comment, at: around.input.now })
  const thanks = row.rating === undefined ? [{ text }] : []
  const decision = decided({ ...memory, handoff }, thanks, [kept])
  const notes = isPoor(score) ? [ratingNote(kept)] : []
  return { ...decision, replies: [...decision.replies, ...notes] }
}

/** A desk that goes on failing is told of once, until somebody has come after all. */
function unreached(
  row: HandoffRow,
  memory: Memory,
  around: Around,
): TurnDecision | Promise<TurnDecision> {
  if (row.state === 'queued' && memory.handoff?.unreached) return decided(memory)
  const say = { text: personTexts[memory.locale].deskUnreachable }
  return backInQueue(row, memory, { around, say, unreached: true })
}

/** What a desk elsewhere says has become of the call. */
export function statusTold(
  row: HandoffRow,
  memory: Memory,
  { around, act }: { around: Around; act: ActValue<'handoff.status'> },
): TurnDecision | Promise<TurnDecision> {
  const words = personTexts[memory.locale]
  if (row.state === 'closed') return decided(memory)
  if (act.state === 'completed') return closed(row, memory, { around, outcome: 'returned' })
  if (act.state === 'failed') return unreached(row, memory, around)
  if (row.state === 'active') return decided(memory)
  const at = around.input.now.toISOString()
  const name = act.agent ?? words.somebody
  const taken: HandoffRow = {
    ...row,
    state: 'active',
    agent: name,
    agentName: name,
    claimedAt: at,
    updatedAt: at,
  }
  const known: Memory = { ...memory, handoff: { id: row.id, state: 'active' } }
  const joined: Message = {
    text: words.joined(name),
    entities: [{ type: 'support/handoff', state: 'active', agent: name }],
  }
  return { ...decided(known, [joined], [taken]), timers: waitTimers(undefined, around) }
}
