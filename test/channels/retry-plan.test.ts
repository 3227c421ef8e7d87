import { describe, expect, it } from 'vitest'
import type { Attempt } from '../../src/channels/attempt.ts'
import { planRetry, usualRetryLimits } from '../../src/channels/retry-plan.ts'
import type { Delivery } from '../../src/ports/outbox.ts'

const now = new Date('2026-03-02T12:00:00.000Z')
const second = 1_000
const hour = 3_600 * second

function delivery(more: Partial<Delivery> = {}): Delivery {
  const at = now.toISOString()
  return {
    id: 'c1|0000002',
    conversationId: 'c1',
    seq: 2,
    state: 'new',
    attempts: 1,
    notBefore: at,
    createdAt: at,
    updatedAt: at,
    ...more,
  }
}

function plan(attempt: Attempt, more: Partial<Delivery> = {}, random = 1) {
  const limits = usualRetryLimits
  return planRetry(delivery(more), attempt, { now, random: () => random, limits })
}

function waitOf(attempt: Attempt, more: Partial<Delivery> = {}, random = 1): number {
  const result = plan(attempt, more, random)
  return result.sent ? 0 : Date.parse(result.notBefore) - now.getTime()
}

const down: Attempt = { kind: 'unreachable', reason: 'http_503' }

describe('planRetry', () => {
  it('ends what was sent', () => {
    expect(plan({ kind: 'sent' })).toEqual({ id: 'c1|0000002', at: now.toISOString(), sent: true })
  })

  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [8, 128],
    [11, 600],
    [99, 600],
  ])('waits at most twice as long after each failure: %i, %i s', (attempts, seconds) => {
    expect(waitOf(down, { attempts })).toBe(seconds * second)
    expect(waitOf(down, { attempts }, 0.25)).toBe((seconds * second) / 4)
    expect(waitOf(down, { attempts }, 0)).toBe(0)
  })

  it('waits as long as it is asked to, within reason', () => {
    const busy = (ms: number): Attempt => ({ kind: 'busy', reason: 'http_429', retryAfterMs: ms })
    expect(waitOf(busy(30 * second))).toBe(30 * second)
    expect(waitOf(busy(30 * second), {}, 0)).toBe(30 * second)
    expect(waitOf(busy(1_000 * hour))).toBe(hour)
  })

  it('parks at once what will not be accepted', () => {
    expect(plan({ kind: 'refused', reason: 'http_403' })).toMatchObject({
      parked: true,
      reason: 'http_403',
    })
  })

  it.each([
    ['after many attempts', { attempts: 100 }],
    ['when a day has passed', { createdAt: '2026-03-01T12:00:00.000Z' }],
  ])('parks what may heal %s', (_when, more) => {
    expect(plan(down, more)).toMatchObject({ parked: true, reason: 'http_503' })
  })

  it.each([
    ['after fewer', { attempts: 99 }],
    ['earlier', { createdAt: '2026-03-01T12:00:00.001Z' }],
  ])('does not park it %s', (_when, more) => {
    expect(plan(down, more)).toMatchObject({ parked: false })
  })

  it('does not count it as an attempt when nothing was sent', () => {
    const alone: Attempt = { kind: 'untried', reason: 'host_left_alone', waitMs: 15 * second }
    expect(plan(alone)).toMatchObject({ parked: false, untried: true })
    expect(waitOf(alone, {}, 0)).toBe(15 * second)
    expect(waitOf(alone, {}, 1)).toBe(30 * second)
  })
})
