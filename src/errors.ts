/** Every way the system can break, and whether trying again may help. */
const failures = {
  config_invalid: { retryable: false },
  provider_unavailable: { retryable: true },
  provider_refused_us: { retryable: false },
  provider_reply_unreadable: { retryable: false },
  store_unavailable: { retryable: true },
  store_locked: { retryable: false },
  state_conflict: { retryable: true },
  world_invalid: { retryable: false },
  knowledge_invalid: { retryable: false },
} as const

export type FailureCode = keyof typeof failures

export const failureCodes = Object.keys(failures) as FailureCode[]

/**
 * Something broke. The message is for operators and holds no customer text; customers get the
 * words that belong to `code`. A look-up that finds nothing is an answer, not a failure: return it.
 */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly code: FailureCode
  readonly retryable: boolean

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.retryable = failures[code].retryable
  }
}

/** What a log line may say about an error: its code or its class, never its message. */
export function failureKind(error: unknown): { code?: string; error?: string } {
  if (error instanceof Failure) return { code: error.code }
  return { error: error instanceof Error ? error.name : typeof error }
}

/** Whether it broke in this very way. */
export function isFailure(error: unknown, code: FailureCode): boolean {
  return error instanceof Failure && error.code === code
}
