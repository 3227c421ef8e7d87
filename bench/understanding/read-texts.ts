import { readFileSync } from 'node:fs'
import { extname } from 'node:path'

/** A text as it stands in a file, with its label. */
export interface Labelled {
  text: string
  label: string
}

/** Something the person at the keyboard can mend. */
export class Trouble extends Error {
  override readonly name = 'Trouble'
}

const textNames =
  /^(?:text|utterance|sentence|query|question|message|input|content|文本|句子|问题|内容|语句)$/
const labelNames = /^(?:label|category|intent|class|target|tag|labels|intents|标签|意图|类别|分类)$/

/**
 * Reads labelled texts: CSV or TSV with a heading, JSON, or JSON lines. Throws `Trouble`, in words
 * that say what was looked for and what was there.
 */
export function readTexts(path: string): Labelled[] {
  const content = contentOf(path)
  const isJson = /^\s*[[{]/.test(content) && !/^\.[ct]sv$/i.test(extname(path))
  const rows = isJson ? jsonRows(content, path) : tableRows(content, path)
  const labelled = rows
    .map(({ text, label }) => ({ text: text.trim(), label: label.trim() }))
    .filter(({ text, label }) => text !== '' && label !== '')
  if (labelled.length === 0) throw new Trouble(`${path}: no row with both a text and a label.`)
  return labelled
}

/** UTF-8 or, as spreadsheets write, UTF-16 or GB 18030; without the mark at the beginning. */
function contentOf(path: string): string {
  const bytes = bytesOf(path)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    throw new Trouble(`${path}: cannot be read. Give the path of a CSV, TSV, JSON or JSONL file.`)
  }
}

function jsonRows(content: string, path: string): Labelled[] {
  return recordsOf(content, path).map((record, i) => {
    const fields = Array.isArray(record)
      ? { text: record[0], label: record[1] }
      : Object(record as object)
    const text = fieldOf(fields, textNames)
    const label = fieldOf(fields, labelNames)
    if (text !== undefined && label !== undefined) return { text, label }
    throw new Trouble(
      `${path}: record ${i + 1} needs "text" and "label" (or "intent"); it has ${Object.keys(fields).join(', ') || 'nothing'}.`,
    )
  })
}

function fieldOf(fields: Record<string, unknown>, names: RegExp): string | undefined {
  const found = Object.entries(fields).find(
    ([name, value]) => names.test(name.trim().toLowerCase()) && isPlain(value),
  )
  return found && String(found[1])
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number'
}

/** One array, or one record a line. */
function recordsOf(content: string, path: string): unknown[] {
  if (content.trimStart().startsWith('[') && !/^\s*\[.*\]\s*\n\s*\[/.test(content)) {
    const whole = parsed(content, path, 1)
    return Array.isArray(whole) ? whole : [whole]
  }
  return content
    .split(/\r\n?|\n/)
    .flatMap((line, i) => (line.trim() === '' ? [] : [parsed(line, path, i + 1)]))
}

function parsed(text: string, path: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Trouble(`${path}: line ${line} is not JSON.`)
  }
}

function tableRows(content: string, path: string): Labelled[] {
  const [heading = '', ...rest] = content.split(/\r\n?|\n/)
  const separator = separatorOf(heading, path)
  const [names = [], ...rows] = cellsOf([heading, ...rest].join('\n'), separator)
  const { text, label } = columnsOf(names, rows, path)
  return rows.map((row) => ({ text: row[text] ?? '', label: row[label] ?? '' }))
}

function separatorOf(heading: string, path: string): string {
  const separator = ['\t', ',', ';', '|'].find((each) => heading.includes(each))
  if (separator) return separator
  throw new Trouble(
    `${path}: the first line names no columns. It needs a text and a label, such as: text,label`,
  )
}

/** By the names above; of two columns with other names the longer one is the text. */
function columnsOf(names: readonly string[], rows: readonly string[][], path: string) {
  const plain = names.map((name) => name.trim().toLowerCase())
  const text = plain.findIndex((name) => textNames.test(name))
  const label = plain.findIndex((name) => labelNames.test(name))
  if (text >= 0 && label >= 0) return { text, label }
  if (names.length === 2) {
    if (text >= 0 || label >= 0)
      return text >= 0 ? { text, label: 1 - text } : { text: 1 - label, label }
    const length = (column: number) =>
      rows.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0)
    return length(0) >= length(1) ? { text: 0, label: 1 } : { text: 1, label: 0 }
  }
  throw new Trouble(
    `${path}: needs a column "text" and a column "label" (or "category", "intent"); it has ${names.join(', ')}.`,
  )
}

/** Cells of a table, quoted as RFC 4180 says; a quote inside an unquoted cell is only a character. */
function cellsOf(content: string, separator: string): string[][] {
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"[^\\n${escaped(separator)}]*|([^\\n${escaped(separator)}]*))(${escaped(separator)}|\\n|$)`,
    'gy',
  )
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain = '', end] of content.matchAll(cell)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === separator) continue
    if (row.some((each) => each.trim() !== '')) rows.push(row)
    row = []
    if (end === '') break
  }
  return rows
}

function escaped(separator: string): string {
  return separator === '|' ? '\\|' : separator
}
