import { beforeEach, describe, expect, it } from 'vitest'
import { termsOf } from '../../src/domain/search/tokens.ts'
import type { HandoffRow, Store } from '../../src/ports/store.ts'
import {
  accepted,
  handoff,
  message,
  noon,
  startConversation,
  ticket,
  work,
} from '../storage/sample.ts'

/** What every store must do for the desk: finding tickets, customers, texts at hand and words. */
export function deskStoreContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} › the store of the desk`, () => {
    let store: Store

    beforeEach(async () => {
      store = await open()
      await startConversation(store, 'c1')
      await startConversation(store, 'c2')
      return () => store.close()
    })

    /** A message said and worked, with what the turn changes. */
    async function said(id: string, text: string, changes: Parameters<typeof work>[2] = {}) {
      await accepted(store, message(id, text))
      await work(store, id, changes)
    }

    async function caughtUp() {
      while ((await store.indexNext(10)) > 0);
    }

    const find = async (q: string, kind: 'conversation' | 'ticket' = 'conversation') =>
      (await store.search({ terms: termsOf(q), kind, limit: 20 })).map(({ ref }) => ref)

    describe('tickets', () => {
      const rows = [
        ticket('T1', { dueAt: '2026-03-05T00:00:00+08:00', severity: 'P1', assignee: 'a1' }),
        ticket('T2', { dueAt: '2026-03-03T00:00:00+08:00', category: 'fee_dispute' }),
        ticket('T3', {
          dueAt: '2026-03-04T00:00:00+08:00',
          state: 'resolved',
          customer: { role: 'merchant', contactRef: 'M7' },
        }),
        ticket('T4', { dueAt: '2026-03-04T00:00:00+08:00', escalated: true }),
      ]

      beforeEach(() => said('c1', 'hello', { tickets: rows }))

      it.each([
        [{ open: true }, ['T4', 'T2', 'T1']],
        [{ open: false }, ['T3']],
        [{ assignee: 'a1' }, ['T1']],
        [{ assignee: null }, ['T4', 'T3', 'T2']],
        [{ severity: 'P1' as const }, ['T1']],
        [{ category: 'fee_dispute' as const }, ['T2']],
        [{ escalated: true }, ['T4']],
        [{ customerRef: 'M7' }, ['T3']],
        [{ dueBefore: '2026-03-04T00:00:00+08:00' }, ['T2']],
        [{ dueFrom: '2026-03-04T00:00:00+08:00', open: true }, ['T4', 'T1']],
        [{ nos: ['T4', 'T2', 'T9'] }, ['T4', 'T2']],
        [{ nos: [] }, []],
      ])('are found by %o', async (filter, nos) => {
        const found = await store.tickets({ ...filter, limit: 10 })
        expect(found.map(({ no }) => no)).toEqual(nos)
      })

      it('come in the order they are due, a page at a time', async () => {
        const page = async (before?: string) =>
          (await store.tickets({ order: 'due', limit: 2, before })).map(({ no }) => no)
        expect(await page()).toEqual(['T2', 'T3'])
        expect(await page('T3')).toEqual(['T4', 'T1'])
        expect(await page('T1')).toEqual([])
        expect(await page('T9')).toEqual([])
      })

      it('move with a change of theirs', async () => {
        const [first] = await store.tickets({ nos: ['T1'], limit: 1 })
        if (!first) throw new Error('no ticket')
        await said('c1', 'again', { tickets: [{ ...first, assignee: 'a2', escalated: true }] })
        expect(await store.tickets({ assignee: 'a1', limit: 10 })).toEqual([])
        expect(await store.tickets({ assignee: 'a2', escalated: true, limit: 10 })).toHaveLength(1)
      })
    })

    it('gives the conversations of one customer, the newest first', async () => {
      const identity = { userId: 'dl_9', trusted: true, merchantId: 'M7' }
      const base = { channel: 'web', identity, state: {} }
      await store.createConversation({ ...base, id: 'm1', createdAt: noon })
      await store.createConversation({ ...base, id: 'm2', createdAt: '2026-03-03T12:00:00Z' })
      expect((await store.conversationsOf('M7', 10)).map(({ id }) => id)).toEqual(['m2', 'm1'])
      expect((await store.conversationsOf('M7', 1)).map(({ id }) => id)).toEqual(['m2'])
      expect((await store.conversationsOf('dl_c1', 10)).map(({ id }) => id)).toEqual(['c1'])
      expect(await store.conversationsOf('dl_9', 10)).toEqual([])
    })

    it('lists what one customer thought of the people they talked to, the latest call first', async () => {
      const identity = { userId: 'dl_r', trusted: true, merchantId: 'M8' }
      for (const id of ['r1', 'r2']) {
        await store.createConversation({
          id,
          channel: 'web',
          identity,
          state: {},
          createdAt: noon,
        })
      }
      const rated = { state: 'closed', rating: 4, comment: 'kind' } as const
      const turns: [string, HandoffRow][] = [
        ['r1', handoff('h1', 'r1', { ...rated, createdAt: '2026-03-01T12:00:00.000Z' })],
        ['r1', handoff('h2', 'r1', { state: 'closed', createdAt: '2026-03-02T12:00:00.000Z' })],
        ['r2', handoff('h3', 'r2', { ...rated, createdAt: '2026-03-03T12:00:00.000Z' })],
        ['c1', handoff('h4', 'c1', rated)],
      ]
      for (const [id, row] of turns) {
        await accepted(store, message(id, row.id))
        await work(store, id, { handoffs: [row] })
      }
      const ids = async (limit: number) =>
        (await store.ratedHandoffs('M8', limit)).map(({ id }) => id)
      expect(await ids(10)).toEqual(['h3', 'h1'])
      expect(await ids(1)).toEqual(['h3'])
      expect((await store.ratedHandoffs('M8', 1))[0]).toMatchObject({ rating: 4, comment: 'kind' })
      expect(await store.ratedHandoffs('nobody', 10)).toEqual([])
    })

    it('keeps texts at hand, the last version of each', async () => {
      const row = {
        id: 'x',
        shortcut: '/x',
        title: 'X',
        locale: 'en' as const,
        text: 'Hello {{customer}}',
        disabled: false,
        updatedAt: noon,
        updatedBy: 'Lin',
      }
      await store.saveCannedAnswer(row)
      await store.saveCannedAnswer({ ...row, id: 'a', locale: 'zh-CN', text: '您好' })
      await store.saveCannedAnswer({ ...row, text: 'Bye', disabled: true })
      expect(await store.cannedAnswers()).toEqual([
        { ...row, id: 'a', locale: 'zh-CN', text: '您好' },
        { ...row, text: 'Bye', disabled: true },
      ])
    })

    describe('search', () => {
      it.each([
        ['刷卡', '我的 POS 机刷卡 1 万没到账'],
        ['卡', '我的 POS 机刷卡 1 万没到账'],
        ['没到账', '我的 POS 机刷卡 1 万没到账'],
        ['pos', '我的 POS 机刷卡 1 万没到账'],
        ['refund', 'Where are my refunds?'],
        ['REFUNDS where', 'Where are my refunds?'],
        ['café', 'the Cafe in Leeds'],
        ['567890', 'reference 081234567890 please'],
        ['AB7702', 'order AB-7702'],
        ['ab-7702', 'order AB-7702'],
        ['3260', 'I took ¥3,260.00 last week'],
        ['3,260', 'I took 3260 last week'],
        ['12.50', 'they kept 12.50'],
      ])('finds %s in “%s”', async (q, text) => {
        await said('c1', text)
        await said('c2', 'nothing of the kind 别的事')
        await caughtUp()
        expect(await find(q)).toEqual(['c1'])
      })

      it('wants every word, wherever it was said', async () => {
        await said('c1', '张三的退款')
        await said('c1', '在青岛刷的卡')
        await said('c2', '李四的退款')
        await caughtUp()
        expect(await find('退款 青岛')).toEqual(['c1'])
        expect(await find('退款')).toEqual(['c2', 'c1'])
        expect(await find('退货')).toEqual([])
        expect(await find('')).toEqual([])
        expect(await find(`"' * :*) or (`)).toEqual([])
      })

      it('finds a ticket by its number, its words and its payment, as they are now', async () => {
        const own = ticket('TK20261123-00017X', {
          transactionId: 'T778',
          txn: { ref: { rrn: '081234567890' }, amountMinor: 123_450, currency: 'CNY' },
        })
        await said('c1', 'hello', { tickets: [own] })
        await caughtUp()
        for (const q of ['00017x', 'TK20261123-00017X', '4567890', '1,234.5', '还没到账']) {
          expect(await find(q, 'ticket')).toEqual([own.no])
        }
        const note = { at: noon, by: 'agent' as const, event: 'note', note: 'called Leeds' }
        // Another shop of the merchant speaks of the same ticket.
        await said('c2', 'hi', { tickets: [{ ...own, version: 1, history: [note] }] })
        await said('c1', 'again')
        await caughtUp()
        expect(await find('leeds', 'ticket')).toEqual([own.no])
      })

      it('finds nothing of what waits for its turn, and all of it after', async () => {
        await accepted(store, message('c1', 'hello Leeds'))
        await caughtUp()
        expect(await find('leeds')).toEqual([])
        await said('c2', 'hello Leeds')
        await caughtUp()
        expect(await find('leeds')).toEqual(['c2'])
        await work(store, 'c1')
        await caughtUp()
        expect(await find('leeds')).toEqual(['c1', 'c2'])
      })

      it('finds the assistant’s own words nowhere, and an agent’s', async () => {
        const replies = [
          { type: 'message', text: 'automatic words', from: { id: 'daozhang' } },
          { type: 'message', text: 'personal words', from: { id: 'agent', name: 'Lin' } },
        ]
        await said('c1', 'hello', { replies })
        await caughtUp()
        expect(await find('automatic')).toEqual([])
        expect(await find('personal')).toEqual(['c1'])
      })

      it('forgets a text at once that is rewritten', async () => {
        await said('c1', 'half of it 62220212')
        await caughtUp()
        expect(await find('62220212')).toEqual(['c1'])
        const rewrite = [{ id: 'c1|0000001', text: 'half of it [card]' }]
        await accepted(store, message('c1', 'the rest', { rewrite, lastTextId: 'c1|0000001' }))
        expect(await find('62220212')).toEqual([])
        await work(store, 'c1')
        await caughtUp()
        expect(await find('62220212')).toEqual([])
        expect(await find('half')).toEqual(['c1'])
      })

      it('takes everything in once, however many processes look', async () => {
        for (let index = 0; index < 30; index += 1) {
          await startConversation(store, `m${index}`)
          await said(`m${index}`, 'hello Leeds')
        }
        await Promise.all([caughtUp(), caughtUp(), caughtUp()])
        expect((await find('leeds')).toSorted()).toHaveLength(20)
        expect(await store.indexNext(10)).toBe(0)
      })
    })
  })
}
