import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bubble, startEngine, type TestEngine } from '../support/talk.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await startEngine({ CLOCK_START: '2026-11-24T10:00:00+08:00' })
})
afterAll(() => engine.stop())

async function reply(text: string): Promise<Bubble[]> {
  const locale = /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en'
  return (await engine.talk({ locale })).say(text)
}

function articleIn(bubbles: Bubble[]): string | undefined {
  const entities = bubbles.flatMap((bubble) => bubble.entities)
  const answer = entities.find((each) => each.type === 'support/answer')
  return answer?.type === 'support/answer' ? answer.articles[0]?.id : undefined
}

function slotIn(bubbles: Bubble[]): string | undefined {
  const entities = bubbles.flatMap((bubble) => bubble.entities)
  const question = entities.find((each) => each.type === 'support/question')
  return question?.type === 'support/question' ? question.slot : undefined
}

describe('a question about how things are in general', () => {
  it.each([
    [
      'no complaint',
      'Can a company complain about a payment institution in China?',
      'complaints/merchant-or-consumer',
    ],
    ['no complaint', '英国支付投诉几天答复？', 'complaints/united-kingdom'],
    ['no other subject', '证照快到期了怎么办？', 'merchant/rules-and-licences'],
    ['no secret', 'How do I stop staff refunding on their own?', 'merchant/internal-control'],
    ['no secret', '怎样防别人拿偷来的卡？', 'merchant/verify-customers'],
    ['no wish to be deleted', 'How long do you keep my data?', 'privacy/deletion'],
    ['no day to look up', 'Is Christmas a settlement day?', 'settlement/holidays'],
  ])('is %s: “%s” is answered by %s', async (_, text, article) => {
    const bubbles = await reply(text)
    expect(articleIn(bubbles)).toBe(article)
    expect(slotIn(bubbles)).toBe('satisfaction')
    expect(bubbles.flatMap(({ entities }) => entities.map(({ type }) => type))).not.toContain(
      'support/ticket',
    )
  })

  it.each([
    ['How do I fight a chargeback?', 'disputes/chargeback', 'rrn'],
    ['拒付证据怎么准备？', 'disputes/evidence', 'rrn'],
    ['What do the error codes on the card machine mean?', 'codes/overview', 'code'],
  ])(
    'that may be about a payment, too, is answered before what a look-up needs: “%s”',
    async (text, article, slot) => {
      const bubbles = await reply(text)
      expect(articleIn(bubbles)).toBe(article)
      expect(slotIn(bubbles)).toBe(slot)
    },
  )

  it.each([
    ['a payment that is named', 'Why is my refund of 86.40 from 12 November not here yet?'],
    ['a payment that is named', '昨天刷的640怎么还没到账？'],
    ['first steps that the look-up takes itself', '没到账要怎么查？'],
  ])('is not seen in %s: “%s”', async (_, text) => {
    expect(articleIn(await reply(text))).toBeUndefined()
  })

  it.each(['Could you delete everything you have on me?', '能不能把我的信息都删了？'])(
    'is not seen in a wish put politely: “%s”',
    async (text) => {
      const entities = (await reply(text)).flatMap((bubble) => bubble.entities)
      expect(entities.map(({ type }) => type)).toContain('support/ticket')
    },
  )
})

describe('after a verdict', () => {
  const told = '昨天下午3点20刷卡收了10000，尾号6225，我是商户，钱没到'

  async function afterVerdict(text: string): Promise<Bubble[]> {
    const talk = await engine.talk({ locale: 'zh-CN' })
    const verdict = await talk.say(told)
    const types = verdict.flatMap(({ entities }) => entities.map(({ type }) => type))
    expect(types).toContain('support/verdict')
    return talk.say(text)
  }

  it('a question about something else is answered, and the verdict not said again', async () => {
    const bubbles = await afterVerdict('拒付证据怎么准备？')
    expect(articleIn(bubbles)).toBe('disputes/evidence')
    const types = bubbles.flatMap(({ entities }) => entities.map(({ type }) => type))
    expect(types).not.toContain('support/verdict')
  })

  it('a question about the payment is about the payment', async () => {
    expect(articleIn(await afterVerdict('为什么还没到？'))).toBeUndefined()
  })
})

describe('an answer', () => {
  it('is asked about in other words each time', async () => {
    const talk = await engine.talk({ locale: 'en' })
    const asked: (string | undefined)[] = []
    for (const text of ['what does T+1 mean?', 'what is a chargeback?', 'what is a cut-off?']) {
      asked.push((await talk.say(text)).at(-1)?.text)
    }
    expect(new Set(asked).size).toBe(3)
  })

  it('is not looked for when somebody only says that they do not know', async () => {
    expect(articleIn(await reply('不知道'))).toBeUndefined()
    expect(articleIn(await reply("can't find it"))).toBeUndefined()
  })
})

describe('one of several titles', () => {
  /** Which of these is vague depends on what was learnt: the first that is asked back will do. */
  const vague = {
    en: [
      'what about my account',
      'the card and the shop',
      'days and money',
      'what do I say',
      'how much is it',
    ],
    'zh-CN': [
      '怎么算他们到底抽了我百分之几',
      '办机器的公司好多，看哪几点才不被坑',
      '想知道出款这块做得好不好，看哪些数',
      '结算太慢了',
      '账户的事',
      '银行那边怎么说',
      '多少天',
      '怎么办才好',
      '交材料的事',
      '钱的规矩',
      '换卡和换机器',
      '账单和发票',
      '商户要注意什么',
    ],
  }

  async function offered(locale: 'en' | 'zh-CN') {
    for (const text of vague[locale]) {
      const talk = await engine.talk({ locale })
      const last = (await talk.say(text)).at(-1)
      const choices = last?.choices ?? []
      if (slotIn(last ? [last] : []) === 'other' && choices.length === 3) return { talk, choices }
    }
    throw new Error('none was vague')
  }

  it.each([
    ['en', 'the second one'],
    ['en', '2'],
    ['zh-CN', '第二个'],
  ] as const)('is chosen by its place (%s: %s)', async (locale, words) => {
    const { talk, choices } = await offered(locale)
    const [answer] = await talk.say(words)
    const entity = answer?.entities.find((each) => each.type === 'support/answer')
    expect(entity?.type === 'support/answer' && entity.articles[0]?.title).toBe(choices[1])
  })
})

it('notes what is asked in vain, and no small talk', async () => {
  const talk = await engine.talk({ locale: 'en' })
  await talk.say('what is the weather in Paris tomorrow?')
  await talk.say('lovely weather')
  const notes = await engine.engine.store.questions({ limit: 50 })
  const own = notes.filter(({ conversationId }) => conversationId === talk.conversationId)
  expect(own.map(({ outcome, text }) => [outcome, text])).toEqual([
    ['unknown', 'what is the weather in Paris tomorrow?'],
  ])
})
