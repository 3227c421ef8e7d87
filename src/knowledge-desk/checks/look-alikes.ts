import type { Locale } from '../../domain/locale.ts'
import { type Finding, finding } from './finding.ts'
import { quantitiesIn } from './quantities.ts'
import type { ShelfText } from './shelf.ts'

/** From so alike on, of 1, two questions are taken for the same. */
const ALIKE = 0.65

const small = new Set(
  'a an the is are was do does did i my me you your it its to of in on for and or be can how what when why'.split(
    ' ',
  ),
)

interface Phrase {
  words: string
  line: number
  marks: Set<string>
  /** Codes and terms such as 68 or T+1: with another one it is another question. */
  codes: string
}

/**
 * Pairs of texts in one language that nearly ask the same and give different numbers. Whether they
 * contradict each other is for a person to say.
 */
export function checkLookAlikes(texts: ShelfText[]): Finding[] {
  return [...Map.groupBy(texts, ({ locale }) => locale).values()].flatMap(pairsOf)
}

function pairsOf(shelf: ShelfText[]): Finding[] {
  const articlesFirst = shelf.toSorted((a, b) => Number(a.isDraft) - Number(b.isDraft))
  const known = articlesFirst.map((text) => ({ text, phrases: phrasesOf(text) }))
  return known.flatMap(({ text, phrases }, at) =>
    known.slice(0, at).flatMap((earlier) => {
      const numbers = differingNumbers(text, earlier.text)
      const pair = numbers && nearest(phrases, earlier.phrases)
      if (!pair) return []
      const [mine, theirs] = pair
      const words = `and ${earlier.text.file}:${theirs.line}: “${mine.words}” and “${theirs.words}” are alike, but the texts say ${numbers}`
      const place = { line: mine.line, rule: 'look at these two', level: 'warning' } as const
      return [finding(text, { ...place, text: words })]
    }),
  )
}

function phrasesOf({ rows, locale, parts }: ShelfText): Phrase[] {
  const { title, questions } = parts?.header ?? {}
  return [title ?? [], questions ?? []].flat().flatMap((words) => {
    const marks = marksOf(words, locale)
    const line = rows.findIndex((row) => row.endsWith(words)) + 1
    const codes = (words.match(/[a-z+]*\d[\d+]*/gi) ?? []).join(' ')
    return marks.size >= 2 ? [{ words, line, marks, codes }] : []
  })
}

/** What two questions are compared by: words in English, pairs of characters in Chinese. */
function marksOf(words: string, locale: Locale): Set<string> {
  const lower = words.toLowerCase()
  if (locale === 'en') {
    const found = lower.match(/[\p{L}\d+]+/gu) ?? []
    return new Set(found.filter((word) => !small.has(word)).map((word) => word.replace(/s$/, '')))
  }
  const characters = lower.match(/[\p{Script=Han}a-z\d]/gu) ?? []
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))
}

function nearest(mine: Phrase[], theirs: Phrase[]): [Phrase, Phrase] | undefined {
  for (const one of mine) {
    const other = theirs.find(
      ({ marks, codes }) => codes === one.codes && alike(one.marks, marks) >= ALIKE,
    )
    if (other) return [one, other]
  }
  return undefined
}

function alike(one: Set<string>, other: Set<string>): number {
  const shared = [...one].filter((mark) => other.has(mark)).length
  return (2 * shared) / (one.size + other.size)
}

/** Each gives a number of one kind that the other does not give; undefined when they agree. */
function differingNumbers(one: ShelfText, other: ShelfText): string | undefined {
  const [mine, theirs] = [numbersOf(one), numbersOf(other)]
  for (const [unit, values] of mine) {
    const others = theirs.get(unit) ?? new Set<number>()
    const only = [...values].filter((value) => !others.has(value))
    const onlyOther = [...others].filter((value) => !values.has(value))
    if (only.length > 0 && onlyOther.length > 0) {
      return `${only.join(', ')} and ${onlyOther.join(', ')} (${unit})`
    }
  }
  return undefined
}

function numbersOf({ parts, locale }: ShelfText): Map<string, Set<number>> {
  const found = Map.groupBy(quantitiesIn(parts?.body ?? '', locale), ({ unit }) => unit)
  return new Map([...found].map(([unit, all]) => [unit, new Set(all.map(({ value }) => value))]))
}
