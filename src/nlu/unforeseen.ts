import type { Entity, UnderstandingContext, Understood } from '../ports/understanding.ts'
import { unforeseenAmounts } from './amounts.ts'
import { isOther } from './counted-number.ts'
import type { EntityInput } from './entity-step.ts'
import { spanAt } from './entity-step.ts'
import { without } from './find-entities.ts'
import type { Reading } from './reading-form.ts'
import { setAsideSpans } from './set-aside.ts'
import { codeBegins, codeEnds, notCounted, shortCode } from './shown-codes.ts'
import type { SumSense } from './sum-features.ts'

interface Read {
  reading: Reading
  context: UnderstandingContext
  entities: readonly Entity[]
  intents: Understood['intents']
}

/** As likely as not. */
const likely = 0.5

/**
 * What the rules did not foresee, told by what the message is about: a code where a code is asked
 * about, and sums that stand as sums do. Whoever talks of something else names neither.
 */
export function unforeseen(
  { reading, context, entities, intents }: Read,
  sums: SumSense,
): Entity[] {
  const [top] = intents
  if (!top || top.name === 'out_of_scope') return []
  const spans = entities.map(({ start, end }) => [start, end] as const)
  const free = without(without(reading.low, setAsideSpans(reading.low)), spans)
  const input = { reading, free, context, found: entities }
  const asksCode = top.name === 'response_code_question' && top.confidence >= likely
  const codes = asksCode ? loneCode(input) : []
  const seen = [...entities, ...codes].map(({ start, end }) => [start, end] as const)
  return [...codes, ...unforeseenAmounts(sums)({ ...input, free: without(free, seen) })]
}

const codeShape = new RegExp(`${codeBegins}${shortCode}${codeEnds}${notCounted}`, 'g')

/** "Host replied 30": the only thing in the message that can be the code it is about. */
function loneCode({ reading, free, found }: EntityInput): Entity[] {
  if (found.some(({ type }) => type === 'code')) return []
  const shaped = Array.from(free.matchAll(codeShape), ({ 0: text, index: start }) => ({
    start,
    end: start + text.length,
    value: Number(text),
  }))
  const [code] = shaped
  if (!code || shaped.length > 1) return []
  if (isOther(free, { ...code, unmistakable: false, approximate: false })) return []
  const span = spanAt(reading, code.start, code.end)
  return [{ type: 'code', ...span, value: span.text.toUpperCase() }]
}
