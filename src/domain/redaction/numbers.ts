import { type Chunk, findChunks } from './chunks.ts'
import { findLabels, type Label } from './labels.ts'
import { closedStretches, plainNumbers } from './plain-numbers.ts'
import { cover, type Span, touches } from './spans.ts'

/** Marks the border between two messages of one customer, read as one text. */
export const MESSAGE_BORDER = '\uE002'

/**
 * How two neighbouring numbers are kept apart: by signs only (`light`), by words (`words`), by the
 * border of a message (`message`), or by so much that they have nothing to do with each other.
 */
export interface Gap {
  kind: 'light' | 'words' | 'message' | 'break'
  text: string
}

/** A number of the text with what stands around it. */
export interface TextNumber extends Chunk {
  /** It is part of a date, a time, an amount or a telephone number. */
  plain: boolean
  /** The label that stands before it, or before the row of numbers that it continues. */
  label?: Label | undefined
  /** The label stands directly before this very number. */
  ownLabel: boolean
  /** What stands between it and the next number. */
  gap: Gap
}

/** Everything the finders need to know about a text. */
export interface Survey {
  glyphs: string
  numbers: readonly TextNumber[]
  labels: readonly Label[]
  closed: Uint8Array
}

const ANY_LETTER = /[\p{L}\uE001]/u
const LIGHT_LENGTH = 12
const WORDS_LENGTH = 30
const MESSAGE_LENGTH = 400
const LABEL_DISTANCE = 28

/** Finds the numbers of a text, their labels and the gaps between them. Linear in its length. */
export function survey(glyphs: string): Survey {
  const labels = findLabels(glyphs)
  const stretches = closedStretches(glyphs)
  const closed = cover(glyphs.length, stretches)
  const outside = cover(glyphs.length, [...stretches, ...labels])
  const plain = cover(glyphs.length, plainNumbers(glyphs))
  const chunks = findChunks(glyphs, outside).filter((chunk) => !isNoise(glyphs, chunk))
  const numbers = chunks.map((chunk, at): TextNumber => {
    const gap = gapBetween({ glyphs, closed }, chunk, chunks[at + 1])
    return { ...chunk, plain: touches(plain, chunk), ownLabel: false, gap }
  })
  giveLabels({ glyphs, closed, labels, numbers })
  return { glyphs, numbers, labels, closed }
}

/** After these a numeral is told, not part of a word: 卡号是六，零，…, unlike 周六 or 第三. */
const TELLS = /[是为号]$/

/** Number words of running text: 一下, 第三段, "the one I paid", "4位", "first 4". */
function isNoise(glyphs: string, chunk: Chunk): boolean {
  if (chunk.digits.length > 2) return false
  const before = glyphs.slice(Math.max(0, chunk.start - 10), chunk.start)
  const after = glyphs.slice(chunk.end, chunk.end + 2)
  if (chunk.written === 'figures') {
    return /^ ?[位个段组]/.test(after) || /(?:first|next|last|other|following|第) ?$/i.test(before)
  }
  if (chunk.written === 'han') {
    return (
      ANY_LETTER.test(after.slice(0, 1)) ||
      (ANY_LETTER.test(before.slice(-1)) && !TELLS.test(before))
    )
  }
  return ANY_LETTER.test(before.slice(-2)) || ANY_LETTER.test(after)
}

function gapBetween(
  { glyphs, closed }: { glyphs: string; closed: Uint8Array },
  one: Chunk,
  next: Chunk | undefined,
): Gap {
  const far: Gap = { kind: 'break', text: '' }
  if (!next || next.start - one.end > MESSAGE_LENGTH) return far
  if (touches(closed, { start: one.end, end: next.start })) return far
  const text = glyphs.slice(one.end, next.start)
  if (text.includes(MESSAGE_BORDER)) return { kind: 'message', text }
  if (!ANY_LETTER.test(text)) return text.length <= LIGHT_LENGTH ? { kind: 'light', text } : far
  return text.length <= WORDS_LENGTH ? { kind: 'words', text } : far
}

interface Labelling {
  glyphs: string
  closed: Uint8Array
  labels: readonly Label[]
  numbers: TextNumber[]
}

/** A label serves the number after it and the row of numbers that goes on from there. */
function giveLabels(labelling: Labelling): void {
  const { labels, numbers } = labelling
  let next = 0
  for (const [at, number] of numbers.entries()) {
    const previous = numbers[at - 1]
    while ((labels[next]?.end ?? Number.POSITIVE_INFINITY) <= number.start) next += 1
    const label = labels[next - 1]
    number.ownLabel = isBeside(labelling, label, { start: previous?.end ?? 0, end: number.start })
    if (number.ownLabel) number.label = label
    else if (previous && continues(previous.gap)) number.label = previous.label
  }
}

/** Whether the label stands in the gap before a number, near enough, in the same sentence. */
function isBeside({ glyphs, closed }: Labelling, label: Label | undefined, gap: Span): boolean {
  if (!label || label.start < gap.start || gap.end - label.end > LABEL_DISTANCE) return false
  if (touches(closed, { start: label.end, end: gap.end })) return false
  return !/[。！？?;；]/.test(glyphs.slice(label.end, gap.end))
}

function continues(gap: Gap): boolean {
  return gap.kind === 'light' && gap.text.length <= 2 && !/[\n,，、;；。]/.test(gap.text)
}
