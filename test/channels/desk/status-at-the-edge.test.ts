import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activitySet } from '../../../src/channels/direct-line/watermark.ts'
import { customerSays, startBotService } from '../../support/bot-service.ts'
import { deskElsewhere } from '../../support/desk-elsewhere.ts'
import { type LiveApp, startLiveApp } from '../../support/live-app.ts'
import { call, post } from '../../support/web.ts'

type Service = Awaited<ReturnType<typeof startBotService>>

let service: Service
let elsewhere: ReturnType<typeof deskElsewhere>
let app: LiveApp
let conversations = 0

beforeAll(async () => {
  service = await startBotService()
  elsewhere = deskElsewhere()
  app = await startLiveApp({ EMULATOR: 'on' }, { desk: elsewhere.desk })
})
afterAll(async () => {
  await app.stop()
  await service.stop()
})

/** A customer of a Bot Framework channel, and the desk that speaks of them over it. */
function customer() {
  conversations += 1
  const conversation = `c${conversations}`
  const id = `emulator:${conversation}`
  let events = 0
  let turns = 0
  const stored = async () => {
    const path = `/api/v1/conversations/${encodeURIComponent(id)}`
    return (await call(app.url + path, { token: app.secrets.adminToken })).body
  }
  const inService = () => service.posted.filter(({ body }) => body.conversation.id === conversation)
  const deliver = (activity: object) => post(`${app.url}/api/messages`, undefined, activity)

  /** Resolves when everything taken so far has been worked. */
  const worked = () => expect.poll(async () => (await stored()).version ?? 0).toBe(turns)

  return {
    conversation,
    stored,
    worked,
    inService,
    texts: () => inService().map(({ body }) => String(body.text)),
    async says(text: string) {
      turns += 1
      const said = `m-${conversation}-${turns}`
      const activity = customerSays(text, { serviceUrl: service.url, id: said, conversation })
      expect((await deliver(activity)).status).toBe(200)
      await worked()
      return {
        answered: () =>
          expect.poll(() => inService().map(({ body }) => body.replyToId)).toContain(said),
      }
    },
    /** What the desk tells, under an id of its own; `taken`: the turn that it makes is waited for. */
    async told(value: unknown, { taken = true, ...more }: Record<string, unknown> = {}) {
      events += 1
      const base = customerSays('', {
        serviceUrl: service.url,
        id: `s-${conversation}-${events}`,
        conversation,
      })
      const { text: _, ...event } = base
      const from = { id: 'the-desk', name: 'The desk' }
      const answer = await deliver({
        ...event,
        type: 'event',
        name: 'handoff.status',
        from,
        value,
        ...more,
      })
      if (taken) turns += 1
      await worked()
      return answer
    },
  }
}

async function waiting() {
  const who = customer()
  await who.says('I want a person')
  expect((await who.stored()).handoff).toMatchObject({ state: 'queued' })
  return who
}

const joined = 'Ana is here now.'
const unreached = /could not reach a colleague/
const back = /I am back/

const count = (texts: string[], pattern: RegExp | string) =>
  texts.filter((text) => (typeof pattern === 'string' ? text === pattern : pattern.test(text)))
    .length

