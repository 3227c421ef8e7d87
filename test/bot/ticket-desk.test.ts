import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEngine, type Talk, type TestEngine } from '../support/talk.ts'

const shop = { userId: 'dl_shop', trusted: true, role: 'merchant' as const, merchantId: 'M1001' }
let app: TestEngine
beforeAll(async () => {
  app = await startEngine({ CLOCK_START: '2026-11-23T10:00:00+08:00' })
})
afterAll(() => app.stop())

let acts = 0
const actor = () => {
  acts += 1
  return { agent: 'Lin', act: 'a'.repeat(acts) }
}

const filing = { kind: 'complaint', category: 'payout_late', severity: 'P3', tellCustomer: true }

async function filed(talk: Talk, more: object = {}) {
  await talk.event('ticket.file', { ...actor(), ...filing, statement: 'late', ...more })
  const [ticket] = await ticketsOf(talk)
  if (!ticket) throw new Error('no ticket')
  return ticket
}

const ticketsOf = ({ conversationId }: Talk) =>
  app.engine.store.tickets({ conversationId, limit: 10 })

async function change(talk: Talk, to: string, more: object = {}) {
  const [ticket] = await ticketsOf(talk)
  const value = { ...actor(), no: ticket?.no ?? '', to, version: ticket?.version ?? 0, ...more }
  return talk.event('ticket.change', value)
}

const resolution = { code: 'upheld', text: 'It was sent again.' }

async function resolved(talk: Talk) {
  const ticket = await filed(talk)
  await change(talk, 'investigating')
  const bubbles = await change(talk, 'resolved', { resolution })
  return { ticket, bubbles }
}

describe('the clocks of a ticket', () => {
  it('warn the desk at half and at four fifths, and call a lead once when they run out', async () => {
    const talk = await app.talk({ ...shop, userId: 'dl_a', merchantId: 'M-clock' })
    const { no } = await filed(talk)
    expect(await talk.pass('2026-12-07T12:00:00+08:00')).toEqual([])
    const before = await app.engine.store.ticket(no)
    expect(before?.history.map(({ event }) => event)).toEqual([
      'submitted',
      'acknowledged',
      'clock_half',
      'clock_most',
    ])
    expect(await app.engine.store.handoffOf(talk.conversationId)).toBeUndefined()
    expect(await talk.pass('2026-12-10T00:00:00+08:00')).toEqual([])
    const after = await app.engine.store.ticket(no)
    expect(after).toMatchObject({ severity: 'P1', escalated: true, state: 'acknowledged' })
    expect(await app.engine.store.handoffOf(talk.conversationId)).toMatchObject({
      state: 'queued',
      reason: 'complaint_clock',
      priority: 'P1',
    })
    expect(await app.engine.store.timersOf(talk.conversationId)).toEqual([])
    await talk.pass('2026-12-20T00:00:00+08:00')
    expect(await app.engine.store.ticket(no)).toEqual(after)
    app.clock.moveTo('2026-11-23T10:00:00+08:00')
  })

  it('stop with the result, and go on when the ticket is opened again', async () => {
    const talk = await app.talk({ userId: 'dl_b' })
    await resolved(talk)
    expect(await app.engine.store.timersOf(talk.conversationId)).toEqual([])
    await talk.say('没有解决')
    const [timer] = await app.engine.store.timersOf(talk.conversationId)
    expect(timer).toMatchObject({ kind: 'ticket', payload: { ticketNo: expect.any(String) } })
  })
})

