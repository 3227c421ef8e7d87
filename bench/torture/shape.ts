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

/** What a message is about, without words, digits and dates: those depend on the hour. */
export function shapeOf({ activity }: LogEntry): string {
  const { type, entities = [] } = activity
  const support = entities.filter((entity) => entity.type.startsWith('support/'))
  const named = support.map(({ type: name, slot }) => (slot ? `${name}:${slot}` : name))
  return [type, ...named.toSorted()].join(' ')
}
