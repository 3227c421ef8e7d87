import { matchesOf } from '../matches.ts'
/** A stretch of glyphs: from `start` up to, not including, `end`. */
export interface Span {
  start: number
  end: number
}

/**
 * Which glyphs are covered by any of the spans, one byte each: asking about a stretch then costs
 * its own length, however many spans there are.
 */
export function cover(length: number, spans: readonly Span[]): Uint8Array {
  const covered = new Uint8Array(length)
  for (const { start, end } of spans) covered.fill(1, start, end)
  return covered
}

/** Whether any glyph of the span is covered. */
export function touches(covered: Uint8Array, span: Span): boolean {
  for (let at = span.start; at < span.end; at += 1) if (covered[at]) return true
  return false
}

/** Every place a pattern matches. The pattern must carry the `g` flag. */
export function placesOf(glyphs: string, pattern: RegExp): Span[] {
  const places: Span[] = []
  for (const match of matchesOf(glyphs, pattern)) {
    places.push({ start: match.index, end: match.index + match[0].length })
  }
  return places
}
