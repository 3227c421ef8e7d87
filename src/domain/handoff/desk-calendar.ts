/** Whose public holidays close a desk in this zone; a zone that is not here keeps none. */
const calendarOfZone: Readonly<Record<string, string>> = {
  'Asia/Shanghai': 'cn_state_council',
  'Asia/Urumqi': 'cn_state_council',
  'Asia/Chongqing': 'cn_state_council',
  PRC: 'cn_state_council',
  'Europe/London': 'gb_england',
  'Europe/Dublin': 'ie',
  'Europe/Berlin': 'target',
  'Europe/Paris': 'target',
  'Europe/Madrid': 'target',
  'Europe/Rome': 'target',
  'Europe/Amsterdam': 'target',
  'Europe/Brussels': 'target',
  'Europe/Vienna': 'target',
  'Australia/Melbourne': 'au_public_holidays',
  'America/New_York': 'us_federal_reserve',
  'America/Chicago': 'us_federal_reserve',
  'America/Denver': 'us_federal_reserve',
  'America/Los_Angeles': 'us_federal_reserve',
}

/** The id of the business calendar of a desk in this zone. */
export function deskCalendarId(timeZone: string): string | undefined {
  return calendarOfZone[timeZone]
}
