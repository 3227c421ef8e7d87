import type { CodeScheme } from '../transaction.ts'
import { type CodeEntry, readCodeEntry } from './code-entry.ts'
import { field39Of } from './provider-codes.ts'
import data from './response-codes.json' with { type: 'json' }

/** Field-39 codes that leave the outcome open: a second swipe could charge twice. */
export const neverSwipeAgain: readonly string[] = [
  '06',
  '09',
  '30',
  '68',
  '91',
  '92',
  '94',
  '96',
  '98',
  'A0',
]

/** A code in its scheme. Digits alone mean nothing: `03` differs between POS and gateway. */
export interface CodeReference {
  scheme: CodeScheme
  code: string
}

export interface CodeExplanation extends CodeEntry {
  scheme: CodeScheme
  /** No money can have moved, so another attempt cannot charge twice; see `retry` for how. */
  safeToRetry: boolean
  /** Meanings vary by acquirer: say "on most terminals" unless an override gave this one. */
  mayVary: boolean
}

/** An acquirer's own meanings: whole entries for its own codes, parts of one to correct ours. */
export type CodeOverrides = Partial<
  Record<CodeScheme, Readonly<Record<string, CodeEntry | Partial<Omit<CodeEntry, 'code'>>>>>
>

/** Every code we explain, by scheme. */
export const responseCodes: Readonly<Partial<Record<CodeScheme, ReadonlyMap<string, CodeEntry>>>> =
  {
    iso8583_39: byCode(data.iso8583_39.map(readCodeEntry)),
    unionpay_acp: byCode(data.unionpay_acp.map(readCodeEntry)),
  }

/** What a code means and what to do, or undefined when neither we nor the acquirer know it. */
export function explainCode(
  reference: CodeReference,
  overrides: CodeOverrides = {},
): CodeExplanation | undefined {
  const code = normaliseCode(reference.code)
  const ours = responseCodes[reference.scheme]?.get(code) ?? alike(reference)
  const theirs = overrides[reference.scheme]?.[code]
  const entry = merged(code, ours, theirs)
  if (!entry) return undefined
  return {
    ...entry,
    scheme: reference.scheme,
    safeToRetry: entry.moneyRisk === 'none_expected' && !isUncertain(reference.scheme, code),
    mayVary: theirs === undefined,
  }
}

/** The same refusal as terminals name it. */
function alike({ scheme, code }: CodeReference): CodeEntry | undefined {
  const same = field39Of(scheme, code)
  return same ? responseCodes.iso8583_39?.get(same) : undefined
}

/** A code as it is keyed here: full-width folded, upper case, two characters (`5` is `05`). */
export function normaliseCode(code: string): string {
  const plain = code.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
  return /^\d$/.test(plain) ? `0${plain}` : plain
}

function isUncertain(scheme: CodeScheme, code: string): boolean {
  return scheme === 'iso8583_39' && neverSwipeAgain.includes(code)
}

function merged(
  code: string,
  ours: CodeEntry | undefined,
  theirs: CodeEntry | Partial<Omit<CodeEntry, 'code'>> | undefined,
): CodeEntry | undefined {
  if (ours) return { ...ours, ...theirs, code }
  return theirs && isWhole(theirs) ? { ...theirs, code } : undefined
}

function isWhole(entry: Partial<CodeEntry>): entry is CodeEntry {
  const { class: kind, actionClass, moneyRisk, retry, meaning, cardholder, merchant } = entry
  return [kind, actionClass, moneyRisk, retry, meaning, cardholder, merchant].every(
    (part) => part !== undefined,
  )
}

function byCode(entries: CodeEntry[]): ReadonlyMap<string, CodeEntry> {
  return new Map(entries.map((entry) => [entry.code, entry]))
}
