import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { flowNames } from '../../dialogs/memory.ts'
import { type Locale, locales } from '../../src/domain/locale.ts'
import { openings } from '../support/openings.ts'
import { type Bubble, startEngine, type TestEngine } from '../support/talk.ts'

/** Each of them brings a person, whatever is being asked: in the last of these messages. */
const ways: Record<string, Record<Locale, string[]>> = {
  'asking for one': { 'zh-CN': ['转人工'], en: ['I want to talk to a person'] },
  'telling of fraud': {
    'zh-CN': ['我被骗了，刚把两万转给骗子了'],
    en: ['I have been scammed, I just sent them 5000'],
  },
  'being angry twice': {
    'zh-CN': ['傻逼机器人', '你这个傻逼'],
    en: ['you are useless idiots', 'fuck you, stupid bot'],
  },
  'refusing what a machine decided': {
    'zh-CN': ['我不接受机器的自动决策，要求人工复核'],
    en: ['I object to this automated decision'],
  },
  'being in danger': { 'zh-CN': ['我不想活了'], en: ['I want to kill myself'] },
  threatening: {
    'zh-CN': ['再不解决我就去法院起诉你们'],
    en: ['I will take you to court over this'],
  },
}

const cases = flowNames.flatMap((flow) => {
  const opening = openings[flow]
  if (opening === 'asks nothing') return []
  return locales.flatMap((locale) =>
    Object.entries(ways).map(([way, says]) => ({
      flow,
      locale,
      way,
      says: says[locale],
      opening: opening[locale],
    })),
  )
})

const isCalled = (bubbles: Bubble[]) =>
  bubbles.some(({ entities }) =>
    entities.some((each) => each.type === 'support/handoff' && each.state === 'queued'),
  )

let engine: TestEngine
beforeAll(async () => {
  engine = await startEngine({ CLOCK_START: '2026-11-24T10:00:00+08:00' })
})
afterAll(() => engine.stop())

describe('a person', () => {
  it.each(cases)('comes by $way in the middle of $flow ($locale)', async (each) => {
    const talk = await engine.talk({ locale: each.locale })
    await talk.say(each.opening)
    let last: Bubble[] = []
    for (const text of each.says) last = await talk.say(text)
    expect(isCalled(last), JSON.stringify(last)).toBe(true)
  })

  it.each([
    ['zh-CN', '怎么打12363投诉？'],
    ['en', 'How do I file a CFPB complaint?'],
  ])('is not called by asking how to complain (%s)', async (locale, text) => {
    const talk = await engine.talk({ locale })
    const bubbles = await talk.say(text)
    expect(isCalled(bubbles)).toBe(false)
    expect(bubbles.length).toBeGreaterThan(0)
  })
})
