import { type NotKept, notKeptReasons } from '../domain/files/look-at-file.ts'
import type { Json, JsonObject } from '../ports/json.ts'

/** What became of a file of a message. */
export type FileFate = 'kept' | NotKept

/** What reached the bot, whatever the channel: a message, somebody joining, or an event of our own. */
export type Incoming =
  | {
      kind: 'message'
      text: string
      locale?: string | undefined
      /** What was hidden before the message was kept. */
      redacted: string[]
      /** Earlier messages held a part of what was hidden. */
      redactedEarlier: boolean
      files: FileFate[]
      hasForm: boolean
    }
  | { kind: 'joined'; locale?: string | undefined }
  | { kind: 'event'; name: string; value: JsonObject }
  | { kind: 'other' }

/** Reads an activity as it was stored. Anything unknown is `other`, never an error. */
export function readIncoming(activity: JsonObject): Incoming {
  const locale = text(activity.locale)
  if (activity.type === 'conversationUpdate') return { kind: 'joined', locale }
  if (activity.type === 'event') {
    return { kind: 'event', name: text(activity.name) ?? '', value: object(activity.value) }
  }
  if (activity.type !== 'message') return { kind: 'other' }
  return {
    kind: 'message',
    text: text(activity.text) ?? text(object(activity.value).text) ?? '',
    locale,
    redacted: redactedKinds(activity),
    redactedEarlier: object(object(activity.channelData).redacted).split === true,
    files: Array.isArray(activity.attachments) ? activity.attachments.map(fateOf) : [],
    hasForm: activity.value !== undefined && activity.value !== null,
  }
}

/** One that is kept has an address; of another the door has noted why not. */
function fateOf(attachment: Json): FileFate {
  const { contentUrl, content } = object(attachment)
  const { notKept } = object(content)
  const reason = notKeptReasons.find((each) => each === notKept)
  return reason ?? (typeof contentUrl === 'string' ? 'kept' : 'named')
}

function redactedKinds(activity: JsonObject): string[] {
  const { kinds } = object(object(activity.channelData).redacted)
  return Array.isArray(kinds) ? kinds.filter((kind) => typeof kind === 'string') : []
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function object(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {}
}
