import { describe, expect, it } from 'vitest'
import { type Answer, confusions, figuresOf } from '../../bench/understanding/figures.ts'

const answer = (label: string, said: string, confidence: number): Answer => ({
  label,
  ranked: [
    { label: said, confidence },
    { label: 'z', confidence: 1 - confidence },
  ],
})
const answers = [
  answer('a', 'a', 0.9),
  answer('a', 'b', 0.8),
  answer('b', 'b', 0.3),
  answer('oos', 'a', 0.2),
  answer('oos', 'oos', 0.9),
  answer('oos', 'b', 0.7),
]
const scope = { outOfScope: 'oos', threshold: 0.4 }

describe('the figures of a test', () => {
  it('count what is answered after the threshold', () => {
    const figures = figuresOf(answers, scope)
    expect(figures.accuracy).toBeCloseTo(3 / 6)
    expect(figures.inScopeAccuracy).toBeCloseTo(1 / 3, 3)
    expect(figures.outOfScope).toEqual({ recall: 0.6667, precision: 0.6667, threshold: 0.4 })
    // a: found once of 2, said once; b: never found; oos: found twice of 3, said 3 times.
    expect(figures.macroF1).toBeCloseTo((2 / 3 + 0 + 4 / 6) / 3, 3)
  })

  it('know no out of scope where there is none', () => {
    const figures = figuresOf(answers.slice(0, 3), { threshold: 0 })
    expect(figures.accuracy).toBeCloseTo(2 / 3, 3)
    expect(figures.outOfScope).toMatchObject({ recall: null, precision: null })
  })

  it('measure how far confidence is from being right', () => {
    const sure = [answer('a', 'a', 0.75), answer('a', 'b', 0.75)]
    expect(figuresOf(sure, { threshold: 0 }).calibration.ece).toBeCloseTo(0.25)
  })

  it('take another label that is as right for right', () => {
    const both = { ...answer('a', 'b', 0.9), also: ['b'] }
    expect(figuresOf([both], { threshold: 0 }).accuracy).toBe(1)
    expect(confusions([both], { threshold: 0 })).toEqual([])
  })

  it('name what is taken for what', () => {
    expect(confusions(answers, scope)[0]).toMatchObject({ count: 1 })
    expect(confusions(answers, scope).map(({ truth, said }) => `${truth}>${said}`)).toEqual([
      'a>b',
      'b>oos',
      'oos>b',
    ])
  })
})
