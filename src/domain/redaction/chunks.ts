import { hanDigit, lookalikeDigits, spokenDigits } from './digit-words.ts'
import type { Span } from './spans.ts'

/**
 * Digits written without a break: `4111`, `六二二二`, `four one one one`. `soft` counts digits at
 * the two ends that are really letters and may not belong to the number.
 */
export interface Chunk extends Span {
  digits: string
  written: 'figures' | 'han' | 'words'
  softStart: number
  softEnd: number
}

interface Token extends Span {
  digits: string
  written: Chunk['written']
  soft: boolean
}

const LETTERS = /[a-zA-ZОоΟοІ]+/y

/** Every chunk of digits in the glyphs, in order, outside the covered stretches. */
export function findChunks(glyphs: string, covered: Uint8Array): Chunk[] {
  const chunks: Chunk[] = []
  for (const token of findTokens(glyphs, covered)) {
    const last = chunks.at(-1)
    if (last && belongs(glyphs, last, token)) extend(last, token)
    else if (!token.soft || isFigure(glyphs[token.end]) || isGroup(token)) chunks.push(start(token))
  }
  return chunks.filter((chunk) => chunk.digits.length > chunk.softStart || isGroup(chunk))
}

/** Four letters can be a whole group: `6572 OIOO 2221 6539`. */
function isGroup(token: { digits: string }): boolean {
  return token.digits.length === 4
}

function start(token: Token): Chunk {
  const soft = token.soft ? token.digits.length : 0
  const { digits, written, end } = token
  return { start: token.start, end, digits, written, softStart: soft, softEnd: 0 }
}

function extend(chunk: Chunk, token: Token): void {
  chunk.digits += token.digits
  chunk.end = token.end
  chunk.softEnd = token.soft ? chunk.softEnd + token.digits.length : 0
}

const BETWEEN_SPOKEN = /^(?:[\s,.-]{1,3}|,? and )$/

/** Spoken digits run on over spaces, commas, lines and "and"; everything else must touch. */
function belongs(glyphs: string, chunk: Chunk, token: Token): boolean {
  if (chunk.end === token.start) return true
  if (chunk.written !== 'words' || token.written !== 'words') return false
  return token.start - chunk.end <= 6 && BETWEEN_SPOKEN.test(glyphs.slice(chunk.end, token.start))
}

function findTokens(glyphs: string, covered: Uint8Array): Token[] {
  const lower = glyphs.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())
  const tokens: Token[] = []
  for (let at = 0; at < glyphs.length; ) {
    if (covered[at]) {
      at += 1
      continue
    }
    const token = tokenAt({ glyphs, lower, at })
    if (token?.digits) tokens.push(token)
    at = token ? token.end : at + 1
  }
  return tokens
}

interface Place {
  glyphs: string
  lower: string
  at: number
}

/** The token at a place; a word that is no digits comes back with none, so that it is passed. */
function tokenAt({ glyphs, lower, at }: Place): Token | undefined {
  const glyph = glyphs[at] ?? ''
  const token = { start: at, end: at + 1, soft: false }
  if (isFigure(glyph)) return { ...token, digits: glyph, written: 'figures' }
  const han = hanDigit(glyph)
  if (han) return { ...token, digits: han, written: 'han' }
  LETTERS.lastIndex = at
  const word = LETTERS.exec(glyphs)?.[0]
  return word === undefined ? undefined : wordToken({ glyphs, lower, at }, word)
}

function wordToken({ glyphs, lower, at }: Place, word: string): Token {
  const end = at + word.length
  const spoken = spokenDigits(lower, at, end)
  if (spoken) {
    return { start: at, end: spoken.end, digits: spoken.digits, written: 'words', soft: false }
  }
  const reach = word.length === 4 ? [at - 1, end, at - 2, end + 1] : [at - 1, end]
  const touchesDigit = reach.some((place) => isDigitLike(glyphs[place]))
  const loneO = word === 'o' || word === 'O'
  const digits = word.length <= 16 ? lookalikeDigits(word) : undefined
  if (digits && touchesDigit) return { start: at, end, digits, written: 'figures', soft: true }
  if (loneO && between(lower, at)) {
    return { start: at, end, digits: '0', written: 'words', soft: false }
  }
  return { start: at, end, digits: '', written: 'words', soft: false }
}

/** A lone letter o between two spoken digits: `four o two`. */
function between(lower: string, at: number): boolean {
  const before = /(?:one|two|three|four|five|six|seven|eight|nine|zero|o) $/
  return before.test(lower.slice(Math.max(0, at - 7), at))
}

function isFigure(glyph: string | undefined): boolean {
  return glyph !== undefined && glyph >= '0' && glyph <= '9'
}

function isDigitLike(glyph: string | undefined): boolean {
  return isFigure(glyph) || (glyph !== undefined && hanDigit(glyph) !== undefined)
}
