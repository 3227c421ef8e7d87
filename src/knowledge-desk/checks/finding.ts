import type { ShelfText } from './shelf.ts'

/** What is looked at, in the order of the closing table. */
export const rules = [
  'header',
  'translation',
  'unread',
  'phone',
  'address',
  'card number',
  'question twice',
  'related',
  'length',
  'summary',
  'owner',
  'review',
  'in force',
  'look at these two',
] as const
export type Rule = (typeof rules)[number]

/** Something about a text: an error keeps it from customers, a warning asks a person to look. */
export interface Finding {
  file: string
  line: number
  rule: Rule
  level: 'error' | 'warning'
  text: string
  isDraft: boolean
}

/** A finding in a text. */
export function finding(
  { file, isDraft }: ShelfText,
  found: Omit<Finding, 'file' | 'isDraft'>,
): Finding {
  return { file, isDraft, ...found }
}

/** The row of a header entry, or of one of its items. */
export function lineOf({ parts, rows }: ShelfText, key: string, item?: string): number {
  const line = parts?.lines[key] ?? 1
  return item === undefined ? line : rows.indexOf(`  - ${item}`, line - 1) + 1 || line
}

/** A row as written; a question is in a customer's words, all else in ours. */
export interface ReadableRow {
  line: number
  text: string
  isQuestion: boolean
}

/** The rows a customer may read, or that search reads: title, summary, questions and the text. */
export function readableRows({ parts, rows }: ShelfText): ReadableRow[] {
  if (!parts) return []
  const end = rows.indexOf('---', 1)
  let key = ''
  return rows.flatMap((text, at) => {
    if (at > end) return [{ line: at + 1, text, isQuestion: false }]
    key = /^([a-zA-Z]+):/.exec(text)?.[1] ?? key
    const isQuestion = key === 'questions'
    return isQuestion || key === 'title' || key === 'summary'
      ? [{ line: at + 1, text, isQuestion }]
      : []
  })
}