describe('what a desk elsewhere says over the Bot Framework', () => {
  it('is taken: somebody has come, and the bot is silent', async () => {
    const who = await waiting()
    expect((await who.told({ state: 'accepted', agent: 'Ana' })).status).toBe(200)
    await expect.poll(who.texts).toContain(joined)
    const before = (await who.stored()).transcript.length
    await who.says('how long does a payout take?')
    const { handoff, transcript } = await who.stored()
    expect(handoff).toMatchObject({ state: 'active', agentName: 'Ana' })
    expect(transcript.slice(before).map((each: { direction: string }) => each.direction)).toEqual([
      'in',
    ])
  })

  it('names nobody when it does not say who has come', async () => {
    const who = await waiting()
    await who.told({ state: 'accepted' })
    await expect.poll(who.texts).toContain('a colleague is here now.')
  })

  it('has failed: the customer stays in line, is told once, and the bot goes on', async () => {
    const who = await waiting()
    await who.told({ state: 'failed' })
    await who.told({ state: 'failed' })
    await (await who.says('how long does a payout take?')).answered()
    expect((await who.stored()).handoff).toMatchObject({ state: 'queued' })
    expect(count(who.texts(), unreached)).toBe(1)
  })

  it('has failed after somebody had come: back in line at the old place, and told again', async () => {
    const who = await waiting()
    const { createdAt } = (await who.stored()).handoff
    await who.told({ state: 'failed' })
    await who.told({ state: 'accepted', agent: 'Ana' })
    await who.told({ state: 'failed' })
    const { handoff } = await who.stored()
    expect(handoff).toMatchObject({ state: 'queued', createdAt })
    expect(handoff).not.toHaveProperty('agent')
    await expect.poll(() => count(who.texts(), unreached)).toBe(2)
  })

  it('is over: the bot is back and asks how it was', async () => {
    const who = await waiting()
    await who.told({ state: 'accepted', agent: 'Ana' })
    await who.told({ state: 'completed' })
    expect((await who.stored()).handoff).toMatchObject({ state: 'closed', outcome: 'returned' })
    await expect.poll(() => count(who.texts(), back)).toBe(1)
    await (await who.says('how long does a payout take?')).answered()
  })

  it('counts once when it is told twice under one id', async () => {
    const who = await waiting()
    const id = 'the-same-id-of-the-desk'
    await who.told({ state: 'accepted', agent: 'Ana' }, { id })
    await who.told({ state: 'accepted', agent: 'Ana' }, { id, taken: false })
    await who.told({ state: 'accepted', agent: 'Ana' })
    await who.told({ state: 'completed' })
    await who.told({ state: 'completed' })
    await expect.poll(() => count(who.texts(), back)).toBe(1)
    expect(count(who.texts(), joined)).toBe(1)
  })

  it('out of order ends it: what comes after the end changes nothing', async () => {
    const who = await waiting()
    await who.told({ state: 'completed' })
    const ended = (await who.stored()).handoff
    await who.told({ state: 'accepted', agent: 'Ana' })
    await who.told({ state: 'failed' })
    expect((await who.stored()).handoff).toEqual(ended)
    await expect.poll(() => count(who.texts(), back)).toBe(1)
    expect(count(who.texts(), joined) + count(who.texts(), unreached)).toBe(0)
  })

  it.each([
    ['a state nobody knows', { state: 'on hold' }],
    ['no state', { agent: 'Ana' }],
    ['a word', 'accepted'],
    ['nothing', undefined],
    ['a name that is none', { state: 'accepted', agent: 7 }],
    ['a name without end', { state: 'accepted', agent: 'A'.repeat(101) }],
  ])('is acknowledged and not acted on when it says %s', async (_what, value) => {
    const who = await waiting()
    const before = await who.stored()
    expect((await who.told(value, { taken: false })).status).toBe(200)
    const { handoff, version } = await who.stored()
    expect({ handoff, version }).toEqual({ handoff: before.handoff, version: before.version })
  })

  it.each(['accepted', 'failed', 'completed'])(
    'changes nothing in a conversation that nobody handed over: %s',
    async (state) => {
      const who = customer()
      await who.says('hello')
      await who.told({ state, agent: 'Ana' })
      const { handoff, transcript } = await who.stored()
      expect(handoff).toBeNull()
      expect(transcript.filter(said)).toHaveLength(who.texts().length)
      await (await who.says('how long does a payout take?')).answered()
    },
  )

  it('makes no conversation of one that does not exist', async () => {
    const who = customer()
    expect((await who.told({ state: 'accepted' }, { taken: false })).status).toBe(200)
    expect((await who.stored()).error.code).toBe('NotFound')
  })

  it('is not believed of the customer, whose channel lets them send events', async () => {
    const who = await waiting()
    const from = { id: 'user-1', name: 'Li' }
    await who.told({ state: 'accepted', agent: 'The director' }, { from, taken: false })
    expect((await who.stored()).handoff).toMatchObject({ state: 'queued' })
  })

  it('is never shown: not to the channel, and not to a browser', async () => {
    const who = await waiting()
    for (const state of ['accepted', 'failed', 'accepted', 'completed']) {
      await who.told({ state, agent: 'Ana' })
    }
    await expect.poll(() => count(who.texts(), back)).toBe(1)
    const { transcript } = await who.stored()
    const { activities } = activitySet(transcript, 0)
    expect(activities.length).toBeGreaterThan(4)
    const everything = JSON.stringify([transcript, activities, who.inService()])
    expect(everything).not.toMatch(/handoff\.|the-desk/)
  })
})

const said = ({ direction, activity }: { direction: string; activity: { type: string } }) =>
  direction === 'out' && activity.type === 'message'
