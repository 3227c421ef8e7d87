import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FlowName, flowNames } from '../../dialogs/memory.ts'
import { type Locale, locales } from '../../src/domain/locale.ts'
import { type Bubble, startEngine, type TestEngine } from '../support/talk.ts'

/** What leads to an open question of a dialog. */
type Opening = Record<Locale, string>

const opened = (chinese: string, english: string): Opening => ({ 'zh-CN': chinese, en: english })

/**
 * Every dialog that asks something, in the middle of its question. The others answer at once and leave
 * nothing open: they are what people digress to.
 */
const openings: Record<FlowName, Opening | 'asks nothing'> = {
  'where-is-my-money': opened(
    'POS机刷卡的钱没到账',
    'my shop took a card payment and the money is not in my bank',
  ),
  'charged-or-held': opened('我被扣了两次款', 'I was charged twice'),
  'response-code': opened(
    '机器上的响应码是什么意思',
    'what does the response code on my terminal mean',
  ),
  'risk-hold': opened('我的结算被风控冻结了', 'my payout is on hold for a risk review, why'),
  'terminal-fault': opened(
    '我店里POS机刷640的时候死机了',
    'the terminal in my shop froze during a sale of 640',
  ),
  complaint: opened('我要投诉', 'I want to complain'),
  'contingency-plan': opened('我想做应急预案', 'I want to make a contingency plan'),
  fraud: 'asks nothing',
  'contact-channels': 'asks nothing',
  'pos-application': 'asks nothing',
  'talk-to-a-person': 'asks nothing',
  privacy: 'asks nothing',
  knowledge: 'asks nothing',
  'small-talk': 'asks nothing',
}

/** What people ask in between, each answered by another dialog. */
const digressions: Record<Locale, [what: string, says: string, answers: RegExp][]> = {
  'zh-CN': [
    ['a rule', 'T+1是什么意思？', /下一个工作日/],
    ['a code', '51是什么意思？', /余额/],
    ['a number to call', '你们客服电话是多少？', /联系/],
    ['how to get a terminal', '怎么申请POS机？', /营业执照/],
  ],
  en: [
    ['a rule', 'what does T+1 mean?', /next working day/],
    ['a code', 'what does code 51 mean?', /money|funds|balance/],
    ['a number to call', 'who do I call about this?', /contacts/],
    ['how to get a terminal', 'how do I apply for a pos?', /licen[cs]e/],
  ],
}

const cases = flowNames.flatMap((flow) => {
  const opening = openings[flow]
  if (opening === 'asks nothing') return []
  return locales.flatMap((locale) =>
    digressions[locale]
      // Which code it is, is what that dialog asks.
      .filter(([what]) => flow !== 'response-code' || what !== 'a code')
      .map(([what, says, answers]) => ({
        flow,
        locale,
        what,
        says,
        answers,
        opening: opening[locale],
      })),
  )
})

function slotsOf(bubbles: Bubble[]): string[] {
  return bubbles.flatMap(({ entities }) =>
    entities.flatMap((each) => (each.type === 'support/question' ? [each.slot] : [])),
  )
}

let engine: TestEngine
beforeAll(async () => {
  engine = await startEngine({ CLOCK_START: '2026-11-24T10:00:00+08:00' })
})
afterAll(() => engine.stop())

describe('a digression', () => {
  it.each(cases)(
    'to $what in the middle of $flow returns to its question ($locale)',
    async ({ locale, says, answers, opening }) => {
      const talk = await engine.talk({ locale })
      const open = await talk.say(opening)
      expect(slotsOf(open)).toHaveLength(1)

      const [answer, ...rest] = await talk.say(says)
      expect(answer?.text).toMatch(answers)
      expect(slotsOf(rest)).toEqual(slotsOf(open))
      // What leads the question in may differ.
      expect(rest.at(-1)?.text).toContain(open.at(-1)?.text.slice(-30))
    },
  )
})
