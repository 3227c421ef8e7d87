import { takenOut } from '../../domain/redaction/anonymise.ts'
import { goodLength, lengthOf } from '../text-length.ts'
import { nobodyApprovedIt, nobodyReadIt } from '../write-draft.ts'
import { checkContacts } from './contacts.ts'
import { type Finding, finding, lineOf, readableRows } from './finding.ts'
import type { ShelfText } from './shelf.ts'

/** All that can be said of a text without looking at another. */
export function checkText(text: ShelfText, today: string): Finding[] {
  return [
    ...checkHeader(text),
    ...checkContacts(text),
    ...checkLength(text),
    ...checkSummary(text),
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

const yesOrNo =
  /^(?:yes|no|not yet|normally yes|usually yes|of course)\b[,.:;]|^(?:是的?|不是|会|不会|可以|不可以|不行|行|能|不能|对|不对)[，。：；]/iu

/** Search finds a text for questions put either way: a "yes" would now and then answer the opposite. */
function checkSummary(text: ShelfText): Finding[] {
  const summary = text.header?.summary
  if (summary === undefined || !yesOrNo.test(summary)) return []
  const words = 'begins with yes or no; accepted: a sentence that stands by itself'
  return [
    finding(text, { line: lineOf(text, 'summary'), rule: 'summary', level: 'error', text: words }),
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
  return [...checkApproval(text), ...checkGaps(text)]
}

function checkApproval(text: ShelfText): Finding[] {
  const mark = [nobodyReadIt, nobodyApprovedIt].find((each) => text.rows.includes(`  - ${each}`))
  if (mark === undefined) return []
  const [what, who] =
    mark === nobodyReadIt
      ? ['nobody has read this imported text yet', 'have']
      : ['nobody has approved this text yet', 'do']
  return [
    finding(text, {
      line: lineOf(text, 'unverified', mark),
      rule: 'unread',
      level: 'error',
      text: `${what}; take this line out when you ${who}`,
    }),
  ]
}

/** Where a number or a name was taken out, a person puts in what belongs there. */
function checkGaps(text: ShelfText): Finding[] {
  return readableRows(text)
    .filter((row) => row.text.includes(takenOut))
    .map(({ line }) =>
      finding(text, {
        line,
        rule: 'unread',
        level: 'error',
        text: `something was taken out at “${takenOut}”; write what belongs there, or leave it out`,
      }),
    )
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
