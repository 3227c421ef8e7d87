import type { Bulk } from './copy/bulk.ts'
import type { FullText } from './full-text.ts'
import type { Db } from './schema.ts'

/** What the store needs from a database; everything a single engine does its own way is behind it. */
export interface Engine {
  /** DDL of a primary key that the database counts up by itself. */
  identityColumn: string
  /** SQL of an instant that stands in a column's JSON, as UTC with milliseconds. */
  instantIn(column: string, key: string): string
  /** DDL that lets rows of a table be added, and never changed or taken away. */
  appendOnly(table: string): string[]
  /** SQL of a column's JSON, to go into with `->` and `->>`. */
  json(column: string): string
  /** How tokens are kept and found. */
  fullText: FullText
  /** This process's name among those that share the database; new with each start. */
  owner: string
  /**
   * True when several processes and connections write: rows that a decision rests on are then
   * locked, and a conversation is worked only by the process that owns it.
   */
  shared: boolean
  /** Reads what is committed. Throws `store_unavailable` when the database cannot answer. */
  read<T>(job: (db: Db) => Promise<T>): Promise<T>
  /**
   * Runs `job` in a transaction, all of it or nothing; durable when it resolves. A broken unique
   * rule becomes `state_conflict`, trouble of the database `store_unavailable`.
   * The job must use only the connection it is given.
   */
  write<T>(job: (db: Db) => Promise<T>): Promise<T>
  /**
   * Runs one statement that takes something for this process. A crash of the database may forget
   * it; then it is taken again.
   */
  claim<T>(job: (db: Db) => Promise<T>): Promise<T>
  /** Inside the migration's transaction: nobody else migrates until it ends, and it may take long. */
  beginMigration(db: Db): Promise<void>
  /** Inside a transaction: nobody else who asks for the same goes on before it ends. */
  alone(db: Db, what: 'audit' | 'agents'): Promise<void>
  /**
   * Throws `store_unavailable` while the disk has no room for a turn. A database with a server of
   * its own watches its own disk.
   */
  checkRoom(): void
  /** Removes the bytes of overwritten rows from the disk. */
  scrub(): Promise<void>
  /** Reads and fills whole tables. */
  bulk: Bulk
  close(): Promise<void>
}
