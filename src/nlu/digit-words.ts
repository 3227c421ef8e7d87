const digitWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** A digit in words, for building patterns. */
export const digitWord = `(?:oh|nought|${digitWords.join('|')})`

/** The digits of "six two two five", or undefined when it holds anything else. */
export function digitsOfWords(written: string): string | undefined {
  const words = written.toLowerCase().split(/[ -]/)
  const digits = words.map((word) => (/^(?:oh|nought)$/.test(word) ? 0 : digitWords.indexOf(word)))
  return digits.includes(-1) ? undefined : digits.join('')
}
