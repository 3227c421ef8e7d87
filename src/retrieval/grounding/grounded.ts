import type { Locale } from '../../domain/locale.ts'
import { asksForSecret } from '../../domain/never-ask.ts'
import type { Citing, Claim } from '../../ports/answer-writer.ts'
import { termsOf } from '../terms.ts'
import { bearsAlike, foldedText } from './bearing.ts'
import { hardFactsOf } from './hard-facts.ts'

/** A short screen, in characters. */
const longest: Record<Locale, number> = { en: 420, 'zh-CN': 160 }
const mostSentences = 5

/**
 * So much of a sentence's words must stand in what supports it. Where Chinese leaves something out, two
 * characters meet that made no pair before.
 */
const covered: Record<Locale, number> = { en: 1, 'zh-CN': 0.9 }

/**
 * Whether all of an answer stands in its passages: each sentence's facts, nearly all of its words and
 * what bears on them in one or two neighbouring sentences of the passage that it names. It may leave out, and
 * add nothing. Pure; what is not sure is refused, for the passage itself is there to be shown.
 */
export function isGrounded(claims: readonly Claim[], { locale, passages }: Citing): boolean {
  const whole = claims.map(({ sentence }) => sentence).join(' ')
  if (claims.length === 0 || claims.length > mostSentences || whole.length > longest[locale]) {
    return false
  }
  return claims.every(({ sentence, supportedBy }) => {
    const passage = passages[supportedBy]
    return passage !== undefined && isSupported(sentence, { passage, locale })
  })
}

interface Support {
  passage: string
  locale: Locale
}

function isSupported(sentence: string, { passage, locale }: Support): boolean {
  if (!isPlain(sentence, locale) || asksForSecret(sentence)) return false
  const known = sentencesOf(passage, locale)
  const supports = known.flatMap((each, at) => [each, `${each} ${known[at + 1] ?? ''}`])
  const parts = sentencesOf(sentence, locale)
  return parts.every((part) => supports.some((support) => follows(part, support, locale)))
}

/** A whole sentence in the language that was asked in, and nothing that a screen would draw. */
function isPlain(sentence: string, locale: Locale): boolean {
  const isSentence = /\p{L}.*[.!?。！？]["”’)]?$/u.test(sentence)
  if (!isSentence || /[\p{C}\n<>{}[\]`*_#|\\]/u.test(sentence)) return false
  const han = sentence.match(/\p{Script=Han}/gu)?.length ?? 0
  const letters = sentence.match(/\p{L}/gu)?.length ?? 0
  const latin = sentence.match(/\p{Script=Latin}/gu)?.length ?? 0
  return locale === 'en' ? latin === letters : han > letters / 2 && han + latin === letters
}

function sentencesOf(text: string, locale: Locale): string[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' })
  return text
    .split('\n')
    .flatMap((line) => [...segmenter.segment(line)])
    .map(({ segment }) => segment.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
}

function follows(sentence: string, support: string, locale: Locale): boolean {
  const facts = hardFactsOf(support, locale)
  const stands = [...hardFactsOf(sentence, locale)].every((fact) => facts.has(fact))
  return (
    stands &&
    coverage(sentence, support) >= covered[locale] &&
    bearsAlike(sentence, support, locale)
  )
}

/** The share of a sentence's words, or of its characters and pairs of them, that stand in another. */
function coverage(sentence: string, support: string): number {
  const known = termsOf(foldedText(support))
  const said = [...termsOf(foldedText(sentence)).keys()].filter(
    (term) => !term.startsWith('#') && !term.includes(' '),
  )
  // "No." alone answers whatever was asked.
  if (said.length < 2) return 0
  return said.filter((term) => known.has(term)).length / said.length
}
