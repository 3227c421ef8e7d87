import { asksForRating, choicesOf, entityOf, type PageActivity, speakerOf } from './activity.ts'
import { handoffOf, isWithPerson } from './handoff.ts'
import type { Shown, TalkState } from './talk-state.ts'

/** How an activity is taken: told before a reload or new, seen or not, and what was rated already. */
export interface Taking {
  isOld: boolean
  isClosed: boolean
  isRated(id: string): boolean
}

/** The screen after an activity of the line. */
export function takeActivity(state: TalkState, activity: PageActivity, taking: Taking): TalkState {
  if (activity.type === 'typing') return { ...state, ...typingAfter(state, activity) }
  const told = { ...state, handoff: handoffOf(activity) ?? state.handoff }
  if (activity.type !== 'message') return told
  const messages = withMessage(told.messages, activity)
  const speaker = speakerOf(activity)
  if (speaker === 'user') return ownMessage({ ...told, messages })
  return otherMessage({ ...told, messages }, activity, taking)
}

/** The bot's sign for a message that a person will answer would promise too much. */
function typingAfter({ handoff, isTyping }: TalkState, activity: PageActivity) {
  const speaker = speakerOf(activity)
  const counts = speaker === 'agent' || (speaker === 'bot' && !isWithPerson(handoff))
  return { isTyping: isTyping || counts }
}

/** One of the customer's own takes the place of its draft. */
function withMessage(messages: readonly Shown[], activity: PageActivity): readonly Shown[] {
  const key = activity.channelData?.clientActivityID ?? activity.id ?? ''
  const shown: Shown = { key, activity }
  const isDrafted = messages.some((each) => each.key === key)
  return isDrafted
    ? messages.map((each) => (each.key === key ? shown : each))
    : [...messages, shown]
}

function ownMessage(state: TalkState): TalkState {
  return {
    ...state,
    choices: [],
    ratingFor: undefined,
    isTyping: !isWithPerson(state.handoff),
  }
}

function otherMessage(state: TalkState, activity: PageActivity, taking: Taking): TalkState {
  const isAsking = asksForRating(activity) && !taking.isRated(activity.id ?? '')
  const isNew = !taking.isOld
  return {
    ...state,
    isTyping: false,
    choices: asksForRating(activity) ? [] : choicesOf(activity),
    ratingFor: isAsking ? activity.id : undefined,
    spoken: isNew ? spokenOf(activity) : state.spoken,
    unread: isNew && taking.isClosed ? state.unread + 1 : state.unread,
  }
}

/** The words, with the name of a person who says them. */
function spokenOf(activity: PageActivity): string {
  const name = speakerOf(activity) === 'agent' ? `${activity.from?.name ?? ''}: ` : ''
  const ticket = entityOf(activity, 'support/ticket')
  return `${name}${activity.text ?? ticket?.no ?? ''}`
}
