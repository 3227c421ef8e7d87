import type { Db } from './schema.ts'

/** What the store needs from a database; everything a single engine does its own way is behind it. */
export interface Engine {
  /** DDL of a primary key that the database counts up by itself. */
  identityColumn: string
  /** True when several connections write: rows that a decision rests on are then locked. */
  locksRows: boolean
  /** Reads what is committed. Throws `store_unavailable` when the database cannot answer. */
  read<T>(job: (db: Db) => Promise<T>): Promise<T>
  /**
   * Runs `job` in a transaction, all of it or nothing; durable when it resolves. A broken unique
   * rule becomes `state_conflict`, trouble of the database `store_unavailable`.
   * The job must use only the connection it is given.
   */
  write<T>(job: (db: Db) => Promise<T>): Promise<T>
  /** Removes the bytes of overwritten rows from the disk. */
  scrub(): Promise<void>
  backup(path: string): Promise<void>
  close(): Promise<void>
}
