import type { SupportEntity } from '../../../domain/support-entity.ts'

/** An activity as it comes from the server; whatever else it holds is not looked at. */
export interface PageActivity {
  type: string
  id?: string | undefined
  timestamp?: string | undefined
  /** What it answers; absent when nobody asked. */
  replyToId?: string | undefined
  text?: string | undefined
  name?: string | undefined
  value?: unknown
  from?: { id?: string; role?: string; name?: string } | undefined
  channelData?: { clientActivityID?: string } | undefined
  entities?: { type: string }[] | undefined
  attachments?: Attachment[] | undefined
  suggestedActions?: { actions?: { title?: string; value?: unknown }[] } | undefined
}

export interface Attachment {
  name?: string
  contentType?: string
  contentUrl?: string
  content?: unknown
}

export function isAdaptiveCard({ contentType }: Attachment): boolean {
  return contentType === 'application/vnd.microsoft.card.adaptive'
}

type EntityOf<Type extends SupportEntity['type']> = Extract<SupportEntity, { type: Type }>

/** The support entity of that type; the server's schemas promise its fields. */
export function entityOf<Type extends SupportEntity['type']>(
  activity: PageActivity,
  type: Type,
): EntityOf<Type> | undefined {
  const isWanted = (entity: { type: string }): entity is EntityOf<Type> => entity.type === type
  return activity.entities?.find(isWanted)
}

/** An answer to tap: what it says and what it sends. */
export interface Choice {
  title: string
  value: string
}

/** The answers a message suggests. */
export function choicesOf(activity: PageActivity): Choice[] {
  const actions = activity.suggestedActions?.actions ?? []
  const suggested = actions.flatMap(({ title, value }) => {
    const text = typeof value === 'string' ? value : title
    return text ? [{ title: title || text, value: text }] : []
  })
  if (suggested.length > 0) return suggested
  const choices = entityOf(activity, 'support/question')?.choices ?? []
  return choices.map((choice) => ({ title: choice, value: choice }))
}

/** Whether a message asks how the conversation was. */
export function asksForRating(activity: PageActivity): boolean {
  const slot: string | undefined = entityOf(activity, 'support/question')?.slot
  return slot === 'satisfaction'
}

export type Speaker = 'user' | 'bot' | 'agent'

/** Who speaks: the customer, the bot, or a person of the support desk. */
export function speakerOf({ from }: PageActivity): Speaker {
  if (from?.role === 'user') return 'user'
  return from?.id === 'agent' ? 'agent' : 'bot'
}
