import type { Memory } from '../../dialogs/memory.ts'
import type { QuestionSlot } from '../domain/diagnosis/story.ts'
import {
  type Entity,
  type IntentName,
  isCircumstance,
  type Understanding,
  type UnderstandingContext,
  type Understood,
} from '../ports/understanding.ts'

import { readPlanWords } from './plan-answer.ts'

const keySlots: readonly QuestionSlot[] = ['rrn', 'orderNo', 'amount', 'last4', 'date', 'authCode']

type Read = (expecting?: QuestionSlot) => Understood

/**
 * Understands a message in the light of the open question and of what was talked about. The question
 * for the reference also takes an amount or the last four; "and the 2800?" names an amount without
 * any word for money; "and 51?" after a code names a code.
 */
export function understandAnswer(
  text: string,
  { understanding, memory }: { understanding: Understanding; memory: Memory },
  context: Omit<UnderstandingContext, 'expecting' | 'locale'>,
): Understood {
  const read: Read = (expecting) =>
    plainly(understanding.understand(text, { ...context, locale: memory.locale, expecting }))
  const slot = memory.question?.slot
  const first = read(slot)
  if (memory.question?.slot === 'plan') return readPlanWords(text, first, memory.question)
  if (slot && keySlots.includes(slot) && first.entities.length === 0 && !isNoAnswer(text, first)) {
    return firstWithEntity(alternatives(text, memory).map(read)) ?? first
  }
  if (!slot && memory.flow === 'response-code' && first.entities.length === 0) return read('code')
  return withBareLast4(withBareAmount(first, { text, read, memory }), { text, memory })
}

/** Without what is named in passing, and answers nothing and begins nothing. */
function plainly(understood: Understood): Understood {
  return withoutIdleDays(withoutCircumstances(understood))
}

/** A company or a way to pay named in passing answers nothing and begins nothing; no more does a mistake. */
function withoutCircumstances(understood: Understood): Understood {
  const entities = understood.entities.filter((each) => !isCircumstance(each) && !each.mistaken)
  return { ...understood, entities }
}

const surelyNotOurs = 0.5

/** "Nice weather today" names a day and tells nothing of a payment. */
function withoutIdleDays(understood: Understood): Understood {
  const [top] = understood.intents
  const idle = top?.name === 'out_of_scope' && top.confidence >= surelyNotOurs
  const onlyDays = understood.entities.every(({ type }) => type === 'date' || type === 'time')
  return idle && onlyDays && understood.cues.length === 0
    ? { ...understood, entities: [] }
    : understood
}

const noAnswers: readonly IntentName[] = [
  'wait_a_moment',
  'why_asked',
  'repeat',
  'cancel',
  'start_over',
  'talk_to_human',
]

/** 等一下 holds a numeral and no number. */
function isNoAnswer(text: string, { intents: [top] }: Understood): boolean {
  return (
    top !== undefined && top.confidence > 0.85 && noAnswers.includes(top.name) && !/\d/u.test(text)
  )
}

function firstWithEntity(readings: Understood[]): Understood | undefined {
  return readings.find(({ entities }) => entities.length > 0)
}

function alternatives(text: string, { facts }: Memory): QuestionSlot[] {
  const digits = text.normalize('NFKC').replace(/\D/gu, '')
  const fourDigits = digits.length === 4 && facts.amount !== undefined
  return fourDigits
    ? ['last4', 'amount', 'date', 'role']
    : ['rrn', ...(numeral.test(text) ? numbers : []), 'date', 'orderNo', 'role']
}

const numbers: readonly QuestionSlot[] = ['amount', 'last4']
const numeral = /\p{Nd}|[零〇一二两三四五六七八九十百千万]/u

/** From a hundred on: `那笔1200呢`, `1万6那笔`. Smaller numbers are codes, counts and days. */
const smallestBareMinor = 10_000

/** A sum said without any word for money, where money is what is talked about. */
function withBareAmount(
  first: Understood,
  { text, read, memory }: { text: string; read: Read; memory: Memory },
): Understood {
  const named = first.entities.some(({ type }) => type === 'amount' || type === 'code')
  const aboutMoney = memory.verdict !== undefined || first.entities.length > 0 || isShort(text)
  const corrects = first.intents.some(
    ({ name, confidence }) => name === 'correct_details' && confidence >= 0.4,
  )
  if (named || !(aboutMoney || corrects)) return first
  if (!/\d{2}|[万千百]/u.test(text.normalize('NFKC'))) return first
  const amounts = read('amount').entities.filter(
    (each) =>
      each.type === 'amount' &&
      each.minor >= (corrects ? 100 : smallestBareMinor) &&
      first.entities.every((other) => !overlaps(each, other)),
  )
  // Beside another sum, four bare digits are the card's; so they are when the sum is known already.
  const known = memory.question !== undefined && memory.facts.amount !== undefined
  const sums = amounts.filter(
    ({ text: sum }) => (amounts.length === 1 && !known) || !/^\d{4}$/u.test(sum),
  )
  return { ...first, entities: [...first.entities, ...sums] }
}

/** `1268.40, 23 November, 6225`: beside an amount, four bare digits are the card's. */
function withBareLast4(
  first: Understood,
  { text, memory }: { text: string; memory: Memory },
): Understood {
  const knows = (type: Entity['type']) => first.entities.some((each) => each.type === type)
  const slot = memory.question?.slot
  const asked = slot !== undefined && (slot === 'role' || keySlots.includes(slot))
  const amount = knows('amount') || memory.facts.amount !== undefined
  if (!asked || !amount || knows('last4')) return first
  const found = [...text.matchAll(/(?<![\d.,:/-])\d{4}(?![\d.,:/-]|年)/gu)]
    .map(({ 0: value, index }) => ({
      type: 'last4' as const,
      value,
      text: value,
      start: index,
      end: index + 4,
    }))
    .filter((each) => first.entities.every((other) => !overlaps(each, other)))
  return { ...first, entities: [...first.entities, ...found.slice(0, 1)] }
}

function isShort(text: string): boolean {
  return text.length <= 24
}

function overlaps(a: Entity, b: Entity): boolean {
  return a.start < b.end && b.start < a.end
}
