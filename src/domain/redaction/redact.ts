import { disjoint, type Edit } from './edit.ts'
import { type CardFound, findCards } from './find-cards.ts'
import { findAfterCards, findExpiries } from './find-expiries.ts'
import { findPasswords } from './find-passwords.ts'
import { findAccounts, findIdNumbers } from './find-personal.ts'
import { findSecrets } from './find-secrets.ts'
import { findTracks } from './find-tracks.ts'
import { cardMark, hiddenMark } from './marks.ts'
import { MESSAGE_BORDER, type Survey, survey } from './numbers.ts'
import { type Reading, read } from './reading.ts'
import { type RedactionKind, redactionKinds } from './redaction-kind.ts'

/** A text that may be kept. */
export interface Redacted {
  text: string
  /** What was hidden in this message, or what this message completed; each kind once. */
  kinds: RedactionKind[]
  /** The earlier messages with their part of a split number hidden; absent when they may stay. */
  previous?: string[] | undefined
}

/** What is hidden can lay bare a new neighbourhood: look again, but not for ever. */
const PASSES = 4
const MESSAGES = 4

/**
 * Hides card numbers, codes, passwords and personal numbers in a customer's message, so that it
 * may be kept, logged and passed on. `previous` are the customer's last messages as they were
 * kept, oldest first; the last four are looked at, for numbers told piece by piece. Redacting a
 * redacted text changes nothing. Linear in the length of the texts; never throws.
 */
export function redact(text: string, previous: readonly string[] = []): Redacted {
  const skipped = Math.max(0, previous.length - MESSAGES)
  let messages = [...previous.slice(skipped), text]
  const kinds = new Set<RedactionKind>()
  for (let pass = 0; pass < PASSES; pass += 1) {
    const next = redactOnce(messages)
    for (const kind of next.kinds) kinds.add(kind)
    if (next.messages.every((message, at) => message === messages[at])) break
    messages = next.messages
  }
  const earlier = [...previous.slice(0, skipped), ...messages.slice(0, -1)]
  const changed = earlier.some((message, at) => message !== previous[at])
  return {
    text: messages.at(-1) ?? '',
    kinds: redactionKinds.filter((kind) => kinds.has(kind)),
    ...(changed && { previous: earlier }),
  }
}

interface Pass {
  messages: string[]
  kinds: RedactionKind[]
}

function redactOnce(messages: readonly string[]): Pass {
  const readings = messages.map(read)
  const glyphs = readings.map((reading) => reading.glyphs).join(MESSAGE_BORDER)
  const lastStart = glyphs.length - (readings.at(-1)?.glyphs.length ?? 0)
  const edits = findEdits(glyphs, lastStart)
  const current = edits.filter((edit) => edit.end > lastStart)
  let offset = 0
  const redacted = readings.map((reading) => {
    const text = apply(reading, edits, offset)
    offset += reading.glyphs.length + 1
    return text
  })
  return { messages: redacted, kinds: current.flatMap((edit) => edit.kinds) }
}

/** Everything to hide, earlier finders first: what they take is not looked at again. */
function findEdits(glyphs: string, lastStart: number): Edit[] {
  const found = survey(glyphs)
  const cards = findCards(found)
  const all = [
    ...findPasswords(found),
    ...findTracks(glyphs),
    ...findIdNumbers(found),
    ...cards.flatMap(cardEdits),
    ...findAfterCards(found, cards),
    ...findExpiries(found),
    ...findSecrets(found),
    ...findAccounts(found),
  ]
  return disjoint(openOnly(found, all), glyphs.length).filter(
    (edit) => edit.end > lastStart || isPiece(edit),
  )
}

/** A number told piece by piece leaves its last four where it was completed. */
function cardEdits({ pieces, last4 }: CardFound): Edit[] {
  return pieces.map((piece, at): Edit => {
    const mark = at === pieces.length - 1 ? cardMark(last4) : hiddenMark
    return { ...piece, kinds: ['card_number'], mark }
  })
}

function isPiece(edit: Edit): boolean {
  return edit.kinds.includes('card_number')
}

/** Marks of an earlier redaction are never touched. */
function openOnly({ closed }: Survey, edits: readonly Edit[]): Edit[] {
  return edits.filter(({ start, end }) => {
    for (let at = start; at < end; at += 1) if (closed[at]) return false
    return end > start
  })
}

function apply({ source, starts, ends }: Reading, edits: readonly Edit[], offset: number): string {
  const parts: string[] = []
  let from = 0
  for (const edit of edits) {
    const start = starts[edit.start - offset]
    const end = ends[edit.end - 1 - offset]
    if (start === undefined || end === undefined || start < from) continue
    parts.push(source.slice(from, start), edit.mark)
    from = end
  }
  return parts.length === 0 ? source : parts.join('') + source.slice(from)
}
