import type { Cause } from './causes.ts'

/** A cause that stays possible, with its share of what is likely (0..1). */
export interface RankedCause {
  cause: Cause
  probability: number
}
