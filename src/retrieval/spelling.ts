/** A text with its slips mended. */
export type MendSpelling = (text: string) => string

/** Shorter words have too many neighbours. */
const shortest = 5
const word = /[a-z]{5,}/g

/**
 * Mends words that none of the texts uses and that are one slip away from one that they do: a letter
 * wrong, missing, too many, or two swapped. Of several the most used is meant. Only Latin letters in
 * lower case are looked at; all else stays as it is.
 */
export function learnSpelling(texts: Iterable<string>): MendSpelling {
  const uses = new Map<string, number>()
  for (const text of texts) {
    for (const [found] of text.toLowerCase().matchAll(word)) {
      uses.set(found, (uses.get(found) ?? 0) + 1)
    }
  }
  const neighbours = neighboursOf(uses.keys())
  const mend = (slip: string): string => {
    if (uses.has(slip)) return slip
    const near = [slip, ...shortened(slip)].flatMap((each) => neighbours.get(each) ?? [])
    const meant = near.filter((each) => isOneSlip(slip, each))
    return meant.sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0))[0] ?? slip
  }
  return (text) => text.replaceAll(word, mend)
}

/** Every word under itself and under what is left of it without one of its letters. */
function neighboursOf(words: Iterable<string>): Map<string, string[]> {
  const neighbours = new Map<string, string[]>()
  for (const each of words) {
    for (const key of [each, ...shortened(each)]) {
      const known = neighbours.get(key)
      if (known) known.push(each)
      else neighbours.set(key, [each])
    }
  }
  return neighbours
}

function shortened(text: string): string[] {
  if (text.length < shortest) return []
  return Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1))
}

/** Two that share a shortened form may still be two slips apart. */
function isOneSlip(one: string, other: string): boolean {
  if (one.length !== other.length) return true
  const apart = [...one].flatMap((letter, at) => (letter === other[at] ? [] : [at]))
  const [first = 0, second = 0] = apart
  if (apart.length <= 1) return true
  const swapped = one[first] === other[second] && one[second] === other[first]
  return apart.length === 2 && second === first + 1 && swapped
}
