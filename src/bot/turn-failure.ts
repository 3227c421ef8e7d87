import { Failure } from '../errors.ts'

/**
 * What is kept with a message that could not be worked: enough to find the place in the code. The
 * message of an unexpected error may quote the customer, so it is left out.
 */
export function failureReason(error: unknown): string {
  if (error instanceof Failure) return error.code
  if (!(error instanceof Error)) return typeof error
  const place = /^ +at .*?([\w.-]+\.[a-z]{2,3}:\d+):\d+\)?$/m.exec(error.stack ?? '')?.[1]
  return place ? `${error.name} at ${place}` : error.name
}
