import type { Edit } from './edit.ts'
import { accountMark, idMark } from './marks.ts'
import type { Survey, TextNumber } from './numbers.ts'

const ID = /(?<![0-9a-z])[1-9][0-9]{5}([- ]?)(?:19|20)[0-9]{6}\1[0-9]{3}[0-9x](?![0-9a-z])/gi
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Identity numbers: by their check digit, or because the text calls them so. */
export function findIdNumbers({ glyphs, numbers }: Survey): Edit[] {
  const checked = [...glyphs.matchAll(ID)].filter(([id]) => passesIdCheck(id))
  const edits = checked.map((match) => hideId(match.index, match.index + match[0].length))
  const labelled = numbers.filter((number) => number.ownLabel && number.label?.kind === 'id_number')
  for (const { start, end, digits } of labelled) {
    if (digits.length < 15 || digits.length > 18) continue
    edits.push(hideId(start, /[xX]/.test(glyphs[end] ?? '') ? end + 1 : end))
  }
  return edits
}

function hideId(start: number, end: number): Edit {
  return { start, end, kinds: ['id_number'], mark: idMark }
}

function passesIdCheck(written: string): boolean {
  const id = written.replace(/[- ]/g, '')
  const month = Number(id.slice(10, 12))
  const day = Number(id.slice(12, 14))
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(id[at]), 0)
  return '10X98765432'[sum % 11] === id.at(-1)?.toUpperCase()
}

/** Account numbers that the text calls so, with all groups of digits that follow. */
export function findAccounts({ numbers }: Survey): Edit[] {
  const edits: Edit[] = []
  for (const [at, number] of numbers.entries()) {
    if (!number.ownLabel || number.label?.kind !== 'account' || number.plain) continue
    const row = rowFrom(numbers, at)
    const digits = row.map((part) => part.digits).join('')
    if (digits.length < 8 || digits.length > 30) continue
    const end = row.at(-1)?.end ?? number.end
    const mark = accountMark(digits.slice(-4))
    edits.push({ start: number.start, end, kinds: ['bank_account'], mark })
  }
  return edits
}

function rowFrom(numbers: readonly TextNumber[], at: number): TextNumber[] {
  const row: TextNumber[] = []
  for (const number of numbers.slice(at, at + 10)) {
    const follows = row.length === 0 || number.label === row[0]?.label
    if (!follows || number.plain) break
    row.push(number)
  }
  return row
}
