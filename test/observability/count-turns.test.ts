import { expect, it } from 'vitest'
import { countTurns } from '../../src/observability/count-turns.ts'
import { createMetrics } from '../../src/observability/metrics.ts'
import { sampleTicket } from '../domain/tickets/sample.ts'

const now = new Date('2026-11-23T02:00:00.000Z')
const input = {
  now,
  conversation: {
    id: 'c1',
    channel: 'directline',
    identity: { userId: 'dl_1', trusted: false },
    state: {},
    version: 0,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  },
  inbound: { id: 'c1|0000001', seq: 1, activity: {}, acceptedAt: now.toISOString(), attempts: 0 },
}

it('counts turns, failed attempts, and a ticket only when it is opened', async () => {
  const metrics = createMetrics({ processMetrics: false })
  const { onDone, onFailure } = countTurns(metrics)
  const opened = { ...sampleTicket(), createdAt: now.toISOString() }
  const addedTo = { ...opened, createdAt: '2026-11-20T02:00:00.000Z' }
  onDone?.(input, { state: {}, replies: [], tickets: [opened, addedTo], handoffs: [] }, 0.01)
  onFailure?.(input, new Error('no'))
  const text = await metrics.text()
  expect(text).toContain('daozhang_turns_total{result="answered"} 1')
  expect(text).toContain('daozhang_turns_total{result="failed"} 1')
  expect(text).toContain('daozhang_tickets_opened_total{category="payout_late"} 1')
})
