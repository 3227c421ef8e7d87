import type { AgentStore } from '../ports/agents.ts'
import type { AuditStore } from '../ports/audit.ts'
import type { CannedAnswerStore } from '../ports/canned-answers.ts'
import type { FileStore } from '../ports/files.ts'
import type { OutboxStore } from '../ports/outbox.ts'
import type { PromiseStore } from '../ports/promises.ts'
import type { Store } from '../ports/store.ts'
import type { TimerStore } from '../ports/timers.ts'
import {
  countActive,
  insertAgent,
  insertFirstAgent,
  listAgents,
  noteSeen,
  readAgent,
  readPassword,
  savePassword,
  updateAgent,
} from './agents.ts'
import { createAuditWriter, listAudit, verifyChain } from './audit.ts'
import { listCannedAnswers, saveCannedAnswer } from './canned-answers.ts'
import { commitTurnIn } from './commit-turn.ts'
import {
  claimConversation,
  conversationsOf,
  insertConversation,
  readConversation,
} from './conversations.ts'
import { countOf, countUp, touchProbe } from './counters.ts'
import { claimDue, endDelivery, freeDeliveries } from './delivery-line.ts'
import { readNote } from './desk-outbox.ts'
import type { Engine } from './engine.ts'
import { deleteFile, filesBefore, filesOf, readFile } from './files.ts'
import {
  latestHandoff,
  listHandoffs,
  listRated,
  listSeen,
  listWaits,
  placeInQueue,
} from './handoffs.ts'
import {
  acceptInbound,
  countFailure,
  nextWaiting,
  parkedInbounds,
  readInboundState,
  reviveInbound,
  waitingConversations,
} from './inbox.ts'
import { live } from './live.ts'
import { migrate } from './migrate.ts'
import {
  countWaiting,
  listDeliveries,
  readDelivery,
  readReference,
  saveReference,
  unpark,
} from './outbox.ts'
import { readPlan } from './plans.ts'
import type { PostgresOptions } from './postgres.ts'
import { countByEnd, listPromises, readPromise } from './promises.ts'
import { listQuestions } from './questions.ts'
import { indexNext, searchIn } from './search.ts'
import {
  countTry,
  deleteOldSessions,
  deleteSession,
  deleteSessionsOf,
  deleteTries,
  insertSession,
  noteCall,
  readSession,
  uncountTry,
} from './sessions.ts'
import { openSqlite, type SqliteOptions } from './sqlite.ts'
import { listEnded, listTickets, nextNumber, openTicket, readTicket } from './tickets.ts'
import { fireDue, listTimers } from './timers.ts'
import {
  endOfLog,
  endsOfLogs,
  entriesAfter,
  entriesBefore,
  entryOfId,
  lastTexts,
} from './transcript.ts'

/** The embedded database in a directory, or a Postgres that many processes share. */
export type StoreOptions = SqliteOptions | PostgresOptions

/**
 * Ready and durable when it resolves, or it throws `store_locked` or `store_unavailable` with a
 * sentence for the operator.
 */
