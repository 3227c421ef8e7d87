import { describe, expect, it } from 'vitest'
import { stages } from '../../../src/domain/stage.ts'
import { ticketStates } from '../../../src/domain/tickets/ticket.ts'
import { en } from '../../../src/web/widget/words/en.ts'
import { pageLocale } from '../../../src/web/widget/words/words.ts'
import { zhCn } from '../../../src/web/widget/words/zh-cn.ts'

describe.each([
  ['English', en],
  ['Chinese', zhCn],
])('the words of the chat in %s', (_language, words) => {
  it('name every stage and every state of a ticket', () => {
    expect(Object.keys(words.stages).sort()).toEqual([...stages].sort())
    expect(Object.keys(words.ticketStates).sort()).toEqual([...ticketStates].sort())
  })

  it('tell the place in the queue and the minutes', () => {
    expect(words.queued(2)).toContain('2')
    expect(words.queued(undefined)).not.toMatch(/\d|undefined/)
    expect(words.minutes(4, 9)).toMatch(/4.*9/)
    expect(words.minutes(5, 5)).toMatch(/^[^5]*5[^5]*$/)
  })
})

describe('the language of the chat', () => {
  it.each([
    [['en-GB'], 'en'],
    [['zh-TW', 'en'], 'zh-CN'],
    [['fr', undefined, 'en'], 'en'],
    [['', 'fr'], 'zh-CN'],
  ])('of the wishes %j is %s', (wishes, locale) => {
    expect(pageLocale(wishes)).toBe(locale)
  })
})
