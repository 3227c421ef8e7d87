import { sql } from 'kysely'
import type { SearchTerm } from '../domain/search/tokens.ts'
import type { SearchKind } from '../ports/search.ts'
import type { Db } from './schema.ts'

/** How an engine keeps tokens and finds them. The rows they belong to are `search_doc`. */
export interface FullText {
  /** DDL of what holds the tokens, after that of `search_doc`. */
  statements: readonly string[]
  put(db: Db, id: number, tokens: readonly string[]): Promise<void>
  remove(db: Db, id: number): Promise<void>
  /** Ids of rows that hold all terms, the newest first. */
  find(db: Db, question: TermQuestion): Promise<number[]>
}

export interface TermQuestion {
  terms: readonly SearchTerm[]
  kind: SearchKind
  limit: number
}

/** Tokens beside the rows, in SQLite's full-text table; what is removed leaves no trace in it. */
export const sqliteFullText: FullText = {
  statements: [
    // Every character outside ASCII is a letter to this tokenizer: tokens stay as we cut them.
    `create virtual table search_index using fts5(tokens, tokenize = 'ascii', detail = none, columnsize = 0)`,
    `insert into search_index (search_index, rank) values ('secure-delete', 1)`,
  ],
  async put(db, id, tokens) {
    await sql`insert into search_index (rowid, tokens) values (${id}, ${tokens.join(' ')})`.execute(
      db,
    )
  },
  async remove(db, id) {
    await sql`delete from search_index where rowid = ${id}`.execute(db)
  },
  async find(db, { terms, kind, limit }) {
    const match = terms.map(({ text, prefix }) => `"${text}"${prefix ? '*' : ''}`).join(' ')
    const { rows } = await sql<{ id: number }>`
      select search_doc.id as id from search_index
      join search_doc on search_doc.id = search_index.rowid
      where search_index match ${match} and search_doc.kind = ${kind}
      order by search_index.rowid desc limit ${sql.lit(limit)}`.execute(db)
    return rows.map(({ id }) => id)
  },
}

/** Tokens in the row itself, with an inverted index over them. */
export const postgresFullText: FullText = {
  statements: [
    `alter table search_doc add column tokens tsvector not null default ''::tsvector`,
    'create index search_doc_tokens on search_doc using gin (tokens)',
  ],
  async put(db, id, tokens) {
    const lexemes = sql`array_to_tsvector(${tokens}::text[])`
    await sql`update search_doc set tokens = ${lexemes} where id = ${id}`.execute(db)
  },
  // They go with the row.
  remove: async () => undefined,
  async find(db, { terms, kind, limit }) {
    const query = terms.map(({ text, prefix }) => `'${text}'${prefix ? ':*' : ''}`).join(' & ')
    const holds = sql`tokens @@ ${query}::tsquery and kind = ${kind}`
    const newest = await sql<{ id: number }>`
      select id from (select * from search_doc order by id desc limit ${sql.lit(newestRows)}) as late
      where ${holds} order by id desc limit ${sql.lit(limit)}`.execute(db)
    if (newest.rows.length === limit) return newest.rows.map(({ id }) => id)
    // Apart, or the planner walks along all rows in the hope to meet enough of them soon.
    const { rows } = await sql<{ id: number }>`
      with found as materialized (select id from search_doc where ${holds})
      select id from found order by id desc limit ${sql.lit(limit)}`.execute(db)
    return rows.map(({ id }) => id)
  },
}

/** What many documents hold, enough of the newest ones hold: the others need not be looked at. */
const newestRows = 4_000
