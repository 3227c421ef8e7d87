import type { Decide } from '../../src/bot/turn-decision.ts'
import { addDays } from '../../src/domain/local-time.ts'
import type { TransactionRecord } from '../../src/domain/transaction.ts'
import type { Mind } from '../../src/mind.ts'
import type { JsonObject } from '../../src/ports/json.ts'
import type { PaymentProvider } from '../../src/ports/payment-provider.ts'

/** The parts of the engine that a break wraps. */
export interface Parts {
  provider: PaymentProvider
  mind: Mind
  aroundDecide?: ((decide: Decide) => Decide) | undefined
}

/** Ways to break the bot on purpose: each must make the simulation fall. */
export const breaks = {
  /** Sales and refunds are read a day early, and so is every date that follows. */
  'early-dates': (parts: Parts): Parts => ({
    ...parts,
    provider: {
      ...parts.provider,
      async findTransactions(query) {
        return (await parts.provider.findTransactions(query)).map(aDayEarly)
      },
    },
  }),
  /** Tickets are told and never kept. */
  'no-tickets': (parts: Parts): Parts => ({
    ...parts,
    aroundDecide: (decide) => async (input) => ({ ...(await decide(input)), tickets: [] }),
  }),
  /** The last four digits of a card are not understood. */
  'deaf-to-last4': (parts: Parts): Parts => ({
    ...parts,
    mind: {
      ...parts.mind,
      understanding: {
        understand(...said) {
          const understood = parts.mind.understanding.understand(...said)
          const entities = understood.entities.filter(({ type }) => type !== 'last4')
          return { ...understood, entities }
        },
      },
    },
  }),
  /** Whoever asks for a person is not put in the queue. */
  'no-person': (parts: Parts): Parts => ({
    ...parts,
    aroundDecide: (decide) => async (input) => {
      const decision = await decide(input)
      return { ...decision, handoffs: [], replies: decision.replies.map(withoutHandoff) }
    },
  }),
} as const satisfies Record<string, (parts: Parts) => Parts>

export type BreakName = keyof typeof breaks

function aDayEarly(record: TransactionRecord): TransactionRecord {
  const refunds = record.refunds.map((each) => ({ ...each, createdAt: dayBefore(each.createdAt) }))
  return { ...record, refunds, createdAt: dayBefore(record.createdAt) }
}

function dayBefore(at: string): string {
  return addDays(at.slice(0, 10), -1) + at.slice(10)
}

function withoutHandoff(reply: JsonObject): JsonObject {
  if (!Array.isArray(reply.entities)) return reply
  const isHandoff = (each: unknown) =>
    typeof each === 'object' && each !== null && 'type' in each && each.type === 'support/handoff'
  return { ...reply, entities: reply.entities.filter((each) => !isHandoff(each)) }
}
