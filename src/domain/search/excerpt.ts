import type { SearchTerm } from './tokens.ts'

const longest = 120
const before = 30

/** The part of the first text that shows a term, cut around it; the last text's end when none does. */
export function excerptOf(
  texts: readonly (string | undefined)[],
  terms: readonly SearchTerm[],
): string {
  const given = texts.filter((text) => text !== undefined && text !== '') as string[]
  for (const text of given) {
    const at = placeOf(text, terms)
    if (at !== undefined) return cut(text, at)
  }
  return cut(given.at(-1) ?? '', 0)
}

/** A token stands in a text as it was written, or with separators that were taken out: then not found. */
function placeOf(text: string, terms: readonly SearchTerm[]): number | undefined {
  const folded = text.toLowerCase()
  const places = terms.map((term) => folded.indexOf(term.text)).filter((place) => place >= 0)
  return places.length > 0 ? Math.min(...places) : undefined
}

function cut(text: string, at: number): string {
  const from = Math.max(0, at - before)
  const part = text
    .slice(from, from + longest)
    .replace(/\s+/gu, ' ')
    .trim()
  return `${from > 0 ? '…' : ''}${part}${from + longest < text.length ? '…' : ''}`
}
