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

const large: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1_000,
  grand: 1_000,
  million: 1_000_000,
}

const word = [...Object.keys(small), ...Object.keys(large)]
  .toSorted((a, b) => b.length - a.length)
  .join('|')

const scale = Object.keys(large).join('|')

const digitWord = 'zero|oh|one|two|three|four|five|six|seven|eight|nine'

/** Source of a pattern for English number words: `ten thousand`, `two and a half grand`. */
export const englishNumber = [
  `\\b(?:half|a quarter of) an? (?:${scale})\\b`,
  `\\b(?:a )?(?:couple(?: of)?|few) (?:${scale})\\b`,
  `\\b(?:${word}) and a half (?:${scale})\\b`,
  `\\b(?:${word}) point (?:${digitWord})(?: (?:${digitWord})){0,2}(?: (?:${scale}))?\\b`,
  `\\b(?:${word})\\b(?:(?:\\s+|-)(?:and\\s+)?(?:${word.replace('|an|', '|')})\\b)*`,
].join('|')

/** "A couple of hundred" is a number, but a vague one. */
export const vagueCount = /^(?:a )?couple\b/

/** The value of English number words, or undefined: `ten thousand` is 10,000. */
export function readEnglishNumber(text: string): number | undefined {
  const low = text.toLowerCase()
  return readParts(low) ?? readDecimal(low) ?? sumOfWords(low)
}

/** Halves, quarters and couples of a large unit. */
function readParts(text: string): number | undefined {
  const [, whole, part, unit = ''] =
    /^(?:(?:(.+) and )?(a half|half an?|a quarter of an?|(?:a )?couple(?: of)?)) (\w+)$/.exec(
      text,
    ) ?? []
  const times = large[unit]
  if (!part || times === undefined) return undefined
  if (part.includes('couple')) return 2 * times
  const count = whole === undefined ? 0 : sumOfWords(whole)
  const fraction = part.startsWith('a quarter') ? 0.25 : 0.5
  return count === undefined ? undefined : (count + fraction) * times
}

/** "Two point five grand" is 2,500. */
function readDecimal(text: string): number | undefined {
  const [whole = '', said] = text.split(' point ')
  const words = said?.split(' ') ?? []
  const unit = large[words.at(-1) ?? '']
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
  for (const token of tokens.filter((each) => each !== 'and')) {
    const next = withWord(section, token)
    if (next === undefined) return undefined
    const closes = (large[token] ?? 0) > 100
    total += closes ? next : 0
    section = closes ? 0 : next
  }
  return total + section
}

/** The number so far with one more word, or undefined when it does not fit. */
function withWord(section: number, token: string): number | undefined {
  const unit = large[token]
  if (unit !== undefined) return Math.max(section, 1) * unit
  const value = small[token]
  return value !== undefined && addsUp(section % 100, value) ? section + value : undefined
}
