import { z } from 'zod'
import { causeCodes } from '../../domain/diagnosis/causes.ts'

/** The small shapes that every part of the API is described with. */
export const instant = z.string().describe('ISO 8601 instant with offset')
export const dayOrInstant = z.string().describe('ISO 8601 instant with offset, or a day YYYY-MM-DD')
export const cause = z.enum(causeCodes)

/** True when two types are the same: a published shape and the one behind it. */
export type Same<One, Other> = [One] extends [Other]
  ? [Other] extends [One]
    ? true
    : false
  : false
