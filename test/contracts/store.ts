import fc from 'fast-check'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { TicketState } from '../../src/domain/tickets/ticket.ts'
import type { Store } from '../../src/ports/store.ts'
import {
  accepted,
  conversation,
  handoff,
  message,
  noon,
  reply,
  startConversation,
  ticket,
  work,
} from '../storage/sample.ts'

/** What every store must do. `open` gives an empty one, ready to use. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} › the store contract`, () => {
    let store: Store

    beforeEach(async () => {
      store = await open()
      await startConversation(store, 'c1')
      await startConversation(store, 'c2')
      return () => store.close()
    })

    describe('conversations', () => {
      it('keeps a conversation as it was created', async () => {
        await store.createConversation({
          id: 'c3',
          channel: 'web',
          identity: { userId: 'dl_7', trusted: true, role: 'merchant', merchantId: 'M1' },
          state: { slots: { amount: 50_000 } },
          createdAt: '2026-03-02T20:00:00+08:00',
        })
        expect(await store.conversation('c3')).toEqual({
          id: 'c3',
          channel: 'web',
          identity: { userId: 'dl_7', trusted: true, role: 'merchant', merchantId: 'M1' },
          state: { slots: { amount: 50_000 } },
          version: 0,
          createdAt: noon,
          updatedAt: noon,
        })
      })

      it('leaves a conversation that is already there untouched', async () => {
        await store.createConversation({
          id: 'c1',
          channel: 'web',
          identity: { userId: 'dl_thief', trusted: true },
          state: {},
          createdAt: noon,
        })
        expect((await store.conversation('c1'))?.identity.userId).toBe('dl_c1')
      })

      it('knows no conversation that was never created', async () => {
        expect(await store.conversation('nobody')).toBeUndefined()
        expect(await store.nextTurn('nobody')).toBeUndefined()
        expect(await store.lastSeq('nobody')).toBe(0)
        expect(await store.activitiesAfter('nobody', 0, 10)).toEqual([])
      })

      it.each([
        ['Chinese and emoji', '你好，我的钱呢？🙂'],
        ['quotes and backslashes', `'";\\ -- drop table`],
        ['control characters', 'a\u0000b\u001fc'],
        ['a lone surrogate', 'x\ud800y'],
        ['a long text', '长'.repeat(100_000)],
      ])('gives %s back as it was accepted', async (_what, text) => {
        await accepted(store, message('c1', text))
        const [entry] = await store.activitiesAfter('c1', 0, 1)
        expect(entry?.activity.text).toBe(text)
      })
    })

    describe('accept', () => {
      it('appends the message to the log with its id and time', async () => {
        const { id, duplicate } = await accepted(store, message('c1', 'where is my money'))
        expect({ id, duplicate }).toEqual({ id: 'c1|0000001', duplicate: false })
        expect(await store.activitiesAfter('c1', 0, 10)).toEqual([
          {
            conversationId: 'c1',
            seq: 1,
            id: 'c1|0000001',
            direction: 'in',
            at: noon,
            activity: {
              type: 'message',
              text: 'where is my money',
              from: { id: 'dl_1' },
              id: 'c1|0000001',
              timestamp: noon,
              conversation: { id: 'c1' },
            },
          },
        ])
      })

      it('refuses an unknown conversation', async () => {
        expect(await store.accept(message('nobody', 'hello'))).toBeUndefined()
      })

      it('takes the same message once, also at the same instant', async () => {
        const inbound = message('c1', 'hello')
        const answers = await Promise.all([1, 2, 3].map(() => accepted(store, inbound)))
        expect(answers.map(({ id }) => id)).toEqual(['c1|0000001', 'c1|0000001', 'c1|0000001'])
        expect(answers.filter(({ duplicate }) => !duplicate)).toHaveLength(1)
        expect(await store.lastSeq('c1')).toBe(1)
      })

      it('still knows a message that was worked', async () => {
        await accepted(store, message('c1', 'hello'))
        await work(store, 'c1')
        expect(await store.accept(message('c1', 'hello'))).toMatchObject({ duplicate: true })
        expect(await store.nextTurn('c1')).toBeUndefined()
      })

      it.each([
        ['another channel', { channel: 'sms' }],
        ['another conversation', { conversationId: 'c2' }],
        ['another key', { dedupeKey: 'k2' }],
        ['a key that differs in a lone surrogate only', { dedupeKey: 'k\ud801' }],
      ])('takes the same message from %s again', async (_what, difference) => {
        const first = message('c1', 'hello', { dedupeKey: 'k\ud800' })
        await accepted(store, first)
        expect(await store.accept({ ...first, ...difference })).toMatchObject({ duplicate: false })
      })

      it('gives strictly later times although the clock stands or goes back', async () => {
        for (const at of [noon, noon, '2026-03-02T11:00:00Z', '2026-03-02T20:00:00.001+08:00']) {
          await accepted(store, message('c1', at + Math.random(), { at }))
        }
        const times = (await store.activitiesAfter('c1', 0, 10)).map(({ at }) => at)
        expect(times).toEqual([
          '2026-03-02T12:00:00.000Z',
          '2026-03-02T12:00:00.001Z',
          '2026-03-02T12:00:00.002Z',
          '2026-03-02T12:00:00.003Z',
        ])
      })

      it('works a silent event in its place and never shows it', async () => {
        await accepted(store, message('c1', 'one'))
        const event = message('c1', 'joined', { silent: true, activity: { type: 'event' } })
        const { id } = await accepted(store, event)
        await accepted(store, message('c1', 'two'))
        expect(await store.accept(event)).toEqual({ id, duplicate: true })
        expect((await store.activitiesAfter('c1', 0, 9)).map(({ seq }) => seq)).toEqual([1, 2])

        const worked = []
        for (let turn = 0; turn < 3; turn += 1) {
          worked.push((await store.nextTurn('c1'))?.inbound)
          await work(store, 'c1')
        }
        expect(worked).toMatchObject([
          { id: 'c1|0000001', seq: 1, activity: { text: 'one' } },
          { id, seq: 0, activity: { type: 'event' } },
          { id: 'c1|0000002', seq: 2, activity: { text: 'two' } },
        ])
      })
    })

    describe('turns', () => {
      it('hands out the oldest waiting message with its conversation', async () => {
        await accepted(store, message('c1', 'one'))
        await accepted(store, message('c1', 'two'))
        expect(await store.nextTurn('c1')).toMatchObject({
          conversation: { id: 'c1', version: 0, identity: { userId: 'dl_c1' } },
          inbound: { id: 'c1|0000001', seq: 1, acceptedAt: noon, attempts: 0 },
        })
      })

      it('commits state, replies, tickets and handoffs together', async () => {
        const { id } = await accepted(store, message('c1', 'I want to complain'))
        const logged = await work(store, 'c1', {
          state: { asked: 'amount' },
          replies: [reply('Sorry.'), { ...reply('How much?'), replyToId: 'other' }],
          tickets: [ticket('T1')],
          handoffs: [handoff('h1', 'c1')],
        })
        expect(await store.conversation('c1')).toMatchObject({
          version: 1,
          state: { asked: 'amount' },
        })
        expect(logged).toEqual(await store.activitiesAfter('c1', 1, 10))
        expect(logged).toMatchObject([
          {
            seq: 2,
            id: 'c1|0000002',
            direction: 'out',
            at: '2026-03-02T12:00:00.001Z',
            activity: {
              id: 'c1|0000002',
              text: 'Sorry.',
              replyToId: id,
              timestamp: '2026-03-02T12:00:00.001Z',
              conversation: { id: 'c1' },
            },
          },
          { seq: 3, activity: { text: 'How much?', replyToId: 'other' } },
        ])
        expect(await store.ticket('T1')).toEqual(ticket('T1', { version: 1 }))
        expect(await store.handoffOf('c1')).toEqual(handoff('h1', 'c1'))
        expect(await store.nextTurn('c1')).toBeUndefined()
        expect(await store.lastSeq('c1')).toBe(3)
      })

      it('loses nothing when two conversations add to one ticket at once', async () => {
        await accepted(store, message('c1', 'one'))
        await work(store, 'c1', { tickets: [ticket('T1')] })
        const read = ticket('T1', { version: 1 })
        const note = (event: string) => ({ at: noon, by: 'customer' as const, event })
        const added = (event: string) => ({ ...read, history: [...read.history, note(event)] })
        await accepted(store, message('c1', 'mine'))
        await accepted(store, message('c2', 'yours'))
        await work(store, 'c1', { tickets: [added('first')] })
        const stale = work(store, 'c2', { tickets: [added('second')] })
        await expect(stale).rejects.toMatchObject({ code: 'state_conflict' })
        expect(await store.ticket('T1')).toMatchObject({ version: 2, history: [note('first')] })
      })

      it('does not point a reply at a silent event', async () => {
        await accepted(store, message('c1', 'joined', { silent: true }))
        const [entry] = await work(store, 'c1', { replies: [reply('An agent is here.')] })
        expect(entry?.activity).not.toHaveProperty('replyToId')
      })

      it.each([
        ['a stale version', { version: 7 }],
        ['a message of another conversation', { inboundId: 'c2|0000001' }],
        ['a message that never came', { inboundId: 'c1|0000009' }],
        ['an id that is none of ours', { inboundId: 'x' }],
        ['a taken ticket key', { tickets: [ticket('T2', { dedupeKey: 'taken' })] }],
        ['a second open handoff', { handoffs: [handoff('h2', 'c1')] }],
      ])('refuses %s and changes nothing', async (_what, changes) => {
        await accepted(store, message('c2', 'x'))
        await accepted(store, message('c1', 'zero'))
        const tickets = [ticket('T1', { dedupeKey: 'taken' })]
        await work(store, 'c1', { tickets, handoffs: [handoff('h1', 'c1')] })
        await accepted(store, message('c1', 'one'))
        const before = await everything(store)

        const turn = work(store, 'c1', {
          state: { lost: true },
          replies: [reply('lost')],
          tickets: [ticket('T9')],
          ...changes,
        })
        await expect(turn).rejects.toMatchObject({ code: 'state_conflict' })
        expect(await everything(store)).toEqual(before)
        await work(store, 'c1')
      })

      it('lets one of two equal turns through', async () => {
        await accepted(store, message('c1', 'one'))
        const results = await Promise.allSettled([
          work(store, 'c1', { replies: [reply('a')] }),
          work(store, 'c1', { replies: [reply('b')] }),
        ])
        expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
        expect(await store.lastSeq('c1')).toBe(2)
      })

      it('lists conversations with work, the longest waiting first', async () => {
        await accepted(store, message('c2', 'one'))
        await accepted(store, message('c1', 'two'))
        await accepted(store, message('c2', 'three'))
        expect(await store.conversationsWithWork(10)).toEqual(['c2', 'c1'])
        expect(await store.conversationsWithWork(1)).toEqual(['c2'])
        await work(store, 'c2')
        expect(await store.conversationsWithWork(10)).toEqual(['c1', 'c2'])
      })

      it('parks a message that failed three times and goes on with the next', async () => {
        const { id } = await accepted(store, message('c1', 'poison'))
        await accepted(store, message('c1', 'next'))
        expect(await store.failTurn(id, 'TypeError')).toEqual({ attempts: 1, dead: false })
        expect(await store.failTurn(id, 'TypeError')).toEqual({ attempts: 2, dead: false })
        expect((await store.nextTurn('c1'))?.inbound).toMatchObject({ id, attempts: 2 })
        expect(await store.failTurn(id, 'TypeError')).toEqual({ attempts: 3, dead: true })
        expect((await store.nextTurn('c1'))?.inbound.activity.text).toBe('next')
        expect(await store.deadInbounds(10)).toMatchObject([
          { id, conversationId: 'c1', attempts: 3, reason: 'TypeError', acceptedAt: noon },
        ])
        expect(await store.failTurn(id, 'again')).toEqual({ attempts: 0, dead: false })
      })

      it('parks a message together with the apology for it', async () => {
        const { id } = await accepted(store, message('c1', 'poison'))
        await work(store, 'c1', { replies: [reply('Sorry.')], parked: 'TypeError' })
        expect(await store.nextTurn('c1')).toBeUndefined()
        expect(await store.deadInbounds(10)).toMatchObject([
          { id, reason: 'TypeError', activity: { text: 'poison' } },
        ])
      })

      it('numbers any mix of accepts and turns without gap or repeat', async () => {
        const step = fc.record({
          conversation: fc.constantFrom('c1', 'c2'),
          replies: fc.option(fc.nat(3)),
          key: fc.nat(20),
        })
        await fc.assert(
          fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
            await Promise.allSettled(
              steps.map(({ conversation, replies, key }) =>
                replies === null
                  ? store.accept(message(conversation, `k${key}`))
                  : work(store, conversation, { replies: Array(replies).fill(reply('r')) }),
              ),
            )
            for (const id of ['c1', 'c2']) {
              const log = await store.activitiesAfter(id, 0, 10_000)
              expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))
              const times = log.map(({ at }) => at)
              expect(times).toEqual([...new Set(times)].sort())
              expect(await store.lastSeq(id)).toBe(log.length)
            }
          }),
          { numRuns: 25 },
        )
      })
    })

    describe('the log', () => {
      it('is read from a watermark, page by page', async () => {
        for (const text of ['1', '2', '3', '4']) await accepted(store, message('c1', text))
        const page = await store.activitiesAfter('c1', 1, 2)
        expect(page.map(({ seq }) => seq)).toEqual([2, 3])
        expect(await store.activitiesAfter('c1', 4, 2)).toEqual([])
      })

      it('is read from its end, page by page, oldest first', async () => {
        for (const text of ['1', '2', '3', '4', '5']) await accepted(store, message('c1', text))
        await accepted(store, message('c2', 'of another'))
        const seqs = async (before: number | undefined, limit: number) =>
          (await store.activitiesBefore('c1', before, limit)).map(({ seq }) => seq)
        expect(await seqs(undefined, 2)).toEqual([4, 5])
        expect(await seqs(4, 2)).toEqual([2, 3])
        expect(await seqs(2, 2)).toEqual([1])
        expect(await seqs(1, 2)).toEqual([])
        expect(await seqs(undefined, 9)).toEqual([1, 2, 3, 4, 5])
        expect(await store.activitiesBefore('nobody', undefined, 9)).toEqual([])
      })

      it('gives the last texts the customer typed, oldest first', async () => {
        await accepted(store, message('c1', 'one'))
        await work(store, 'c1', { replies: [reply('answer')] })
        for (const text of ['two', 'three']) await accepted(store, message('c1', text))
        await accepted(store, message('c1', 'e', { activity: { type: 'event', name: 'x' } }))
        await accepted(store, message('c1', 's', { silent: true }))
        expect(await store.recentInboundTexts('c1', 2)).toEqual([
          { id: 'c1|0000003', text: 'two' },
          { id: 'c1|0000004', text: 'three' },
        ])
        expect(await store.recentInboundTexts('c1', 9)).toHaveLength(3)
      })

      it('rewrites earlier texts with the acceptance, in this conversation only', async () => {
        await accepted(store, message('c1', '4111 1111'))
        await accepted(store, message('c2', 'other'))
        const rewrite = [
          { id: 'c1|0000001', text: '[hidden]' },
          { id: 'c2|0000001', text: 'wrong' },
          { id: 'c1|0000077', text: 'wrong' },
          { id: 'nonsense', text: 'wrong' },
        ]
        await accepted(store, message('c1', '1111', { rewrite }))
        const [first, second] = await store.activitiesAfter('c1', 0, 9)
        expect(first).toMatchObject({ at: noon, activity: { text: '[hidden]', timestamp: noon } })
        expect(second?.activity.text).toBe('1111')
        expect((await store.nextTurn('c1'))?.inbound.activity.text).toBe('[hidden]')
        expect((await store.activitiesAfter('c2', 0, 9))[0]?.activity.text).toBe('other')
      })
    })

    describe('tickets', () => {
      async function file(...tickets: ReturnType<typeof ticket>[]) {
        await accepted(store, message('c1', `file ${Math.random()}`))
        await work(store, 'c1', { tickets })
      }

      it('counts numbers per day, also when asked at the same instant', async () => {
        const numbers = await Promise.all(
          Array.from({ length: 20 }, () => store.nextTicketSequence('2026-03-02')),
        )
        expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
        expect(await store.nextTicketSequence('2026-03-03')).toBe(1)
      })

      it('changes a ticket in the state it was read in', async () => {
        await file(ticket('T1'))
        await file(ticket('T1', { version: 1, state: 'resolved', escalated: true }))
        expect(await store.ticket('T1')).toMatchObject({ state: 'resolved', escalated: true })
        expect(await store.tickets({ limit: 10 })).toHaveLength(1)
        expect(await store.ticket('T2')).toBeUndefined()
      })

      it.each([
        ['draft', true],
        ['waiting_customer', true],
        ['reopened', true],
        ['resolved', false],
        ['closed', false],
        ['withdrawn', false],
        ['referred', false],
      ] as const)('a %s ticket holds its key: %s', async (state, holds) => {
        await file(ticket('T1', { dedupeKey: 'k', state }))
        expect((await store.openTicketByKey('k'))?.no).toBe(holds ? 'T1' : undefined)
        const second = file(ticket('T2', { dedupeKey: 'k' }))
        if (holds) await expect(second).rejects.toMatchObject({ code: 'state_conflict' })
        else await second
        expect((await store.openTicketByKey('k'))?.no).toBe(holds ? 'T1' : 'T2')
      })

      it('lists the newest first, by instant and not by how it is written, page by page', async () => {
        await file(
          ticket('A', { createdAt: '2026-03-02T09:00:00+08:00' }),
          ticket('B', { createdAt: '2026-03-02T02:00:00Z' }),
          ticket('C', { createdAt: '2026-03-02T02:00:00Z', conversationId: 'c2' }),
          ticket('D', { createdAt: '2026-03-02T03:00:00Z', state: 'resolved' }),
        )
        const numbers = async (filter: object) =>
          (await store.tickets({ limit: 10, ...filter })).map(({ no }) => no)
        expect(await numbers({})).toEqual(['D', 'C', 'B', 'A'])
        expect(await numbers({ limit: 2 })).toEqual(['D', 'C'])
        expect(await numbers({ before: 'C' })).toEqual(['B', 'A'])
        expect(await numbers({ before: 'unknown' })).toEqual([])
        expect(await numbers({ conversationId: 'c1' })).toEqual(['D', 'B', 'A'])
        expect(await numbers({ state: 'submitted' })).toEqual(['C', 'B', 'A'])
        expect(await numbers({ conversationId: 'c1', state: 'submitted', before: 'B' })).toEqual([
          'A',
        ])
      })

      it('lists what ended in a stretch of time, by the first end since it was opened, page by page', async () => {
        const ended = (no: string, ...events: [string, TicketState][]) =>
          ticket(no, {
            state: events.at(-1)?.[1] ?? 'submitted',
            history: events.map(([at, event]) => ({ at, by: 'agent', event })),
            updatedAt: events.at(-1)?.[0] ?? noon,
          })
        await file(
          ended('late', ['2026-03-09T00:00:00+08:00', 'withdrawn']),
          ended('B', ['2026-03-05T08:00:00+08:00', 'resolved'], ['2026-04-01T00:00:00Z', 'closed']),
          ended('A', ['2026-03-05T00:00:00Z', 'referred']),
          ended(
            'again',
            ['2026-03-01T00:00:00Z', 'resolved'],
            ['2026-03-06T00:00:00Z', 'reopened'],
            ['2026-03-07T00:00:00Z', 'resolved'],
          ),
          ended('open', ['2026-03-05T00:00:00Z', 'resolved'], ['2026-03-06T00:00:00Z', 'reopened']),
        )
        const span = { from: '2026-03-05T00:00:00Z', until: '2026-03-08T16:00:00Z' }
        const all = await store.endedTickets({ ...span, limit: 10 })
        expect(all.map(({ no }) => no)).toEqual(['A', 'B', 'again'])
        const next = await store.endedTickets({ ...span, limit: 1, after: all[0] })
        expect(next.map(({ no }) => no)).toEqual(['B'])
        const later = await store.endedTickets({ ...span, until: '2026-03-08T16:00:01Z', limit: 9 })
        expect(later.at(-1)?.no).toBe('late')
      })
    })

    describe('handoffs', () => {
      async function call(id: string, rest: object = {}) {
        const conversationId = await startConversation(store, `of ${id}`)
        await accepted(store, message(conversationId, `call ${Math.random()}`))
        await work(store, conversationId, { handoffs: [handoff(id, conversationId, rest)] })
      }

      it('serves the urgent first, then who waits longest', async () => {
        await call('late', { createdAt: '2026-03-02T03:00:00Z' })
        await call('early', { createdAt: '2026-03-02T09:00:00+08:00' })
        await call('urgent', { createdAt: '2026-03-02T04:00:00Z', priority: 'P1' })
        const queue = await store.handoffs('queued', 10)
        expect(queue.map(({ id }) => id)).toEqual(['urgent', 'early', 'late'])
        expect(await Promise.all(queue.map(({ id }) => store.queuePosition(id)))).toEqual([1, 2, 3])

        await call('early', { state: 'active', agent: 'Li', createdAt: '2026-03-02T01:00:00Z' })
        expect(await store.queuePosition('late')).toBe(2)
        expect(await store.queuePosition('early')).toBe(0)
        expect(await store.queuePosition('nobody')).toBe(0)
        expect(await store.handoffs('active', 10)).toMatchObject([{ id: 'early', agent: 'Li' }])
      })

      it('lists closed ones and all of them newest first', async () => {
        await call('a', { state: 'closed', createdAt: '2026-03-02T01:00:00Z' })
        await call('b', { state: 'closed', createdAt: '2026-03-02T02:00:00Z' })
        await call('c', { createdAt: '2026-03-02T03:00:00Z' })
        expect((await store.handoffs('closed', 10)).map(({ id }) => id)).toEqual(['b', 'a'])
        expect((await store.handoffs(undefined, 2)).map(({ id }) => id)).toEqual(['c', 'b'])
      })

      it('knows the latest handoff of a conversation', async () => {
        expect(await store.handoffOf('c1')).toBeUndefined()
        await call('x', { state: 'closed' })
        await accepted(store, message('of x', 'again'))
        const second = handoff('y', 'of x', { createdAt: '2026-03-02T13:00:00.000Z' })
        await work(store, 'of x', { handoffs: [second] })
        expect(await store.handoffOf('of x')).toEqual(second)
      })

      it('keeps everything of a handoff', async () => {
        const all = {
          state: 'closed',
          language: 'en',
          skill: 'fraud',
          agent: 'a-1',
          agentName: 'Chen',
          meantFor: 'a-2',
          claimedAt: noon,
          lastCustomerAt: noon,
          lastAgentAt: noon,
          outcome: 'solved',
          rating: 4,
          comment: '很好 🙂',
        } as const
        await call('x', all)
        expect(await store.handoffOf('of x')).toEqual(handoff('x', 'of x', all))
      })

      it('shows whose they are and what was said last, by state, agent, language and skill', async () => {
        await call('x', { language: 'en', skill: 'fraud' })
        await call('y', { state: 'active', agent: 'a-1', language: 'zh-CN', skill: 'general' })
        await accepted(store, message('of y', 'my last words'))
        const ids = async (filter: object) =>
          (await store.handoffsSeen({ limit: 10, ...filter })).map((seen) => seen.handoff.id)
        expect(await ids({ state: 'queued' })).toEqual(['x'])
        expect(await ids({ agent: 'a-1' })).toEqual(['y'])
        expect(await ids({ language: 'en' })).toEqual(['x'])
        expect(await ids({ skill: 'general' })).toEqual(['y'])
        expect(await ids({ state: 'queued', skill: 'general' })).toEqual([])
        const [seen] = await store.handoffsSeen({ agent: 'a-1', limit: 1 })
        expect(seen).toMatchObject({ identity: { userId: 'dl_of y' }, lastWords: 'my last words' })
      })

      it('shows which side they say they are on, where nobody vouches for a name or a role', async () => {
        const state = { facts: { role: 'merchant' } }
        const said = async (id: string, identity: object) => {
          const row = conversation(id)
          await store.createConversation({ ...row, identity: { ...row.identity, ...identity } })
          await accepted(store, message(id, 'I am the shop'))
          await work(store, id, { state, handoffs: [handoff(`h-${id}`, id)] })
        }
        await said('a', {})
        await said('b', { name: 'Wang' })
        await said('c', { role: 'cardholder' })
        await call('x', {})
        const seen = await store.handoffsSeen({ limit: 10 })
        const roles = seen.flatMap(({ handoff: { id }, toldRole }) =>
          toldRole ? [id, toldRole] : [],
        )
        expect(roles).toEqual(['h-a', 'merchant'])
      })

      it('tells how long people waited, the latest first', async () => {
        await call('x', { createdAt: '2026-03-02T10:00:00Z', claimedAt: '2026-03-02T10:07:00Z' })
        await call('y', { createdAt: '2026-03-02T10:00:00Z', claimedAt: '2026-03-02T10:09:00Z' })
        await call('z', {})
        const waits = await store.recentWaits('2026-03-02T10:08:00Z', 10)
        expect(waits.map(({ claimedAt }) => claimedAt)).toEqual(['2026-03-02T10:09:00.000Z'])
        const all = await store.recentWaits('2026-03-01T00:00:00Z', 10)
        expect(all.map(({ claimedAt }) => claimedAt.slice(11, 16))).toEqual(['10:09', '10:07'])
      })

      it('gives an agent no more than they may have, also when two are taken at once', async () => {
        const ids = ['x', 'y', 'z']
        for (const id of ids) await call(id, {})
        for (const id of ids) await accepted(store, message(`of ${id}`, 'claim'))
        const taken = await Promise.allSettled(
          ids.map((id) =>
            work(store, `of ${id}`, {
              handoffs: [handoff(id, `of ${id}`, { state: 'active', agent: 'a-1' })],
              room: { agent: 'a-1', most: 2 },
            }),
          ),
        )
        const refused = taken.filter(({ status }) => status === 'rejected')
        expect(refused).toMatchObject([{ reason: { code: 'state_conflict' } }])
        expect((await store.activeByAgent()).get('a-1')).toBe(2)
      })

      it('knows whether an act has taken effect', async () => {
        const { id } = await accepted(store, message('c1', 'act', { silent: true }))
        expect(await store.inboundState(id)).toBe('new')
        await work(store, 'c1')
        expect(await store.inboundState(id)).toBe('done')
        expect(await store.inboundState('c1|s0099999')).toBeUndefined()
      })

      it('hands notes to a desk elsewhere out one by one, and again what did not arrive', async () => {
        const note = (key: string) => ({
          key,
          conversationId: 'c1',
          news: { kind: 'initiate', handoffId: key } as const,
        })
        await accepted(store, message('c1', 'call'))
        await work(store, 'c1', { desk: [note('k1'), note('k2')] })
        const take = async (at = noon) => (await store.takeDeskNotes(at, 10)).map(({ id }) => id)
        expect(await take()).toEqual(['k1'])
        expect(await store.deskNote('k1')).toEqual(note('k1'))
        const later = '2026-03-02T12:01:00.000Z'
        const failed = { at: noon, sent: false, reason: 'away', notBefore: later, parked: false }
        expect(await store.endDeskNote({ id: 'k1', ...failed } as const)).toBe(true)
        expect(await take()).toEqual([])
        expect(await take(later)).toEqual(['k1'])
        expect(await store.endDeskNote({ id: 'k1', at: later, sent: true })).toBe(true)
        expect(await store.endDeskNote({ id: 'k1', at: later, sent: true })).toBe(false)
        expect(await take(later)).toEqual(['k2'])
      })
    })

    describe('counters', () => {
      it('counts per key and window', async () => {
        expect(await store.guesses('k', noon)).toBe(0)
        const counts = await Promise.all([1, 2, 3].map(() => store.countGuess('k', noon)))
        expect(counts.sort()).toEqual([1, 2, 3])
        expect(await store.countGuess('other', noon)).toBe(1)
        expect(await store.countGuess('k', '2026-03-03T12:00:00.000Z')).toBe(1)
        expect(await store.guesses('k', noon)).toBe(3)
      })

      it('forgets windows long past', async () => {
        await store.countGuess('k', noon)
        await store.countGuess('other', '2026-03-05T12:00:00.000Z')
        expect(await store.guesses('k', noon)).toBe(0)
      })
    })

    it('refuses work once it is closed', async () => {
      const other = await open()
      onTestFinished(() => other.close().catch(() => undefined))
      await other.ping()
      await other.close()
      await expect(other.ping()).rejects.toMatchObject({ code: 'store_unavailable' })
      await expect(other.conversation('c1')).rejects.toMatchObject({ code: 'store_unavailable' })
    })
  })
}

async function everything(store: Store) {
  return {
    conversation: await store.conversation('c1'),
    log: await store.activitiesAfter('c1', 0, 100),
    next: await store.nextTurn('c1'),
    tickets: await store.tickets({ limit: 100 }),
    handoffs: await store.handoffs(undefined, 100),
  }
}
