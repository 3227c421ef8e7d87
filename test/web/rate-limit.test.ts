import { describe, expect, it } from 'vitest'
import { buckets } from '../../src/ports/rate-limit.ts'
import { createRateLimit } from '../../src/web/rate-limit.ts'

describe('a rate limit', () => {
  it('lets a burst through, then says how long to wait, then lets on', () => {
    let now = 0
    const limit = createRateLimit(() => now)
    const take = () => limit('conversation', 'c-1')
    for (let n = 0; n < buckets.conversation.burst; n += 1) expect(take()).toBe(0)
    expect(take()).toBe(1)
    now += 1000
    expect(take()).toBe(0)
    expect(take()).toBe(1)
  })

  it('counts each key and each bucket by itself', () => {
    const limit = createRateLimit(() => 0)
    for (let n = 0; n <= buckets.conversation.burst; n += 1) limit('conversation', 'c-1')
    expect(limit('conversation', 'c-1')).toBeGreaterThan(0)
    expect(limit('conversation', 'c-2')).toBe(0)
    expect(limit('address', 'c-1')).toBe(0)
  })

  it('does not trip over a clock that goes back', () => {
    let now = 1_000_000
    const limit = createRateLimit(() => now)
    limit('start', 'a')
    now = 0
    expect(limit('start', 'a')).toBe(0)
  })
})
