import type { Entity, UnderstandingContext } from '../ports/understanding.ts'
import { withFees } from './amount-role.ts'
import { bareAmounts, europeanAmounts, pricedAmounts } from './amounts.ts'
import { cardsBesideAmounts } from './card-beside-amount.ts'
import { channels } from './channels.ts'
import { withMistaken, withoutTakenBack } from './corrections.ts'
import { dateStep } from './date-reading.ts'
import { englishDates, namedDates, numericDates } from './dates.en.ts'
import { chineseDates } from './dates.zh-cn.ts'
import { elapsed } from './elapsed.ts'
import { blot, type EntityStep } from './entity-step.ts'
import { namedCountries, namedRegions } from './places.ts'
import { providers } from './providers.ts'
import type { Reading } from './reading-form.ts'
import { bareReferences, bareTails, expectedReferences, labelledReferences } from './references.ts'
import { roles } from './roles.ts'
import { setAsideSpans } from './set-aside.ts'
import { times } from './times.ts'

const dates = dateStep([...numericDates, ...namedDates, ...chineseDates, ...englishDates])

/** What was claimed by an earlier step is not read again by a later one. */
const inOrder: readonly EntityStep[] = [
  expectedReferences,
  labelledReferences,
  europeanAmounts,
  pricedAmounts,
  times,
  dates,
  elapsed,
  bareReferences,
  bareTails,
  bareAmounts,
]

/** A text with the claimed places filled by what no pattern matches. */
export function without(free: string, spans: readonly (readonly [number, number])[]): string {
  if (spans.length === 0) return free
  const units = free.split('')
  for (const [start, end] of spans) units.fill(blot, start, end)
  return units.join('')
}

/** Slots whose bare answer may look like something else and is therefore read first. */
const readFirst: Partial<Record<string, readonly EntityStep[]>> = {
  date: [dates],
  time: [times],
}

const circumstances: readonly EntityStep[] = [providers, channels, namedRegions]

const byPlace = (a: Entity, b: Entity) => a.start - b.start

/** Every entity of a message, in the order it stands there. */
export function findEntities(reading: Reading, context: UnderstandingContext): Entity[] {
  const steps = [...(readFirst[context.expecting ?? ''] ?? []), ...inOrder]
  let free = without(reading.low, setAsideSpans(reading.low))
  const all: Entity[] = []
  for (const step of steps) {
    const found = step({ reading, free, context, found: all })
    all.push(...found)
    free = without(
      free,
      found.map(({ start, end }) => [start, end] as const),
    )
  }
  const input = { reading, free, context, found: all }
  const named = [...all, ...namedCountries(input)].toSorted(byPlace)
  const corrected = withMistaken(withoutTakenBack(named, reading), reading)
  const meant = withFees(cardsBesideAmounts(corrected, reading), reading.low)
  const about = circumstances.flatMap((step) => step(input))
  return [...meant, ...roles(input), ...about].toSorted(byPlace)
}