export async function createStore(options: StoreOptions): Promise<Store> {
  const engine = await openEngine(options)
  try {
    await migrate(engine)
    const stopLiving = engine.shared ? await live(engine) : await startAlone(engine)
    const store = storeOn(engine)
    await store.ping()
    return {
      ...store,
      async close() {
        await stopLiving()
        await store.close()
      },
    }
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** Opens either engine. The Postgres client is loaded only when it is needed. */
export async function openEngine(options: StoreOptions): Promise<Engine> {
  if (!('url' in options)) return openSqlite(options)
  const { openPostgres } = await import('./postgres.ts')
  return openPostgres(options)
}

/** The only process there is: what an earlier one was sending is free. */
async function startAlone(engine: Engine): Promise<() => Promise<void>> {
  await engine.write((db) => freeDeliveries(db, 'outbox'))
  await engine.write((db) => freeDeliveries(db, 'desk_outbox'))
  return async () => undefined
}

/** The store over any engine. */
export function storeOn(engine: Engine): Store {
  return {
    ...conversationsOn(engine),
    ...inboxOn(engine),
    ...ticketsOn(engine),
    ...handoffsOn(engine),
    ...timersOn(engine),
    ...outboxOn(engine),
    ...promisesOn(engine),
    ...agentsOn(engine),
    ...sessionsOn(engine),
    ...auditOn(engine),
    ...cannedAnswersOn(engine),
    ...filesOn(engine),
    search: (query) => engine.read((db) => searchIn(db, engine, query)),
    indexNext: (limit) => indexNext(engine, limit),
    plan: (id) => engine.read((db) => readPlan(db, id)),
    questions: (filter) => engine.read((db) => listQuestions(db, filter)),
    countGuess: (key, windowStart) => engine.write((db) => countUp(db, key, windowStart)),
    guesses: (key, windowStart) => engine.read((db) => countOf(db, key, windowStart)),
    async ping() {
      await engine.write(touchProbe)
      engine.checkRoom()
    },
    close: () => engine.close(),
  }
}

function conversationsOn(engine: Engine) {
  return {
    createConversation: (row) => engine.write((db) => insertConversation(db, row)),
    conversation: (id) => engine.read((db) => readConversation(db, id)),
    conversationsOf: (ref, limit) => engine.read((db) => conversationsOf(db, ref, limit)),
    activitiesAfter: (conversationId, seq, limit) =>
      engine.read((db) => entriesAfter(db, { conversationId, seq, limit })),
    activitiesBefore: (conversationId, seq, limit) =>
      engine.read((db) => entriesBefore(db, { conversationId, seq, limit })),
    activity: (id) => engine.read((db) => entryOfId(db, id)),
    lastSeq: async (id) => (await engine.read((db) => endOfLog(db, id))).seq,
    lastSeqs: (ids) => engine.read((db) => endsOfLogs(db, ids)),
    recentInboundTexts: (id, count) => engine.read((db) => lastTexts(db, id, count)),
  } satisfies Partial<Store>
}

function inboxOn(engine: Engine) {
  return {
    async accept(inbound) {
      const accepted = await engine.write((db) => acceptInbound(db, inbound, engine))
      if (inbound.rewrite?.length) await engine.scrub()
      return accepted
    },
    nextTurn: (id) => takeNext(engine, id),
    conversationsWithWork: (limit) => engine.read((db) => waitingConversations(db, limit, engine)),
    commitTurn: (turn) => engine.write((db) => commitTurnIn(db, turn, engine)),
    inboundState: (id) => engine.read((db) => readInboundState(db, id)),
    failTurn: (id, reason) => engine.write((db) => countFailure(db, id, reason)),
    deadInbounds: (limit, after) => engine.read((db) => parkedInbounds(db, limit, after)),
    replayInbound: (id) => engine.write((db) => reviveInbound(db, id)),
  } satisfies Partial<Store>
}

/** Where several processes work, the conversation is taken first: nobody else then works it. */
async function takeNext(engine: Engine, id: string) {
  const mine =
    !engine.shared || (await engine.claim((db) => claimConversation(db, id, engine.owner)))
  return mine ? engine.read((db) => nextWaiting(db, id, engine)) : undefined
}

function timersOn(engine: Engine) {
  return {
    fireTimers: (now, limit) => fireDue(engine, now, limit),
    timersOf: (id) => engine.read((db) => listTimers(db, id)),
  } satisfies TimerStore
}

function outboxOn(engine: Engine) {
  return {
    rememberReference: (id, reference) => engine.write((db) => saveReference(db, id, reference)),
    reference: (id) => engine.read((db) => readReference(db, id)),
    takeDeliveries: (now, limit) =>
      engine.write((db) => claimDue(db, engine, { line: 'outbox', now, limit })),
    endDelivery: (result) =>
      engine.write((db) => endDelivery(db, result, { line: 'outbox', owner: engine.owner })),
    deliveries: (filter) => engine.read((db) => listDeliveries(db, filter)),
    delivery: (id) => engine.read((db) => readDelivery(db, id)),
    countDeliveries: () => engine.read(countWaiting),
    replayDelivery: async (id, at) => (await engine.write((db) => unpark(db, at, id))) === 1,
    replayParked: (at) => engine.write((db) => unpark(db, at)),
  } satisfies OutboxStore
}

function promisesOn(engine: Engine) {
  return {
    promises: (filter) => engine.read((db) => listPromises(db, filter)),
    promise: (id) => engine.read((db) => readPromise(db, id)),
    countPromises: (since) => engine.read((db) => countByEnd(db, since)),
  } satisfies PromiseStore
}

function cannedAnswersOn(engine: Engine) {
  return {
    cannedAnswers: () => engine.read(listCannedAnswers),
    saveCannedAnswer: (row) => engine.write((db) => saveCannedAnswer(db, row)),
  } satisfies CannedAnswerStore
}

function filesOn(engine: Engine) {
  return {
    filesOf: (conversationId) => engine.read((db) => filesOf(db, conversationId)),
    file: (id) => engine.read((db) => readFile(db, id)),
    async deleteFile(deletion) {
      const isDeleted = await engine.write((db) => deleteFile(db, deletion))
      if (isDeleted) await engine.scrub()
      return isDeleted
    },
    filesBefore: (instant, limit) => engine.read((db) => filesBefore(db, instant, limit)),
  } satisfies FileStore
}

function ticketsOn(engine: Engine) {
  return {
    nextTicketSequence: (day) => engine.write((db) => nextNumber(db, day)),
    ticket: (no) => engine.read((db) => readTicket(db, no)),
    openTicketByKey: (key) => engine.read((db) => openTicket(db, key)),
    tickets: (filter) => engine.read((db) => listTickets(db, filter)),
    endedTickets: (filter) => engine.read((db) => listEnded(db, filter)),
  } satisfies Partial<Store>
}

function handoffsOn(engine: Engine) {
  return {
    handoffs: (state, limit) => engine.read((db) => listHandoffs(db, state, limit)),
    takeDeskNotes: (now, limit) =>
      engine.write((db) => claimDue(db, engine, { line: 'desk_outbox', now, limit })),
    endDeskNote: (result) =>
      engine.write((db) => endDelivery(db, result, { line: 'desk_outbox', owner: engine.owner })),
    deskNote: (key) => engine.read((db) => readNote(db, key)),
    handoffsSeen: (filter) => engine.read((db) => listSeen(db, filter)),
    ratedHandoffs: (ref, limit) => engine.read((db) => listRated(db, ref, limit)),
    recentWaits: (since, limit) => engine.read((db) => listWaits(db, since, limit)),
    handoffOf: (id) => engine.read((db) => latestHandoff(db, id)),
    queuePosition: (id) => engine.read((db) => placeInQueue(db, id)),
  } satisfies Partial<Store>
}

function agentsOn(engine: Engine) {
  return {
    agent: (id) => engine.read((db) => readAgent(db, 'id', id)),
    agents: () => engine.read(listAgents),
    agentByLogin: (login) => engine.read((db) => readAgent(db, 'login', login)),
    agentBySubject: (subject) => engine.read((db) => readAgent(db, 'subject', subject)),
    createAgent: (added) => engine.write((db) => insertAgent(db, added)),
    createFirstAgent: (added) =>
      engine.write(async (db) => {
        await engine.alone(db, 'agents')
        return insertFirstAgent(db, added)
      }),
    changeAgent: (id, change) => engine.write((db) => updateAgent(db, id, change)),
    touchAgent: (id, presence, at) => engine.write((db) => noteSeen(db, id, { presence, at })),
    activeByAgent: () => engine.read(countActive),
    password: (id) => engine.read((db) => readPassword(db, id)),
    setPassword: (id, password) => engine.write((db) => savePassword(db, id, password)),
  } satisfies Partial<AgentStore>
}

function sessionsOn(engine: Engine) {
  return {
    createSession: (row) => engine.write((db) => insertSession(db, row)),
    session: (idHash) => engine.read((db) => readSession(db, idHash)),
    touchSession: (idHash, at) => engine.write((db) => noteCall(db, idHash, at)),
    endSession: (idHash) => engine.write((db) => deleteSession(db, idHash)),
    endSessionsOf: (agentId) => engine.write((db) => deleteSessionsOf(db, agentId)),
    dropSessions: (older) => engine.write((db) => deleteOldSessions(db, older)),
    takeTry: (tried) => engine.write((db) => countTry(db, tried)),
    forgetTries: (key) => engine.write((db) => deleteTries(db, key)),
    giveTryBack: (key) => engine.write((db) => uncountTry(db, key)),
  } satisfies Partial<AgentStore>
}

function auditOn(engine: Engine) {
  return {
    noteAudit: createAuditWriter(engine),
    audit: (filter) => engine.read((db) => listAudit(db, filter)),
    verifyAudit: () => verifyChain(engine),
  } satisfies AuditStore
}
