import { contactFigures, withoutFigures } from '../../domain/figures.ts'
import { type Finding, finding, readableRows } from './finding.ts'
import type { ShelfText } from './shelf.ts'

const writtenBy = (kind: 'phone' | 'site') =>
  contactFigures.filter(([, figure]) => figure.startsWith(kind)).map(([written]) => written)
/** Shorter numbers, such as 110, are never taken for a telephone number in the first place. */
const phones = writtenBy('phone').filter((written) => written.length >= 4)
const addresses = writtenBy('site')

const phone = /(?<![\d,.])(?:\+?\d[\d -]{5,}\d|\d{5,})(?![\d,])/
const address = /(?:https?:|www\.|\b(?:[\w-]+\.)+(?:com|cn|net|org|gov|uk|io)\b|\]\()\S*/i
const cardNumber = /\d(?:[ -]?\d){12,18}/

/**
 * Numbers and addresses that stand in no reviewed directory or were copied out of it, and whatever
 * looks like a card. What a customer asks may name a number.
 */
export function checkContacts(text: ShelfText): Finding[] {
  return readableRows(text).flatMap((row) => {
    const typed = withoutFigures(row.text)
    const found = contactIn(typed) ?? (row.isQuestion ? undefined : copiedIn(typed))
    return found ? [finding(text, { line: row.line, level: 'error', ...found })] : []
  })
}

/** A contact typed out: when the directory changes, the text would stay behind. */
function copiedIn(text: string): Pick<Finding, 'rule' | 'text'> | undefined {
  const [written, figure] = contactFigures.find(([known]) => without([known], text) !== text) ?? []
  if (written === undefined) return undefined
  return { rule: 'phone', text: `“${written}” stands in the directory; write {{${figure}}}` }
}

function contactIn(row: string): Pick<Finding, 'rule' | 'text'> | undefined {
  const card = cardNumber.exec(row)?.[0]
  if (card) return { rule: 'card number', text: 'looks like a card number; none may be shown' }
  const number = phone.exec(without(phones, row))?.[0]
  if (number) return { rule: 'phone', text: unknown(number, phones) }
  const site = address.exec(without(addresses, row))?.[0]
  return site ? { rule: 'address', text: unknown(site, addresses) } : undefined
}

function unknown(found: string, known: string[]): string {
  return `“${found}” stands in no directory of ours; accepted: ${known.join(', ')}`
}

/** A row with what is known taken out, where it stands by itself. */
function without(known: string[], row: string): string {
  return known.reduce((rest, item) => {
    const exactly = item.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return rest.replaceAll(new RegExp(`(?<![\\w.-])${exactly}(?![\\w-])`, 'g'), '')
  }, row)
}
