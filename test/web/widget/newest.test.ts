import { describe, expect, it } from 'vitest'
import { startOfNewest } from '../../../src/web/widget/cards/newest.ts'
import type { Shown } from '../../../src/web/widget/talk/talk-state.ts'

const line = (activity: object): Shown => ({ key: '', activity: { type: 'message', ...activity } })
const asked = line({ from: { role: 'user' }, timestamp: '1' })
const answer = line({ from: { role: 'bot' }, timestamp: '2', replyToId: 'a' })
const told = (timestamp: string) => line({ from: { id: 'agent' }, timestamp })
const draft: Shown = { key: 'draft', text: 'and now?', delivery: 'sending' }

describe('the beginning of the newest words', () => {
  it.each([
    ['the greeting of a new chat', [told('1')], 0],
    ['the question, however long the answer', [told('0'), asked, answer, answer], 1],
    ['what is being sent', [told('0'), asked, answer, draft], 3],
    ['an agent’s words behind an answer', [asked, answer, told('3')], 2],
    ['the last of an agent’s words', [asked, told('3'), told('4')], 2],
    ['the first line of what came in one go', [asked, told('3'), told('4'), told('4')], 2],
    ['nothing where nothing was said', [], -1],
  ])('is %s', (_what, messages, at) => {
    expect(startOfNewest(messages)).toBe(at)
  })
})
