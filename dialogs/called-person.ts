import type { WaitingRange } from '../src/domain/handoff/waiting-time.ts'

/** What came of a call for a person. */
export interface CalledPerson {
  id: string
  /** 1 is next. */
  position: number
  /** How many wait in all. */
  queueLength: number
  /** False when the conversation was in the queue, or with a person, already. */
  fresh: boolean
  /** Absent when there is too little to go by. */
  waiting?: WaitingRange | undefined
  /** The desk is open, and nobody is at it. */
  nobody: boolean
  /** The desk is closed: ISO instants of its opening and of the promised call back, if known. */
  closed?: { opensAt?: string | undefined; callBackBy?: string | undefined } | undefined
}
