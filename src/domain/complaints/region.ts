/** The places whose complaint rules we know. */
export const complaintRegions = ['CN', 'GB', 'US', 'EU', 'OTHER'] as const
export type ComplaintRegion = (typeof complaintRegions)[number]

const euCountries =
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO'.split(
    ' ',
  )

/** The rules that go with a country (ISO 3166, two letters) or with one of our own region names. */
export function complaintRegion(country: string): ComplaintRegion {
  const code = country.trim().toUpperCase()
  if (code === 'UK') return 'GB'
  if (euCountries.includes(code)) return 'EU'
  return complaintRegions.find((region) => region === code) ?? 'OTHER'
}

/** The zone in which a region's last day ends. */
export const regionTimeZones: Readonly<Record<ComplaintRegion, string>> = {
  CN: 'Asia/Shanghai',
  GB: 'Europe/London',
  US: 'America/New_York',
  EU: 'Europe/Brussels',
  OTHER: 'UTC',
}
