import type { Memory } from '../../dialogs/memory.ts'
import type { QuestionSlot } from '../domain/diagnosis/story.ts'
import type { Understanding, UnderstandingContext, Understood } from '../ports/understanding.ts'

const keySlots: readonly QuestionSlot[] = ['rrn', 'orderNo', 'amount', 'last4', 'date', 'authCode']

/**
 * Understands a message in the light of the open question. The question for the reference also
 * takes an amount or the last four, so a bare number is read again as what is still missing.
 */
export function understandAnswer(
  text: string,
  { understanding, memory }: { understanding: Understanding; memory: Memory },
  context: Omit<UnderstandingContext, 'expecting' | 'locale'>,
): Understood {
  const read = (expecting?: QuestionSlot) =>
    understanding.understand(text, { ...context, locale: memory.locale, expecting })
  const slot = memory.question?.slot
  const first = read(slot)
  if (first.entities.length > 0) return first
  const corrects = first.intents.some(({ name }) => name === 'correct_details')
  if (!slot && corrects && memory.facts.amount) return read('amount')
  if (!slot || !keySlots.includes(slot)) return first
  const again = alternatives(text, memory).map(read)
  return again.find(({ entities }) => entities.length > 0) ?? first
}

function alternatives(text: string, { facts }: Memory): QuestionSlot[] {
  const digits = text.normalize('NFKC').replace(/\D/gu, '')
  const fourDigits = digits.length === 4 && facts.amount !== undefined && !facts.last4
  return fourDigits ? ['last4', 'amount', 'date'] : ['rrn', 'amount', 'last4', 'date']
}
