import { describe, expect, it } from 'vitest'
import { monthSoFar, monthSpan, weeksBefore } from '../../src/domain/month.ts'

describe('monthSpan', () => {
  it.each([
    [
      '2026-11',
      'Asia/Shanghai',
      '2026-11-30',
      '2026-10-31T16:00:00.000Z',
      '2026-11-30T16:00:00.000Z',
    ],
    ['2028-02', 'UTC', '2028-02-29', '2028-02-01T00:00:00.000Z', '2028-03-01T00:00:00.000Z'],
    ['2026-12', 'UTC', '2026-12-31', '2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    // The clocks go forward in it.
    [
      '2026-03',
      'Europe/London',
      '2026-03-31',
      '2026-03-01T00:00:00.000Z',
      '2026-03-31T23:00:00.000Z',
    ],
  ])('%s in %s', (...[month, zone, lastDay, from, until]) => {
    expect(monthSpan(month, zone)).toEqual({ firstDay: `${month}-01`, lastDay, from, until })
  })
})

describe('monthSoFar', () => {
  it.each([
    ['2026-11-27', '2026-11-27', false],
    ['2026-11-01', '2026-11-01', false],
    ['2026-11-30', '2026-11-30', false],
    ['2026-12-01', '2026-11-30', true],
    ['2026-10-31', '2026-11-30', true],
  ])('on %s, November has come to %s', (today, lastDay, isOver) => {
    expect(monthSoFar('2026-11', today, 'UTC')).toMatchObject({ lastDay, isOver })
  })
})

describe('weeksBefore', () => {
  it('are whole weeks from Monday on, and the last one ends with the day', () => {
    const weeks = weeksBefore('2026-11-27', 3, 'UTC')
    expect(weeks.map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([
      ['2026-11-09', '2026-11-15'],
      ['2026-11-16', '2026-11-22'],
      ['2026-11-23', '2026-11-27'],
    ])
    expect(weeks[0]?.until).toBe(weeks[1]?.from)
  })

  it.each([
    ['Monday', '2026-11-23', ['2026-11-23', '2026-11-23']],
    ['Sunday', '2026-11-29', ['2026-11-23', '2026-11-29']],
  ])('may end on a %s', (_, day, week) => {
    const [last] = weeksBefore(day, 1, 'UTC')
    expect([last?.firstDay, last?.lastDay]).toEqual(week)
  })
})
