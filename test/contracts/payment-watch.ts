import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createEngine, type Engine } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import type { SupportEntity } from '../../src/domain/support-entity.ts'
import type { TransactionRecord } from '../../src/domain/transaction.ts'
import { Failure } from '../../src/errors.ts'
import { createLog } from '../../src/observability/log.ts'
import type { JsonObject } from '../../src/ports/json.ts'
import type { PaymentProvider } from '../../src/ports/payment-provider.ts'
import { recordedProvider } from '../actions/recorded-provider.ts'
import { sampleMerchant, sampleRecord } from '../domain/diagnosis/sample.ts'
import { movableClock } from '../support/movable-clock.ts'

/** The sample sale is due on Tuesday 17 November 2026 at 18:00; a ticket from Wednesday on. */
const tuesday = (time: string) => `2026-11-17T${time}:00+08:00`
const wednesday = (time: string) => `2026-11-18T${time}:00+08:00`

interface Said {
  type: string
  text: string
  entities: SupportEntity[]
}

/** What a watch must do on every store, with a provider whose record changes under it. */
export function paymentWatchContract(
  name: string,
  settingsOf: () => Promise<Record<string, string>>,
): void {
  describe(`${name} › a payment watch`, () => {
    let settings: Record<string, string>
    let engine: Engine
    let record: TransactionRecord
    let silent: boolean
    const clock = movableClock(tuesday('10:00'))
    const conversationId = 'c-watch'
    let seen = 0

    const provider: PaymentProvider = {
      ...recordedProvider({}).provider,
      async findTransactions(query) {
        if (silent) throw new Failure('provider_unavailable', 'the line is dead')
        const now = { ...record, fetchedAt: clock.now().toISOString() }
        return recordedProvider({ records: [now] }).provider.findTransactions(query)
      },
      merchantFile: async () => ({
        merchant: sampleMerchant(),
        payouts: [],
        disputes: [],
        complaints: [],
      }),
    }

    async function start() {
      const log = createLog({ level: 'silent' })
      engine = await createEngine(loadConfig(settings), log, { clock, provider })
      await engine.start()
    }

    beforeEach(async () => {
      settings = { LOG_LEVEL: 'silent', DEFAULT_LOCALE: 'en', ...(await settingsOf()) }
      record = sampleRecord()
      silent = false
      seen = 0
      clock.moveTo(tuesday('10:00'))
      await start()
      onTestFinished(() => engine.stop())
      await engine.store.createConversation({
        id: conversationId,
        channel: 'test',
        identity: { userId: 'dl_1', trusted: true, role: 'merchant', merchantId: 'M1001' },
        state: {},
        createdAt: clock.now().toISOString(),
      })
    })

    async function worked(): Promise<Said[]> {
      while (await engine.store.nextTurn(conversationId)) await new Promise(setImmediate)
      const news = await engine.store.activitiesAfter(conversationId, seen, 200)
      seen = news.at(-1)?.seq ?? seen
      return news
        .filter(({ direction }) => direction === 'out')
        .map(({ activity }) => activity as unknown as Said)
    }

    async function say(text: string): Promise<Said[]> {
      const activity: JsonObject = { type: 'message', text, conversation: { id: conversationId } }
      await engine.inbox.receive({
        channel: 'test',
        conversationId,
        dedupeKey: randomUUID(),
        activity,
      })
      return worked()
    }

    async function at(instant: string): Promise<Said[]> {
      clock.moveTo(instant)
      await engine.takeUp()
      return worked()
    }

    const watch = async () => {
      await say('the 10000 on card 6225 of yesterday has not arrived')
      const [taken] = await say('yes please')
      expect(taken?.text).toContain('I am on it')
    }
    const entity = (said: Said[], type: string) =>
      said.flatMap(({ entities }) => entities).find((each) => each.type === type)
    const promises = async () => {
      const all = await engine.store.promises({ conversationId, limit: 10 })
      return all.map(({ dueAt, state }) => [dueAt, state])
    }
    const credit = (creditedAt: string): void => {
      record = sampleRecord({
        settlement: { state: 'available' },
        payout: { state: 'credited', destinationLast4: '6688', creditedAt },
      })
    }

    it('names a date and keeps it as a promise, once', async () => {
      await watch()
      await say('when will it come?')
      expect(await promises()).toEqual([['2026-11-17T10:00:00.000Z', 'open']])
    })

    it('survives a restart, and a stop while the time passes: it is told late, and once', async () => {
      await watch()
      await engine.stop()
      credit(tuesday('15:00'))
      clock.moveTo(wednesday('07:00'))
      await start()
      const news = await worked()
      expect(news).toHaveLength(1)
      expect(news[0]?.text).toMatch(/Good news.*Tue 17 Nov, 15:00.*6688/s)
      await engine.stop()
      await start()
      expect(await at(wednesday('20:00'))).toEqual([])
      expect(await promises()).toEqual([['2026-11-17T10:00:00.000Z', 'kept']])
    })

    it('tells of a payout that came back, and files the ticket at once', async () => {
      await watch()
      record = sampleRecord({
        payout: { state: 'returned', failureCode: 'account_closed', destinationLast4: '6688' },
      })
      const news = await at(tuesday('12:30'))
      expect(news[0]?.text).toMatch(/^There is news of the payment/)
      expect(entity(news, 'support/verdict')).toMatchObject({ stage: 'PAYOUT_FAILED' })
      expect(entity(news, 'support/ticket')).toMatchObject({ category: 'payout_failed' })
      expect(await at(wednesday('12:30'))).toEqual([])
      const [ticket] = await engine.store.tickets({ conversationId, limit: 10 })
      expect(ticket?.history[0]).toMatchObject({ by: 'bot', event: 'submitted' })
      expect(ticket).toMatchObject({ transactionId: 'T1', txn: { amountMinor: 1_000_000 } })
      expect(await promises()).toEqual([['2026-11-17T10:00:00.000Z', 'late']])
    })

    it('tells of a hold with its reason', async () => {
      await watch()
      record = sampleRecord({
        settlement: {
          state: 'held',
          hold: { publicReason: 'risk review', since: tuesday('11:00') },
        },
      })
      const news = await at(tuesday('12:30'))
      expect(entity(news, 'support/verdict')).toMatchObject({ cause: 'RC_RISK_HOLD' })
    })

    it('tells of another date once, and keeps it as a second promise', async () => {
      await watch()
      record = sampleRecord({ payout: { state: 'scheduled', arrivalDate: '2026-11-19' } })
      const news = await at(tuesday('12:30'))
      expect(news[0]?.text).toMatch(/^The expected date .* has changed/)
      expect(await at(tuesday('20:00'))).toEqual([])
      expect(await promises()).toEqual([
        ['2026-11-19T10:00:00.000Z', 'open'],
        ['2026-11-17T10:00:00.000Z', 'late'],
      ])
      credit('2026-11-19T12:00:00+08:00')
      expect(await at('2026-11-19T12:31:00+08:00')).toHaveLength(1)
      await at('2026-11-20T12:31:00+08:00')
      expect(await promises()).toEqual([
        ['2026-11-19T10:00:00.000Z', 'kept'],
        ['2026-11-17T10:00:00.000Z', 'late'],
      ])
    })

    it('says nothing while the provider does not answer, and looks again soon', async () => {
      await watch()
      silent = true
      expect(await at(tuesday('12:30'))).toEqual([])
      const [next] = await engine.store.timersOf(conversationId)
      expect(next?.dueAt.slice(0, 16)).toBe('2026-11-17T04:45')
      silent = false
      credit(tuesday('12:00'))
      expect((await at(tuesday('12:46')))[0]?.text).toContain('Good news')
    })

    it('asks in the end when the provider never answers, and files when it has not come', async () => {
      await watch()
      silent = true
      let news: Said[] = []
      for (let looks = 0; looks < 40 && news.length === 0; looks += 1) {
        const next = (await engine.store.timersOf(conversationId))[0]
        if (!next) break
        news = await at(next.dueAt)
      }
      expect(entity(news, 'support/question')).toMatchObject({ slot: 'confirm' })
      expect(news[0]?.text).toContain('does not answer')
      expect(entity(await say('not yet'), 'support/ticket')).toMatchObject({
        category: 'payout_late',
      })
    })

    it('does not speak over an agent: the log holds a note, the customer hears it afterwards', async () => {
      await watch()
      await say('I want a person')
      const agent = (event: string, value: JsonObject = {}) =>
        engine.inbox.receive({
          channel: 'test',
          conversationId,
          dedupeKey: randomUUID(),
          silent: true,
          activity: { type: 'event', name: event, value },
        })
      await agent('handoff.claim', { agent: 'Li' })
      await worked()
      const [note, ...rest] = await at(wednesday('08:00'))
      expect(rest).toEqual([])
      expect(note).toMatchObject({
        type: 'event',
        name: 'support.note',
        value: { about: 'payment_watch', transactionId: 'T1' },
      })
      expect(await engine.store.tickets({ conversationId, limit: 10 })).toHaveLength(1)
      await agent('handoff.close')
      await worked()
      const news = await at(wednesday('08:01'))
      expect(news[0]?.text).toContain('has not come in time')
      expect(news[1]?.text).toContain('already has ticket')
      expect(await engine.store.tickets({ conversationId, limit: 10 })).toHaveLength(1)
    })

    it('leaves an open question open', async () => {
      await watch()
      await say('and the one of 777?')
      credit(tuesday('12:00'))
      const before = (await engine.store.conversation(conversationId))?.state.question
      expect(before).toMatchObject({ slot: expect.any(String) })
      expect(await at(tuesday('12:30'))).toHaveLength(1)
      expect((await engine.store.conversation(conversationId))?.state.question).toEqual(before)
    })
  })
}
