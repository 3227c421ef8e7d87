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

/** Source of a pattern for English number words: `ten thousand`, `two and a half grand`. */
export const englishNumber = `\\bhalf an? (?:${scale})\\b|\\b(?:${word}) and a half (?:${scale})\\b|\\b(?:${word})\\b(?:(?:\\s+|-)(?:and\\s+)?(?:${word.replace('|an|', '|')})\\b)*`

/** The value of English number words, or undefined: `ten thousand` is 10,000. */
export function readEnglishNumber(text: string): number | undefined {
  const [, whole, unitOfHalf] =
    /^(?:(.+) and a half|half an?) (\w+)$/.exec(text.toLowerCase()) ?? []
  if (unitOfHalf) {
    const count = whole === undefined ? 0 : readEnglishNumber(whole)
    const times = large[unitOfHalf]
    return count === undefined || times === undefined ? undefined : (count + 0.5) * times
  }
  return sumOfWords(text)
}

/** Twenty takes a four, a hundred takes anything; four takes no fifty. */
function addsUp(soFar: number, next: number): boolean {
  return soFar === 0 || (soFar >= 20 && soFar % 10 === 0 && next < 10)
}

/** What was counted so far: whole thousands and millions, and the section below them. */
interface Sum {
  readonly total: number
  readonly section: number
}

/** "four fifty" may be 450 or 4.50: words that do not add up are no number. */
function sumOfWords(text: string): number | undefined {
  let sum: Sum | undefined = { total: 0, section: 0 }
  for (const word of text.toLowerCase().split(/[\s-]+/)) {
    if (word !== 'and') sum = withWord(sum, word)
    if (sum === undefined) return undefined
  }
  return sum.total + sum.section
}

function withWord({ total, section }: Sum, word: string): Sum | undefined {
  const value = small[word]
  if (value !== undefined) {
    return addsUp(section % 100, value) ? { total, section: section + value } : undefined
  }
  const unit = large[word]
  if (unit === undefined) return undefined
  const times = Math.max(section, 1) * unit
  return unit === 100 ? { total, section: times } : { total: total + times, section: 0 }
}
