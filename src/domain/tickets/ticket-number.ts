import type { Day } from '../calendar.ts'

/*
 * A ticket number is `TK`, the day, a hyphen, the day's sequence (five digits or more) and a check
 * character: `TK20261123-00042K`. The check character finds every single wrong digit and every
 * swap of neighbours. It is never 0, 1, I, O or U, so a number can be read aloud.
 */
const checkCharacters = '23456789ABCDEFGHJKLMNPQRSTVWXYZ'

/** A prime, so that every weight has an effect on the check. */
const MODULUS = checkCharacters.length

const LEAST_DIGITS = 5

/** The number of the `sequence`-th ticket of a day. `sequence` starts at 1. */
export function ticketNumber(day: Day, sequence: number): string {
  const digits = `${day.replaceAll('-', '')}${String(sequence).padStart(LEAST_DIGITS, '0')}`
  return `TK${digits.slice(0, 8)}-${digits.slice(8)}${checkCharacter(digits)}`
}

/** Whether a text is a ticket number exactly as we write it. */
export function isTicketNumber(text: string): boolean {
  return parseTicketNumber(text) === text
}

/** What a customer's text says of a ticket number. */
export type ReadTicketNumber =
  | { kind: 'valid'; no: string }
  /** It looks like one of ours, but a character is wrong or missing. */
  | { kind: 'mistyped' }
  | { kind: 'none' }

/** The shortest run of digits wins, so that a number after the check character is not swallowed. */
const shape = /TK[\s\-_:#]*((?:[\dOILQ][\s\-_]*){13,17}?)([0-9A-Z])(?![0-9A-Z])/g
const loose = /TK[\s\-_:#]*\d{4}/

/** Reads a number out of a message, whatever its case, width, spaces or look-alikes (O, I, l). */
export function readTicketNumber(text: string): ReadTicketNumber {
  const folded = text.normalize('NFKC').toUpperCase()
  for (const [, body = '', check = ''] of folded.matchAll(shape)) {
    const no = canonical(body, check)
    if (no !== undefined) return { kind: 'valid', no }
  }
  return loose.test(folded) ? { kind: 'mistyped' } : { kind: 'none' }
}

/** The number in a message as we write it, or undefined when there is none that checks. */
export function parseTicketNumber(text: string): string | undefined {
  const read = readTicketNumber(text)
  return read.kind === 'valid' ? read.no : undefined
}

function canonical(body: string, check: string): string | undefined {
  const digits = body.replace(/[OQ]/g, '0').replace(/[IL]/g, '1').replace(/\D/g, '')
  if (digits.length < 8 + LEAST_DIGITS || checkCharacter(digits) !== check) return undefined
  const [year, month, date] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)]
  if (Number.isNaN(Date.parse(`${year}-${month}-${date}`))) return undefined
  return `TK${digits.slice(0, 8)}-${digits.slice(8)}${check}`
}

/** Weighted sum modulo a prime, weights from the right. */
function checkCharacter(digits: string): string {
  const sum = Array.from(digits).reduceRight(
    (total, digit, index) => total + (Number(digit) + 1) * weight(digits.length - index),
    0,
  )
  return checkCharacters.charAt(sum % MODULUS)
}

function weight(fromRight: number): number {
  return 1 + (fromRight % (MODULUS - 1))
}
