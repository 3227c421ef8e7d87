import type { Store } from '../ports/store.ts'
import { commitTurnIn } from './commit-turn.ts'
import { insertConversation, readConversation } from './conversations.ts'
import { countOf, countUp, touchProbe } from './counters.ts'
import type { Engine } from './engine.ts'
import { latestHandoff, listHandoffs, placeInQueue } from './handoffs.ts'
import {
  acceptInbound,
  countFailure,
  nextWaiting,
  parkedInbounds,
  waitingConversations,
} from './inbox.ts'
import { migrate } from './migrate.ts'
import { openSqlite, type SqliteOptions } from './sqlite.ts'
import { listTickets, nextNumber, openTicket, readTicket } from './tickets.ts'
import { endOfLog, entriesAfter, lastTexts, rewriteText } from './transcript.ts'

/**
 * The embedded store: one directory, one process. Ready and durable when it resolves, or it throws
 * `store_locked` or `store_unavailable` with a sentence for the operator.
 */
export async function createStore(options: SqliteOptions): Promise<Store> {
  const engine = openSqlite(options)
  try {
    await migrate(engine)
    const store = storeOn(engine)
    await store.ping()
    return store
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** The store over any engine. */
export function storeOn(engine: Engine): Store {
  return {
    ...conversationsOn(engine),
    ...inboxOn(engine),
    ...ticketsOn(engine),
    ...handoffsOn(engine),
    countGuess: (key, windowStart) => engine.write((db) => countUp(db, key, windowStart)),
    guesses: (key, windowStart) => engine.read((db) => countOf(db, key, windowStart)),
    ping: () => engine.write(touchProbe),
    backup: (path) => engine.backup(path),
    close: () => engine.close(),
  }
}

function conversationsOn(engine: Engine) {
  return {
    createConversation: (row) => engine.write((db) => insertConversation(db, row)),
    conversation: (id) => engine.read((db) => readConversation(db, id)),
    activitiesAfter: (conversationId, seq, limit) =>
      engine.read((db) => entriesAfter(db, { conversationId, seq, limit })),
    lastSeq: async (id) => (await engine.read((db) => endOfLog(db, id))).seq,
    recentInboundTexts: (id, count) => engine.read((db) => lastTexts(db, id, count)),
    async rewriteInboundTexts(conversationId, texts) {
      await engine.write(async (db) => {
        for (const text of texts) await rewriteText(db, conversationId, text)
      })
      await engine.scrub()
    },
  } satisfies Partial<Store>
}

function inboxOn(engine: Engine) {
  return {
    accept: (inbound) => engine.write((db) => acceptInbound(db, inbound, engine.locksRows)),
    nextTurn: (id) => engine.read((db) => nextWaiting(db, id)),
    conversationsWithWork: (limit) => engine.read((db) => waitingConversations(db, limit)),
    commitTurn: (turn) => engine.write((db) => commitTurnIn(db, turn)),
    failTurn: (id, reason) => engine.write((db) => countFailure(db, id, reason)),
    deadInbounds: (limit) => engine.read((db) => parkedInbounds(db, limit)),
  } satisfies Partial<Store>
}

function ticketsOn(engine: Engine) {
  return {
    nextTicketSequence: (day) => engine.write((db) => nextNumber(db, day)),
    ticket: (no) => engine.read((db) => readTicket(db, no)),
    openTicketByKey: (key) => engine.read((db) => openTicket(db, key)),
    tickets: (filter) => engine.read((db) => listTickets(db, filter)),
  } satisfies Partial<Store>
}

function handoffsOn(engine: Engine) {
  return {
    handoffs: (state, limit) => engine.read((db) => listHandoffs(db, state, limit)),
    handoffOf: (id) => engine.read((db) => latestHandoff(db, id)),
    queuePosition: (id) => engine.read((db) => placeInQueue(db, id)),
  } satisfies Partial<Store>
}
