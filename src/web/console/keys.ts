/** What a key does. Lists are walked by `next` and `previous`. */
export type Command =
  | 'next'
  | 'previous'
  | 'claim'
  | 'nextWaiting'
  | 'reply'
  | 'note'
  | 'transfer'
  | 'return'
  | 'close'
  | 'search'
  | 'help'
  | 'queue'
  | 'mine'
  | 'tickets'
  | 'facts'
  | 'ticket'
  | 'knowledge'
  | 'history'

/** Keys by what they do, in the order in which the help shows them. Two letters: one after the other. */
export const keysOf: Readonly<Record<Command, string>> = {
  next: 'j',
  previous: 'k',
  nextWaiting: 'n',
  claim: 'c',
  reply: 'r',
  note: '.',
  transfer: 't',
  return: 'b',
  close: 'x',
  facts: '1',
  ticket: '2',
  knowledge: '3',
  history: '4',
  queue: 'g q',
  mine: 'g m',
  tickets: 'g t',
  search: '/',
  help: '?',
}

const commands = new Map(
  Object.entries(keysOf).map(([command, keys]) => [keys, command as Command]),
)

const arrows: Readonly<Record<string, Command>> = { ArrowDown: 'next', ArrowUp: 'previous' }

/** A key press, as far as it matters. `before` is the key pressed just before it. */
export interface KeyPress {
  key: string
  ctrl: boolean
  alt: boolean
  meta: boolean
  composing: boolean
  /** The focus is in a text field, a menu or a dialog, which has keys of its own. */
  inField: boolean
  /** The focus is on a row of a list: arrows walk it. */
  inList: boolean
  before: string
}

/** The command of a key press; undefined when it is not for us. */
export function commandOf(press: KeyPress): Command | undefined {
  const { key, ctrl, alt, meta, composing, inField, inList, before } = press
  if (ctrl || alt || meta || composing || inField) return undefined
  if (before === 'g') return commands.get(`g ${key}`)
  return (inList ? arrows[key] : undefined) ?? commands.get(key)
}
