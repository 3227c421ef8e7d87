import { describe, expect, it } from 'vitest'
import { chooseThreshold, type Judged } from '../../src/learning/scope-threshold.ts'
import { classify, trainClassifier } from '../../src/learning/text-classifier.ts'
import { runsIn, textFeatures } from '../../src/learning/text-features.ts'

const subjects = {
  late: ['money', 'takings', 'funds', 'payout', 'deposit', 'transfer', 'settlement', 'cash'],
  code: ['code 51', 'code 05', 'message', 'error', 'number', 'answer', 'response', 'text'],
  weather: ['rain', 'snow', 'sun', 'wind', 'storm', 'fog', 'hail', 'frost'],
}
const frames = {
  late: ['my # is late', 'where is the #', 'the # has not arrived', 'still waiting for my #'],
  code: ['what does # mean', 'the screen shows #', 'explain # to me', 'what is # for'],
  weather: ['will there be # today', 'is # likely tomorrow', 'how much # this week', 'i love #'],
}
const names = ['late', 'code', 'weather'] as const
const examples = names.flatMap((label) =>
  subjects[label].flatMap((subject) =>
    frames[label].map((frame) => ({ text: frame.replace('#', subject), label })),
  ),
)
const classifier = trainClassifier(examples, { outOfScope: 'weather' })

describe('a trained classifier', () => {
  it.each([
    ['where are my takings', 'late'],
    ['what does error 91 mean', 'code'],
    ['any snow tomorrow', 'weather'],
  ])('puts %s under %s', (text, label) => {
    expect(classify({ text }, classifier)[0]?.label).toBe(label)
  })

  it('gives chances that sum to one, the likeliest first', () => {
    const ranked = classify({ text: 'the payout has not arrived' }, classifier)
    expect(ranked.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1)
    expect(ranked).toEqual(ranked.toSorted((a, b) => b.confidence - a.confidence))
  })

  it('says nothing of a text of which it never saw anything', () => {
    expect(classify({ text: '😭😭' }, classifier)).toEqual([])
  })

  it('is the same each time', () => {
    expect(trainClassifier(examples, { outOfScope: 'weather' })).toEqual(classifier)
  })
})

describe('a classifier with an encoder beside it', () => {
  const meaningOf = (label: string) => Float32Array.from(names, (name) => Number(name === label))
  const meant = examples.map((each) => ({ ...each, meaning: meaningOf(each.label) }))
  const both = trainClassifier(meant, { outOfScope: 'weather' })

  it('goes by the meaning where the words tell nothing', () => {
    for (const label of names) {
      const [best] = classify({ text: 'money code rain', meaning: meaningOf(label) }, both)
      expect(best?.label).toBe(label)
    }
  })

  it('reads words alone when the encoder was not asked', () => {
    expect(classify({ text: 'where are my takings' }, both)[0]?.label).toBe('late')
  })

  it('does without when not every example came with a meaning', () => {
    expect(trainClassifier([...meant.slice(1), ...examples.slice(0, 1)]).meaning).toBeUndefined()
  })
})

describe('features', () => {
  it('of Chinese are characters and pairs of them, its beginning and its end', () => {
    expect(textFeatures({ text: '没到账' }).words).toEqual(
      expect.arrayContaining(['没', '到', '账', '没 到', '到 账', '^ 没', '账 $']),
    )
  })

  it('of a borrowed word are the word, its neighbours and what is inside', () => {
    const { words, spelt } = textFeatures({ text: '刷pos机' })
    expect(words).toEqual(expect.arrayContaining(['刷 pos', 'pos 机']))
    expect(spelt.flatMap(runsIn)).toContain('_pos')
  })

  it.each(['où est mon argent', 'где мои деньги', 'お金が届かない'])('exist for %s', (text) => {
    expect(textFeatures({ text }).words.length).toBeGreaterThan(3)
  })
})

describe('the threshold of what is in scope', () => {
  const judged = (inScope: boolean, right: boolean, sure: number): Judged => ({
    inScope,
    right,
    sure,
  })

  it('lies between what is out of scope and what is right', () => {
    const threshold = chooseThreshold([
      ...[0.7, 0.8, 0.9].map((sure) => judged(true, true, sure)),
      ...[0.2, 0.3, 0.4].map((sure) => judged(false, false, sure)),
    ])
    expect(threshold).toBeGreaterThan(0.4)
    expect(threshold).toBeLessThanOrEqual(0.7)
  })

  it('never costs more than four in a hundred of the right answers', () => {
    const right = Array.from({ length: 100 }, (_, i) => judged(true, true, i / 100 + 0.005))
    const threshold = chooseThreshold([...right, judged(false, false, 0.95)])
    expect(right.filter(({ sure }) => sure < threshold).length).toBeLessThanOrEqual(4)
  })
})
