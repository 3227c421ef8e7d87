import { callBackMs } from '../domain/handoff/times.ts'
import type { WaitingRange } from '../domain/handoff/waiting-time.ts'
import type { Locale } from '../domain/locale.ts'
import type { Severity } from '../domain/tickets/ticket.ts'
import type { ConversationRow, HandoffRow, Store } from '../ports/store.ts'
import { type DeskNeeds, type DeskSeen, lookAtDesk } from './look-at-the-desk.ts'

/** Who calls whom, and why. */
export interface CallForPerson {
  conversation: ConversationRow
  reason: string
  severity: Severity
  language: Locale
  now: Date
}

export interface CallNeeds extends DeskNeeds {
  store: DeskNeeds['store'] & Pick<Store, 'handoffOf' | 'handoffs' | 'queuePosition'>
}

export interface Queued {
  handoff: HandoffRow
  /** 1 is next. */
  position: number
  queueLength: number
  /** False when the conversation was in the queue already. */
  fresh: boolean
  waiting?: WaitingRange | undefined
  /** The desk is open, and nobody is at it. */
  nobody: boolean
  /** The desk is closed: ISO instants of its opening and of the call back, if known. */
  closed?: { opensAt?: string | undefined; callBackBy?: string | undefined } | undefined
}

const countedAtMost = 500

/** Puts a conversation in the queue, once: a second call finds the first. Reads only. */
export async function callAPerson(call: CallForPerson, needs: CallNeeds): Promise<Queued> {
  const { store } = needs
  const { conversation, language, now } = call
  const known = await store.handoffOf(conversation.id)
  const queue = await store.handoffs('queued', countedAtMost)
  const open = known && known.state !== 'closed' ? known : undefined
  const handoff = open ?? newHandoff(call)
  const position = open ? await store.queuePosition(open.id) : placeOf(handoff, queue)
  const seen = await lookAtDesk({ place: position, language, now }, needs)
  const queueLength = queue.length + (open ? 0 : 1)
  return { handoff, position, queueLength, fresh: !open, ...shown(seen) }
}

function newHandoff({ conversation, reason, severity, language, now }: CallForPerson): HandoffRow {
  const at = now.toISOString()
  return {
    id: `${conversation.id}:${conversation.version + 1}`,
    conversationId: conversation.id,
    state: 'queued',
    reason,
    priority: severity,
    language,
    facts: {},
    createdAt: at,
    lastCustomerAt: at,
    updatedAt: at,
  }
}

/** Urgent ones are served first: those who came before with less do not count. */
function placeOf({ priority }: HandoffRow, queue: readonly HandoffRow[]): number {
  return queue.filter((each) => each.priority <= priority).length + 1
}

/** What of the desk is told. */
export function shown({
  open,
  opensAt,
  nobody,
  waiting,
}: DeskSeen): Pick<Queued, 'nobody' | 'waiting' | 'closed'> {
  if (open) return { nobody, waiting }
  const callBackBy = opensAt && new Date(opensAt.getTime() + callBackMs)
  return {
    nobody,
    closed: { opensAt: opensAt?.toISOString(), callBackBy: callBackBy?.toISOString() },
  }
}
