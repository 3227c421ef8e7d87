import type { ConversationView, TranscriptEntry } from '../api/shapes.ts'

/** A stretch of what was said, and whether something comes before it. */
export type Stretch = Pick<ConversationView, 'transcript' | 'earlier'>

/** So many entries are read at once. */
export const pageLength = 200

/**
 * What was read before, with a newer reading of the end: its entries count, for a text may have been
 * hidden since. Where more was said in between than was read, only the end is left.
 */
export function withEnd(known: Stretch, end: Stretch): Stretch {
  const first = end.transcript[0]?.seq
  const last = known.transcript.at(-1)?.seq
  if (first === undefined || last === undefined || last < first - 1) return end
  const before = known.transcript.filter(({ seq }) => seq < first)
  return {
    transcript: [...before, ...end.transcript],
    earlier: before[0] ? known.earlier : end.earlier,
  }
}

/** What is known, with the page before it; any other page changes nothing. */
export function withPageBefore(known: Stretch, page: Stretch): Stretch {
  const first = known.transcript[0]?.seq
  if (first === undefined) return known
  const before = page.transcript.filter(({ seq }) => seq < first)
  if (!joins(before, first)) return known
  return { transcript: [...before, ...known.transcript], earlier: page.earlier }
}

function joins(page: readonly TranscriptEntry[], first: number): boolean {
  return page.at(-1)?.seq === first - 1
}
