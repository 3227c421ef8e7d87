import { hash, randomBytes } from 'node:crypto'
import { type ActResult, actOnTicket, isDone } from '../../../actions/act-on-ticket.ts'
import type { Ticket } from '../../../domain/tickets/ticket.ts'
import { transitions } from '../../../domain/tickets/ticket-states.ts'
import type { JsonObject } from '../../../ports/json.ts'
import type { TicketAct, TicketFiling } from '../../../ports/ticket-acts.ts'
import { Refusal } from '../../refusal.ts'
import type { WebRequest } from '../../request.ts'
import type { ApiDependencies } from '../dependencies.ts'
import type { Caller } from '../operation.ts'
import { notFound } from '../operation.ts'

/** Who acts, as it stands in the ticket's history, and the id of this request. */
export function actorOf(caller: Caller, headers: WebRequest['headers']) {
  return { agent: caller.name, act: actId(caller, headers['idempotency-key']) }
}

/** Letters only: digits could be taken for a card number and hidden on the way. */
function actId({ agentId, name }: Caller, key: string | string[] | undefined): string {
  const hex =
    typeof key === 'string'
      ? hash('sha256', `${agentId ?? name}|${key}`, 'hex').slice(0, 32)
      : randomBytes(16).toString('hex')
  return Array.from(hex, (digit) => letters[Number.parseInt(digit, 16)]).join('')
}

const letters = 'abcdefghijklmnop'

/**
 * Does what the desk wants of a ticket: refused here when it cannot be, else an event of the ticket's
 * conversation, which decides in its own turn. Answers the ticket as it then is.
 */
export async function sendAct(
  act: TicketAct,
  dependencies: ApiDependencies,
): Promise<{ ticket: Ticket; pending: boolean }> {
  const { store, now, timeZone, calendarOf } = dependencies
  const before = await store.ticket(act.value.no)
  if (!before) throw notFound('ticket')
  const result = actOnTicket(before, act, { now: now(), timeZone, calendarOf })
  if (result.kind === 'done') return { ticket: before, pending: false }
  if (result.kind !== 'changed') throw refusalOf(result, before)
  await sendEvent(before.conversationId, act, dependencies)
  const settled = (ticket: Ticket | undefined) =>
    ticket !== undefined && (isDone(ticket, act.value.act) || isOvertaken(ticket, act))
  const after = await until(() => store.ticket(before.no), settled)
  if (!after) return { ticket: (await store.ticket(before.no)) ?? before, pending: true }
  if (!isDone(after, act.value.act)) throw stale(after.version)
  return { ticket: after, pending: false }
}

/** Somebody else was first, and the turn has refused a change of the older ticket. */
function isOvertaken(ticket: Ticket, act: TicketAct): boolean {
  return act.name === 'ticket.change' && ticket.version > act.value.version
}

/** Files a ticket in a conversation; `fresh` is false when an open one was added to. */
export async function sendFiling(
  conversationId: string,
  filing: TicketFiling,
  dependencies: ApiDependencies,
): Promise<{ ticket: Ticket; fresh: boolean } | undefined> {
  const { store } = dependencies
  await sendEvent(conversationId, filing, dependencies)
  const { act } = filing.value
  const customerRef = await customerOf(conversationId, dependencies)
  const find = async () => {
    const tickets = await store.tickets({ customerRef, order: 'newest', limit: looked })
    return tickets.find((each) => isDone(each, act))
  }
  const ticket = await until(find, (found) => found !== undefined)
  if (!ticket) return undefined
  const first = ticket.history[0]
  return { ticket, fresh: first?.act === act }
}

/** The filed one is among a customer's newest, or an open one of theirs that was added to. */
const looked = 50

async function customerOf(conversationId: string, { store }: ApiDependencies) {
  const row = await store.conversation(conversationId)
  return row && (row.identity.merchantId ?? row.identity.userId)
}

async function sendEvent(
  conversationId: string,
  { name, value }: TicketAct | TicketFiling,
  { store, inbox }: ApiDependencies,
): Promise<void> {
  const conversation = await store.conversation(conversationId)
  if (!conversation) throw notFound('conversation')
  const result = await inbox.receive({
    channel: conversation.channel,
    conversationId,
    dedupeKey: `a:${name}:${value.act}`,
    silent: true,
    activity: {
      type: 'event',
      name,
      value: JSON.parse(JSON.stringify(value)) as JsonObject,
      channelId: conversation.channel,
      conversation: { id: conversationId },
      from: { id: 'agent', role: 'channel' },
    },
  })
  if (!result) throw notFound('conversation')
}

const patienceMs = 2_000
const lookEveryMs = 25

/** Reads until what was read will do, two seconds at most. */
async function until<T>(
  read: () => Promise<T>,
  enough: (value: T) => boolean,
): Promise<T | undefined> {
  for (const end = performance.now() + patienceMs; ; ) {
    const value = await read()
    if (enough(value)) return value
    if (performance.now() >= end) return undefined
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
}

function stale(version: number): Refusal {
  const message = `The ticket has been changed since you read it: it is at version ${version}. Read it again.`
  return new Refusal(409, 'Stale', message)
}

function refusalOf(
  result: Exclude<ActResult, { kind: 'changed' | 'done' }>,
  ticket: Ticket,
): Refusal {
  switch (result.kind) {
    case 'stale':
      return stale(result.version)
    case 'not_allowed':
      return conflict(
        'NotAllowed',
        `From ${result.from} a ticket may go to: ${transitions[result.from].join(', ') || 'nowhere'}.`,
      )
    case 'resolution_missing':
      return conflict(
        'ResolutionMissing',
        'Give a resolution: its code, and the result with its reason.',
      )
    case 'too_late_to_reopen':
      return conflict('TooLateToReopen', `It ended at ${result.closedAt}: file a new ticket.`)
    case 'ended':
      return conflict('NotAllowed', `The ticket has ended (${ticket.state}): its clocks stand.`)
    case 'no_such_clock': {
      const running = ticket.clocks.map(({ regime }) => regime).join(', ') || 'none'
      return conflict('NoSuchClock', `This ticket has no such clock. It has: ${running}.`)
    }
    case 'not_extendable':
      return conflict('NotExtendable', 'The rules of this regime know no longer limit.')
    case 'too_late':
      return conflict('TooLateToExtend', `The limit ended at ${result.dueAt}.`)
    case 'not_later':
      return conflict('NotLater', `The limit is ${result.dueAt} already.`)
    case 'too_long':
      return conflict('TooLong', `The rules allow an extension to ${result.latest} at most.`)
  }
}

function conflict(code: string, message: string): Refusal {
  return new Refusal(409, code, message)
}
