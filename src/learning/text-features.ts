/** Two blocks of features, weighted and normalised apart from each other. */
export interface FeatureBlocks {
  /** Words, and characters of writing without spaces between words; and pairs of neighbours. */
  words: string[]
  /** Words whose runs of characters count as well: `runsIn` gives them. */
  spelt: string[]
  meaning?: Float32Array | undefined
}

/** A repaired message, and what is known of it besides its words. */
export interface SignedText {
  text: string
  /** Names that occur in no message: they count like words. */
  signs?: readonly string[] | undefined
  /** What an encoder made of the text, where there is one. */
  meaning?: Float32Array | undefined
}

/** Digits carry no wish; only how many there are does: a code has two, a card tail four. */
function withoutDigits(text: string): string {
  return text.replaceAll(/\d[\d.,]*/g, (run) => {
    if (run.length === 2) return '00'
    return run.length === 4 ? '0000' : '0'
  })
}

/** One character of writing that puts no space between words, a whole word, or a question mark. */
const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[[\p{L}\p{M}\p{N}']--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]+|[?？]/gv
const spaceless = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/v

function grams(text: string, from: number, to: number): string[] {
  const result: string[] = []
  for (let size = from; size <= to; size += 1) {
    for (let at = 0; at + size <= text.length; at += 1) result.push(text.slice(at, at + size))
  }
  return result
}

/**
 * The features of a repaired message in any language. Chinese: runs of one and two characters, which
 * beat every segmenter here; words: themselves, their pairs, and runs of 2 to 5 characters in them.
 */
export function textFeatures({ text, signs = [], meaning }: SignedText): FeatureBlocks {
  const tokens = withoutDigits(text).match(token) ?? []
  const words = tokens.filter((each) => !spaceless.test(each) && !/[?？]/.test(each))
  const pairs = tokens.slice(1).map((each, i) => `${tokens[i]} ${each}`)
  return {
    words: [...tokens, ...pairs, ...edges(tokens), ...signs],
    spelt: words,
    meaning,
  }
}

/** Runs of characters inside a word: they see through endings and slips. */
export function runsIn(word: string): string[] {
  return grams(`_${word}_`, 2, 5)
}

/** How a Chinese message begins and ends tells a question from a statement. */
function edges(tokens: readonly string[]): string[] {
  const [first = '', last = ''] = [tokens[0], tokens.at(-1)]
  return [
    ...(spaceless.test(first) ? [`^ ${first}`] : []),
    ...(spaceless.test(last) ? [`${last} $`] : []),
  ]
}
