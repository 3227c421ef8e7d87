import { Failure } from '../errors.ts'

/** A text with its header read, and where each header key stood (1-based line numbers). */
export interface FrontMatter {
  header: Record<string, string | string[]>
  lines: Record<string, number>
  body: string
}

const fence = '---'
const entry = /^([a-zA-Z]+):(?: (.*\S))?$/
const item = /^ {2}- (.*\S)$/

/**
 * Reads a header of `key: value` lines and `key:` lines followed by `  - item` lines between two
 * `---` fences. Deliberately less than YAML: values are plain text, so a colon or a quote in a
 * question needs no escaping. Throws `Failure('knowledge_invalid')` naming file and line.
 */
export function readFrontMatter(text: string, file: string): FrontMatter {
  const rows = text.replaceAll('\r\n', '\n').split('\n')
  const end = rows.indexOf(fence, 1)
  if (rows[0] !== fence || end < 0)
    throw unreadable(file, 1, `the header must stand between two ${fence}`)
  const found: FrontMatter = {
    header: {},
    lines: {},
    body: rows
      .slice(end + 1)
      .join('\n')
      .trim(),
  }
  let key = ''
  for (let row = 1; row < end; row++) {
    key = readRow(found, { text: rows[row] ?? '', key, line: row + 1, file })
  }
  if (found.body === '') throw unreadable(file, end + 1, 'the text is empty')
  return found
}

interface Row {
  text: string
  /** The key the previous rows belong to. */
  key: string
  line: number
  file: string
}

function readRow(found: FrontMatter, { text, key, line, file }: Row): string {
  const listed = item.exec(text)?.[1]
  const values = found.header[key]
  if (listed !== undefined && Array.isArray(values)) {
    values.push(listed)
    return key
  }
  const [, name, value] = entry.exec(text) ?? []
  if (name === undefined) throw unreadable(file, line, 'expected "key: value" or "  - item"')
  if (name in found.header) throw unreadable(file, line, `"${name}" is given twice`)
  found.header[name] = value ?? []
  found.lines[name] = line
  return name
}

function unreadable(file: string, line: number, what: string): Failure {
  return new Failure('knowledge_invalid', `${file}:${line}: ${what}`)
}
