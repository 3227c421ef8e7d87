import type { Entity } from '../ports/understanding.ts'
import { isMeantAmount } from './corrections.ts'
import type { Reading } from './reading-form.ts'

type Amount = Extract<Entity, { type: 'amount' }>

/** Set off by marks and spaces on both sides: written like a card's last four. */
const begins = /(?:^|[\s，,、。.;；!！?？])$/
const ends = /^(?:$|[\s，,、。.;；!！?？])/
const money =
  /(?:[是有共计到收付扣刷退花约≈元块¥$£€]了?|paid|for|of|was|is|be|as|says|shows|not|got|charged)\s*$/
const between = /^[\s、和跟与&,，]*$/

function looksLikeCard(amount: Amount, { low }: Reading): boolean {
  if (
    !/^\d{4}$/.test(amount.text) ||
    amount.text.endsWith('00') ||
    amount.currency ||
    amount.role === 'received'
  )
    return false
  const before = low.slice(Math.max(0, amount.start - 10), amount.start)
  return begins.test(before) && !money.test(before) && ends.test(low.slice(amount.end))
}

/** "1200 3500" are two sums, and 9940 of 10000 is what is left after a fee: neither is a card. */
function mayBeCardBeside(amount: Amount, card: Amount, { low }: Reading): boolean {
  const [first, second] = amount.start < card.start ? [amount, card] : [card, amount]
  const gap = low.slice(first.end, second.start)
  const listed = between.test(gap) && (gap.includes('、') || /^\d{4,}$/.test(amount.text))
  const ratio = amount.minor / card.minor
  return !listed && (ratio < 0.9 || ratio > 1.1)
}

/**
 * "被刷了两次88块！6220": beside a sum, four bare digits that stand by themselves are the card's.
 * Only one such number: of two, nobody can tell which.
 */
export function cardsBesideAmounts(entities: Entity[], reading: Reading): Entity[] {
  if (entities.some(({ type }) => type === 'last4')) return entities
  const amounts = entities.filter(isMeantAmount)
  const cards = amounts.filter((each) => looksLikeCard(each, reading))
  const [card] = cards
  if (cards.length !== 1 || !card || amounts.length < 2) return entities
  const others = amounts.filter((each) => each !== card)
  if (!others.every((each) => mayBeCardBeside(each, card, reading))) return entities
  const { text, start, end } = card
  const last4: Entity = { type: 'last4', text, start, end, value: reading.plain.slice(start, end) }
  return entities.map((each) => (each === card ? last4 : each))
}
