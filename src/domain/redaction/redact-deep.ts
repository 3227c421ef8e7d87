import { brandStrength, passesLuhn, startsLikeCard } from './card-brands.ts'
import { cardMark, hiddenMark } from './marks.ts'
import { redact } from './redact.ts'
import { type RedactionKind, redactionKinds } from './redaction-kind.ts'

/** Plain JSON. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** A JSON value that may be kept. */
export interface DeepRedacted {
  value: Json
  /** What was hidden anywhere in it; each kind once. */
  kinds: RedactionKind[]
  /** The earlier messages with their part of a split number hidden; absent when they may stay. */
  previous?: string[] | undefined
}

interface Walk {
  kinds: Set<RedactionKind>
  previous: readonly string[]
  changed: boolean
}

/** Deeper than any activity we accept: what lies below goes unread, so it must not be kept. */
const DEEPEST = 64
/** A name that may say what its value is: `cvv`, `cardNumber`, `one_time_code`. */
const TELLING_NAME = /^[a-zA-Z\p{Script=Han}_ -]{2,40}$/u

/**
 * Redacts every text, every object key and every whole number that is a card number. A key counts
 * as the label of its value, so `{"cvv":"123"}` is hidden too. `previous` works as in `redact`.
 * Never throws; what is nested deeper than 64 levels is hidden as a whole.
 */
export function redactDeep(value: Json, previous: readonly string[] = []): DeepRedacted {
  const walk: Walk = { kinds: new Set(), previous, changed: false }
  const kept = redactValue(value, walk, { name: '', depth: 0 })
  const kinds = redactionKinds.filter((kind) => walk.kinds.has(kind))
  return { value: kept, kinds, ...(walk.changed && { previous: [...walk.previous] }) }
}

interface Position {
  /** The key under which the value stands. */
  name: string
  depth: number
}

function redactValue(value: Json, walk: Walk, position: Position): Json {
  if (typeof value === 'string') return redactText(value, walk, position.name)
  if (typeof value === 'number') return redactNumber(value, walk, position.name)
  if (value === null || typeof value !== 'object') return value
  if (position.depth >= DEEPEST) return hiddenMark
  const inner = { name: position.name, depth: position.depth + 1 }
  if (Array.isArray(value)) return value.map((one) => redactValue(one, walk, inner))
  return redactObject(value, walk, inner.depth)
}

/** `fromEntries` defines its keys, so that a key like `__proto__` stays a key. */
function redactObject(value: { [key: string]: Json }, walk: Walk, depth: number): Json {
  const names = new Set<string>()
  const entries = Object.entries(value).map(([key, one]): [string, Json] => {
    const name = unusedName(redactText(key, walk, ''), names)
    return [name, redactValue(one, walk, { name: key, depth })]
  })
  return Object.fromEntries(entries)
}

/** Two keys may look the same once redacted; none may swallow the other's value. */
function unusedName(name: string, names: Set<string>): string {
  let unused = name
  for (let count = 2; names.has(unused); count += 1) unused = `${name} (${count})`
  names.add(unused)
  return unused
}

function redactText(text: string, walk: Walk, name: string): string {
  const label = labelOf(name)
  const redacted = redact(label + text, walk.previous)
  for (const kind of redacted.kinds) walk.kinds.add(kind)
  if (redacted.previous) {
    walk.previous = redacted.previous
    walk.changed = true
  }
  return redacted.text.startsWith(label) ? redacted.text.slice(label.length) : redacted.text
}

/** `cardNumber` reads as `card Number: `. */
function labelOf(name: string): string {
  if (!TELLING_NAME.test(name)) return ''
  return `${name.replace(/_/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2')}: `
}

function redactNumber(value: number, walk: Walk, name: string): Json {
  if (!Number.isInteger(value) || value < 0 || value >= 1e21) return value
  const digits = String(value)
  if (!Number.isSafeInteger(value)) return redactRounded(value, digits, walk)
  const text = redactText(digits, walk, name)
  return text === digits ? value : text
}

/** JSON rounds numbers of 17 digits and more: the check digit is gone, most of the card is not. */
function redactRounded(value: number, digits: string, walk: Walk): Json {
  const exact = digits.length === 16 && passesLuhn(digits) && brandStrength(digits)
  if (!exact && (digits.length === 16 || digits.length > 19 || !startsLikeCard(digits)))
    return value
  walk.kinds.add('card_number')
  return exact ? cardMark(digits.slice(-4)) : hiddenMark
}
