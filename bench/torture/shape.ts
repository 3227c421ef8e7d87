/** An entry of a conversation's log, as `/api/v1/conversations/{id}` shows it. */
export interface LogEntry {
  seq: number
  id: string
  direction: 'in' | 'out'
  activity: {
    type: string
    text?: string
    replyToId?: string
    entities?: { type: string; slot?: string }[]
    channelData?: { clientActivityID?: string }
  }
}

/** "Welcome back …": said when hours have passed, and the clocks of a stormy run jump by hours. */
export function isRecap({ activity }: LogEntry): boolean {
  return /^(?:Welcome back\.|欢迎回来。)/u.test(activity.text ?? '')
}

/** The call back that is promised to who waits long: the clocks of a stormy run jump past the wait. */
export function isCallBack({ direction, activity }: LogEntry): boolean {
  const { type, replyToId, entities = [] } = activity
  const names = entities.map((entity) => entity.type)
  const isPromise = names.includes('support/handoff') && names.includes('support/ticket')
  return direction === 'out' && type === 'message' && replyToId === undefined && isPromise
}

/** News of the queue, told as an event as often as it moves. */
export function isQueueNews({ direction, activity }: LogEntry): boolean {
  return direction === 'out' && activity.type === 'event' && activity.replyToId === undefined
}

/** What a message is about, without words, digits and dates: those depend on the hour. */
export function shapeOf({ activity }: LogEntry): string {
  const { type, entities = [] } = activity
  const support = entities.filter((entity) => entity.type.startsWith('support/'))
  const named = support.map(({ type: name, slot }) => (slot ? `${name}:${slot}` : name))
  return [type, ...named.toSorted()].join(' ')
}
