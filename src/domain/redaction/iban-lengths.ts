/** How long an IBAN is, country by country (SWIFT IBAN registry). */
const registry =
  'AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30'

const lengths = new Map(
  [...registry.matchAll(/([A-Z]{2})([0-9]{2})/g)].map(([, country, length]) => [
    country,
    Number(length),
  ]),
)

/** The length of an IBAN of that country, or undefined where there are none. */
export function ibanLength(country: string): number | undefined {
  return lengths.get(country.toUpperCase())
}

/** Whether the two check digits of an IBAN (no spaces, any case) are right. */
export function passesMod97(iban: string): boolean {
  const turned = (iban.slice(4) + iban.slice(0, 4)).toUpperCase()
  let rest = 0
  for (const sign of turned) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}
