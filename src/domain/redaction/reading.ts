import { foldCharacter } from './fold-character.ts'

/**
 * A text as a person reads it. `glyphs` holds one UTF-16 unit per visible sign; glyph `i` stands
 * for `source.slice(starts[i], ends[i])`, so whatever is found in it can be cut out of the source.
 */
export interface Reading {
  source: string
  glyphs: string
  starts: readonly number[]
  ends: readonly number[]
}

interface Draft {
  glyphs: string[]
  starts: number[]
  ends: number[]
}

/** Escapes within escapes (`%2534`) are undone this many times. */
const UNESCAPES = 3
const ESCAPE =
  /%[0-9a-f]{2}|&#x[0-9a-f]{1,7};?|&#[0-9]{1,8};?|&(?:nbsp|ensp|emsp|thinsp|amp|zwnj|zwj|shy|num|percnt);|\\u\{[0-9a-f]{1,6}\}|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\[nrt]/gi
const entities: Record<string, number> = {
  nbsp: 0x20,
  ensp: 0x20,
  emsp: 0x20,
  thinsp: 0x20,
  amp: 0x26,
  zwnj: 0x200c,
  zwj: 0x200d,
  shy: 0xad,
  num: 0x23,
  percnt: 0x25,
}

/** Reads a text: folds every character, then undoes URL, HTML and JSON escapes. Never throws. */
export function read(source: string): Reading {
  let draft = foldAll(source)
  for (let pass = 0; pass < UNESCAPES; pass += 1) {
    const next = undoEscapes(draft)
    if (!next) break
    draft = next
  }
  return { source, glyphs: draft.glyphs.join(''), starts: draft.starts, ends: draft.ends }
}

function foldAll(source: string): Draft {
  const draft: Draft = { glyphs: [], starts: [], ends: [] }
  for (let at = 0; at < source.length; ) {
    const codePoint = source.codePointAt(at) ?? 0
    const end = at + (codePoint > 0xffff ? 2 : 1)
    put(draft, codePoint, { start: at, end })
    at = end
  }
  return draft
}

/** An unseen character belongs to the sign before it, so that it is cut out with it. */
function put(draft: Draft, codePoint: number, span: { start: number; end: number }): void {
  const fold = foldCharacter(codePoint)
  const last = draft.ends.length - 1
  if (fold === '' && last >= 0) draft.ends[last] = span.end
  for (const glyph of fold) {
    draft.glyphs.push(glyph)
    draft.starts.push(span.start)
    draft.ends.push(span.end)
  }
}

function undoEscapes(draft: Draft): Draft | undefined {
  const text = draft.glyphs.join('')
  if (!/[%&\\]/.test(text)) return undefined
  const next: Draft = { glyphs: [], starts: [], ends: [] }
  let from = 0
  for (const written of text.matchAll(ESCAPE)) {
    if (written.index < from) continue
    const decoded = decode(text, written[0], written.index)
    if (!decoded) continue
    copy(draft, next, { from, to: written.index })
    from = written.index + decoded.length
    const start = draft.starts[written.index] ?? 0
    put(next, decoded.codePoint, { start, end: draft.ends[from - 1] ?? start })
  }
  if (from === 0) return undefined
  copy(draft, next, { from, to: text.length })
  return next
}

function copy(draft: Draft, next: Draft, range: { from: number; to: number }): void {
  for (let at = range.from; at < range.to; at += 1) {
    next.glyphs.push(draft.glyphs[at] ?? '')
    next.starts.push(draft.starts[at] ?? 0)
    next.ends.push(draft.ends[at] ?? 0)
  }
}

interface Decoded {
  codePoint: number
  length: number
}

function decode(text: string, written: string, at: number): Decoded | undefined {
  if (written.startsWith('%')) return decodePercent(text, at)
  const codePoint = codePointOf(written)
  const valid = codePoint !== undefined && codePoint <= 0x10ffff
  return valid ? { codePoint, length: written.length } : undefined
}

function codePointOf(written: string): number | undefined {
  const lower = written.toLowerCase()
  if (/^\\[nrt]$/.test(lower)) return 0x0a
  if (lower.startsWith('&#x')) return Number.parseInt(lower.slice(3), 16)
  if (lower.startsWith('&#')) return Number.parseInt(lower.slice(2), 10)
  if (lower.startsWith('&')) return entities[lower.slice(1, -1)]
  return Number.parseInt(lower.replace(/[\\ux{}]/g, ''), 16)
}

/** One UTF-8 sequence written as `%xx` bytes; undefined when the bytes are no character. */
function decodePercent(text: string, at: number): Decoded | undefined {
  const lead = byteAt(text, at)
  const size = lead === undefined ? 0 : sequenceLength(lead)
  if (lead === undefined || size === 0) return undefined
  let codePoint = size === 1 ? lead : lead & (0xff >> (size + 1))
  for (let index = 1; index < size; index += 1) {
    const byte = byteAt(text, at + index * 3)
    if (byte === undefined || (byte & 0xc0) !== 0x80) return undefined
    codePoint = (codePoint << 6) | (byte & 0x3f)
  }
  return codePoint <= 0x10ffff ? { codePoint, length: size * 3 } : undefined
}

function byteAt(text: string, at: number): number | undefined {
  const written = text.slice(at, at + 3)
  return /^%[0-9a-f]{2}$/i.test(written) ? Number.parseInt(written.slice(1), 16) : undefined
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1
  if (lead >= 0xc2 && lead < 0xe0) return 2
  if (lead >= 0xe0 && lead < 0xf0) return 3
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0
}
