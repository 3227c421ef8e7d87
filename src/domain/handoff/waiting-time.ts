import type { Locale } from '../locale.ts'

/** A range of minutes that is told to the customer. */
export interface WaitingRange {
  from: number
  to: number
}

/** Somebody who waited and got a person: two ISO instants. */
export interface PastWait {
  language?: Locale | undefined
  calledAt: string
  claimedAt: string
}

export interface WaitingQuestion {
  /** 1 is next. */
  place: number
  language: Locale
  /** Those who waited lately, in any language. */
  waits: readonly PastWait[]
  /** Conversations that those who are there could take on now; undefined: not known. */
  free?: number | undefined
}

/** With fewer examples nothing is said: a made-up number is worse than none. */
const fewest = 5
/** Further back says nothing about today. */
export const waitsLookedMs = 14 * 86_400_000
export const waitsLooked = 200

/**
 * How long somebody at this place waits, by how long others waited: the middle half of them, wider
 * for those further back, rounded to what one can honestly say. Undefined with too little to go by.
 */
export function waitingRange(question: WaitingQuestion): WaitingRange | undefined {
  const { place, language, waits, free } = question
  const own = waits.filter((each) => each.language === language)
  const used = own.length >= fewest ? own : waits
  if (used.length < fewest) return undefined
  const minutes = used.map(minutesOf).toSorted((one, other) => one - other)
  const ahead = Math.max(place - 1 - (free ?? 0), 0)
  const step = quantile(minutes, 0.5) / 2
  const from = quantile(minutes, 0.25) + ahead * step
  const to = quantile(minutes, 0.75) + ahead * step * 2
  return rounded(from, to)
}

function minutesOf({ calledAt, claimedAt }: PastWait): number {
  return Math.max(Date.parse(claimedAt) - Date.parse(calledAt), 0) / 60_000
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0
}

/** Never "0 to 0": from one minute, in steps of five above ten. */
function rounded(from: number, to: number): WaitingRange {
  const low = Math.max(neat(from, Math.floor), 1)
  return { from: low, to: Math.max(neat(to, Math.ceil), low + 1) }
}

function neat(minutes: number, round: (value: number) => number): number {
  return minutes > 10 ? round(minutes / 5) * 5 : round(minutes)
}
