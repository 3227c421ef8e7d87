import { goodLength, lengthOf } from '../text-length.ts'
import { nobodyReadIt } from '../write-draft.ts'
import { checkContacts } from './contacts.ts'
import { type Finding, finding, lineOf } from './finding.ts'
import type { ShelfText } from './shelf.ts'

/** All that can be said of a text without looking at another. */
export function checkText(text: ShelfText, today: string): Finding[] {
  return [
    ...checkHeader(text),
    ...checkContacts(text),
    ...checkLength(text),
    ...checkOwner(text),
    ...checkRead(text),
    ...checkDays(text, today),
  ]
}

function checkHeader(text: ShelfText): Finding[] {
  return text.faults.map((fault) => finding(text, { rule: 'header', level: 'error', ...fault }))
}

function checkLength(text: ShelfText): Finding[] {
  if (!text.parts) return []
  const { least, most, unit } = goodLength[text.locale]
  const length = lengthOf(text.parts.body, text.locale)
  if (length >= least && length <= most) return []
  const what = length < least ? 'short' : 'long'
  return [
    finding(text, {
      line: text.rows.indexOf('---', 1) + 2,
      rule: 'length',
      level: 'error',
      text: `is too ${what} with ${length} ${unit}; accepted: ${least} to ${most}`,
    }),
  ]
}

function checkOwner(text: ShelfText): Finding[] {
  const owner = text.header?.owner
  if (owner === undefined || /lead|manager|officer/.test(owner)) return []
  return [
    finding(text, {
      line: lineOf(text, 'owner'),
      rule: 'owner',
      level: 'error',
      text: `“${owner}” is no role; accepted: a lead, a manager or an officer of something`,
    }),
  ]
}

function checkRead(text: ShelfText): Finding[] {
  if (!text.rows.includes(`  - ${nobodyReadIt}`)) return []
  return [
    finding(text, {
      line: lineOf(text, 'unverified', nobodyReadIt),
      rule: 'unread',
      level: 'error',
      text: 'nobody has read this imported text yet; take this line out when you have',
    }),
  ]
}

/** Days that pass make nothing wrong by themselves, so they only warn. */
function checkDays(text: ShelfText, today: string): Finding[] {
  if (!text.header) return []
  const { validFrom, validTo, reviewedAt, reviewBy } = text.header
  const warn = (key: string, rule: 'review' | 'in force', words: string) =>
    finding(text, { line: lineOf(text, key), rule, level: 'warning', text: words })
  const found: Finding[] = []
  if (reviewBy < today) found.push(warn('reviewBy', 'review', `the review was due on ${reviewBy}`))
  if (reviewedAt > today) {
    found.push(warn('reviewedAt', 'review', `${reviewedAt} has not come yet`))
  }
  if (validFrom > today) found.push(warn('validFrom', 'in force', `not served until ${validFrom}`))
  if (validTo !== undefined && validTo < today) {
    found.push(warn('validTo', 'in force', `not served since the end of ${validTo}`))
  }
  return found
}
