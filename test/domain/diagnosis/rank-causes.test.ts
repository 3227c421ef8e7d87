import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../../src/domain/diagnosis/catalogue.ts'
import { type Cause, causeCodes } from '../../../src/domain/diagnosis/causes.ts'
import { rankCauses } from '../../../src/domain/diagnosis/diagnose.ts'
import { type Observation, recordObservations } from '../../../src/domain/diagnosis/observation.ts'
import type { RankedCause } from '../../../src/domain/diagnosis/ranked-cause.ts'
import { cues } from '../../../src/domain/diagnosis/story.ts'

const everyObservation: Observation[] = [
  ...recordObservations,
  ...cues.map((cue) => `said_${cue}` as const),
]
const observations = fc.uniqueArray(fc.constantFrom(...everyObservation), { maxLength: 14 })
const role = fc.constantFrom('merchant' as const, 'cardholder' as const)
const roles = ['merchant', 'cardholder'] as const

function chanceOf(cause: Cause, ranked: RankedCause[]): number {
  return ranked.find((each) => each.cause === cause)?.probability ?? 0
}

/** How much likelier one observation makes a cause; 0 when it rules it out. */
function ratio(cause: Cause, observation: Observation): number {
  const rule = catalogue[cause]
  return rule.denies.includes(observation) ? 0 : (rule.confirms[observation] ?? 1)
}

describe('rankCauses', () => {
  const denials = causeCodes.flatMap((cause) =>
    catalogue[cause].denies.map((denied) => [cause, denied] as const),
  )

  it.each(denials)('rules out %s when %s is seen', (cause, denied) => {
    for (const each of roles) {
      const known = new Set<Observation>([denied])
      expect(chanceOf(cause, rankCauses(known, each))).toBe(0)
    }
  })

  const confirmations = causeCodes.flatMap((cause) =>
    Object.keys(catalogue[cause].confirms).map((seen) => [cause, seen as Observation] as const),
  )

  it.each(confirmations)('raises the odds of %s when %s is seen', (cause, seen) => {
    const asked = roles.filter((each) => catalogue[cause].prior[each] > 0)
    expect(asked.length).toBeGreaterThan(0)
    for (const each of asked) {
      const before = rankCauses(new Set(), each)
      const untouched = before.find((other) => ratio(other.cause, seen) === 1)?.cause ?? cause
      const after = rankCauses(new Set([seen]), each)
      const oddsBefore = chanceOf(cause, before) / chanceOf(untouched, before)
      expect(chanceOf(cause, after) / chanceOf(untouched, after)).toBeGreaterThan(oddsBefore)
    }
  })

  it('never lets one observation confirm and deny the same cause', () => {
    const both = confirmations.filter(([cause, seen]) => catalogue[cause].denies.includes(seen))
    expect(both).toEqual([])
  })

  it('sums to one, best first, each a probability', () => {
    fc.assert(
      fc.property(observations, role, (seen, who) => {
        const ranked = rankCauses(new Set(seen), who)
        const chances = ranked.map(({ probability }) => probability)
        const sum = chances.reduce((total, each) => total + each, 0)
        expect(sum).toBeCloseTo(1, 9)
        expect(chances).toEqual(chances.toSorted((a, b) => b - a))
        expect(chances.every((each) => each > 0 && each <= 1)).toBe(true)
      }),
    )
  })

  it('does not depend on the order in which things were seen', () => {
    fc.assert(
      fc.property(observations, role, (seen, who) => {
        const there = rankCauses(new Set(seen), who)
        const back = rankCauses(new Set(seen.toReversed()), who)
        expect(back).toEqual(there)
      }),
    )
  })

  it('never ranks a cause lower for evidence that speaks most for it', () => {
    const pick = fc.constantFrom(...confirmations)
    fc.assert(
      fc.property(observations, role, pick, (seen, who, [cause, news]) => {
        const before = rankCauses(new Set(seen), who)
        const after = rankCauses(new Set([...seen, news]), who)
        const gain = ratio(cause, news)
        for (const other of causeCodes) {
          if (ratio(other, news) > gain) continue
          if (chanceOf(cause, before) < chanceOf(other, before)) continue
          expect(chanceOf(cause, after)).toBeGreaterThanOrEqual(chanceOf(other, after))
        }
      }),
    )
  })

  it('never names a merchant what only a cardholder can have, nor the other way round', () => {
    fc.assert(
      fc.property(observations, role, (seen, who) => {
        const named = rankCauses(new Set(seen), who).map(({ cause }) => cause)
        expect(named.filter((cause) => catalogue[cause].prior[who] === 0)).toEqual([])
      }),
    )
  })
})
