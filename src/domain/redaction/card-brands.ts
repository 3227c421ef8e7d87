/**
 * How sure a number's start and length make it a card: `strong` is a scheme's own range at a
 * length it issues; `weak` a range so wide (Maestro, RuPay) that other numbers fall in it.
 */
export type BrandStrength = 'strong' | 'weak'

interface Range {
  from: string
  to: string
  lengths: readonly number[]
  strength: BrandStrength
}

const long = [16, 17, 18, 19]

/** Issuer ranges by their leading digits, as the schemes publish them. First match wins. */
const ranges: readonly Range[] = [
  { from: '4', to: '4', lengths: [13, 16, 19], strength: 'strong' },
  { from: '51', to: '55', lengths: [16], strength: 'strong' },
  { from: '2221', to: '2720', lengths: [16], strength: 'strong' },
  { from: '2200', to: '2204', lengths: long, strength: 'strong' },
  { from: '34', to: '34', lengths: [15], strength: 'strong' },
  { from: '37', to: '37', lengths: [15], strength: 'strong' },
  { from: '3528', to: '3589', lengths: long, strength: 'strong' },
  { from: '300', to: '305', lengths: [14, 16], strength: 'strong' },
  { from: '3095', to: '3095', lengths: [14, 16], strength: 'strong' },
  { from: '36', to: '36', lengths: [14, 16], strength: 'strong' },
  { from: '38', to: '39', lengths: [14, 16], strength: 'strong' },
  { from: '6011', to: '6011', lengths: long, strength: 'strong' },
  { from: '644', to: '649', lengths: long, strength: 'strong' },
  { from: '65', to: '65', lengths: long, strength: 'strong' },
  { from: '62', to: '62', lengths: long, strength: 'strong' },
  { from: '81', to: '81', lengths: long, strength: 'strong' },
  { from: '508', to: '508', lengths: [16], strength: 'strong' },
  { from: '9558', to: '9558', lengths: [16, 19], strength: 'strong' },
  { from: '9792', to: '9792', lengths: [16], strength: 'weak' },
  { from: '9860', to: '9860', lengths: [16], strength: 'weak' },
  { from: '82', to: '82', lengths: [16], strength: 'weak' },
  { from: '50', to: '50', lengths: [16, 18, 19], strength: 'weak' },
  { from: '56', to: '69', lengths: [16, 18, 19], strength: 'weak' },
]

const rangesByFirstDigit = new Map<string, Range[]>()
for (const range of ranges) {
  for (let digit = Number(range.from[0]); digit <= Number(range.to[0]); digit += 1) {
    const known = rangesByFirstDigit.get(String(digit)) ?? []
    rangesByFirstDigit.set(String(digit), [...known, range])
  }
}

/** The brand strength of a run of digits, or undefined when no scheme issues such a number. */
export function brandStrength(digits: string): BrandStrength | undefined {
  const range = rangesByFirstDigit.get(digits[0] ?? '')?.find((one) => starts(digits, one))
  return range?.lengths.includes(digits.length) ? range.strength : undefined
}

/** Whether any scheme issues numbers with this start, whatever the length. */
export function startsLikeCard(digits: string): boolean {
  return (rangesByFirstDigit.get(digits[0] ?? '') ?? []).some((range) => starts(digits, range))
}

function starts(digits: string, range: Range): boolean {
  const lead = digits.slice(0, range.from.length)
  return lead.length === range.from.length && lead >= range.from && lead <= range.to
}

/** Whether the last digit is the Luhn check digit of the others. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits.charCodeAt(at) - 48
    const doubled = (digits.length - at) % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
