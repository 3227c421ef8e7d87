/**
 * What came of one attempt to deliver a reply. `reason` is a word of ours for operators: it never
 * holds what the other system wrote.
 */
export type Attempt =
  | { kind: 'sent' }
  /** The other system is down or out of reach: it may come back. */
  | { kind: 'unreachable'; reason: string; retryAfterMs?: number | undefined }
  /** It lives and wants to be asked later. */
  | { kind: 'busy'; reason: string; retryAfterMs?: number | undefined }
  /** It will not be accepted however often it is sent. */
  | { kind: 'refused'; reason: string }
  /** Nothing was sent: the system failed too often lately and is left alone for a while. */
  | { kind: 'untried'; reason: string; waitMs: number }
