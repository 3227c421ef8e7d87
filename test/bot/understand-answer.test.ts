import { describe, expect, it } from 'vitest'
import { freshMemory } from '../../dialogs/memory.ts'
import { remember } from '../../dialogs/remember.ts'
import { understandAnswer } from '../../src/bot/understand-answer.ts'
import { findEntities } from '../../src/nlu/find-entities.ts'
import { readingOf } from '../../src/nlu/reading-form.ts'
import type { Understanding } from '../../src/ports/understanding.ts'

/** Names what is named and wants nothing. */
const understanding: Understanding = {
  understand: (text, context) => ({
    language: context.locale,
    intents: [],
    entities: findEntities(readingOf(text), context),
    cues: [],
  }),
}
const context = { now: new Date('2026-11-23T02:00:00Z'), timeZone: 'Asia/Shanghai' }

describe('what a message names for the dialogs', () => {
  it.each(['拉卡拉', '扫码付的', 'Stripe', '在广东', 'paid online'])(
    'is nothing where only %s is said',
    (text) => {
      const memory = freshMemory('zh-CN')
      expect(understandAnswer(text, { understanding, memory }, context).entities).toEqual([])
    },
  )

  it('is the sum beside the company', () => {
    const memory = freshMemory('zh-CN')
    const { entities } = understandAnswer('拉卡拉刷了500元', { understanding, memory }, context)
    expect(entities).toMatchObject([{ type: 'amount', minor: 50_000 }])
  })
})

describe('of two numbers of a kind', () => {
  it.each([
    ['尾号更正：4471，刚才打成4417了', '4471'],
    ['the card ends in 0417, not 0471', '0417'],
    ['尾号4417不对，是4471', '4471'],
  ])('the one that is meant is remembered: %s', (text, last4) => {
    const memory = freshMemory('zh-CN')
    const understood = understandAnswer(text, { understanding, memory }, context)
    expect(remember({ cues: [] }, understood, context)).toMatchObject({ last4 })
  })
})
