import { digitNames, tensNames } from './digit-words.ts'

const small: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

/** As they are often typed. */
const slips: Readonly<Record<string, number>> = {
  fourty: 40,
  fivety: 50,
  fivty: 50,
  fifity: 50,
  ninty: 90,
  eigty: 80,
  twelv: 12,
  forteen: 14,
  eightteen: 18,
}

/** "Thirtysix", written in one. */
const joined = tensNames.flatMap((ten, tenth) =>
  digitNames.map((digit, one) => [`${ten}${digit}`, 10 * (tenth + 2) + one + 1] as const),
)

const counts: Readonly<Record<string, number>> = {
  ...small,
  ...slips,
  ...Object.fromEntries(joined),
}

const scales: Readonly<Record<string, number>> = {
  fiver: 5,
  tenner: 10,
  hundred: 100,
  hunderd: 100,
  hundered: 100,
  hundo: 100,
  k: 1_000,
  thousand: 1_000,
  thousnd: 1_000,
  thousend: 1_000,
  grand: 1_000,
  lakh: 100_000,
  mil: 1_000_000,
  million: 1_000_000,
  crore: 10_000_000,
}

const anyOf = (words: readonly string[]) => words.toSorted((a, b) => b.length - a.length).join('|')

/** Source of a pattern for the words that multiply what stands before them: two fivers, 5 lakh. */
export const scaleWord = `(?:${anyOf(Object.keys(scales))})s?`

/** What such a word multiplies by. */
export const scaleOf = (word: string): number | undefined => scales[word.replace(/s$/, '')]

const count = anyOf(Object.keys(counts).filter((word) => !/^an?$/.test(word)))

/** Source of a pattern for a count in words: `ten`, `twenty-four`. What does not add up is no number. */
export const countWords = `(?:${count})(?:[ -](?:${count}))?`

const digitWord = 'zero|oh|one|two|three|four|five|six|seven|eight|nine'

/** "A pound short"; a euro account is none. */
const coin =
  '(?:quid|pound|euro|dollar|buck)(?! (?:account|amount|sign|coin|note|shop|store|zone|card))|penny (?:out|short|over|under|off|test|more|less)\\b'

/**
 * Source of a pattern for English number words: `ten thousand`, `two and a half grand`. "A" counts
 * only a scale or a coin, and "grand job" counts nothing.
 */
export const englishNumber = [
  `\\b(?:half|(?:a )?quarter of) an? ${scaleWord}\\b`,
  `\\b(?:a )?(?:couple(?: of)?|few) ${scaleWord}\\b`,
  `\\b(?:${count}) and a half ${scaleWord}\\b`,
  `\\b(?:${count}) point (?:${digitWord})(?: (?:${digitWord})){0,2}(?: ${scaleWord})?\\b`,
  `\\b(?:${count}|an?(?= (?:${scaleWord}|${coin})\\b)|(?<=\\bby )a(?= penny\\b)|hundred|thousand|million|fiver|tenner)\\b` +
    `(?:[\\s-]+(?:(?:and|&|n)[\\s-]+)?(?:${count}|${scaleWord})\\b)*`,
].join('|')

/** "A couple of hundred" is a number, but a vague one. */
export const vagueCount = /^(?:a )?couple\b/

/** The value of English number words, or undefined: `ten thousand` is 10,000. */
export function readEnglishNumber(text: string): number | undefined {
  const low = text.toLowerCase()
  return readParts(low) ?? readDecimal(low) ?? sumOfWords(low) ?? readPrice(low)
}

/** Two digits in words behind the whole ones: ten to ninety-nine. */
const centsInWords = new RegExp(
  `^(.+?)[ -]((?:ten|eleven|twelve|\\w+teen)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:${digitWord}))?)$`,
)

/**
 * "Sixteen ninety-nine" is 16.99 and "sixty-four fifty" 64.50; nineteen ninety-nine is a price as well.
 * "Nineteen ninety" and "twenty fifteen" are years, "twelve fifty" may be 1,250 or a time, and "fifty sixty" is somewhere between the two.
 */
function readPrice(text: string): number | undefined {
  const [, whole = '', cents = ''] = centsInWords.exec(text) ?? []
  const [pounds, pence] = [sumOfWords(whole), sumOfWords(cents)]
  if (pounds === undefined || pence === undefined || pounds <= 10 || pounds > 99) return undefined
  const isYear = (pounds === 19 && pence < 95) || (pounds === 20 && pence < 60)
  const mayBeMore = pounds <= 12 && pence < 60
  const isBetween = pounds % 10 === 0 && pence === pounds + 10
  return isYear || mayBeMore || isBetween ? undefined : pounds + pence / 100
}

/** Halves, quarters and couples of a large unit. */
function readParts(text: string): number | undefined {
  const [, whole, part, unit = ''] =
    /^(?:(?:(.+) and )?(a half|half an?|(?:a )?quarter of an?|(?:a )?couple(?: of)?)) (\w+)$/.exec(
      text,
    ) ?? []
  const times = scaleOf(unit)
  if (!part || times === undefined) return undefined
  if (part.includes('couple')) return 2 * times
  const count = whole === undefined ? 0 : sumOfWords(whole)
  const fraction = part.includes('quarter') ? 0.25 : 0.5
  return count === undefined ? undefined : (count + fraction) * times
}

/** "Two point five grand" is 2,500. */
function readDecimal(text: string): number | undefined {
  const [whole = '', said] = text.split(' point ')
  const words = said?.split(' ') ?? []
  const unit = scaleOf(words.at(-1) ?? '')
  const digits = (unit ? words.slice(0, -1) : words).map((each) => small[each] ?? 0)
  const value = sumOfWords(whole)
  if (value === undefined || digits.length === 0) return undefined
  return Number(`${value}.${digits.join('')}`) * (unit ?? 1)
}

/** Twenty takes a four, a hundred takes anything; four takes no fifty. */
function addsUp(soFar: number, next: number): boolean {
  return soFar === 0 || (soFar >= 20 && soFar % 10 === 0 && next < 10)
}

/** "four fifty" may be 450 or 4.50: words that do not add up are no number. */
function sumOfWords(text: string): number | undefined {
  let total = 0
  let section = 0
  const tokens = text.toLowerCase().split(/[\s-]+/)
  for (const token of tokens.filter((each) => !/^(?:and|&|n)$/.test(each))) {
    const next = withWord(section, token)
    if (next === undefined) return undefined
    const closes = (scaleOf(token) ?? 0) > 100
    total += closes ? next : 0
    section = closes ? 0 : next
  }
  return total + section
}

/** The number so far with one more word, or undefined when it does not fit. */
function withWord(section: number, token: string): number | undefined {
  const unit = scaleOf(token)
  if (unit !== undefined) return Math.max(section, 1) * unit
  const value = counts[token]
  return value !== undefined && addsUp(section % 100, value) ? section + value : undefined
}
