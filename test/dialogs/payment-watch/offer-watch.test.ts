import { describe, expect, it } from 'vitest'
import type { Message, Said, Turn } from '../../../dialogs/flow.ts'
import { freshMemory, type Memory } from '../../../dialogs/memory.ts'
import { offerWatch } from '../../../dialogs/payment-watch/offer-watch.ts'
import { verdictEntity } from '../../../dialogs/verdict/state-verdict.ts'
import { explainPayment } from '../../../src/actions/explain-payment.ts'
import type { TransactionRecord } from '../../../src/domain/transaction.ts'
import type { IntentName } from '../../../src/ports/understanding.ts'
import { recordedProvider } from '../../actions/recorded-provider.ts'
import { calendarOf, sampleMerchant, sampleRecord } from '../../domain/diagnosis/sample.ts'

const now = new Date('2026-11-17T12:00:00+08:00')
const file = { merchant: sampleMerchant(), payouts: [], disputes: [], complaints: [] }

function said(...intents: IntentName[]): Said {
  const named = intents.map((name) => ({ name, confidence: 0.9 }))
  return { text: 'x', understood: { language: 'en', intents: named, entities: [], cues: [] } }
}

async function offered(
  change: {
    record?: Partial<TransactionRecord>
    turn?: Partial<Turn>
    memory?: Partial<Memory>
  } = {},
  words = said('money_not_arrived'),
) {
  const { provider } = recordedProvider({ files: [file] })
  const explanation = await explainPayment(
    { record: sampleRecord(change.record), facts: { cues: [] }, role: 'merchant' },
    { provider, calendarOf, now, timeZone: 'Asia/Shanghai', timeoutMs: 1_000 },
  )
  const verdict: Message = { text: 'verdict', entities: [verdictEntity(explanation, 'en')] }
  const memory = { ...freshMemory('en'), ...change.memory }
  const turn: Turn = { say: [verdict], memory, ...change.turn }
  return offerWatch(turn, { said: words, explanation, now })
}

const ticket = {
  type: 'support/ticket',
  no: 'TK1',
  category: 'payout_late',
  severity: 'P3',
  state: 'acknowledged',
  dueAt: '2026-12-02',
} as const

describe('a watch is offered', () => {
  it('when the verdict names a date that lies ahead, as an offer and not as a question', async () => {
    const turn = await offered()
    expect(turn.offer).toMatchObject({ slot: 'consent' })
    expect(turn.ask).toBeUndefined()
    expect(turn.memory).toMatchObject({ questionCount: 0, offered: 'T1' })
  })
})

describe('no watch is offered', () => {
  const memory = freshMemory('en')
  it.each<[string, Parameters<typeof offered>]>([
    [
      'when the money has come',
      [{ record: { payout: { state: 'credited', creditedAt: '2026-11-17T09:00:00+08:00' } } }],
    ],
    ['when the turn says no verdict', [{ turn: { say: [{ text: 'hello' }] } }]],
    ['while a question waits', [{ turn: { ask: { slot: 'amount', name: 'amount', text: '?' } } }]],
    ['beside a ticket', [{ turn: { say: [{ text: 'filed', entities: [ticket] }] } }]],
    [
      'beside a warning',
      [{ turn: { say: [{ text: '!', entities: [{ type: 'support/warning', sign: 'W3' }] }] } }],
    ],
    ['after a warning', [{ memory: { warned: ['W3'] } }]],
    ['when a person is called', [{ memory: { handoff: { id: 'h', state: 'queued' } } }]],
    ['to somebody who says goodbye', [{}, said('money_not_arrived', 'goodbye')]],
    ['to somebody who gives thanks', [{}, said('thanks')]],
    ['twice', [{ memory: { watches: [{ transactionId: 'T1' }] as never, locale: memory.locale } }]],
  ])('%s', async (_when, given) => {
    expect((await offered(...given)).offer).toBeUndefined()
  })
})
