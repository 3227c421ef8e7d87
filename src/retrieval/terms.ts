import porter from 'natural/lib/natural/stemmers/porter_stemmer.js'
import { plainText } from './plain-text.ts'

/** What a text is made of for search: words, stems and short runs of characters. */
export type Terms = Map<string, number>

const runs = /[a-z0-9+]+(?:'[a-z]+)?|\p{Script=Han}+/gu
const han = /^\p{Script=Han}/u

/** Words that say nothing about the subject; they would only lengthen the lists of postings. */
const stopWords = new Set(
  (
    'a an the is are was were be been am do does did to of in on at by for from with and or if it ' +
    'its this that these those i you we they he she me my our your their them us so as but will ' +
    'would shall should may might must there here please just also too very s t how what when ' +
    'where which who whom why can could have has had want need say says tell take make know mean ' +
    'use happen than then some any about go going got im ive id dont cant isnt didnt'
  ).split(' '),
)

/** Chinese particles, courtesies and words of asking, likewise; the longest first. */
const stopRuns =
  /为什么|是不是|能不能|会不会|有没有|可不可以|怎么办|怎么样|什么时候|怎么|怎样|如何|什么|哪里|哪个|哪些|多少|多久|几天|可以|应该|需要|一下|这个|那个|这笔|那笔|有什么|还是|到底|啥时候|啥|[的了吗呢吧啊呀哦嘛么请您你我他她它们是在有都就也还很和与被把让叫给要会能想]/gu

/**
 * The terms of a text with their counts. English: stems, and 4-grams of characters inside longer
 * words, which forgive a typing error. Chinese: single characters and pairs, which beat every
 * segmenter on short questions.
 */
export function termsOf(text: string): Terms {
  const found: Terms = new Map()
  let previous = ''
  for (const [run] of plainText(text).matchAll(runs)) {
    if (han.test(run)) addHan(found, run)
    else previous = addWord(found, run, previous)
  }
  return found
}

function addHan(found: Terms, run: string): void {
  for (const part of run.split(stopRuns)) {
    const characters = [...part]
    for (let at = 0; at < characters.length; at++) {
      const one = characters[at] ?? ''
      count(found, one)
      const next = characters[at + 1]
      if (next !== undefined) count(found, one + next)
    }
  }
}

/** Adds a word and its pair with the previous one; gives the stem to pair the next one with. */
function addWord(found: Terms, run: string, previous: string): string {
  const word = run.replace(/'[a-z]+$/, '')
  if (stopWords.has(word)) return previous
  const stem = stemOf(word)
  count(found, stem)
  if (previous !== '') count(found, `${previous} ${stem}`)
  if (word.length >= 5) {
    for (let at = 0; at + 4 <= word.length; at++) count(found, `#${word.slice(at, at + 4)}`)
  }
  return stem
}

/** Stems are cached: a vocabulary is small, and the stemmer is the slowest step. */
const stems = new Map<string, string>()

function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = porter.stem(word)
  if (stems.size < 50_000) stems.set(word, stem)
  return stem
}

function count(found: Terms, term: string): void {
  found.set(term, (found.get(term) ?? 0) + 1)
}
