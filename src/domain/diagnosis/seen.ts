import type { EvidenceSource, Observation } from './observation.ts'

/** What was seen, and where. */
export interface Seen {
  observation: Observation
  source: EvidenceSource
}

export type Checks = Partial<Record<Observation, boolean>>

/** The checks that hold, each with the place it was read in. */
export function seenIn(source: EvidenceSource, checks: Checks): Seen[] {
  return Object.entries(checks)
    .filter(([, holds]) => holds)
    .map(([observation]) => ({ observation: observation as Observation, source }))
}
