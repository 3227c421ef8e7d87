import type { HandoffEntity } from '../../src/domain/support-entity.ts'
import { causePolicy } from '../../src/domain/tickets/cause-policy.ts'
import type { Ticket } from '../../src/domain/tickets/ticket.ts'
import type { CalledPerson } from '../called-person.ts'
import { finish, type Message, type PersonCall, type Scene, type Turn } from '../flow.ts'
import { formatMoment } from '../format.ts'
import type { Memory } from '../memory.ts'
import { ticketEntity } from '../words/ticket-entity.ts'
import { personTexts } from './texts.ts'

type Calling = Pick<Scene, 'memory' | 'actions'>

/**
 * Puts the conversation in the queue and says truthfully what that means: how many wait before, how
 * long it usually takes, or that nobody is there and what happens then. Called again it tells the
 * place.
 */
export async function callPerson({ memory, actions }: Calling, call: PersonCall): Promise<Turn> {
  const called = await actions.callPerson(call)
  const known = inQueue(memory, called)
  if (called.fresh && called.closed) return offHours({ memory: known, actions }, call, called)
  return finish(known, [placeMessage(known, called, actions.timeZone)])
}

/** Where the customer stands now. */
export function placeMessage(memory: Memory, called: CalledPerson, timeZone: string): Message {
  return { text: placeInWords(memory, called, timeZone), entities: [handoffEntity(called)] }
}

function placeInWords({ locale }: Memory, called: CalledPerson, timeZone: string): string {
  const words = personTexts[locale]
  const { position, fresh, nobody, closed, waiting } = called
  if (closed?.opensAt) {
    return words.waitingClosed(position, formatMoment(closed.opensAt, locale, timeZone))
  }
  if (nobody || closed) return fresh ? words.nobodyHere(position) : words.waitingNobody(position)
  const range = waiting && words.range(waiting.from, waiting.to)
  return fresh ? words.coming(position, range) : words.waiting(position, range)
}

/** A ticket with a promise instead of a dead chat; the conversation keeps its place. */
async function offHours(
  { memory, actions }: Calling,
  call: PersonCall,
  called: CalledPerson,
): Promise<Turn> {
  const ticket = await actions.promiseCallBack({
    by: called.closed?.callBackBy,
    category: memory.verdict ? causePolicy[memory.verdict.cause].category : 'other',
    severity: call.severity,
    explanation: call.explanation,
  })
  const text = closedInWords(memory, called, { ticket, timeZone: actions.timeZone })
  const ticketNos = [...new Set([...memory.ticketNos, ticket.no])]
  const entities = [handoffEntity(called), ticketEntity(ticket)]
  return finish({ ...memory, ticketNos }, [{ text, entities }])
}

function closedInWords(
  { locale }: Memory,
  { closed }: CalledPerson,
  { ticket, timeZone }: { ticket: Ticket; timeZone: string },
): string {
  const words = personTexts[locale]
  if (!closed?.opensAt || !closed.callBackBy) return words.closedAtAll(ticket.no)
  const opens = formatMoment(closed.opensAt, locale, timeZone)
  return words.closed(opens, ticket.no, formatMoment(closed.callBackBy, locale, timeZone))
}

/** The published part: where in the queue, how long, or when the desk opens. */
export function handoffEntity({
  position,
  queueLength,
  waiting,
  closed,
}: CalledPerson): HandoffEntity {
  return {
    type: 'support/handoff',
    state: closed ? 'unavailable' : 'queued',
    position,
    queueLength,
    waiting,
    opensAt: closed?.opensAt,
  }
}

function inQueue(memory: Memory, { id, position }: CalledPerson): Memory {
  const { handoff } = memory
  if (handoff?.id === id && handoff.state === 'active') return memory
  return { ...memory, handoff: { id, state: 'queued', place: position } }
}
