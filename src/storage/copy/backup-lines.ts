import { z } from 'zod'
import { Failure } from '../../errors.ts'
import type { Header, Part, Row, Value } from './source.ts'

/**
 * A backup as lines of JSON: the header; then for each table a line that names it and one list a
 * row; last of all the totals.
 */
export async function* toLines(header: Header, parts: AsyncIterable<Part>): AsyncGenerator<string> {
  yield line(header)
  let table: string | undefined
  for await (const part of parts) {
    if ('totals' in part) yield line(part)
    else {
      const name = part.table === table ? '' : line({ table: part.table })
      table = part.table
      yield name + part.rows.map(line).join('')
    }
  }
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`
}

const headerShape = z.object({
  format: z.literal('daozhang'),
  version: z.literal(1),
  takenAt: z.string(),
  migrations: z.array(z.string()),
  tables: z.record(z.string(), z.array(z.string())),
  lastNumber: z.int().min(0),
})
const totalShape = z.object({ rows: z.int(), sha256: z.string() })
const markShape = z.union([
  z.strictObject({ table: z.string() }),
  z.strictObject({ totals: z.record(z.string(), totalShape) }),
])

/** The first line of a backup. */
export function readHeader(text: string | undefined): Header {
  const header = headerShape.safeParse(parsed(text ?? ''))
  if (header.success) return header.data
  throw new Failure('config_invalid', 'This is no backup that this release can read')
}

/** The other lines, as parts. */
export async function* readParts(
  header: Header,
  batches: AsyncIterable<readonly string[]>,
): AsyncGenerator<Part> {
  let table = ''
  for await (const lines of batches) {
    for (const part of partsIn(lines, table, header)) {
      if ('rows' in part) table = part.table
      yield part
    }
  }
}

/** `table` is the one that the line before the first was about. */
function* partsIn(lines: readonly string[], table: string, { tables }: Header): Generator<Part> {
  let now = table
  let rows: Row[] = []
  for (const text of lines) {
    const value = parsed(text)
    if (Array.isArray(value)) {
      rows.push(asRow(value, tables[now]?.length))
      continue
    }
    yield { table: now, rows }
    rows = []
    const mark = markShape.safeParse(value)
    if (!mark.success) throw damaged()
    if ('totals' in mark.data) yield mark.data
    else now = mark.data.table
  }
  yield { table: now, rows }
}

function asRow(values: unknown[], width: number | undefined): Row {
  if (values.length !== width || !values.every(isValue)) throw damaged()
  return values
}

function isValue(value: unknown): value is Value {
  return value === null || typeof value === 'string' || Number.isSafeInteger(value)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What is said of any file that does not hold what was once written into it. */
export function damaged(cause?: unknown): Failure {
  const message = 'The backup is cut off or was changed since it was written: take another one'
  return new Failure('config_invalid', message, { cause })
}
