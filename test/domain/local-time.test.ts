import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  instantAt,
  localTime,
  minutesOfDay,
  toOffsetIso,
  weekday,
} from '../../src/domain/local-time.ts'

const zones = [
  'UTC',
  'Asia/Shanghai',
  'America/Los_Angeles',
  'America/New_York',
  'Europe/London',
  'Europe/Dublin',
  'Europe/Amsterdam',
  'Australia/Melbourne',
  'Asia/Kathmandu',
  'Pacific/Apia',
]

const anInstant = fc.date({
  min: new Date('2015-01-01T00:00:00Z'),
  max: new Date('2035-12-31T00:00:00Z'),
  noInvalidDate: true,
})
const aZone = fc.constantFrom(...zones)

describe('localTime', () => {
  it.each([
    { at: '2026-11-23T10:00:00Z', zone: 'Asia/Shanghai', day: '2026-11-23', time: '18:00' },
    { at: '2026-11-23T16:00:00Z', zone: 'Asia/Shanghai', day: '2026-11-24', time: '00:00' },
    { at: '2026-11-21T02:30:00Z', zone: 'America/Los_Angeles', day: '2026-11-20', time: '18:30' },
    { at: '2026-06-01T22:59:59Z', zone: 'Europe/London', day: '2026-06-01', time: '23:59' },
    { at: '2026-06-01T23:00:00Z', zone: 'Europe/London', day: '2026-06-02', time: '00:00' },
    { at: '2026-11-23T18:15:00Z', zone: 'Asia/Kathmandu', day: '2026-11-24', time: '00:00' },
  ])('shows $at in $zone as $day $time', ({ at, zone, day, time }) => {
    expect(localTime(new Date(at), zone)).toEqual({ day, time })
  })

  it('refuses a zone that does not exist and an instant that is none', () => {
    expect(() => localTime(new Date('2026-11-23T10:00:00Z'), 'Asia/Nowhere')).toThrow(RangeError)
    expect(() => localTime(new Date('never'), 'Asia/Shanghai')).toThrow(RangeError)
  })
})

describe('instantAt', () => {
  it.each([
    {
      what: 'a plain time',
      day: '2026-11-23',
      time: '18:00',
      zone: 'Asia/Shanghai',
      iso: '2026-11-23T10:00:00.000Z',
    },
    {
      what: 'the end of a day',
      day: '2026-11-23',
      time: '24:00',
      zone: 'Asia/Shanghai',
      iso: '2026-11-23T16:00:00.000Z',
    },
    {
      what: 'before clocks go back',
      day: '2026-10-31',
      time: '12:00',
      zone: 'America/New_York',
      iso: '2026-10-31T16:00:00.000Z',
    },
    {
      what: 'after clocks go back',
      day: '2026-11-01',
      time: '12:00',
      zone: 'America/New_York',
      iso: '2026-11-01T17:00:00.000Z',
    },
    {
      what: 'the first of a repeated hour',
      day: '2026-11-01',
      time: '01:30',
      zone: 'America/New_York',
      iso: '2026-11-01T05:30:00.000Z',
    },
    {
      what: 'a skipped hour, moved on',
      day: '2026-03-08',
      time: '02:30',
      zone: 'America/New_York',
      iso: '2026-03-08T07:30:00.000Z',
    },
    {
      what: 'the end of a 23-hour day',
      day: '2026-03-29',
      time: '24:00',
      zone: 'Europe/London',
      iso: '2026-03-29T23:00:00.000Z',
    },
    {
      what: 'just after a skipped hour',
      day: '2026-03-29',
      time: '02:00',
      zone: 'Europe/London',
      iso: '2026-03-29T01:00:00.000Z',
    },
    {
      what: 'a southern summer',
      day: '2026-12-01',
      time: '00:00',
      zone: 'Australia/Melbourne',
      iso: '2026-11-30T13:00:00.000Z',
    },
    {
      what: 'the first of a southern repeated hour',
      day: '2026-04-05',
      time: '02:30',
      zone: 'Australia/Melbourne',
      iso: '2026-04-04T15:30:00.000Z',
    },
  ])('finds $what', ({ day, time, zone, iso }) => {
    expect(instantAt(day, time, zone).toISOString()).toBe(iso)
  })

  it('gives back the minute localTime showed', () => {
    fc.assert(
      fc.property(anInstant, aZone, (instant, zone) => {
        const { day, time } = localTime(instant, zone)
        const again = localTime(instantAt(day, time, zone), zone)
        expect(again).toEqual({ day, time })
      }),
    )
  })

  it.each(['25:00', '24:01', '9:00', '12:60', '', 'noon'])('refuses the time %j', (time) => {
    expect(() => instantAt('2026-11-23', time, 'Asia/Shanghai')).toThrow(RangeError)
    expect(() => minutesOfDay(time)).toThrow(RangeError)
  })

  it('refuses a day that is none', () => {
    expect(() => instantAt('2026-13-01', '12:00', 'UTC')).toThrow(RangeError)
  })
})

describe('days', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('adds to %s %i days: %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected)
    expect(daysBetween(day, expected)).toBe(count)
  })

  it.each([
    ['2026-11-22', 0],
    ['2026-11-23', 1],
    ['2026-02-14', 6],
  ])('knows the weekday of %s', (day, expected) => {
    expect(weekday(day)).toBe(expected)
  })
})

describe('toOffsetIso', () => {
  it.each([
    ['2026-11-23T10:00:00Z', 'Asia/Shanghai', '2026-11-23T18:00:00+08:00'],
    ['2026-11-23T10:00:00Z', 'UTC', '2026-11-23T10:00:00+00:00'],
    ['2026-11-23T10:00:07.9Z', 'America/New_York', '2026-11-23T05:00:07-05:00'],
    ['2026-07-01T10:00:00Z', 'America/New_York', '2026-07-01T06:00:00-04:00'],
    ['2026-11-23T10:00:00Z', 'Asia/Kathmandu', '2026-11-23T15:45:00+05:45'],
  ])('writes %s in %s as %s', (instant, zone, iso) => {
    expect(toOffsetIso(new Date(instant), zone)).toBe(iso)
  })

  it('means the same second', () => {
    fc.assert(
      fc.property(anInstant, aZone, (instant, zone) => {
        const again = new Date(toOffsetIso(instant, zone)).getTime()
        expect(again).toBe(Math.floor(instant.getTime() / 1000) * 1000)
      }),
    )
  })
})
