import { directory } from '../../domain/complaints/directory.ts'
import { type Finding, finding, readableRows } from './finding.ts'
import type { ShelfText } from './shelf.ts'

const entries = [...directory.values()]
/** Shorter numbers, such as 110, are never taken for a telephone number in the first place. */
const phones = entries.flatMap(({ phone }) => (phone && phone.length >= 4 ? [phone] : []))
const addresses = entries.flatMap(({ url }) => url?.replace(/^https?:\/\/(www\.)?/, '') ?? [])

const phone = /(?<![\d,.])(?:\+?\d[\d -]{5,}\d|\d{5,})(?![\d,])/
const address = /(?:https?:|www\.|\b(?:[\w-]+\.)+(?:com|cn|net|org|gov|uk|io)\b|\]\()\S*/i
const cardNumber = /\d(?:[ -]?\d){12,18}/

/** Numbers and addresses that stand in no reviewed directory, and whatever looks like a card. */
export function checkContacts(text: ShelfText): Finding[] {
  return readableRows(text).flatMap(({ line, text: row }) => {
    const found = contactIn(row)
    return found ? [finding(text, { line, level: 'error', ...found })] : []
  })
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
