import { describe, expect, it } from 'vitest'
import { createLogQuota } from '../../src/observability/log-quota.ts'

describe('the log’s quota', () => {
  it('lets twenty lines alike through in ten seconds and says later how many it left out', () => {
    let now = 0
    const take = createLogQuota(() => now)
    const written = Array.from({ length: 500 }, () => take('request_failed')).map(
      ({ write }) => write,
    )
    expect(written.filter(Boolean)).toHaveLength(20)
    expect(take('turn_failed')).toEqual({ write: true, leftOut: 0 })
    now = 10_000
    expect(take('request_failed')).toEqual({ write: true, leftOut: 480 })
    expect(take('request_failed')).toEqual({ write: true, leftOut: 0 })
  })
})
