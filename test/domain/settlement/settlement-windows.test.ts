import { describe, expect, it } from 'vitest'
import { minutesOfDay } from '../../../src/domain/local-time.ts'
import {
  settlementWindow,
  settlementWindows,
} from '../../../src/domain/settlement/settlement-windows.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

describe('settlementWindows', () => {
  it('are twenty-six, each with its own id', () => {
    expect(settlementWindows).toHaveLength(26)
    expect(new Set(settlementWindows.map(({ id }) => id)).size).toBe(26)
  })

  it('are found by id', () => {
    expect(settlementWindow('cn.pos.t1')?.cutoff).toBe('23:00')
    expect(settlementWindow('cn.pos.t9')).toBeUndefined()
    expect(settlementWindow('constructor')).toBeUndefined()
  })

  it.each(settlementWindows.map((window) => [window.id, window] as const))(
    '%s is complete',
    (_id, window) => {
      const times = [
        window.cutoff,
        window.deadlineTime,
        window.ticketTime,
        window.serviceWindow?.from,
        window.serviceWindow?.to,
      ]
      for (const time of times) if (time !== undefined) minutesOfDay(time)
      expect(window.reviewedAt).toMatch(DAY)
      expect(window.validFrom).toMatch(DAY)
      expect(window.validFrom <= window.reviewedAt).toBe(true)
      expect(window.source).not.toBe('')
      expect(window.authoritativeField).not.toBe('')
      expect(window.name['zh-CN']).toMatch(/\p{Script=Han}/u)
      expect(window.name.en).toMatch(/^[\p{ASCII}]+$/u)
      expect(window.usually['zh-CN']).toMatch(/\p{Script=Han}/u)
      expect(window.usually.en).toMatch(/^[\p{ASCII}]+$/u)
      expect(() => new Intl.DateTimeFormat('en', { timeZone: window.timeZone })).not.toThrow()
    },
  )

  it.each(settlementWindows.filter(({ fallbackWindowId }) => fallbackWindowId))(
    '$id falls back to a window that takes every sale',
    ({ fallbackWindowId = '' }) => {
      const fallback = settlementWindow(fallbackWindowId)
      expect(fallback?.serviceWindow).toBeUndefined()
      expect(fallback?.fallbackWindowId).toBeUndefined()
      expect(fallback?.decidedBy).toBe('rule')
    },
  )

  it.each(settlementWindows.filter(({ unit }) => unit === 'minutes'))(
    '$id says by how many minutes after the sale',
    ({ deadlineMinutes }) => {
      expect(deadlineMinutes).toBeGreaterThan(0)
    },
  )
})
