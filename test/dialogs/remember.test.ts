import { describe, expect, it } from 'vitest'
import { remember } from '../../dialogs/remember.ts'
import { findEntities } from '../../src/nlu/find-entities.ts'
import { readingOf } from '../../src/nlu/reading-form.ts'

const clock = { now: new Date('2026-11-23T02:00:00Z'), timeZone: 'Asia/Shanghai' }

function factsOf(text: string) {
  const entities = findEntities(readingOf(text), { ...clock, locale: 'zh-CN' })
  const understood = { language: 'zh-CN' as const, intents: [], entities, cues: [] }
  return remember({ cues: [] }, understood, clock)
}

describe('of two numbers of a kind', () => {
  it.each([
    ['尾号更正：4471，刚才打成4417了', '4471'],
    ['the card ends in 0417, not 0471', '0417'],
    ['尾号4417不对，是4471', '4471'],
  ])('the one that is meant is remembered: %s', (text, last4) => {
    expect(factsOf(text)).toMatchObject({ last4 })
  })
})
