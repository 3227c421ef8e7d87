import type { Bubble } from '../../test/support/talk.ts'
import type { FactName, Wish } from './case.ts'
import { phrases } from './phrases.ts'
import { questionOf } from './seen.ts'
import { correct, dress, mistake, tellWish, type Utterance, type Voice, wordFact } from './speak.ts'
import { dayBefore } from './word-facts.ts'

/** What a customer does next; `undefined`: nothing is left to say. */
export interface Move {
  words: string
  /** The question whose answer these words are, when they are one. */
  answers?: string | undefined
}

/**
 * A customer with one wish at a time. Hears only what is published beside the words: the open
 * question and its choices. Never reads a sentence.
 */
export function makeCustomer(voice: Voice) {
  const { random, persona, locale } = voice
  const texts = phrases[locale]
  let wish: Wish
  let told = new Set<FactName>()
  let nudges = 0
  let outbursts = persona.outbursts ?? 0
  let digressions = persona.digressions ?? 0
  /** Told wrongly so far, and not put right. */
  let wrong: FactName | undefined
  let mayErr: FactName | undefined = persona.isMistaken
    ? random.pick(['amount', 'date', 'last4'])
    : undefined
  let mixesUpRole = persona.confusesRole === true
  const forgotten: readonly FactName[] = persona.forgets ? ['rrn', 'orderNo', 'time'] : []

  function begin(next: Wish): Move {
    wish = next
    told = new Set()
    nudges = 0
    wrong = undefined
    return { words: say(tellWish(erring(), voice)) }
  }

  /** The wish as the customer remembers it for now. */
  function erring(): Wish {
    if (mayErr !== 'amount' && mayErr !== 'date' && mayErr !== 'last4') return wish
    if (wish.facts[mayErr] === undefined || wish.story === 'fees') return wish
    return { ...wish, facts: mistake(mayErr, wish.facts, dayBefore) }
  }

  function say({ words, tells }: Utterance): string {
    for (const name of tells) tell(name)
    return words
  }

  function tell(name: FactName): void {
    told.add(name)
    if (name !== mayErr) return
    wrong = name
    mayErr = undefined
  }

  function next(bubbles: readonly Bubble[]): Move | undefined {
    const question = questionOf(bubbles)
    // An offer that is not wanted need not be answered.
    if (!question || (question.slot === 'consent' && !wish.waitsUntil)) return goOnUnasked()
    const { slot, choices = [] } = question
    const aside = insteadOfAnswer(slot)
    if (aside !== undefined) return { words: aside }
    return { words: answer(slot, choices), answers: slot }
  }

  /** An outburst, a question of one's own, or a mistake put right. */
  function insteadOfAnswer(slot: string): string | undefined {
    if (outbursts > 0 && random.chance(0.6)) {
      outbursts -= 1
      return dress(random.pick(texts.outbursts), voice)
    }
    if (digressions > 0 && random.chance(0.6)) {
      digressions -= 1
      return dress(random.pick(texts.digressions), voice)
    }
    return wrong && wrong !== slot && random.chance(0.4) ? putRight(wrong) : undefined
  }

  function putRight(name: FactName): string {
    wrong = undefined
    told.add(name)
    return correct(name, wish, voice)
  }

  function answer(slot: string, choices: readonly string[]): string {
    const special: Record<string, () => string> = {
      role: answerRole,
      candidate: () => choose(choices),
      confirm: () => random.pick(wish.confirms ? texts.yes : texts.no),
      rrn: answerReference,
      code: () => (wish.facts.code ? dress(wish.facts.code, voice) : dontKnow()),
    }
    const own = special[slot]
    if (own) return own()
    const statement = said(slot, choices)
    if (statement) return dress(random.pick(texts.facts[statement]), voice)
    if (slot === 'other') return retell()
    return isTellable(slot) ? answerFact(slot) : dontKnow()
  }

  function answerRole(): string {
    if (!mixesUpRole) {
      told.add('role')
      return dress(wordFact('role', wish, voice), voice)
    }
    mixesUpRole = false
    wrong = 'role'
    const role = wish.facts.role === 'merchant' ? 'cardholder' : 'merchant'
    return dress(wordFact('role', { ...wish, facts: { ...wish.facts, role } }, voice), voice)
  }

  function isTellable(slot: string): slot is 'amount' | 'date' | 'time' | 'last4' | 'orderNo' {
    return ['amount', 'date', 'time', 'last4', 'orderNo'].includes(slot)
  }

  function answerFact(name: FactName): string {
    if (wrong === name) return putRight(name)
    if (wish.facts[name] === undefined || forgotten.includes(name)) return dontKnow()
    const words = wordFact(name, erring(), voice)
    tell(name)
    return dress(words, voice)
  }

  /** Slip, order number, or the three other details the question names. */
  function answerReference(): string {
    if (wish.facts.rrn && !forgotten.includes('rrn') && random.chance(0.6)) return answerFact('rrn')
    if (wish.facts.orderNo && !forgotten.includes('orderNo')) return answerFact('orderNo')
    if (random.chance(0.4)) return dontKnow()
    return details(['amount', 'date', 'last4'])
  }

  function details(names: FactName[]): string {
    const known = names.filter((name) => wish.facts[name] !== undefined)
    if (known.length === 0) return dontKnow()
    const memory = erring()
    const words = known.map((name) => wordFact(name, wrong === name ? wish : memory, voice))
    if (wrong && known.includes(wrong)) wrong = undefined
    for (const name of known) tell(name)
    return dress(words.join(texts.join), voice)
  }

  /** One of the listed payments: by its card, by its place in the list, or as it is written. */
  function choose(choices: readonly string[]): string {
    const { last4 } = wish.facts
    const at = choices.findIndex((label) => last4 !== undefined && label.includes(last4))
    if (at < 0) return random.pick(texts.none)
    const ordinals = {
      'zh-CN': ['第一个', '第二笔', '第三个'],
      en: ['the first one', 'the second', 'number 3'],
    }
    const place = ordinals[locale][at]
    const tail = locale === 'zh-CN' ? `尾号${last4}的` : `the one ending ${last4}`
    return random.pick([place ?? tail, tail, choices[at] ?? tail])
  }

  function dontKnow(): string {
    return dress(random.pick(texts.unknown), voice)
  }

  type Statement =
    | 'approved'
    | 'declined'
    | 'nothing'
    | 'debitedYes'
    | 'debitedNo'
    | 'accountSame'
    | 'substance'

  /** What is said to the questions about the story. `other` with choices is what the bank shows. */
  function said(slot: string, choices: readonly string[]): Statement | undefined {
    const { slip, bankDebited } = wish.facts
    if (slot === 'slip') return slip ?? 'approved'
    if (slot === 'account') return 'accountSame'
    return slot === 'other' ? saidOfOther(choices, bankDebited) : undefined
  }

  function saidOfOther(choices: readonly string[], debited = true): Statement | undefined {
    if (wish.story === 'complain') return 'substance'
    if (choices.length === 0) return undefined
    return debited ? 'debitedYes' : 'debitedNo'
  }

  /** Nothing is asked and the wish is not fulfilled: put right what was wrong, or say more. */
  function goOnUnasked(): Move | undefined {
    if (wrong) return { words: putRight(wrong) }
    nudges += 1
    if (nudges > 2) return undefined
    const names: FactName[] = ['role', 'amount', 'date', 'last4']
    const left = names.filter((name) => wish.facts[name] !== undefined && !told.has(name))
    if (left.length > 1 || left[0] === 'role') return { words: details(left) }
    return { words: retell() }
  }

  /** The wish once more, in another wording. */
  function retell(): string {
    const full: Voice = { ...voice, persona: { ...persona, opens: 'story' } }
    return say(tellWish(wish, full))
  }

  return {
    begin,
    next,
    /** Whether something told is still wrong: a person is then as good an end as any. */
    isStillWrong: () => wrong !== undefined,
    /** Whether this was told already, as it is. */
    hasTold: (slot: string) => told.has(slot as FactName) && wrong !== slot,
  }
}
