import { describe, expect, it } from 'vitest'
import { planClock, planConversation, planRound } from '../../bench/torture/plan.ts'

const everything = (seed: number) => {
  const surroundings = { seed, store: 'postgres' as const, processes: 3, redis: true }
  const numbers = Array.from({ length: 100 }, (_, number) => number)
  return {
    rounds: numbers.map((round) => planRound(surroundings, round)),
    conversations: numbers.map((turn) => planConversation(seed, turn % 5, turn)),
    clocks: numbers.map((start) => planClock(seed, start)),
  }
}

describe('the torture’s plan', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(everything(7)).toEqual(everything(7))
    expect(everything(7)).not.toEqual(everything(8))
  })

  it('holds every kind of fault, and a kill in each round', () => {
    const { rounds } = everything(7)
    expect(rounds.every(({ kill }) => kill.slot >= 0)).toBe(true)
    expect(rounds.some(({ terminate }) => terminate)).toBe(true)
    expect(rounds.some(({ pause }) => pause)).toBe(true)
    expect(rounds.some(({ database }) => database)).toBe(true)
    expect(rounds.some(({ redis }) => redis)).toBe(true)
  })
})
