import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** A place that was written to or answered, with what stands in it. */
export interface Sink {
  name: string
  text: string
}

/** Every file of a folder as text; bytes that are no UTF-8 become replacement characters. */
export function filesOf(folder: string): Sink[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ name: path.slice(folder.length + 1), text: readFileSync(path, 'utf8') }))
}

/**
 * The rows of a database, for numbers so short that a file's bytes hold them by chance. The search index
 * is left out: it is worked out of the rows, and keeps the ends of random ids.
 */
export function rowsOf(path: string): Sink[] {
  const database = new DatabaseSync(path, { readOnly: true })
  const tables = database
    .prepare(
      `select name from sqlite_schema where type = 'table' and name not like 'search_index%'`,
    )
    .all()
  const sinks = tables.map(({ name }) => ({
    name: `table ${name}`,
    text: JSON.stringify(database.prepare(`select * from "${name}"`).all()),
  }))
  database.close()
  return sinks
}

/** Any decimal digit of any script as 0–9; everything else stays. */
export function inAsciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    let zero = code
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
    return String(code - zero)
  })
}

/** What may stand between the digits of one number. */
const separators = /(?<=\d)[^\p{L}\p{N}"'{}[\]\\]{1,3}(?=\d)/gu

/** The digit runs of a text, as written and with short separators taken out. */
function runsOf(text: string): { written: string[]; joined: string[] } {
  const plain = inAsciiDigits(text)
  return {
    written: plain.match(/\d{9,}/g) ?? [],
    joined: plain.replace(separators, '').match(/\d{12,}/g) ?? [],
  }
}

function windows(digits: string, width: number): string[] {
  return Array.from({ length: Math.max(0, digits.length - width + 1) }, (_each, at) =>
    digits.slice(at, at + width),
  )
}

/** Which card numbers can be read in a sink: nine digits in a row, or twelve with separators. */
export function cardsIn(sinks: readonly Sink[], cards: readonly string[]): string[] {
  const nine = new Map(cards.flatMap((card) => windows(card, 9).map((part) => [part, card])))
  const twelve = new Map(cards.flatMap((card) => windows(card, 12).map((part) => [part, card])))
  const found = sinks.flatMap(({ name, text }) => {
    const { written, joined } = runsOf(text)
    const hits = [
      ...written.flatMap((run) => windows(run, 9).map((part) => nine.get(part))),
      ...joined.flatMap((run) => windows(run, 12).map((part) => twelve.get(part))),
    ]
    return hits.filter((card) => card !== undefined).map((card) => `${name}: ${card}`)
  })
  return [...new Set(found)]
}

/** Which strings stand in a sink, as they are or as JSON writes them. */
export function stringsIn(sinks: readonly Sink[], strings: readonly string[]): string[] {
  return sinks.flatMap(({ name, text }) =>
    strings
      .filter((each) => text.includes(each) || text.includes(JSON.stringify(each).slice(1, -1)))
      .map((each) => `${name}: ${each}`),
  )
}

/** Which short numbers stand alone in a sink: no part of an id, a time or a longer number. */
export function numbersIn(sinks: readonly Sink[], numbers: readonly string[]): string[] {
  return sinks.flatMap(({ name, text }) =>
    numbers
      .filter((each) => new RegExp(`(?<![\\w.:-])${each}(?![\\w.:-])`).test(inAsciiDigits(text)))
      .map((each) => `${name}: ${each}`),
  )
}
