import { beforeEach, describe, expect, it } from 'vitest'
import type { DeliveryResult } from '../../src/ports/outbox.ts'
import type { Store } from '../../src/ports/store.ts'
import {
  accepted,
  message,
  noon,
  plan,
  promise,
  question,
  reply,
  startConversation,
  timer,
  work,
} from '../storage/sample.ts'

/** The reply of a turn at noon is said a moment after the message it answers. */
const soon = '2026-03-02T12:00:05.000Z'
const later = '2026-03-02T13:00:00.000Z'
const muchLater = '2026-03-02T14:00:00.000Z'

/** What every store must do with what is done after a turn: timers, deliveries, promises. */
export function laterWorkContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} › the contract of later work`, () => {
    let store: Store

    beforeEach(async () => {
      store = await open()
      await startConversation(store, 'c1')
      await startConversation(store, 'c2')
      return () => store.close()
    })

    /** One turn with these changes. */
    const turn = async (id: string, changes: Parameters<typeof work>[2]) => {
      await accepted(store, message(id, `m${Math.random()}`))
      return work(store, id, changes)
    }

    describe('timers', () => {
      it('sets a timer with the turn, moves it, calls it off', async () => {
        await turn('c1', { timers: [{ set: timer('w1', 'c1') }, { set: timer('w2', 'c1') }] })
        await turn('c1', {
          timers: [{ set: timer('w1', 'c1', { dueAt: later }) }, { cancel: 'w2' }],
        })
        expect(await store.timersOf('c1')).toEqual([timer('w1', 'c1', { dueAt: later })])
      })

      it('sets no timer for a turn that is refused', async () => {
        await accepted(store, message('c1', 'hello'))
        const refused = work(store, 'c1', { version: 7, timers: [{ set: timer('w1', 'c1') }] })
        await expect(refused).rejects.toMatchObject({ code: 'state_conflict' })
        expect(await store.timersOf('c1')).toEqual([])
      })

      it('turns a due timer into one silent event of its conversation', async () => {
        await turn('c1', { timers: [{ set: timer('w1', 'c1', { dueAt: later }) }] })
        expect(await store.fireTimers(noon, 10)).toEqual([])
        expect(await store.fireTimers(later, 10)).toEqual(['c1'])
        expect(await store.fireTimers(later, 10)).toEqual([])
        const pending = await store.nextTurn('c1')
        expect(pending?.inbound).toMatchObject({
          seq: 0,
          activity: {
            type: 'event',
            name: 'timer.watch',
            value: { id: 'w1', look: 1, dueAt: later },
          },
        })
        expect(await store.timersOf('c1')).toEqual([])
      })

      it('lets a timer go off again after its own turn has set it anew', async () => {
        await turn('c1', { timers: [{ set: timer('w1', 'c1') }] })
        await store.fireTimers(noon, 10)
        await work(store, 'c1', { timers: [{ set: timer('w1', 'c1', { dueAt: later }) }] })
        expect(await store.fireTimers(later, 10)).toEqual(['c1'])
        expect((await store.nextTurn('c1'))?.inbound.activity.value).toMatchObject({ dueAt: later })
      })

      it('fires each timer once however many look at the same instant', async () => {
        for (const id of ['c1', 'c2'])
          await turn(id, { timers: [{ set: timer(`w of ${id}`, id) }] })
        const fired = await Promise.all([1, 2, 3, 4].map(() => store.fireTimers(noon, 10)))
        expect(fired.flat().toSorted()).toEqual(['c1', 'c2'])
        await work(store, 'c1')
        expect(await store.nextTurn('c1')).toBeUndefined()
      })

      it('takes the most overdue first, at most so many', async () => {
        await turn('c1', { timers: [{ set: timer('w1', 'c1', { dueAt: later }) }] })
        await turn('c2', { timers: [{ set: timer('w2', 'c2', { dueAt: noon }) }] })
        expect(await store.fireTimers(muchLater, 1)).toEqual(['c2'])
      })
    })

    describe('the outbox', () => {
      const toDesk = { serviceUrl: 'https://example.org', conversation: { id: 'x' } }
      const sent = (id: string): DeliveryResult => ({ id, at: later, sent: true })
      const failed = (id: string, parked = false): DeliveryResult => ({
        id,
        at: noon,
        sent: false,
        reason: 'http_503',
        notBefore: later,
        parked,
      })

      it('holds nothing for a conversation that is read from its log', async () => {
        await turn('c1', { replies: [reply('a')] })
        expect(await store.reference('c1')).toBeUndefined()
        expect(await store.takeDeliveries(later, 10)).toEqual([])
      })

      it('keeps a note for the agent in the log and out of the line', async () => {
        await store.rememberReference('c1', toDesk)
        await turn('c1', { replies: [{ type: 'event', name: 'support.note' }] })
        expect(await store.lastSeq('c1')).toBe(2)
        expect(await store.takeDeliveries(later, 10)).toEqual([])
      })

      it('puts each reply in line once the address is known, in order', async () => {
        await store.rememberReference('c1', toDesk)
        expect(await store.reference('c1')).toEqual(toDesk)
        await turn('c1', { replies: [reply('a'), reply('b')] })
        const [first, ...none] = await store.takeDeliveries(later, 10)
        expect(none).toEqual([])
        expect(first).toMatchObject({ id: 'c1|0000002', seq: 2, conversationId: 'c1', attempts: 1 })
        expect(await store.takeDeliveries(later, 10)).toEqual([])
        expect(await store.endDelivery(sent('c1|0000002'))).toBe(true)
        expect(await store.takeDeliveries(later, 10)).toMatchObject([{ id: 'c1|0000003' }])
      })

      it('gives one delivery to one of many who ask at the same instant', async () => {
        await store.rememberReference('c1', toDesk)
        await turn('c1', { replies: [reply('a')] })
        const taken = await Promise.all([1, 2, 3, 4].map(() => store.takeDeliveries(later, 10)))
        expect(taken.flat()).toHaveLength(1)
      })

      it('tries again not before the time it was told, and delays no other conversation', async () => {
        for (const id of ['c1', 'c2']) await store.rememberReference(id, toDesk)
        await turn('c1', { replies: [reply('a'), reply('b')] })
        await turn('c2', { replies: [reply('c')] })
        await store.takeDeliveries(soon, 10)
        await store.endDelivery(failed('c1|0000002'))
        await store.endDelivery(sent('c2|0000002'))
        expect(await store.takeDeliveries(soon, 10)).toEqual([])
        const again = await store.takeDeliveries(later, 10)
        expect(again).toMatchObject([{ id: 'c1|0000002', attempts: 2, reason: 'http_503' }])
      })

      it('parks what keeps failing, goes on with the next, and replays on demand', async () => {
        await store.rememberReference('c1', toDesk)
        await turn('c1', { replies: [reply('a'), reply('b')] })
        await store.takeDeliveries(soon, 10)
        await store.endDelivery(failed('c1|0000002', true))
        expect(await store.deliveries({ state: 'parked', limit: 10 })).toMatchObject([
          { id: 'c1|0000002', state: 'parked', reason: 'http_503' },
        ])
        expect(await store.takeDeliveries(soon, 10)).toMatchObject([{ id: 'c1|0000003' }])
        await store.endDelivery(sent('c1|0000003'))
        expect(await store.replayDelivery('c1|0000002', later)).toBe(true)
        expect(await store.replayDelivery('c1|0000002', later)).toBe(false)
        expect(await store.takeDeliveries(later, 10)).toMatchObject([
          { id: 'c1|0000002', attempts: 1 },
        ])
      })

      it('gives out a replayed one only when no other of its conversation is under way', async () => {
        await store.rememberReference('c1', toDesk)
        await turn('c1', { replies: [reply('a'), reply('b')] })
        await store.takeDeliveries(soon, 10)
        await store.endDelivery(failed('c1|0000002', true))
        expect(await store.takeDeliveries(soon, 10)).toMatchObject([{ id: 'c1|0000003' }])
        await store.replayDelivery('c1|0000002', soon)
        expect(await store.takeDeliveries(soon, 10)).toEqual([])
        await store.endDelivery(sent('c1|0000003'))
        expect(await store.takeDeliveries(soon, 10)).toMatchObject([{ id: 'c1|0000002' }])
      })

      it('ends a delivery once, and only one that was taken', async () => {
        await store.rememberReference('c1', toDesk)
        await turn('c1', { replies: [reply('a')] })
        expect(await store.endDelivery(sent('c1|0000002'))).toBe(false)
        await store.takeDeliveries(soon, 10)
        expect(await store.endDelivery(sent('c1|0000002'))).toBe(true)
        expect(await store.endDelivery(sent('c1|0000002'))).toBe(false)
      })

      it('does not count an attempt in which nothing was sent', async () => {
        await store.rememberReference('c1', toDesk)
        await turn('c1', { replies: [reply('a')] })
        await store.takeDeliveries(soon, 10)
        const untried = { ...failed('c1|0000002'), notBefore: soon, untried: true }
        expect(await store.endDelivery(untried as DeliveryResult)).toBe(true)
        expect(await store.takeDeliveries(soon, 10)).toMatchObject([{ attempts: 1 }])
      })

      it('shows one, counts what waits, and replays all that is parked', async () => {
        for (const id of ['c1', 'c2']) await store.rememberReference(id, toDesk)
        await turn('c1', { replies: [reply('a'), reply('b')] })
        await turn('c2', { replies: [reply('c')] })
        expect(await store.countDeliveries()).toMatchObject({ waiting: 3, parked: 0 })
        for (const { id } of await store.takeDeliveries(soon, 10)) {
          await store.endDelivery(failed(id, true))
        }
        const waiting = await store.delivery('c1|0000003')
        expect(await store.countDeliveries()).toEqual({
          waiting: 1,
          parked: 2,
          oldestWaiting: waiting?.createdAt,
        })
        expect(await store.delivery('c1|0000002')).toMatchObject({ state: 'parked', attempts: 1 })
        expect(await store.delivery('nobody')).toBeUndefined()
        expect(await store.replayParked(later)).toBe(2)
        expect(await store.replayParked(later)).toBe(0)
        expect(await store.takeDeliveries(later, 10)).toMatchObject([
          { attempts: 1 },
          { attempts: 1 },
        ])
      })

      it('lists them page by page, the oldest first', async () => {
        await store.rememberReference('c1', toDesk)
        await turn('c1', { replies: [reply('a'), reply('b'), reply('c')] })
        const first = await store.deliveries({ limit: 2 })
        const rest = await store.deliveries({ limit: 2, after: first.at(-1)?.id })
        expect([...first, ...rest].map(({ seq }) => seq)).toEqual([2, 3, 4])
        expect(await store.deliveries({ limit: 2, after: 'nobody' })).toEqual([])
      })
    })

    describe('plans', () => {
      it('keeps a plan to be printed, and what was changed of it', async () => {
        await turn('c1', { plans: [plan('p1')] })
        expect(await store.plan('p1')).toEqual(plan('p1'))
        const changed = plan('p1', {
          plan: { shop: '红门' },
          locale: 'zh-CN',
          expiresAt: muchLater,
        })
        await turn('c1', { plans: [changed] })
        expect(await store.plan('p1')).toEqual(changed)
        expect(await store.plan('p2')).toBeUndefined()
      })

      it('lets go of expired ones when another is kept', async () => {
        await turn('c1', { plans: [plan('p1', { expiresAt: noon })] })
        await turn('c2', { plans: [plan('p2', { conversationId: 'c2' })] })
        expect(await store.plan('p1')).toBeUndefined()
        expect(await store.plan('p2')).toBeDefined()
      })
    })

    describe('questions to the articles', () => {
      it('keeps what became of them, with the words of the log, newest first', async () => {
        await accepted(store, message('c1', 'what is T+1'))
        await work(store, 'c1', {
          questions: [
            question('q1', { at: noon }),
            question('q2', { outcome: 'wrong', article: 'a/b', reason: 'unclear', at: later }),
          ],
        })
        const all = await store.questions({ limit: 10 })
        expect(all).toEqual([
          {
            ...question('q2', { outcome: 'wrong', article: 'a/b', reason: 'unclear', at: later }),
            text: 'what is T+1',
          },
          { ...question('q1', { at: noon }), text: 'what is T+1' },
        ])
        expect(await store.questions({ limit: 1 })).toHaveLength(1)
        expect(await store.questions({ since: later, limit: 10 })).toEqual([all[0]])
        expect(await store.questions({ until: later, limit: 10 })).toEqual([all[1]])
      })

      it('notes nothing that nobody said', async () => {
        await turn('c1', { questions: [question('q1', { askedIn: 'c1|s0000001' })] })
        expect(await store.questions({ limit: 10 })).toEqual([])
      })
    })

    describe('promises', () => {
      it('keeps a date that was named, and what came of it', async () => {
        await turn('c1', { promises: [promise('p1')] })
        expect(await store.promise('p1')).toEqual(promise('p1'))
        const kept = promise('p1', { state: 'kept', happenedAt: later, checkedAt: muchLater })
        await turn('c1', { promises: [kept] })
        expect(await store.promise('p1')).toEqual(kept)
        expect(await store.promise('p2')).toBeUndefined()
      })

      it('lists them page by page, the newest first, by conversation and state', async () => {
        await turn('c1', {
          promises: [promise('p1'), promise('p2', { namedAt: later, state: 'late' })],
        })
        await turn('c2', {
          promises: [promise('p3', { namedAt: muchLater, conversationId: 'c2' })],
        })
        const ids = async (filter: object) =>
          (await store.promises({ limit: 10, ...filter })).map(({ id }) => id)
        expect(await ids({})).toEqual(['p3', 'p2', 'p1'])
        expect(await ids({ limit: 1, before: 'p3' })).toEqual(['p2'])
        expect(await ids({ conversationId: 'c1' })).toEqual(['p2', 'p1'])
        expect(await ids({ state: 'open' })).toEqual(['p3', 'p1'])
      })

      it('counts how they ended, by window and provider', async () => {
        await turn('c1', {
          promises: [
            promise('p1', { state: 'kept' }),
            promise('p2', { state: 'kept', namedAt: later }),
            promise('p3', { state: 'late', windowId: undefined }),
          ],
        })
        expect(await store.countPromises()).toEqual(
          expect.arrayContaining([
            { provider: 'sandbox', windowId: 'cn.pos.t1', state: 'kept', count: 2 },
            { provider: 'sandbox', windowId: null, state: 'late', count: 1 },
          ]),
        )
        expect(await store.countPromises(later)).toEqual([
          { provider: 'sandbox', windowId: 'cn.pos.t1', state: 'kept', count: 1 },
        ])
      })
    })

    describe('a parked message', () => {
      it('is worked again when an operator puts it back', async () => {
        await accepted(store, message('c1', 'hello'))
        await work(store, 'c1', { parked: 'TypeError' })
        expect(await store.replayInbound('c1|0000001')).toBe('c1')
        expect(await store.replayInbound('c1|0000001')).toBeUndefined()
        expect((await store.nextTurn('c1'))?.inbound).toMatchObject({
          id: 'c1|0000001',
          attempts: 0,
        })
      })
    })

    it('lists parked messages page by page, the oldest first', async () => {
      for (const text of ['a', 'b']) await accepted(store, message('c1', text))
      await accepted(store, message('c2', 'c', { silent: true }))
      for (const id of ['c1', 'c1', 'c2']) await work(store, id, { parked: 'TypeError' })
      const ids = async (limit: number, after?: string) =>
        (await store.deadInbounds(limit, after)).map(({ id }) => id)
      const all = await ids(10)
      expect(all).toHaveLength(3)
      expect(await ids(2)).toEqual(all.slice(0, 2))
      expect(await ids(2, all[1])).toEqual(all.slice(2))
      expect(await ids(2, all[2])).toEqual([])
      expect(await ids(2, 'nobody|0000001')).toEqual([])
    })

    it('finds one entry of a log by its id', async () => {
      const { id } = await accepted(store, message('c1', 'one'))
      const [entry] = await store.activitiesAfter('c1', 0, 1)
      expect(await store.activity(id)).toEqual(entry)
      expect(await store.activity('c1|0000009')).toBeUndefined()
      expect(await store.activity('nonsense')).toBeUndefined()
    })

    it('knows the last number of many logs at once', async () => {
      await accepted(store, message('c1', 'one'))
      await accepted(store, message('c1', 'two'))
      expect(await store.lastSeqs(['c1', 'c2', 'nobody'])).toEqual(new Map([['c1', 2]]))
      expect(await store.lastSeqs([])).toEqual(new Map())
    })
  })
}
