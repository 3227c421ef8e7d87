import { hiddenMark } from './marks.ts'
import type { RedactionKind } from './redaction-kind.ts'
import { cover, type Span, touches } from './spans.ts'

/** Glyphs to be replaced, and why. */
export interface Edit extends Span {
  kinds: readonly RedactionKind[]
  mark: string
}

/**
 * Edits without overlap, in order of place. The earlier ones of the list come first; of a later
 * one only what is still uncovered is hidden.
 */
export function disjoint(edits: readonly Edit[], length: number): Edit[] {
  const covered = cover(length, [])
  const kept: Edit[] = []
  for (const edit of edits) {
    const whole = !touches(covered, edit)
    if (whole) kept.push(edit)
    else kept.push(...remains(edit, covered))
    covered.fill(1, edit.start, edit.end)
  }
  return kept.sort((one, other) => one.start - other.start)
}

function remains(edit: Edit, covered: Uint8Array): Edit[] {
  const parts: Edit[] = []
  let start = -1
  for (let at = edit.start; at <= edit.end; at += 1) {
    const open = at < edit.end && !covered[at]
    if (open && start < 0) start = at
    if (!open && start >= 0) {
      parts.push({ ...edit, start, end: at, mark: hiddenMark })
      start = -1
    }
  }
  return parts
}
