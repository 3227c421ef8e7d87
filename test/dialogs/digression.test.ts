import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { flowNames } from '../../dialogs/memory.ts'
import { type Locale, locales } from '../../src/domain/locale.ts'
import { openings } from '../support/openings.ts'
import { type Bubble, startEngine, type TestEngine } from '../support/talk.ts'

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
      expect(rest.at(-1)?.text).toContain(open.at(-1)?.text.slice(-25))
    },
  )
})
