/*
 * Words as the search keeps them, the same on every database: Chinese in pairs of characters, other
 * words whole, and of anything with a digit in it every ending of four characters or more, so that
 * what begins at such an ending finds the middle of a number.
 */

/** A thing to look for: a token, or the beginning of one. */
export interface SearchTerm {
  text: string
  prefix: boolean
}

const piece =
  /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[-_/](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu
const longestToken = 40
const shortestEnding = 4
const mostTokens = 4_000

/** The tokens of texts, each once; of a very long text those at its beginning. */
export function tokensOf(texts: readonly string[]): string[] {
  const tokens = new Set<string>()
  for (const text of texts) {
    for (const token of tokensIn(text)) tokens.add(token)
    if (tokens.size >= mostTokens) break
  }
  return [...tokens].slice(0, mostTokens)
}

function tokensIn(text: string): string[] {
  const pieces = plain(text).match(piece) ?? []
  return pieces.flatMap((found) => (isHan(found) ? pairsAndLast(found) : wordTokens(found)))
}

/** What a question looks for: all of these must be there. Empty when it holds no word. */
export function termsOf(question: string): SearchTerm[] {
  const terms = new Map<string, SearchTerm>()
  for (const [found] of plain(question).matchAll(piece)) {
    for (const term of isHan(found) ? hanTerms(found) : [wordTerm(found)])
      terms.set(term.text, term)
  }
  return [...terms.values()].slice(0, mostTerms)
}

const mostTerms = 24

/** Whether texts hold every term: the search in small, for what is in memory. */
export function holdsAll(terms: readonly SearchTerm[], texts: readonly string[]): boolean {
  const tokens = tokensOf(texts)
  return terms.every(({ text, prefix }) =>
    tokens.some((token) => (prefix ? token.startsWith(text) : token === text)),
  )
}

/** One spelling of everything: width, case, accents, `1,234.00` as `1234`, `1234.5` as `1234d5`. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3})/gu, '')
    .replace(/(?<=\d)\.00(?!\d)/gu, '')
    .replace(/(?<=\d)\.(?=\d)/gu, 'd')
}

function isHan(text: string): boolean {
  return /^\p{Script=Han}/u.test(text)
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run)
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

/** The last character begins no pair, and must be found by itself, too. */
function pairsAndLast(run: string): string[] {
  return [...pairsOf(run), Array.from(run).at(-1) ?? '']
}

function hanTerms(run: string): SearchTerm[] {
  const pairs = pairsOf(run)
  if (pairs.length === 0) return [{ text: run, prefix: true }]
  return pairs.map((text) => ({ text, prefix: false }))
}

function wordTokens(word: string): string[] {
  const whole = joined(word)
  const parts = word.split(/[-_/]/u).map((part) => part.slice(0, longestToken))
  return /\d/.test(word) ? [...parts, whole, ...endingsOf(whole)] : [...parts, whole]
}

function endingsOf(whole: string): string[] {
  const count = whole.length - shortestEnding
  return Array.from({ length: Math.max(0, count) }, (_, index) => whole.slice(index + 1))
}

function wordTerm(word: string): SearchTerm {
  return { text: joined(word), prefix: true }
}

function joined(word: string): string {
  return word.replace(/[-_/]/gu, '').slice(0, longestToken)
}
