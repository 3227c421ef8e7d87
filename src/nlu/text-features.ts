import type { Locale } from '../domain/locale.ts'

/** Two blocks of features, weighted and normalised apart from each other. */
export interface FeatureBlocks {
  words: string[]
  characters: string[]
}

/** Digits carry no wish; only how many there are does: a code has two, a card tail four. */
function withoutDigits(text: string): string {
  return text.replaceAll(/\d[\d.,]*/g, (run) => {
    if (run.length === 2) return '00'
    return run.length === 4 ? '0000' : '0'
  })
}

function grams(text: string, from: number, to: number): string[] {
  const result: string[] = []
  for (let size = from; size <= to; size += 1) {
    for (let at = 0; at + size <= text.length; at += 1) result.push(text.slice(at, at + size))
  }
  return result
}

function wordsAndPairs(words: readonly string[]): string[] {
  const pairs = words.slice(1).map((word, i) => `${words[i]} ${word}`)
  return [...words, ...pairs]
}

/** English: words and pairs of words; runs of 2 to 5 characters inside a word. */
function englishFeatures(text: string): FeatureBlocks {
  const words = text.match(/[a-z0-9']+/g) ?? []
  return {
    words: wordsAndPairs(words),
    characters: words.flatMap((word) => grams(`_${word}_`, 2, 5)),
  }
}

/** Chinese: runs of 1 to 3 characters; borrowed words count whole. */
function chineseFeatures(text: string): FeatureBlocks {
  const runs = text.match(/[\u3400-\u9fff]+/g) ?? []
  const words = text.match(/[a-z0-9]+|[?？]/g) ?? []
  return {
    words: wordsAndPairs(words),
    characters: runs.flatMap((run) => [...grams(run, 1, 3), ...grams(`^${run}$`, 2, 2)]),
  }
}

/** The features of a repaired message in the language it is read in. */
export function textFeatures(text: string, locale: Locale): FeatureBlocks {
  const plain = withoutDigits(text)
  return locale === 'en' ? englishFeatures(plain) : chineseFeatures(plain)
}
