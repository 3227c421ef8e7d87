/** One to nine, in order. */
export const digitNames = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const digitWords = ['zero', ...digitNames]

/** Twenty to ninety, in order. */
export const tensNames = [
  'twenty',
  'thirty',
  'forty',
  'fifty',
  'sixty',
  'seventy',
  'eighty',
  'ninety',
]

/** A digit in words, for building patterns. */
export const digitWord = `(?:oh|nought|${digitWords.join('|')})`

const [one, two] = [digitWord, `double ${digitWord}`]

/** Source of a pattern for four digits in words: "six two two five", "double zero four two". */
export const fourDigitWords = `(?:${[
  [one, one, one, one],
  [two, one, one],
  [one, two, one],
  [one, one, two],
  [two, two],
]
  .map((words) => words.join('[ -]'))
  .join('|')})`

const tens = `(?:${tensNames.join('|')})`

/** Source of a pattern for two digits in words that are one number: "fifty-one", "fourteen", "sixty". */
export const twoDigitWords = `(?:${tens}(?:[ -](?:${digitNames.join('|')}))?|(?:thir|four|fif|six|seven|eigh|nine)teen|twelve)`

/** The digits of "six two two five", or undefined when it holds anything else. */
export function digitsOfWords(written: string): string | undefined {
  const words = written
    .toLowerCase()
    .replaceAll(/double (\w+)/g, '$1 $1')
    .split(/[ -]/)
  const digits = words.map((word) => (/^(?:oh|nought)$/.test(word) ? 0 : digitWords.indexOf(word)))
  return digits.includes(-1) ? undefined : digits.join('')
}
