import type { Locale } from '../domain/locale.ts'
import { plainText } from './plain-text.ts'
import { synonyms } from './synonyms.ts'
import { type Terms, termsOf } from './terms.ts'

/** The terms of a text, and the groups of words for one thing that it touches. */
export function searchTermsOf(text: string, locale: Locale): Terms {
  const terms = termsOf(text)
  for (const group of locale === 'en' ? englishGroups(terms) : chineseGroups(text)) {
    terms.set(`~${group}`, 1)
  }
  return terms
}

/** How much a term of each kind counts, before its rarity. */
export function kindWeight(term: string): number {
  if (term.startsWith('#')) return 0.15
  if (isSubject(term)) return 1.5
  if (term.includes(' ')) return 0.5
  if (number.test(term)) return 2
  return singleCharacter.test(term) ? 0.8 : 1
}

/** Whether a term stands for one of the groups of words. */
export function isSubject(term: string): boolean {
  return term.startsWith('~')
}

/** Whether a term is a word or a character of the text, not a pair, a piece or a group. */
export function isSimple(term: string): boolean {
  return !term.startsWith('#') && !isSubject(term) && !term.includes(' ') && !pair.test(term)
}

/** A lone character of Chinese stands in every other text: a query of nothing else asks nothing. */
export function isTelling(term: string): boolean {
  return !singleCharacter.test(term)
}

const pair = /^\p{Script=Han}{2}$/u
/** A response code, a hotline: the most telling word of a question. */
const number = /^\d+$/
const singleCharacter = /^\p{Script=Han}$/u

const groupsOfStem = new Map<string, number[]>()
for (const [group, words] of synonyms.en.entries()) {
  for (const stem of words.flatMap((word) => [...termsOf(word).keys()])) {
    if (!stem.startsWith('#')) groupsOfStem.set(stem, [...(groupsOfStem.get(stem) ?? []), group])
  }
}

function englishGroups(terms: Terms): number[] {
  return [...terms.keys()].flatMap((term) => groupsOfStem.get(term) ?? [])
}

const groupOfWord = new Map(
  synonyms['zh-CN'].flatMap((words, group) => words.map((word) => [word, group] as const)),
)
const anyWord = [...groupOfWord.keys()].sort((a, b) => b.length - a.length).join('|')
/** A look-ahead finds words that overlap. */
const chineseWords = new RegExp(`(?=(${anyWord}))`, 'gu')

function chineseGroups(text: string): number[] {
  return [...plainText(text).matchAll(chineseWords)].flatMap(
    ([, word]) => groupOfWord.get(word ?? '') ?? [],
  )
}
