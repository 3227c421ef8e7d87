import type { Random } from '../random.ts'
import type { FactName, Facts, Wish } from './case.ts'
import type { Persona } from './personas.ts'
import { phrases } from './phrases.ts'
import { type Wording, wordAmount, wordDay, wordTime } from './word-facts.ts'

/** Everything a customer's way of putting things depends on. */
export interface Voice extends Wording {
  persona: Persona
}

/** Words, and the facts they told. */
export interface Utterance {
  words: string
  tells: FactName[]
}

const placeholders: Record<string, FactName> = {
  amount: 'amount',
  day: 'date',
  time: 'time',
  last4: 'last4',
  received: 'received',
}

/** The opening of a wish: vague, one of its wordings, or with all there is to say. */
export function tellWish(wish: Wish, voice: Voice): Utterance {
  const { persona, random } = voice
  if (wish.words) return { words: dress(wish.words, voice), tells: [] }
  const texts = phrases[voice.locale]
  const short = texts.vagueByStory[wish.story] ?? texts.vague
  if (persona.opens === 'vague' && wish.story !== 'another') {
    return { words: dress(random.pick(short), voice), tells: [] }
  }
  const story = fill(random.pick(tellable(wish, voice) ?? short), wish, voice)
  if (persona.opens !== 'everything') return { ...story, words: dress(story.words, voice) }
  const rest = openFacts.filter((name) => !story.tells.includes(name) && wish.facts[name])
  const more = rest.map((name) => wordFact(name, wish, voice))
  return {
    words: dress([story.words, ...more].join(texts.join), voice),
    tells: [...story.tells, ...rest],
  }
}

/** The wordings for which the customer knows enough; undefined: none. */
function tellable({ story, facts }: Wish, { locale }: Voice): [string, ...string[]] | undefined {
  const stories = phrases[locale].stories[story] ?? []
  const [first, ...rest] = stories.filter((template) =>
    [...template.matchAll(/\{(\w+)\}/g)].every(([, name]) => {
      const fact = placeholders[name ?? '']
      return fact !== undefined && facts[fact] !== undefined
    }),
  )
  return first === undefined ? undefined : [first, ...rest]
}

const openFacts: FactName[] = ['date', 'amount', 'last4']

function fill(template: string, { facts, currency }: Wish, voice: Voice): Utterance {
  const tells: FactName[] = []
  const words = template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const fact = placeholders[name]
    const value = fact && facts[fact]
    if (!fact || value === undefined) return ''
    tells.push(fact)
    return bare(fact, { facts, currency }, voice)
  })
  return { words, tells }
}

/** The value alone, as people type it. */
function bare(name: FactName, { facts, currency }: Pick<Wish, 'facts' | 'currency'>, voice: Voice) {
  if (name === 'amount' || name === 'received') {
    return wordAmount(Number(facts[name]), currency, voice)
  }
  if (name === 'date') return wordDay(String(facts.date), voice)
  if (name === 'time') return wordTime(String(facts.time), voice)
  return String(facts[name] ?? '')
}

type Worded = 'amount' | 'date' | 'time' | 'last4' | 'rrn' | 'orderNo'

function isWorded(name: FactName): name is Worded {
  return ['amount', 'date', 'time', 'last4', 'rrn', 'orderNo'].includes(name)
}

/** A fact in a few words, or as the bare value. */
export function wordFact(
  name: FactName,
  wish: Pick<Wish, 'facts' | 'currency'>,
  voice: Voice,
): string {
  const { random, persona, locale } = voice
  const texts = phrases[locale].facts
  if (name === 'role') return random.pick(texts[wish.facts.role])
  const value = bare(name, wish, voice)
  if (persona.terse || !isWorded(name)) return value
  return random.pick(texts[name]).replace('{v}', value)
}

/** "Sorry, it was…": a fact told wrongly, put right. */
export function correct(name: FactName, wish: Wish, voice: Voice): string {
  const { corrections, facts } = phrases[voice.locale]
  const list = corrections[name as keyof typeof corrections] ?? corrections.amount
  const value =
    name === 'role' ? voice.random.pick(facts[wish.facts.role]) : bare(name, wish, voice)
  return dress(voice.random.pick(list).replace('{v}', value), voice)
}

/** What the persona does to any words: small talk, the other language, typing errors. */
export function dress(words: string, voice: Voice): string {
  const { persona, random, locale } = voice
  const texts = phrases[locale]
  let dressed = words
  if (persona.mixesLanguages) dressed = swap(dressed, texts.mixes, { random, chance: 0.6 })
  if (persona.typingErrors) {
    dressed = swap(dressed, texts.typos, { random, chance: persona.typingErrors })
  }
  if (!persona.rambles || random.chance(0.4)) return dressed
  const behind = random.chance(0.5) ? [random.pick(texts.closers)] : []
  return [random.pick(texts.fillers), dressed, ...behind].join(texts.join)
}

function swap(
  words: string,
  pairs: readonly (readonly [string, string])[],
  { random, chance }: { random: Random; chance: number },
): string {
  return pairs.reduce((text, [from, to]) => {
    // Whole words, where a language has them.
    const word = /^[a-z]/i.test(from) ? new RegExp(`\\b${from}\\b`) : from
    return text.search(word) >= 0 && random.chance(chance) ? text.replace(word, to) : text
  }, words)
}

/** A fact as the customer wrongly remembers it. */
export function mistake(
  name: 'amount' | 'date' | 'last4',
  facts: Facts,
  wrongDay: (day: string) => string,
): Facts {
  if (name === 'amount') return { ...facts, amount: (facts.amount ?? 0) + 1_100 }
  if (name === 'date') return { ...facts, date: facts.date && wrongDay(facts.date) }
  return {
    ...facts,
    last4: facts.last4 && String((Number(facts.last4) + 1357) % 10_000).padStart(4, '0'),
  }
}
