import { toOffsetIso } from './local-time.ts'

/** The zones of the countries whose calendars we know, the most usual first. */
const zonesOf: Readonly<Record<string, readonly string[]>> = {
  CN: ['Asia/Shanghai'],
  GB: ['Europe/London'],
  IE: ['Europe/Dublin'],
  US: [
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Los_Angeles',
    'America/Phoenix',
    'America/Anchorage',
    'Pacific/Honolulu',
  ],
  AU: ['Australia/Melbourne', 'Australia/Brisbane', 'Australia/Adelaide', 'Australia/Perth'],
}

const middleEurope = 'Europe/Amsterdam'

/**
 * The zone whose clock a record was written by: the first of the likely ones that has the written
 * offset at that moment. A fixed offset when none has; undefined for a record written in UTC.
 */
export function zoneWrittenIn(
  at: string,
  { country, zone }: { country?: string | undefined; zone?: string | undefined },
): string | undefined {
  const offset = /[+-]\d{2}:\d{2}$/u.exec(at)?.[0]
  if (!offset || (offset === '+00:00' && country !== 'GB' && country !== 'IE')) return undefined
  const likely = [zone, ...(zonesOf[country ?? ''] ?? [middleEurope])].filter(
    (each) => each !== undefined,
  )
  return likely.find((each) => toOffsetIso(new Date(at), each).endsWith(offset)) ?? offset
}

/**
 * A window that only counts in UTC says nothing of where people live. Only for places on or ahead of
 * UTC all year: there no UTC day begins on the local day before.
 */
export function zoneOfPlace(
  zone: string | undefined,
  country: string | undefined,
): string | undefined {
  const local = country === 'GB' || country === 'IE' ? zonesOf[country]?.[0] : undefined
  return zone === 'UTC' && local ? local : zone
}
