import type { Written } from './written.ts'

/** What London calls its sums, in pounds. Source: Oxford English Dictionary, under each word. */
const slang: Readonly<Record<string, number>> = { score: 20, pony: 25, ton: 100, monkey: 500 }

const taken =
  '(?:for|took|lost|owe[sd]?|lent|paid|charged|costs?|had|stole|nicked|sent|spent|about)'
const gone = '(?= (?:short|off (?:me|us|him|her|them|my)|gone|missing|down|out of)\\b)'

/** A pony may be ridden and a ton of things meant: what is done to money has to stand beside it. */
const slangPattern = new RegExp(
  `(?<=\\b${taken} (?:me |us |him |her |them )?)a (monkey|pony)(?= (?:off|in|from|out|on|last|yesterday|today|and|but)\\b|\\s*(?:$|[^\\sa-z]))|\\ba (monkey|pony|ton|score)${gone}`,
  'g',
)

/** "Had me for a monkey", "a pony short". */
export const slangSums = (low: string): Written[] =>
  Array.from(low.matchAll(slangPattern), ({ 0: text, 1: told, 2: missed, index: start }) => ({
    start,
    end: start + text.length,
    value: slang[told ?? missed ?? ''] ?? 0,
    unit: 1,
    unmistakable: true,
    approximate: false,
  }))
