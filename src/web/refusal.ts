/**
 * A request we do not serve. The message goes to the client: it teaches what to send instead and
 * holds nothing the client did not say. Anything else thrown reaches the client as a code only.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly code: string
  /** Seconds after which trying again makes sense. */
  retryAfter: number | undefined

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** 400 with a teaching sentence. */
export function badArgument(message: string): Refusal {
  return new Refusal(400, 'BadArgument', message)
}

/** 429: too many requests; `wait` in seconds. */
export function tooMany(wait: number): Refusal {
  const message = `Too many requests. Try again in ${wait} s.`
  const refusal = new Refusal(429, 'TooManyRequests', message)
  refusal.retryAfter = wait
  return refusal
}

/** 503 for a breakage that passes. */
export function tryAgain(): Refusal {
  const message = 'Not possible right now. Try again.'
  const refusal = new Refusal(503, 'TemporarilyUnavailable', message)
  refusal.retryAfter = 2
  return refusal
}
