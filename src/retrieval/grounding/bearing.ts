import type { Locale } from '../../domain/locale.ts'
import { plainText } from '../plain-text.ts'
import { termsOf } from '../terms.ts'

/*
 * The words that bear on others: a negation, a condition, a "usually", a "must", who it is that acts, a
 * number. Moved to another word, or left out, they make a sentence of the same words say something else.
 */

interface Bearing {
  negation: string
  condition: string
  hedge: string
  /** Must, only, before, at most. */
  limit: string
  actor: string
}

const bearing: Record<Locale, Bearing> = {
  en: {
    negation:
      'no|not|never|cannot|without|none|neither|nor|nobody|nothing|unable|stop|avoid|refuse[sd]?',
    condition: 'if|unless|when|whenever|once|provided|except|until|in case|depend(?:s|ing)?|where',
    hedge:
      'usual(?:ly)?|normal(?:ly)?|often|most(?:ly)?|general(?:ly)?|typically|about|around|roughly|may|might|could|probably|likely|sometimes|should|expect(?:ed)?|common(?:ly)?|example|rarely|seldom',
    limit:
      'must|ha(?:ve|s) to|need(?:s|ed)?|always|only|all|every|each|any|both|either|before|after|within|at least|at most|more|less|fewer|over|under|above|below|up to|earlier|later|longer|shorter|free|guarantee\\w*|promise\\w*|immediate(?:ly)?|instant(?:ly)?|at once|now|same|next|previous|first|last|your|our|their|his|her|we',
    actor:
      'banks?|issuers?|acquirers?|shops?|merchants?|cardholders?|customers?|payers?|compan(?:y|ies)|firms?|networks?|platforms?|agents?|regulators?|ombudsm[ae]n|police|courts?|authorit(?:y|ies)|staff|callers?',
  },
  'zh-CN': {
    negation:
      '不(?!过|但|仅|少|久|断|止|好意思)|没|未|无(?!论)|(?<![特分类个级区性识])别(?!人)|勿|禁止|拒绝|停止|避免|(?<![是能])否(?!则)',
    condition:
      '如果|如|若|要是|除非|只有|只要|的话|一旦|取决|视|凭|除|为准|为限|当[^，。]{1,8}时|假如|万一',
    hedge:
      '通常|一般|多半|大多|大概|大约|约|可能|也许|往往|左右|有时|预计|多数|常|或许|应该|例|比如|很少',
    limit:
      '必须|务必|一定|只|所有|全部|任何|每|都|前|后|内|外|以上|以下|至少|最多|最少|最晚|最早|超过|免费|保证|承诺|立即|马上|立刻|需要|可以|永远|总是|多|少|早|晚|先|我们|他们|同一|下一|上一|第',
    actor:
      '发卡行|银行|收单机构|支付机构|机构|商户|商家|持卡人|顾客|客户|公司|企业|平台|客服|专员|监管|人民银行|警察|法院|业务员|店主|员工',
  },
}

const number = '\\d+(?:[.,:/-]\\d+)*'

/** English words whole, Chinese ones wherever they stand. */
const patternOf: Record<Locale, (words: string) => RegExp> = {
  en: (words) => new RegExp(`(?<![a-z])(?:${words})(?![a-z])`, 'gu'),
  'zh-CN': (words) => new RegExp(words, 'gu'),
}

function patternsOf(locale: Locale) {
  const { negation, condition, hedge, limit, actor } = bearing[locale]
  const words = [negation, condition, hedge, limit, actor, number].join('|')
  return {
    any: patternOf[locale](words),
    /** A sentence has one of these if and only if what supports it has. */
    kinds: [negation, condition, hedge].map(patternOf[locale]),
  }
}

const patterns: Record<Locale, ReturnType<typeof patternsOf>> = {
  en: patternsOf('en'),
  'zh-CN': patternsOf('zh-CN'),
}

/** Whether the words of a sentence are borne on as in what supports it. */
export function bearsAlike(sentence: string, support: string, locale: Locale): boolean {
  const [said, known] = [foldedText(sentence), foldedText(support)]
  const { any, kinds } = patterns[locale]
  if (!kinds.every((kind) => has(said, kind) === has(known, kind))) return false
  const here = pairsIn(said, any)
  const there = pairsIn(known, any)
  const words = new Set([...termsOf(said).keys(), ...wordsOf(said)])
  const count = (all: readonly Pair[], pair: Pair) => all.filter(({ id }) => id === pair.id).length
  const stays = (pair: Pair) => count(here, pair) === count(there, pair)
  return here.every(stays) && there.every((pair) => !words.has(pair.other) || stays(pair))
}

/** In one form for every way to write it; "don't" and "do not" are one. */
export function foldedText(text: string): string {
  return plainText(text)
    .replaceAll(/[’‘]/gu, "'")
    .replaceAll(/\bcan't\b/gu, 'cannot')
    .replaceAll(/n't\b/gu, ' not')
}

function has(text: string, pattern: RegExp): boolean {
  return text.search(pattern) >= 0
}

interface Pair {
  id: string
  /** The word that is borne on. */
  other: string
}

const clauseEnd = /[,;.!?](?!\d)|[，；。！？、]/u

/** Each bearing word with the word that follows it in its clause, or else the one before it. */
function pairsIn(text: string, pattern: RegExp): Pair[] {
  return [...text.matchAll(pattern)].map(({ 0: word, index }) => {
    const [after = ''] = text.slice(index + word.length).split(clauseEnd, 1)
    const before = text.slice(0, index).split(clauseEnd).at(-1) ?? ''
    const next = firstWord(after)
    const other = next === '' ? lastWord(before) : next
    return { id: next === '' ? `${other} ${word}.` : `${word} ${other}`, other }
  })
}

/** The first word of weight; of an English clause without one, its first word. */
function firstWord(clause: string): string {
  return weighty(clause)[0] ?? clause.match(/[a-z]+/u)?.[0] ?? ''
}

function lastWord(clause: string): string {
  return weighty(clause).at(-1) ?? wordsOf(clause).at(-1) ?? ''
}

/** A lone character of Chinese stands in too many words, and counts only where there is nothing else. */
function weighty(clause: string): string[] {
  const terms = [...termsOf(clause).keys()]
  const whole = terms.filter((each) => !/^\p{Script=Han}$/u.test(each) && !/^#| /u.test(each))
  return whole.length > 0 ? whole : terms
}

function wordsOf(text: string): string[] {
  return text.match(/[a-z0-9]+|\p{Script=Han}/gu) ?? []
}
