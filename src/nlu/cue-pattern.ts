import type { Cue } from '../domain/diagnosis/story.ts'

/** A statement about what happened, and what would turn it into its opposite or a question. */
export interface CuePattern {
  cue: Cue
  /** Matched against the repaired, lower-case message. */
  says: RegExp
  unless?: RegExp | undefined
}
