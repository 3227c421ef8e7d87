import { Failure } from '../errors.ts'
import type { LoggedActivity, TurnCommit } from '../ports/store.ts'
import { replaceState } from './conversations.ts'
import { enqueueNotes } from './desk-outbox.ts'
import { parseInboundId } from './encoding.ts'
import type { Engine } from './engine.ts'
import { saveHandoff, takeRoom } from './handoffs.ts'
import { finishInbound } from './inbox.ts'
import { enqueueReplies } from './outbox.ts'
import { savePlans } from './plans.ts'
import { savePromises } from './promises.ts'
import { saveQuestions } from './questions.ts'
import type { Db } from './schema.ts'
import { saveTicket } from './tickets.ts'
import { changeTimers } from './timers.ts'
import { appendEntry, endOfLog, nextEntry } from './transcript.ts'

/**
 * Everything a turn changes, inside one transaction of the caller. Throws `state_conflict` when
 * another turn was first.
 */
export async function commitTurnIn(
  db: Db,
  turn: TurnCommit,
  engine: Pick<Engine, 'shared' | 'owner'>,
): Promise<LoggedActivity[]> {
  const { conversationId, version, state, at } = turn
  const fresh = await replaceState(db, { id: conversationId, version, state, at }, engine)
  if (!fresh) throw new Failure('state_conflict', 'The conversation has moved on since')
  if (!(await endInbound(db, turn))) {
    throw new Failure('state_conflict', 'The message is no longer waiting')
  }
  for (const ticket of turn.tickets) await saveTicket(db, ticket)
  if (turn.room) await takeRoom(db, turn.room, engine)
  for (const handoff of turn.handoffs) await saveHandoff(db, handoff)
  await enqueueNotes(db, turn)
  await changeTimers(db, turn.timers ?? [])
  await savePromises(db, turn.promises ?? [])
  await savePlans(db, turn.plans ?? [], at)
  await saveQuestions(db, turn.questions ?? [])
  const replies = await appendReplies(db, turn)
  // A note for the agent stays in the log: only what is said to the customer leaves.
  const said = replies.filter(({ activity }) => activity.type === 'message')
  if (fresh.reference !== null) await enqueueReplies(db, said)
  return replies
}

async function endInbound(db: Db, turn: TurnCommit): Promise<boolean> {
  if (parseInboundId(turn.inboundId)?.conversationId !== turn.conversationId) return false
  return finishInbound(db, turn.inboundId, turn.parked)
}

async function appendReplies(db: Db, turn: TurnCommit): Promise<LoggedActivity[]> {
  if (turn.replies.length === 0) return []
  const { conversationId, at } = turn
  // A silent inbound is in nobody's log: a reply to it would point nowhere.
  const visible = parseInboundId(turn.inboundId)?.seq !== undefined
  const answersTo = visible ? { replyToId: turn.inboundId } : {}
  const entries: LoggedActivity[] = []
  let end: { seq: number; at?: string } = await endOfLog(db, conversationId)
  for (const reply of turn.replies) {
    const activity = { ...answersTo, ...reply }
    const entry = nextEntry(end, { conversationId, direction: 'out', activity, at })
    await appendEntry(db, entry)
    entries.push(entry)
    end = entry
  }
  return entries
}
