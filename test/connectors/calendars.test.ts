import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { createCalendars } from '../../src/connectors/calendars.ts'
import { isBusinessDay } from '../../src/domain/business-days.ts'
import type { BusinessCalendar } from '../../src/domain/calendar.ts'
import { holidayName } from '../../src/domain/holiday-name.ts'
import { addDays } from '../../src/domain/local-time.ts'

const calendarOf = createCalendars()

function calendar(id: string): BusinessCalendar {
  const found = calendarOf(id)
  if (!found) throw new Error(`no calendar ${id}`)
  return found
}

const ids = ['cn_state_council', 'us_federal_reserve', 'gb_england', 'ie', 'au_public_holidays']

describe('the calendar of mainland China', () => {
  const cn = calendar('cn_state_council')
  const ranges = [
    ['2026-01-01', 3],
    ['2026-02-15', 9],
    ['2026-04-04', 3],
    ['2026-05-01', 5],
    ['2026-06-19', 3],
    ['2026-09-25', 3],
    ['2026-10-01', 7],
  ] as const

  it('has exactly the days off of the 2026 notice', () => {
    const notice = ranges.flatMap(([first, length]) =>
      Array.from({ length }, (_, index) => addDays(first, index)),
    )
    const ours = Object.keys(cn.holidays).filter((day) => day.startsWith('2026'))
    expect(ours.sort()).toEqual(notice)
  })

  it('has exactly the make-up workdays of the 2026 notice', () => {
    expect(cn.workedWeekends.filter((day) => day.startsWith('2026'))).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ])
  })

  it('does not claim to know 2027', () => {
    expect(cn.coveredYears).toContain(2026)
    expect(cn.coveredYears).not.toContain(2027)
  })

  it('knows of 2027 only the days that the law fixes to a date', () => {
    const days = Object.keys(cn.holidays).filter((day) => day.startsWith('2027-'))
    expect(days).toEqual([
      '2027-01-01',
      '2027-05-01',
      '2027-05-02',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ])
  })

  it('has days off in every year it claims to know', () => {
    for (const year of cn.coveredYears) {
      const days = Object.keys(cn.holidays).filter((day) => day.startsWith(`${year}-`))
      expect(days.length).toBeGreaterThan(20)
    }
  })
})

describe('the calendars of other places', () => {
  it.each([
    { id: 'us_federal_reserve', what: 'Thanksgiving', day: '2026-11-26', worked: false },
    { id: 'us_federal_reserve', what: 'the Friday after it', day: '2026-11-27', worked: true },
    {
      id: 'us_federal_reserve',
      what: 'the Friday before a Saturday holiday',
      day: '2026-07-03',
      worked: true,
    },
    {
      id: 'us_federal_reserve',
      what: 'the Monday after a Sunday holiday',
      day: '2027-07-05',
      worked: false,
    },
    {
      id: 'us_federal_reserve',
      what: 'the last Friday before a Saturday New Year',
      day: '2027-12-31',
      worked: true,
    },
    {
      id: 'gb_england',
      what: 'the Monday for a Saturday Boxing Day',
      day: '2026-12-28',
      worked: false,
    },
    { id: 'gb_england', what: 'Easter Monday', day: '2026-04-06', worked: false },
    { id: 'gb_england', what: 'the August holiday', day: '2026-08-31', worked: false },
    { id: 'gb_england', what: 'a Scottish holiday', day: '2026-11-30', worked: true },
    { id: 'ie', what: 'St Brigid’s Day', day: '2026-02-02', worked: false },
    { id: 'ie', what: 'the October holiday', day: '2026-10-26', worked: false },
    { id: 'au_public_holidays', what: 'Melbourne Cup Day', day: '2026-11-03', worked: false },
    { id: 'target', what: 'Labour Day', day: '2026-05-01', worked: false },
    { id: 'target', what: 'a holiday of Germany only', day: '2025-10-03', worked: true },
  ])('$id knows $what', ({ id, day, worked }) => {
    expect(isBusinessDay(day, calendar(id))).toBe(worked)
  })

  it.each([
    ['cn', 'cn_state_council'],
    ['us', 'us_federal_reserve'],
    ['gb', 'gb_england'],
    ['au', 'au_public_holidays'],
    ['eu', 'target'],
  ])('answer to the country code %s', (code, id) => {
    expect(calendarOf(code)).toBe(calendarOf(id))
  })

  it.each(['none', 'provider', 'cardholder_country', 'xx', '', 'constructor', '__proto__'])(
    'do not exist for %j',
    (id) => {
      expect(calendarOf(id)).toBeUndefined()
    },
  )

  it.each([...ids, 'target'])('%s has a Chinese name for each of its days off', (id) => {
    const names = new Set(Object.values(calendar(id).holidays))
    const unnamed = [...names].filter((name) => holidayName(name, 'zh-CN') === '公众假期')
    expect(unnamed).toEqual([])
    expect([...names].filter((name) => name.includes('substitute'))).toEqual([])
  })

  it.each([...ids, 'target'])('%s is built once and knows this year', (id) => {
    expect(calendarOf(id)).toBe(calendarOf(id))
    expect(calendar(id).coveredYears).toContain(2026)
  })

  it('are the same on a machine in another time zone', () => {
    const module = JSON.stringify(new URL('../../src/connectors/calendars.ts', import.meta.url))
    const script = `
      const { createCalendars } = await import(${module})
      const calendarOf = createCalendars()
      console.log(JSON.stringify(${JSON.stringify(ids)}.map((id) => calendarOf(id).holidays)))`
    const args = ['--input-type=module', '--eval', script]
    const elsewhere = execFileSync(process.execPath, args, {
      env: { TZ: 'America/Los_Angeles' },
      encoding: 'utf8',
    })
    expect(JSON.parse(elsewhere)).toEqual(ids.map((id) => calendar(id).holidays))
  })
})

describe('holidayName', () => {
  it('names a day off in both languages', () => {
    expect(holidayName('National Day', 'zh-CN')).toBe('国庆节')
    expect(holidayName('National Day', 'en')).toBe('National Day')
    expect(holidayName('weekend', 'zh-CN')).toBe('周末')
    expect(holidayName('Some New Day', 'zh-CN')).toBe('公众假期')
  })
})
