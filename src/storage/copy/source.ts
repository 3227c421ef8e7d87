export type Value = string | number | null

/** The values of one row, in the order of the table's columns. */
export type Row = readonly Value[]

/** What a copy holds, in all. */
export interface Header {
  format: 'daozhang'
  /** Of the file format, not of the tables. */
  version: 1
  takenAt: string
  /** Names of the steps that made the tables, oldest first. */
  migrations: string[]
  /** The columns of each table; the tables stand in the order in which they can be filled. */
  tables: Record<string, string[]>
  /** The highest number that `inbox` has given out: none of them is ever given again. */
  lastNumber: number
}

/** The number of a table's rows, and a checksum over them in which their order does not count. */
export interface Total {
  rows: number
  sha256: string
}

/** The total of each table. */
export type Totals = Record<string, Total>

/** Some rows of one table, or, last of all, what there should have been in all. */
export type Part = { table: string; rows: Row[] } | { totals: Totals }

/** Where rows come from: a database at one instant, or a backup file. */
export interface Source {
  header: Header
  parts(): AsyncIterable<Part>
}

/** Told of the rows of a table copied so far. */
export type Progress = (table: string, rows: number) => void

/** The parts of a source, counted as they go by, and the totals that it names at their end. */
export function watch(source: Source, progress?: Progress) {
  const counts = new Map<string, number>()
  let totals: Totals = {}

  async function* parts(): AsyncGenerator<Part> {
    for await (const part of source.parts()) {
      yield part
      if ('totals' in part) {
        totals = part.totals
        continue
      }
      const count = (counts.get(part.table) ?? 0) + part.rows.length
      counts.set(part.table, count)
      progress?.(part.table, count)
    }
  }

  return { parts: parts(), totals: () => totals }
}
