const digitWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** A digit in words, for building patterns. */
export const digitWord = `(?:oh|${digitWords.join('|')})`

/** The digits of "six two two five", or undefined when it holds anything else. */
export function digitsOfWords(written: string): string | undefined {
  const words = written.toLowerCase().split(/[ -]/)
  const digits = words.map((word) => (word === 'oh' ? 0 : digitWords.indexOf(word)))
  return digits.includes(-1) ? undefined : digits.join('')
}
