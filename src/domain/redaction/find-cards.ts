import { startsLikeCard } from './card-brands.ts'
import { isCardLike } from './card-shape.ts'
import { isCard, isLabelledCard, strengthOf, type Window } from './card-window.ts'
import type { Survey, TextNumber } from './numbers.ts'
import type { Span } from './spans.ts'

/** A card number in the glyphs: its pieces, one for each message, in order. */
export interface CardFound {
  pieces: Span[]
  last4: string
  /** Where the last of its numbers stands among the survey's numbers. */
  lastNumber: number
}

const SHORTEST = 13
const LONGEST = 19
/** A labelled run this long is a card number with its date and code written on. */
const LONGEST_LABELLED = 30

/** Every card number, however it is disguised or split. Linear in the count of numbers. */
export function findCards(survey: Survey): CardFound[] {
  const found: CardFound[] = []
  for (let at = 0; at < survey.numbers.length; ) {
    const card = cardAt(survey, at)
    if (card) found.push(card)
    at = card ? card.lastNumber + 1 : at + 1
  }
  return found
}

function cardAt(survey: Survey, at: number): CardFound | undefined {
  const first = survey.numbers[at]
  if (!first) return undefined
  if (first.digits.length > LONGEST) return overlongCard(first, at)
  if (first.plain && first.digits.length < SHORTEST) return undefined
  if (!mayStart(first)) return undefined
  const windows = windowsFrom(survey, at)
  const cards = windows.filter(isCard)
  const best = preferred(cards) ?? preferred(windows.filter(isLabelledCard))
  return best && toFound(best, at)
}

/** A number that neither starts like a card nor is called one opens no window: keeps it quick. */
function mayStart(first: TextNumber): boolean {
  if (first.label?.kind === 'card') return true
  if (first.digits.length - first.softStart < 4)
    return first.softStart > 0 || /^[2-9]/.test(first.digits)
  return startsLikeCard(first.digits) || startsLikeCard(first.digits.slice(first.softStart))
}

function windowsFrom(survey: Survey, at: number): Window[] {
  const windows: Window[] = []
  const reach = reachOf(survey.numbers, at)
  let digits = ''
  for (let end = at; end < reach; end += 1) {
    digits += survey.numbers[end]?.digits ?? ''
    const window = digits.length >= SHORTEST && windowOf(survey, digits, { at, end })
    if (window) windows.push(window)
  }
  return windows
}

/** The number before which the row from `at` must end: a plain one, a break, or too many digits. */
function reachOf(numbers: readonly TextNumber[], at: number): number {
  let length = 0
  for (let end = at; end < numbers.length; end += 1) {
    const part = numbers[end]
    length += part?.digits.length ?? 0
    if (length > LONGEST || (end > at && part?.plain)) return end
    if (part?.gap.kind === 'break') return end + 1
  }
  return numbers.length
}

/** The row as a window, when its digits can be a card number at all. */
function windowOf(
  survey: Survey,
  digits: string,
  { at, end }: { at: number; end: number },
): Window | undefined {
  const first = survey.numbers[at]
  const last = survey.numbers[end]
  if (!first || !last) return undefined
  const strength = strengthOf(digits, first, last)
  const called = first.ownLabel && first.label?.kind.startsWith('card')
  if (!strength && !called) return undefined
  return { digits, strength, ...surroundings(survey, at, end) }
}

function surroundings(
  { glyphs, numbers }: Survey,
  at: number,
  end: number,
): Pick<Window, 'parts' | 'gaps' | 'alone' | 'before'> {
  const parts = numbers.slice(at, end + 1)
  const gaps = parts.slice(0, -1).map((one) => one.gap)
  const start = parts[0]?.start ?? 0
  const before = glyphs.slice(Math.max(0, start - 24), start)
  return { parts, gaps, alone: isAlone(numbers, at, end), before }
}

function isAlone(numbers: readonly TextNumber[], at: number, end: number): boolean {
  return numbers[at - 1]?.gap.kind !== 'light' && numbers[end]?.gap.kind !== 'light'
}

/** Of several readings the one that ends the row, then a printed grouping, then the longest. */
function preferred(windows: readonly Window[]): Window | undefined {
  const score = (window: Window) => {
    const shape = isCardLike(window.parts.map((part) => part.digits.length)) ? 100 : 0
    const ends = window.parts.at(-1)?.gap.kind === 'light' ? 0 : 50
    return shape + ends + window.digits.length
  }
  return [...windows].sort((one, other) => score(other) - score(one))[0]
}

/** 20 digits and more in one run: a card only with its expiry and code, or when called one. */
function overlongCard(number: TextNumber, at: number): CardFound | undefined {
  const { digits } = number
  const called = number.ownLabel && number.label?.kind === 'card'
  const found = { pieces: [{ start: number.start, end: number.end }], lastNumber: at }
  for (const length of [16, 19]) {
    const tail = digits.slice(length)
    const pan = { ...number, digits: digits.slice(0, length), softStart: 0, softEnd: 0 }
    const strength = strengthOf(pan.digits, pan, pan)
    const window = { digits: pan.digits, strength, parts: [pan], gaps: [], alone: true, before: '' }
    const dated =
      /^(?:(?:0[1-9]|1[0-2])[2-4][0-9]|[2-4][0-9](?:0[1-9]|1[0-2]))(?:[0-9]{3,4})?$/.test(tail)
    if (((dated && !isTraced(number)) || called) && isCard(window))
      return { ...found, last4: pan.digits.slice(-4) }
  }
  if (!called || digits.length > LONGEST_LABELLED) return undefined
  return { ...found, last4: digits.slice(-4) }
}

/** An acquirer's reference number has 23 digits, starts with 2, 7 or 8, or is called a reference. */
function isTraced({ digits, label }: TextNumber): boolean {
  return /^[278]/.test(digits) || label?.kind === 'reference'
}

function toFound(window: Window, at: number): CardFound {
  const pieces: Span[] = []
  for (const [index, part] of window.parts.entries()) {
    const last = pieces.at(-1)
    if (last && window.gaps[index - 1]?.kind !== 'message') last.end = part.end
    else pieces.push({ start: part.start, end: part.end })
  }
  return { pieces, last4: window.digits.slice(-4), lastNumber: at + window.parts.length - 1 }
}
