import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'
import type { HolidaysTypes } from 'date-holidays'
import { z } from 'zod'
import type { BusinessCalendar, CalendarOf, Day } from '../domain/calendar.ts'
import { weekday } from '../domain/local-time.ts'
import { Failure } from '../errors.ts'

/** Both libraries are CommonJS and large, so they are loaded when a calendar is first asked for. */
const load = createRequire(import.meta.url)

/** An inclusive range of years we have checked against the notices in force. */
type Years = readonly [first: number, last: number]

/**
 * The State Council publishes next year's days off each November. When the notice is out and the
 * library knows it, add the year here; until then answers for it are provisional.
 */
const STATE_COUNCIL_YEARS: Years = [2020, 2026]

/**
 * Days off that the law fixes to a date: true of the year ahead before its notice is out, which
 * only moves the weekends around them and adds the days of the lunar calendar.
 */
const FIXED_BY_LAW: Readonly<Record<string, string>> = {
  '01-01': "New Year's Day",
  '05-01': 'Labour Day',
  '05-02': 'Labour Day',
  '10-01': 'National Day',
  '10-02': 'National Day',
  '10-03': 'National Day',
}

interface Place {
  country: string
  state?: string
  years: Years
  /** Which of the country's holidays close its banks. Without it: public and bank holidays. */
  closes?: (holiday: HolidaysTypes.Holiday) => boolean
}

/** Federal Reserve Banks stay open on the Friday before a holiday that falls on a Saturday. */
const notFridayBefore = ({ substitute, date }: HolidaysTypes.Holiday) =>
  !(substitute && weekday(date.slice(0, 10)) === 5)

/** The days TARGET, the euro payment system, is closed; each is also a German holiday. */
const targetRules = new Set(['01-01', 'easter -2', 'easter 1', '05-01', '12-25', '12-26'])

/**
 * The last year is the last one whose days off are fixed and known to the library: Victoria names
 * its Grand Final holiday year by year, and Ireland's moved Christmas days of 2027 are missing.
 */
const places = new Map<string, Place>([
  ['us_federal_reserve', { country: 'US', years: [2020, 2030], closes: notFridayBefore }],
  ['gb_england', { country: 'GB', state: 'ENG', years: [2020, 2027] }],
  ['ie', { country: 'IE', years: [2023, 2026] }],
  ['au_public_holidays', { country: 'AU', state: 'VIC', years: [2023, 2026] }],
  ['target', { country: 'DE', years: [2020, 2030], closes: ({ rule }) => targetRules.has(rule) }],
])

/** Country codes, as complaint clocks name their calendar. */
const aliases = new Map([
  ['cn', 'cn_state_council'],
  ['us', 'us_federal_reserve'],
  ['gb', 'gb_england'],
  ['au', 'au_public_holidays'],
  ['eu', 'target'],
])

/**
 * The working days of the places we serve. Ids: `cn_state_council`, `us_federal_reserve`,
 * `gb_england`, `ie`, `au_public_holidays` (Victoria), `target` (euro payments), and the country
 * codes `cn` `us` `gb` `au` `eu`. Any other id, `none` and `provider` included, is `undefined`:
 * whoever asks decides what that means. Calendars are built at the first question and kept.
 */
export function createCalendars(): CalendarOf {
  const built = new Map<string, BusinessCalendar>()
  return (calendarId) => {
    const id = aliases.get(calendarId) ?? calendarId
    const known = built.get(id)
    if (known) return known
    const calendar = build(id)
    if (calendar) built.set(id, calendar)
    return calendar
  }
}

function build(id: string): BusinessCalendar | undefined {
  if (id === 'cn_state_council') return stateCouncil()
  const place = places.get(id)
  return place && placeCalendar(id, place)
}

const notices = z.object({
  holidays: z.record(z.iso.date(), z.string()),
  workdays: z.record(z.iso.date(), z.string()),
})

function stateCouncil(): BusinessCalendar {
  const read = notices.safeParse(load('chinese-days/dist/chinese-days.json'))
  if (!read.success) {
    throw new Failure('config_invalid', 'The calendar data of chinese-days cannot be read')
  }
  const inYears = (day: Day) => within(STATE_COUNCIL_YEARS, day)
  const named = Object.entries(read.data.holidays).filter(([day]) => inYears(day))
  const announced = named.map(([day, text]) => [day, text.split(',')[0] ?? text])
  const yearAhead = STATE_COUNCIL_YEARS[1] + 1
  const fixed = Object.entries(FIXED_BY_LAW).map(([day, name]) => [`${yearAhead}-${day}`, name])
  return {
    id: 'cn_state_council',
    holidays: Object.fromEntries([...announced, ...fixed]),
    workedWeekends: Object.keys(read.data.workdays).filter(inYears).sort(),
    coveredYears: yearsOf(STATE_COUNCIL_YEARS),
  }
}

function placeCalendar(id: string, place: Place): BusinessCalendar {
  const Library: typeof Holidays = load('date-holidays')
  const types: HolidaysTypes.HolidayType[] = ['bank', 'public']
  const rules = place.state
    ? new Library(place.country, place.state, { types })
    : new Library(place.country, { types })
  const holidays: Record<Day, string> = {}
  for (const year of yearsOf(place.years)) {
    for (const holiday of rules.getHolidays(year, 'en')) {
      if (place.closes?.(holiday) === false) continue
      holidays[holiday.date.slice(0, 10)] ??= holiday.name.replace(' (substitute day)', '')
    }
  }
  return { id, holidays, workedWeekends: [], coveredYears: yearsOf(place.years) }
}

function within([first, last]: Years, day: Day): boolean {
  const year = Number(day.slice(0, 4))
  return year >= first && year <= last
}

function yearsOf([first, last]: Years): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
