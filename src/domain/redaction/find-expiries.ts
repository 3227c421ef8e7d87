import type { Edit } from './edit.ts'
import type { CardFound } from './find-cards.ts'
import { cardMarkPattern, hiddenMark } from './marks.ts'
import type { Survey } from './numbers.ts'
import type { RedactionKind } from './redaction-kind.ts'

const MONTH = '(?:0[1-9]|1[0-2])'
const YEAR = '(?:20)?[2-4][0-9]'
const CUT = ' ?[-/.年] ?'
const END = '(?![0-9])(?![-/.][0-9])'
/** 12/25, 12/2025, 1225, 2025年12月, 25/12: a month and a year, and no day. */
const DATE = `(?:${MONTH}(?:${CUT}| )?${YEAR}|1?[1-9] ?[-/] ?${YEAR}|${YEAR}${CUT}${MONTH}(?: ?月)?|${MONTH} ?月 ?${YEAR} ?年?)${END}`

const LABELLED = new RegExp(
  `^(?:[^0-9a-z\\uE002]{0,8}|[ :]{0,2}(?:is|to|date)[ :]{0,3})(${DATE})`,
  'i',
)
/** What may stand right after a card number: its date, its code, or both. */
const DATE_AND_CODE = new RegExp(
  `^([^\\p{L}0-9\\uE002]{1,4})(${DATE})(?:([^\\p{L}0-9\\uE002]{1,4})([0-9]{3,4})(?![0-9]))?`,
  'u',
)
const CODE = /^([^\p{L}0-9\uE002]{1,4})([0-9]{3})(?= ?(?:$|[\n,，。.;；)）\uE002]))(?![.,][0-9])/u

/** Expiry dates that the text calls so. */
export function findExpiries({ glyphs, labels }: Survey): Edit[] {
  const edits: Edit[] = []
  for (const { kind, end } of labels) {
    const date = kind === 'expiry' ? LABELLED.exec(glyphs.slice(end, end + 30)) : undefined
    if (!date?.[1]) continue
    const start = end + date[0].length - date[1].length
    edits.push(hide(start, date[1].length, 'expiry'))
  }
  return edits
}

/** The expiry date and the code that stand right after a card number, or after its mark. */
export function findAfterCards({ glyphs }: Survey, cards: readonly CardFound[]): Edit[] {
  const ends = cards.map((card) => card.pieces.at(-1)?.end ?? 0)
  for (const mark of glyphs.matchAll(cardMarkPattern)) ends.push(mark.index + mark[0].length)
  return ends.flatMap((end) => afterCard(glyphs.slice(end, end + 30), end))
}

function afterCard(rest: string, at: number): Edit[] {
  const dated = DATE_AND_CODE.exec(rest)
  if (dated) {
    const [, before = '', date = '', between = '', code = ''] = dated
    const start = at + before.length
    const expiry = hide(start, date.length, 'expiry')
    return code
      ? [expiry, hide(start + date.length + between.length, code.length, 'cvv')]
      : [expiry]
  }
  const coded = CODE.exec(rest)
  return coded ? [hide(at + (coded[1] ?? '').length, 3, 'cvv')] : []
}

function hide(start: number, length: number, kind: RedactionKind): Edit {
  return { start, end: start + length, kinds: [kind], mark: hiddenMark }
}
