import type { Memory } from '../../dialogs/memory.ts'
import type { QuestionSlot } from '../domain/diagnosis/story.ts'
import type {
  Entity,
  Understanding,
  UnderstandingContext,
  Understood,
} from '../ports/understanding.ts'

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
    understanding.understand(text, { ...context, locale: memory.locale, expecting })
  const slot = memory.question?.slot
  const first = read(slot)
  if (slot && keySlots.includes(slot) && first.entities.length === 0) {
    return firstWithEntity(alternatives(text, memory).map(read)) ?? first
  }
  if (!slot && memory.flow === 'response-code' && first.entities.length === 0) return read('code')
  return withBareAmount(first, { text, read, memory })
}

function firstWithEntity(readings: Understood[]): Understood | undefined {
  return readings.find(({ entities }) => entities.length > 0)
}

function alternatives(text: string, { facts }: Memory): QuestionSlot[] {
  const digits = text.normalize('NFKC').replace(/\D/gu, '')
  const fourDigits = digits.length === 4 && facts.amount !== undefined && !facts.last4
  return fourDigits ? ['last4', 'amount', 'date'] : ['rrn', 'orderNo', 'amount', 'last4', 'date']
}

/** From a hundred on: `那笔1200呢`, `1万6那笔`. Smaller numbers are codes, counts and days. */
const smallestBareMinor = 10_000

/** A sum said without any word for money, where money is what is talked about. */
function withBareAmount(
  first: Understood,
  { text, read, memory }: { text: string; read: Read; memory: Memory },
): Understood {
  const named = first.entities.some(({ type }) => type === 'amount' || type === 'code')
  const aboutMoney = memory.verdict !== undefined || first.entities.length > 0 || isShort(text)
  if (named || !aboutMoney || !/\d{3}|[万千百]/u.test(text.normalize('NFKC'))) return first
  const amounts = read('amount').entities.filter(
    (each) =>
      each.type === 'amount' &&
      each.minor >= smallestBareMinor &&
      first.entities.every((other) => !overlaps(each, other)),
  )
  return { ...first, entities: [...first.entities, ...amounts] }
}

function isShort(text: string): boolean {
  return text.length <= 24
}

function overlaps(a: Entity, b: Entity): boolean {
  return a.start < b.end && b.start < a.end
}
