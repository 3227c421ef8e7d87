import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addressRule,
  lockedFor,
  loginRule,
  type Tries,
  withOneMore,
} from '../../../src/domain/agents/lockout.ts'

const at = (ms: number) => new Date(Date.parse('2026-11-24T02:00:00Z') + ms)

/** Tries as often as it is let, for so long; how often it got through. */
function guesses(rule: typeof loginRule, forMs: number): number {
  let tries: Tries | undefined
  let count = 0
  for (let now = 0; now < forMs; ) {
    const wait = lockedFor(tries, at(now))
    if (wait > 0) {
      now += wait
      continue
    }
    tries = withOneMore(tries, rule, at(now))
    count += 1
  }
  return count
}

describe('the lock after wrong passwords', () => {
  it('leaves a guesser some thirty tries a day against one login', () => {
    expect(guesses(loginRule, 86_400_000)).toBeLessThan(40)
  })

  it('never lasts longer than an hour', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (count) => {
        const tries = withOneMore({ count, lastAt: at(0).toISOString() }, addressRule, at(1))
        return lockedFor(tries, at(1)) <= addressRule.mostMs
      }),
    )
  })

  it('forgets a day after the last try', () => {
    const tries = { count: 50, lastAt: at(0).toISOString() }
    expect(withOneMore(tries, loginRule, at(86_400_001)).count).toBe(1)
    expect(withOneMore(tries, loginRule, at(86_400_000)).count).toBe(51)
  })
})
