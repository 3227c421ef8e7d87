import { type BrandStrength, brandStrength, passesLuhn } from './card-brands.ts'
import { isCardLike, readsAsList, startsWithDay } from './card-shape.ts'
import type { LabelKind } from './labels.ts'
import type { Gap, TextNumber } from './numbers.ts'

/** A row of neighbouring numbers that may together be one card number. */
export interface Window {
  digits: string
  /** Undefined when the check digit or the issuer's range does not fit. */
  strength: BrandStrength | undefined
  parts: readonly TextNumber[]
  /** The gaps between the parts. */
  gaps: readonly Gap[]
  /** No further number stands right before or right after the row. */
  alone: boolean
  /** Glyphs shortly before the first part. */
  before: string
}

/** Words with which people dictate the next group. */
const CONNECTORS =
  /^(?:然后|接着|接下来|再来?|后面?|下面|紧接|跟着|还有|以及|继续|空格|横杠|短横|杠|点|逗号|是|and|then|dash|space|hyphen|dot|comma|next|followed|by|finally|is|are|the|group|four|digits|第|中间|最后|段|组|位|个|数字|前|[一二三四五六七八九十0-9])*$/i
const GOES_ON =
  /接着|然后|接下来|后面|剩下|剩余|其余|继续|(?:^|[^a-z])(?:then|next|rest|remaining|followed)(?![a-z])/i
const FIRST_FOUR = /(?:[前头首]|开头|first|begins?|starts?)/i
const REFERENCES: readonly (LabelKind | undefined)[] = ['reference', 'code', 'phone', 'account']

/** Whether the row is a card number that someone wrote or dictated. */
export function isCard(window: Window): boolean {
  const { strength } = window
  if (!strength || isReference(window, strength)) return false
  if (window.parts.length === 1) return true
  const first = window.parts[0]
  if (readsAsList(window.digits, first?.label?.kind === 'amount')) return false
  const kinds = new Set(window.gaps.map((gap) => gap.kind))
  const sure = strength === 'strong' || first?.ownLabel === true
  if (kinds.has('message')) return sure && isToldInMessages(window)
  if (kinds.has('words')) return strength === 'strong' && isDictated(window)
  return isWritten(window, strength)
}

/** A row after the word "card number" is one even with a mistyped digit. */
export function isLabelledCard({ digits, parts, gaps }: Window): boolean {
  const first = parts[0]
  if (!first?.ownLabel || gaps.some((gap) => gap.kind !== 'light')) return false
  if (digits.length < 13 || digits.length > 19) return false
  if (first.label?.kind === 'card') return true
  if (first.label?.kind !== 'card_word' || startsWithDay(digits)) return false
  return /^[3-69]|^2[2-7]|^8[12]/.test(digits) && (parts.length === 1 || isCardLike(sizesOf(parts)))
}

/** The brand's strength when the check digit is right, with or without letters at the ends. */
export function strengthOf(
  digits: string,
  first: TextNumber,
  last: TextNumber,
): BrandStrength | undefined {
  const { softStart } = first
  const { softEnd } = last
  if (softStart + softEnd === 0) return checked(digits)
  const end = digits.length - softEnd
  const readings = new Set([digits, digits.slice(softStart), digits.slice(0, end)])
  for (const reading of readings.add(digits.slice(softStart, end))) {
    const strength = checked(reading)
    if (strength) return strength
  }
  return undefined
}

function checked(digits: string): BrandStrength | undefined {
  const strength = brandStrength(digits)
  return strength && passesLuhn(digits) ? strength : undefined
}

/** A labelled reference stays, unless it is in every respect a card of a known scheme. */
function isReference({ digits, parts }: Window, strength: BrandStrength): boolean {
  const label = parts[0]?.label?.kind
  if (!REFERENCES.includes(label)) return false
  if (label === 'phone') return digits.length <= 15
  // Thirteen-digit cards died out; thirteen-digit parcel and order numbers did not.
  if (digits.length === 13) return true
  return strength === 'weak' || (label !== 'account' && startsWithDay(digits))
}

function sizesOf(parts: readonly TextNumber[]): number[] {
  return parts.map((part) => part.digits.length)
}

function isWritten({ parts, gaps, alone, digits }: Window, strength: BrandStrength): boolean {
  const sizes = sizesOf(parts)
  const even = haveSameText(gaps)
  if (isCardLike(sizes)) return strength === 'strong' || (even && alone && digits.length >= 16)
  const cut = sizes.includes(12) || digits.length < 15
  return strength === 'strong' && even && alone && !cut
}

function haveSameText(gaps: readonly Gap[]): boolean {
  return new Set(gaps.map((gap) => gap.text.trim())).size <= 1
}

function isDictated({ parts, gaps, before }: Window): boolean {
  const labels = parts.slice(1).filter((part) => part.ownLabel)
  const lastFour = labels.length === 1 && labels[0] === parts.at(-1) && FIRST_FOUR.test(before)
  const fits = labels.every(
    (part) => part.label?.kind.startsWith('card') || isLastFour(part, lastFour),
  )
  if (!fits) return false
  const sizes = sizesOf(parts)
  const connected = gaps.every((gap) => CONNECTORS.test(gap.text.replace(/[^\p{L}0-9]+/gu, '')))
  if (!isCardLike(sizes)) return connected && !sizes.includes(12) && sizes.every((size) => size > 3)
  if (connected || haveSameText(gaps)) return true
  return sizes.length >= 4 && sizes.slice(0, -1).every((size) => size === 4)
}

function isLastFour(part: TextNumber, expected: boolean): boolean {
  return expected && part.label?.kind === 'last4'
}

/**
 * Told over several messages: no part may be labelled as something else. Where a card number was
 * promised, or the words go on from the last message, it may be cut anywhere.
 */
function isToldInMessages({ parts, gaps, alone, digits }: Window): boolean {
  if (!parts.every((part, at) => mayBePart(part, at === parts.length - 1 && parts.length > 3))) {
    return false
  }
  if (digits.length >= 14 && (parts[0]?.ownLabel || gaps.every(goesOn))) return true
  const sizes = sizesOf(parts)
  const inner = gaps.filter((gap) => gap.kind !== 'message')
  if (isCardLike(sizes) && digits.length >= 14) return true
  const wellCut =
    sizes.every((size) => size < 14 && size !== 12) &&
    piecesOf(gaps, sizes).every((size) => size >= 3)
  return alone && wellCut && digits.length >= 15 && inner.every((gap) => gap.kind === 'light')
}

/** "And the rest is …": the words say themselves that the number goes on. */
function goesOn({ text }: Gap): boolean {
  return GOES_ON.test(text)
}

function mayBePart(part: TextNumber, last: boolean): boolean {
  const kind = part.ownLabel ? part.label?.kind : undefined
  return kind === undefined || kind.startsWith('card') || (last && kind === 'last4')
}

/** How many digits each message gave. */
function piecesOf(gaps: readonly Gap[], sizes: readonly number[]): number[] {
  const pieces = [sizes[0] ?? 0]
  for (const [at, gap] of gaps.entries()) {
    const size = sizes[at + 1] ?? 0
    if (gap.kind === 'message') pieces.push(size)
    else pieces.push((pieces.pop() ?? 0) + size)
  }
  return pieces
}