describe('an act of the desk', () => {
  it('has its effect once, and none on a ticket that has moved on', async () => {
    const talk = await app.talk({ userId: 'dl_d' })
    const { no } = await filed(talk)
    const value = { ...actor(), no, to: 'investigating', version: 1 }
    expect(await talk.event('ticket.change', value)).toHaveLength(1)
    expect(await talk.event('ticket.change', value)).toEqual([])
    expect(await talk.event('ticket.change', { ...value, ...actor(), to: 'referred' })).toEqual([])
    expect(await app.engine.store.ticket(no)).toMatchObject({ state: 'investigating', version: 2 })
  })

  it('leaves an open question open', async () => {
    const talk = await app.talk({ userId: 'dl_e', locale: 'en' })
    await filed(talk)
    await talk.say('where is my money')
    await change(talk, 'investigating')
    const row = await app.engine.store.conversation(talk.conversationId)
    expect(row?.state.question).toBeDefined()
  })

  it.each([
    {
      locale: 'en',
      call: 'talk to a person',
      filed: /^I have filed ticket TK\S+; you get an answer/,
    },
    { locale: 'zh-CN', call: '转人工', filed: /^我已为您登记投诉单 TK\S+，最晚 / },
  ] as const)(
    'tells of a new ticket in a person’s words while one has the talk, in $locale',
    async (given) => {
      const { locale, call } = given
      const file = async (userId: string, isWithPerson: boolean) => {
        const talk = await app.talk({ userId: `${userId}-${locale}`, locale })
        await talk.say(call)
        if (isWithPerson) await talk.event('handoff.claim', { agent: 'Lin' })
        else await talk.event('handoff.close')
        const [told] = await talk.event('ticket.file', { ...actor(), ...filing, statement: 'late' })
        return told?.text ?? ''
      }
      const [withPerson, withBot] = [await file('dl_p', true), await file('dl_q', false)]
      expect(withPerson).toMatch(given.filed)
      expect(withPerson).not.toContain(call)
      expect(withBot).toContain(call)
    },
  )

  it('does nothing when it is malformed', async () => {
    const talk = await app.talk({ userId: 'dl_f' })
    expect(await talk.event('ticket.change', { no: 'TK1' })).toEqual([])
    expect(await talk.event('ticket.nonsense', {})).toEqual([])
  })
})

describe('a customer’s judgement', () => {
  it('is kept with the ticket, also as an event of the page', async () => {
    const talk = await app.talk({ userId: 'dl_g', locale: 'en' })
    const { ticket, bubbles } = await resolved(talk)
    expect(bubbles.at(-1)?.choices).toEqual([
      '5 Very good',
      '4 Good',
      '3 OK',
      '2 Poor',
      '1 Very poor',
    ])
    const judged = { ticketNo: ticket.no, score: 4, comment: 'quick' }
    expect(await talk.event('support.rating', judged)).toHaveLength(1)
    expect(await talk.event('support.rating', { ...judged, score: 5 })).toEqual([])
    const kept = await app.engine.store.ticket(ticket.no)
    expect(kept).toMatchObject({ csat: 5, state: 'resolved' })
    expect(kept?.history.at(-1)).toMatchObject({ by: 'customer', event: 'rated', note: 'quick' })
  })

  it.each(['5', '5 分', '5 Very good', 'very good', '5/5', '很满意'])(
    'is understood as %s',
    async (text) => {
      const talk = await app.talk({ userId: `dl_h${text.length}`, locale: 'en' })
      const { ticket } = await resolved(talk)
      await talk.say(text)
      expect((await app.engine.store.ticket(ticket.no))?.csat).toBe(5)
    },
  )

  it('is nobody else’s to give, and a number later on is none', async () => {
    const talk = await app.talk({ userId: 'dl_i', locale: 'en' })
    const { ticket } = await resolved(talk)
    const stranger = await app.talk({ userId: 'dl_x' })
    await stranger.event('support.rating', { ticketNo: ticket.no, score: 1 })
    await talk.say('what is an RRN')
    await talk.say('2')
    expect((await app.engine.store.ticket(ticket.no))?.csat).toBeUndefined()
  })
})

describe('a ticket that is not solved', () => {
  it('is opened again from another conversation by the merchant who names it', async () => {
    const talk = await app.talk({ ...shop, locale: 'en' })
    const { ticket } = await resolved(talk)
    const other = await app.talk({ ...shop, userId: 'dl_shop-2', locale: 'en' })
    const [told] = await other.say(`${ticket.no} is still not solved`)
    expect(told?.text).toContain(`Ticket ${ticket.no} is open again`)
    expect(await app.engine.store.ticket(ticket.no)).toMatchObject({ state: 'reopened' })
  })

  it('stays closed for a stranger', async () => {
    const talk = await app.talk({ userId: 'dl_j', locale: 'en' })
    const { ticket } = await resolved(talk)
    const stranger = await app.talk({ userId: 'dl_y', locale: 'en' })
    await stranger.say(`${ticket.no} is not solved`)
    expect(await app.engine.store.ticket(ticket.no)).toMatchObject({ state: 'resolved' })
  })

  it('is too old after thirty days, and says what to do instead', async () => {
    const talk = await app.talk({ userId: 'dl_k', locale: 'en' })
    await resolved(talk)
    app.clock.moveTo('2026-12-25T10:00:00+08:00')
    const [told] = await talk.say('it is not solved')
    expect(told?.text).toContain('I want to complain')
    app.clock.moveTo('2026-11-23T10:00:00+08:00')
  })
})
