import type { AuditEntry, AuditNote } from '../domain/agents/audit.ts'

/** The way an audit is read. */
export const auditOrders = ['oldest', 'newest'] as const

export interface AuditFilter {
  /** Which entries come first. Default `oldest`. */
  order?: (typeof auditOrders)[number] | undefined
  /** Entries that come after this number in that order: the next page. */
  after?: number | undefined
  limit: number
  /** Only what this one did: an agent's id, `admin-token`, `nobody`. */
  actor?: string | undefined
  /** Only what was done to this. */
  object?: string | undefined
}

/** What a walk along the chain came to. */
export interface AuditState {
  intact: boolean
  /** How many entries hold, from the first on. */
  entries: number
  /** The number of the first entry that does not hold. */
  brokenAt?: number | undefined
  /** The hash of the last entry that holds: noted elsewhere, it proves later that none was cut off. */
  head: string
}

/** The record of who looked at what and did what. It only grows. */
export interface AuditStore {
  /** Durable when it resolves. */
  noteAudit(note: AuditNote): Promise<void>
  audit(filter: AuditFilter): Promise<AuditEntry[]>
  /** Walks the chain from its first entry. */
  verifyAudit(): Promise<AuditState>
}
