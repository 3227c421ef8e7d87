import type { Json, JsonObject } from '../../ports/json.ts'
import type { LoggedActivity } from '../../ports/store.ts'
import type { ConversationReference } from './shapes.ts'

/** How many buttons under a message a channel shows; a channel that is not named here shows none. */
const mostButtons: Readonly<Record<string, number>> = {
  emulator: 100,
  webchat: 100,
  directline: 100,
  telegram: 100,
  line: 13,
  facebook: 10,
}

/** Channels that draw the citations of a schema.org `Message`. */
const drawsCitations: readonly string[] = ['emulator', 'webchat', 'directline']

interface Delivered {
  reference: ConversationReference
  /** The service's own id of the message that is answered; absent when nobody asked. */
  replyToId?: string | undefined
}

/**
 * A logged reply as the Bot Framework service takes it: between the service's own ids, and with
 * words in place of what the channel cannot show. Undefined for what is not for customers there.
 */
export function foreignActivity(
  { id, activity }: LoggedActivity,
  { reference, replyToId }: Delivered,
): JsonObject | undefined {
  if (activity.type !== 'message') return undefined
  const { channelId, serviceUrl, conversation, bot, user } = reference
  const { textFormat, locale, inputHint, attachments, suggestedActions } = activity
  const labels = labelsOf(suggestedActions)
  const showsButtons = labels.length <= (mostButtons[channelId] ?? 0)
  return asJson({
    type: 'message',
    channelId,
    serviceUrl,
    conversation,
    from: bot,
    recipient: user,
    replyToId,
    text: textOf(activity, showsButtons ? [] : labels),
    textFormat,
    locale,
    inputHint,
    attachments,
    suggestedActions: showsButtons ? suggestedActions : undefined,
    entities: entitiesFor(channelId, activity.entities),
    channelData: { deliveryId: id },
  })
}

/** The words, with a person's name before a person's words, and choices as a numbered list. */
function textOf({ text, from, locale }: JsonObject, choices: readonly string[]): string {
  const { role, name } = asObject(from)
  const colon = String(locale).startsWith('zh') ? '：' : ': '
  const speaker = role === 'channel' && typeof name === 'string' && name ? `${name}${colon}` : ''
  const lines = choices.map((label, index) => `${index + 1}. ${label}`)
  return [speaker + String(text ?? ''), ...lines].join('\n')
}

function labelsOf(suggestedActions: Json | undefined): string[] {
  const { actions } = asObject(suggestedActions)
  return Array.isArray(actions) ? actions.map((action) => String(asObject(action).title)) : []
}

/** Ours are kept for whoever reads them; others only where they are drawn. */
function entitiesFor(channelId: string, entities: Json | undefined): Json | undefined {
  if (!Array.isArray(entities)) return undefined
  return entities.filter((entity) => {
    const { type } = asObject(entity)
    return String(type).startsWith('support/') || drawsCitations.includes(channelId)
  })
}

function asObject(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

/** A copy in which fields without a value are left out. */
function asJson(parts: Record<string, unknown>): JsonObject {
  return JSON.parse(JSON.stringify(parts))
}
