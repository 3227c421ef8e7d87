import type { Scene } from '../flow.ts'

/** When, whether, and what to say to the bank. */
const ofThatPayment =
  /^(?:(?:ok(?:ay)?|so|and|but|right|well|hmm|then|fine)[, ]+)*(?:(?:on )?(?:which|what) (?:day|date)\b|when (?:does|will|is|do|would)\b|(?:will|do|would|can|am|shall) (?:i|we) (?:ever |actually |still |going to )*(?:get|see|have)\b|what (?:do|should|can|shall|must) (?:i|we) (?:have to |need to )?(?:tell|say|send|give them|hand in|upload|need)\b|(?:which|what) (?:docs?|documents?|papers?|paperwork|proof|evidence)\b|what can be done|what (?:if|happens if)\b|(?:and |what )?if\b)[^,.;]{0,48}$/iu
const sums: readonly string[] = ['amount', 'last4', 'rrn', 'orderNo']

/** A short question about the payment just explained, whatever else its words may be taken for. */
export function asksOfThatPayment({ said, memory }: Scene): boolean {
  const { verdict, question } = memory
  const namesSum = said.understood.entities.some(({ type }) => sums.includes(type))
  return verdict !== undefined && !question && !namesSum && ofThatPayment.test(said.text)
}
