import type { Entity, UnderstandingContext } from '../ports/understanding.ts'
import type { Reading } from './reading-form.ts'

/** One pass over a message. `free` is `low` with everything already claimed blotted out. */
export interface EntityInput {
  reading: Reading
  free: string
  context: UnderstandingContext
  /** What earlier steps found. */
  found: readonly Entity[]
}

/** Finds entities of some kinds; what it returns is claimed and not read again. */
export type EntityStep = (input: EntityInput) => Entity[]

/** What a claimed place is filled with: no pattern matches it, and it separates words. */
export const blot = '\u0001'

/** The span of a place in the original text. */
export function spanAt(reading: Reading, start: number, end: number) {
  return { text: reading.original.slice(start, end), start, end }
}
