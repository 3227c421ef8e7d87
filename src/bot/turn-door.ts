import { isFailure } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { Inbox, ReceivedMessage } from '../ports/inbox.ts'
import type { JsonObject } from '../ports/json.ts'
import type { Accepted, Inbound, InboundText, Store } from '../ports/store.ts'

/**
 * Hides what must not be kept. `previousTexts` are the customer's last texts, oldest first: a card
 * number may be split over messages. `previous` is the same list as it must be kept from now on,
 * absent when nothing in it changes.
 */
export type RedactActivity = (
  activity: JsonObject,
  previousTexts: string[],
) => { activity: JsonObject; kinds: string[]; previous?: string[] | undefined }

interface TurnDoorOptions {
  store: Store
  redact: RedactActivity
  clock: Clock
  /** Called once a message is on disk. */
  onAccepted(conversationId: string, visible: boolean): void
}

/** How many of the customer's last texts the redaction looks back over. */
const LOOK_BACK = 4
/** Somebody who types faster than this into several processes at once has to send it again. */
const MAX_ATTEMPTS = 5

/**
 * Where messages come in: redacted before anything is written, acknowledged once durable. The
 * messages of one conversation come in one by one, so that each is redacted knowing the last.
 */
export function createTurnDoor({
  store,
  redact,
  clock,
  onAccepted,
}: TurnDoorOptions): Pick<Inbox, 'receive'> {
  const inOrder = createLanes()

  /** Once more when another process accepted a text meanwhile: the redaction must see that, too. */
  async function admit(message: ReceivedMessage, attempt = 1): Promise<Accepted | undefined> {
    const { channel, conversationId, dedupeKey, files } = message
    const silent = message.silent === true
    const known = await redacted(message, silent)
    const at = clock.now().toISOString()
    const inbound = { channel, conversationId, dedupeKey, ...known, files, silent, at }
    try {
      const accepted = await store.accept(inbound)
      if (accepted) onAccepted(conversationId, !silent && !accepted.duplicate)
      return accepted
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !isFailure(error, 'state_conflict')) throw error
      return admit(message, attempt + 1)
    }
  }

  async function redacted(
    message: ReceivedMessage,
    silent: boolean,
  ): Promise<Pick<Inbound, 'activity' | 'lastTextId' | 'rewrite'>> {
    const { conversationId } = message
    const typed = !silent && typeof message.activity.text === 'string'
    if (!typed) return { activity: redactAlone(message.activity) }
    const texts = await store.recentInboundTexts(conversationId, LOOK_BACK)
    const result = redact(
      message.activity,
      texts.map(({ text }) => text),
    )
    const rewrite = changedTexts(texts, result.previous)
    const activity = withKinds(result.activity, { kinds: result.kinds, split: rewrite.length > 0 })
    // Kept with the message in one transaction: were the first part hidden and this one not taken,
    // nothing would tell the next try that it is half a number.
    return { activity, lastTextId: texts.at(-1)?.id ?? '', rewrite }
  }

  function redactAlone(activity: JsonObject): JsonObject {
    const result = redact(activity, [])
    return withKinds(result.activity, { kinds: result.kinds, split: false })
  }

  return { receive: (message) => inOrder(message.conversationId, () => admit(message)) }
}

function changedTexts(before: InboundText[], after: string[] | undefined): InboundText[] {
  if (!after) return []
  return before.flatMap(({ id, text }, index) => {
    const now = after[index]
    return now === undefined || now === text ? [] : [{ id, text: now }]
  })
}

/**
 * Notes in the activity what was hidden, for the bot to tell the customer; `split` when earlier
 * messages held a part of it, so that the bot forgets what it took from them.
 */
function withKinds(
  activity: JsonObject,
  { kinds, split }: { kinds: string[]; split: boolean },
): JsonObject {
  if (kinds.length === 0) return activity
  const { channelData } = activity
  const known = typeof channelData === 'object' && !Array.isArray(channelData) ? channelData : {}
  return {
    ...activity,
    channelData: { ...known, redacted: { type: 'support/redaction', kinds, split } },
  }
}

/** Runs jobs of the same key one after the other, in the order they came. */
function createLanes() {
  const last = new Map<string, Promise<unknown>>()

  return async function inLane<T>(key: string, job: () => Promise<T>): Promise<T> {
    const before = last.get(key)
    const mine = before ? before.then(job, job) : job()
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}
