import type { Edit } from './edit.ts'
import { ibanLength, passesMod97 } from './iban-lengths.ts'
import { accountMark, idMark } from './marks.ts'
import type { Survey, TextNumber } from './numbers.ts'

const ID = /(?<![0-9a-z])[1-9][0-9]{5}([- ]?)(?:19|20)[0-9]{6}\1[0-9]{3}[0-9x](?![0-9a-z])/gi
const MOBILE =
  /(?<![0-9A-Z])(?<![0-9][-. ])(?:(?:\+|00)?86[- ]?)?(1[3-9][0-9])([- ]?)([0-9]{4})\2([0-9]{4})(?![0-9])(?![- ][0-9]{4}(?![0-9]))/g
const IBAN = /(?<![0-9a-z])[a-z]{2}[0-9]{2}(?:[ -]?[0-9a-z]){11,30}/gi
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

/** Mainland mobile numbers lose their middle four: `138****5678`. */
export function findMobiles(glyphs: string): Edit[] {
  return [...glyphs.matchAll(MOBILE)].map((match) => {
    const [whole, first = '', , , last = ''] = match
    const end = match.index + whole.length
    const start = match.index + whole.lastIndexOf(first, whole.length - 8 - (match[2] ?? '').length)
    return { start, end, kinds: ['phone'], mark: `${first}****${last}` }
  })
}

/** IBANs with the right check digits. */
export function findIbans(glyphs: string): Edit[] {
  const edits: Edit[] = []
  for (const match of glyphs.matchAll(IBAN)) {
    const iban = ownLength(match[0])
    if (!iban || !passesMod97(iban.replace(/[- ]/g, ''))) continue
    const mark = accountMark(iban.replace(/[- ]/g, '').slice(-4))
    const end = match.index + iban.length
    edits.push({ start: match.index, end, kinds: ['bank_account'], mark })
  }
  return edits
}

/** Cuts what was matched to the length that its country gives an IBAN. */
function ownLength(written: string): string | undefined {
  const length = ibanLength(written.slice(0, 2))
  let signs = 0
  for (let at = 0; at < written.length; at += 1) {
    if (!/[ -]/.test(written[at] ?? '')) signs += 1
    if (signs === length) return written.slice(0, at + 1)
  }
  return undefined
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
