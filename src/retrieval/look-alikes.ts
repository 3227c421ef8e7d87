import type { Locale } from '../domain/locale.ts'
import { quantitiesIn } from './quantities.ts'
import { sentencesOf } from './sentences.ts'

/** From so alike on, of 1, two questions are taken for the same. */
const ALIKE = 0.65

const small = new Set(
  'a an the is are was do does did i my me you your it its to of in on for and or be can how what when why'.split(
    ' ',
  ),
)

/** What is compared of a text. */
export interface Comparable {
  id: string
  locale: Locale
  title: string
  questions: readonly string[]
  body: string
}

/** One side of a pair: the question that is alike, the numbers only it gives, and where it gives one. */
export interface Side<T> {
  text: T
  question: string
  numbers: number[]
  sentence: string
}

/** Two texts that nearly ask the same and give different numbers of one unit. */
export interface LookAlike<T> {
  unit: string
  /** The later text first. */
  sides: [Side<T>, Side<T>]
}

/**
 * Pairs of texts in one language that nearly ask the same and give different numbers. Whether they
 * contradict each other is for a person to say. The texts stand in order: each is held against
 * those before it.
 */
export function lookAlikes<T extends Comparable>(texts: readonly T[]): LookAlike<T>[] {
  return [...Map.groupBy(texts, ({ locale }) => locale).values()].flatMap(pairsOf)
}

interface Phrase {
  words: string
  marks: Set<string>
  /** Codes and terms such as 68 or T+1: with another one it is another question. */
  codes: string
}

interface Known<T> {
  text: T
  phrases: Phrase[]
  numbers: Map<string, Set<number>>
}

/** Where a mark stands. */
interface Place<T> {
  mark: string
  phrase: Phrase
  holder: Known<T>
}

function pairsOf<T extends Comparable>(texts: readonly T[]): LookAlike<T>[] {
  const all = texts.map(knownOf)
  const rareMarksOf = rarestFirst(all.flatMap(({ phrases }) => phrases))
  const known = new Map<string, Place<T>[]>()
  return all.flatMap((holder) => {
    const places = holder.phrases.flatMap((phrase) =>
      rareMarksOf(phrase).map((mark) => ({ mark, phrase, holder })),
    )
    const found = alikeAmong(known, places)
    for (const place of places) {
      const { mark } = place
      const others = known.get(mark)
      if (others) others.push(place)
      else known.set(mark, [place])
    }
    return [...found].flatMap(([earlier, asked]) => pairOf([holder, earlier], asked) ?? [])
  })
}

/** The earlier texts that ask the same, each with the first questions that show it. */
function alikeAmong<T>(known: ReadonlyMap<string, Place<T>[]>, places: readonly Place<T>[]) {
  const found = new Map<Known<T>, [mine: Phrase, theirs: Phrase]>()
  for (const { mark, phrase } of places) {
    for (const earlier of known.get(mark) ?? []) {
      if (found.has(earlier.holder) || !asksTheSame(phrase, earlier.phrase)) continue
      found.set(earlier.holder, [phrase, earlier.phrase])
    }
  }
  return found
}

/**
 * The rarest marks of a phrase, as many as it takes: whatever is alike shares one of them. Common
 * words then bring no texts together that are not alike.
 */
function rarestFirst(phrases: readonly Phrase[]): (phrase: Phrase) => string[] {
  const uses = new Map<string, number>()
  for (const { marks } of phrases) {
    for (const mark of marks) uses.set(mark, (uses.get(mark) ?? 0) + 1)
  }
  const rarity = (one: string, other: string) =>
    (uses.get(one) ?? 0) - (uses.get(other) ?? 0) || (one < other ? -1 : 1)
  return ({ marks }) => {
    const leastShared = Math.ceil((marks.size * ALIKE) / (2 - ALIKE))
    return [...marks].sort(rarity).slice(0, marks.size - leastShared + 1)
  }
}

function knownOf<T extends Comparable>(text: T): Known<T> {
  const { title, questions, body, locale } = text
  const phrases = [title, ...questions].map((words) => phraseOf(words, locale))
  const found = Map.groupBy(quantitiesIn(body, locale), ({ unit }) => unit)
  const values = [...found].map(
    ([unit, all]) => [unit, new Set(all.map(({ value }) => value))] as const,
  )
  return { text, phrases: phrases.filter(({ marks }) => marks.size >= 2), numbers: new Map(values) }
}

function phraseOf(words: string, locale: Locale): Phrase {
  const codes = (words.match(/[a-z+]*\d[\d+]*/gi) ?? []).join(' ')
  return { words, marks: marksOf(words, locale), codes }
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

function pairOf<T extends Comparable>(
  [mine, theirs]: [Known<T>, Known<T>],
  asked: [mine: Phrase, theirs: Phrase],
): LookAlike<T> | undefined {
  const differing = differingNumbers(mine, theirs)
  if (!differing) return undefined
  const { unit, only, onlyOther } = differing
  const side = ({ text }: Known<T>, { words }: Phrase, numbers: number[]): Side<T> => ({
    text,
    question: words,
    numbers,
    sentence: sentenceWith(text, { unit, value: numbers[0] }),
  })
  return { unit, sides: [side(mine, asked[0], only), side(theirs, asked[1], onlyOther)] }
}

function asksTheSame(one: Phrase, other: Phrase): boolean {
  return one.codes === other.codes && alike(one.marks, other.marks) >= ALIKE
}

function alike(one: Set<string>, other: Set<string>): number {
  const shared = [...one].filter((mark) => other.has(mark)).length
  return (2 * shared) / (one.size + other.size)
}

/** Each gives a number of one unit that the other does not give; undefined when they agree. */
function differingNumbers(mine: Known<Comparable>, theirs: Known<Comparable>) {
  for (const [unit, values] of mine.numbers) {
    const others = theirs.numbers.get(unit) ?? new Set<number>()
    const only = [...values].filter((value) => !others.has(value))
    const onlyOther = [...others].filter((value) => !values.has(value))
    if (only.length > 0 && onlyOther.length > 0) return { unit, only, onlyOther }
  }
  return undefined
}

function sentenceWith(
  { body, locale }: Comparable,
  wanted: { unit: string; value: number | undefined },
): string {
  const holds = (sentence: string) =>
    quantitiesIn(sentence, locale).some(
      ({ unit, value }) => unit === wanted.unit && value === wanted.value,
    )
  return sentencesOf(body).find(holds) ?? ''
}
