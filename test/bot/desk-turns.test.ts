import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seat } from '../support/seat.ts'
import { startEngine, type Talk, type TestEngine } from '../support/talk.ts'

const start = '2026-11-23T10:00:00+08:00'
const minutes = (count: number) =>
  new Date(Date.parse(start) + count * 60_000).toISOString().replace('Z', '+00:00')

let test: TestEngine
beforeAll(async () => {
  test = await startEngine({ CLOCK_START: start })
  await seat(test, { name: 'Chen', at: start, capacity: 1 })
  await seat(test, { name: 'Wu', at: start, capacity: 2 })
})
afterAll(() => test.stop())

async function waiting(): Promise<Talk> {
  const talk = await test.talk({ locale: 'en' })
  await talk.say('I want a person')
  return talk
}

const rowOf = (talk: Talk) => test.engine.store.handoffOf(talk.conversationId)

describe('a claim', () => {
  it('is refused in its turn when the agent has as many as they may', async () => {
    const [one, two] = [await waiting(), await waiting()]
    const claim = { agent: 'Chen', name: 'Chen', capacity: 1, by: 'Chen', lead: false }
    expect(await one.event('handoff.claim', claim)).toHaveLength(1)
    expect(await two.event('handoff.claim', claim)).toEqual([])
    expect(await rowOf(two)).toMatchObject({ state: 'queued' })
    await one.event('handoff.close', { by: 'Chen', lead: false })
    expect(await two.event('handoff.claim', claim)).toHaveLength(1)
    await two.event('handoff.close', { by: 'Chen', lead: false })
  })

  it('goes to one of many who try at once, each of them full of others already', async () => {
    const talks = await Promise.all([waiting(), waiting(), waiting(), waiting()])
    const claim = { agent: 'Wu', name: 'Wu', capacity: 2, by: 'Wu', lead: false }
    await Promise.all(talks.map((talk) => talk.event('handoff.claim', claim)))
    const rows = await Promise.all(talks.map(rowOf))
    expect(rows.map((row) => row?.state).toSorted()).toEqual([
      'active',
      'active',
      'queued',
      'queued',
    ])
    for (const talk of talks) await talk.event('handoff.close')
  })
})

describe('an owner', () => {
  it('alone writes, passes on and ends; a lead may, too', async () => {
    const talk = await waiting()
    await talk.event('handoff.claim', { agent: 'Chen', by: 'Chen', lead: false })
    const other = { by: 'Wu', byName: 'Wu', lead: false }
    expect(await talk.event('handoff.message', { ...other, text: 'hi' })).toEqual([])
    expect(await talk.event('handoff.transfer', { ...other, to: 'Wu' })).toEqual([])
    expect(await talk.event('handoff.close', other)).toEqual([])
    const lead = { ...other, lead: true }
    const [said] = await talk.event('handoff.message', { ...lead, text: 'I am the lead.' })
    expect(said?.text).toBe('I am the lead.')
    expect(await talk.event('handoff.close', lead)).not.toEqual([])
  })
})

describe('somebody who waits', () => {
  it('is told the new place when one before them is served, without a word', async () => {
    const [first, second] = [await waiting(), await waiting()]
    const placesIn = async () => {
      const log = await test.engine.store.activitiesAfter(second.conversationId, 0, 50)
      return log.filter(({ activity }) => activity.name === 'support.handoff')
    }
    await first.event('handoff.claim', { agent: 'Chen' })
    await expect.poll(async () => (await placesIn()).length).toBe(1)
    const [{ activity } = { activity: {} }] = await placesIn()
    expect(activity).toMatchObject({
      type: 'event',
      entities: [{ type: 'support/handoff', state: 'queued', position: 1 }],
    })
    expect(activity).not.toHaveProperty('text')
    for (const talk of [first, second]) await talk.event('handoff.close')
  })
})

describe('an agent who falls silent', () => {
  it('loses the conversation after five minutes without an answer, once, with the reason kept', async () => {
    const own = await startEngine({ CLOCK_START: start })
    await seat(own, { name: 'Chen', at: start, presence: 'away' })
    const talk = await own.talk({ locale: 'zh-CN' })
    await talk.say('转人工')
    const before = await own.engine.store.handoffOf(talk.conversationId)
    await talk.event('handoff.claim', { agent: 'Chen', capacity: 3 })
    await talk.say('在吗')
    expect(await talk.pass(minutes(4))).toEqual([])
    const [told] = await talk.pass(minutes(7))
    expect(told?.text).toContain('同事临时离开了')
    const after = await own.engine.store.handoffOf(talk.conversationId)
    expect(after).toMatchObject({ state: 'queued', reason: 'asked', createdAt: before?.createdAt })
    expect(after).not.toHaveProperty('agent')
    expect(await talk.pass(minutes(13))).toEqual([])
    await own.stop()
  })

  it('has answered with a ticket that the customer is told of, and not with one they are not', async () => {
    const own = await startEngine({ CLOCK_START: start })
    await seat(own, { name: 'Chen', at: start, presence: 'away' })
    const file = (talk: Talk, tellCustomer: boolean) =>
      talk.event('ticket.file', {
        agent: 'Chen',
        act: tellCustomer ? 'told' : 'untold',
        kind: 'complaint',
        category: 'payout_late',
        severity: 'P3',
        tellCustomer,
      })
    const owned = async () => {
      const talk = await own.talk({ locale: 'en' })
      await talk.say('I want a person')
      await talk.event('handoff.claim', { agent: 'Chen', capacity: 3 })
      await talk.say('then file it')
      return talk
    }
    const [told, untold] = [await owned(), await owned()]
    expect(await file(told, true)).toHaveLength(1)
    expect(await file(untold, false)).toEqual([])
    await told.pass(minutes(30))
    const stateOf = async (talk: Talk) =>
      (await own.engine.store.handoffOf(talk.conversationId))?.state
    expect([await stateOf(told), await stateOf(untold)]).toEqual(['active', 'queued'])
    await told.say('and when?')
    const [ticket] = await own.engine.store.tickets({
      conversationId: told.conversationId,
      limit: 1,
    })
    const act = { agent: 'Chen', act: 'note', no: ticket?.no ?? '' }
    await told.event('ticket.note', { ...act, text: 'for us' })
    await told.pass(minutes(60))
    expect(await stateOf(told)).toBe('queued')
    await own.stop()
  })

  it('keeps it as long as everything is answered', async () => {
    const own = await startEngine({ CLOCK_START: start })
    await seat(own, { name: 'Chen', at: start, presence: 'away' })
    const talk = await own.talk({ locale: 'en' })
    await talk.say('I want a person')
    await talk.event('handoff.claim', { agent: 'Chen', capacity: 3 })
    await talk.say('are you there?')
    await talk.event('handoff.message', { by: 'Chen', lead: false, text: 'yes' })
    expect(await talk.pass(minutes(30))).toEqual([])
    await own.stop()
  })
})
