import { onTestFinished } from 'vitest'
import type { Ticket, TicketState } from '../../src/domain/tickets/ticket.ts'
import type { QuestionRow } from '../../src/ports/knowledge-notes.ts'
import type { Store } from '../../src/ports/store.ts'
import { createStore } from '../../src/storage/store.ts'
import {
  accepted,
  conversation,
  message,
  temporaryDirectory,
  ticket,
  work,
} from '../storage/sample.ts'

/** A store of its own, with what it takes to fill it as the service does. */
export async function smallWorld() {
  const dataDir = temporaryDirectory()
  const store = await createStore({ dataDir })
  onTestFinished(() => store.close())
  return { dataDir, ...fillerOf(store) }
}

type Note = Pick<QuestionRow, 'outcome'> & Partial<QuestionRow>

/** Ways to put conversations, questions, answers and tickets into a store. */
export function fillerOf(store: Store) {
  let made = 0

  async function startTalk(customer: string, name?: string): Promise<string> {
    made += 1
    const id = `talk${made}`
    const identity = { userId: customer, trusted: false, ...(name && { name }) }
    await store.createConversation({ ...conversation(id), identity })
    return id
  }

  /** A customer asks; `notes` say what became of it. Answers the id of the conversation. */
  async function ask(
    text: string,
    notes: Note[],
    { customer = `customer${made}`, at = '2026-11-10T04:00:00.000Z', name = '' } = {},
  ): Promise<string> {
    const id = await startTalk(customer, name)
    const { id: askedIn } = await accepted(store, message(id, text, { at }))
    const questions = notes.map((note, n) => ({
      id: `${askedIn}#${n}`,
      conversationId: id,
      askedIn,
      locale: 'en' as const,
      at,
      ...note,
    }))
    await work(store, id, { questions, at })
    return id
  }

  /** An agent answers in a conversation, and gives it back. */
  async function answer(id: string, texts: string[], agent = 'Wu Lei'): Promise<void> {
    const replies = [
      ...texts.map((text) => ({ type: 'message', text, from: { id: 'agent', name: agent } })),
      {
        type: 'message',
        text: 'You are back with the assistant.',
        from: { id: 'bot' },
        entities: [{ type: 'support/handoff', state: 'closed' }],
      },
      { type: 'message', text: 'Never to be taken.', from: { id: 'agent', name: agent } },
    ]
    await accepted(store, message(id, 'joined', { silent: true, activity: { type: 'event' } }))
    await work(store, id, { replies })
  }

  /** Tickets as they stand, kept with a turn. */
  async function file(...tickets: Ticket[]): Promise<void> {
    const id = await startTalk(`filer${made}`)
    await accepted(store, message(id, 'help'))
    await work(store, id, { tickets })
  }

  return { store, ask, answer, file }
}

let tickets = 0

/** A ticket that was filed and ended on these instants. */
export function endedTicket(
  cause: Ticket['cause'],
  [filed, ended]: [filed: string, ended: string],
  rest: Partial<Ticket> & { via?: TicketState[] } = {},
): Ticket {
  tickets += 1
  const { via = [], state = 'resolved', ...more } = rest
  const steps = [...via, state].map((event) => ({ at: ended, by: 'agent' as const, event }))
  return ticket(`TK-20261101-${String(tickets).padStart(4, '0')}`, {
    cause,
    state,
    createdAt: filed,
    updatedAt: ended,
    dueAt: '2026-11-20T18:00:00+08:00',
    history: [{ at: filed, by: 'customer', event: 'submitted' }, ...steps],
    ...more,
  })
}
