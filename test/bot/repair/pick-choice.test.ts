import { expect, it } from 'vitest'
import { pickChoice } from '../../../src/bot/repair/pick-choice.ts'

const choices = [
  { label: 'Mon 12 Oct, 23:12 · CNY 86.50 · card 9902', value: 'small' },
  { label: 'Mon 12 Oct, 14:20 · CNY 1,280.00 · card 4471', value: 'large' },
  { label: 'None of these', value: 'none' },
]
const nothing = { language: 'en', intents: [], entities: [], cues: [] } as const

it.each([
  ['the big one', 'large'],
  ['the smaller one', 'small'],
  ['金额大的那笔', 'large'],
  ['none of them', 'none'],
  ['my hotel', undefined],
])('"%s" picks %s', (text, value) => {
  expect(pickChoice(text, choices, { ...nothing, intents: [], entities: [], cues: [] })).toBe(value)
})
