import type { Cue } from '../domain/diagnosis/story.ts'

/** A statement about what happened, and what would turn it into its opposite or a question. */
export interface CuePattern {
  cue: Cue
  /** Matched against the repaired, lower-case message. */
  says: RegExp
  unless?: RegExp | undefined
}

/** A pattern that matches where one of the given does: for those in which a list is filled in. */
export function eitherOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'))
}
