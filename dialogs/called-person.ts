import type { Queued } from '../src/actions/call-a-person.ts'

/** What came of a call for a person, as a dialog needs it. */
export interface CalledPerson extends Omit<Queued, 'handoff'> {
  /** Of the handoff. */
  id: string
}
