/** Groupings in which card numbers are printed and dictated, beside rows of equal groups. */
const printed = new Set([
  '4-6-5',
  '4-6-4',
  '6-13',
  '6-10',
  '6-9',
  '6-4-6',
  '6-4-4-4',
  '6-6-4',
  '6-6-7',
])

/**
 * Whether groups of these sizes look like one card number: equal groups with a shorter last or
 * first one, groups that end on every fourth digit, or a printed grouping.
 */
export function isCardLike(sizes: readonly number[]): boolean {
  return hasEqualGroups(sizes) || endsOnFourths(sizes) || printed.has(sizes.join('-'))
}

function hasEqualGroups(sizes: readonly number[]): boolean {
  const size = sizes[1] ?? 0
  const first = sizes[0] ?? 0
  const last = sizes.at(-1) ?? 0
  if (sizes.length < 3 || size > 6) return false
  if (!sizes.slice(1, -1).every((one) => one === size)) return false
  return (first === size && last <= size) || (first < size && last === size && size >= 3)
}

/** A twelve-digit group is kept out: it is far more often a reference number than half a card. */
function endsOnFourths(sizes: readonly number[]): boolean {
  if (sizes.some((size) => size >= 12)) return false
  return sizes.slice(0, -1).every((size) => size % 4 === 0)
}

/**
 * Whether four groups of four read as amount, date and time before a last four: `5000 1122 1530
 * 6225`. A real card reads so once in twenty thousand.
 */
export function readsAsList(digits: string, amountFirst: boolean): boolean {
  if (digits.length !== 16) return false
  const round = Number(digits.slice(0, 4)) % (amountFirst ? 10 : 100) === 0
  const day = /^(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])$/.test(digits.slice(4, 8))
  const time = /^(?:[01][0-9]|2[0-3])[0-5][0-9]$/.test(digits.slice(8, 12))
  return round && day && time
}

/** Whether a reference starts with a day of this decade, as order numbers do: 20YYMMDD, YYMMDD. */
export function startsWithDay(digits: string): boolean {
  return /^(?:20)?(?:2[0-9]|30)(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])/.test(digits)
}
