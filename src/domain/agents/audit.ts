/** What somebody looked at or did, as the audit keeps it. Never a customer's words. */
export interface AuditNote {
  /** ISO instant. */
  at: string
  /** An agent's id, `admin-token`, or `nobody` for a caller who has not signed in. */
  actor: string
  /** `look.conversations`, `handoffs.claim`, `session.wrong` and so on. */
  act: string
  /** What it was done to, by its address: `conversations/c-1`. */
  object: string
  detail?: string | undefined
}

/** A note in the chain: `hash` covers the note and every one before it. `seq` runs 1, 2, 3, … */
export interface AuditEntry extends AuditNote {
  seq: number
  hash: string
}

/** The text that an entry's hash is made of, together with the hash before it. */
export function hashedText(previous: string, seq: number, note: AuditNote): string {
  const { at, actor, act, object, detail = null } = note
  return JSON.stringify([previous, seq, at, actor, act, object, detail])
}

/** The hash before the first entry. */
export const noHash = ''
