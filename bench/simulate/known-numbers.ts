import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { localTime } from '../../src/domain/local-time.ts'

/** The numbers of a text, by what they look like. */
export interface Numbers {
  /** `MM-DD`. */
  days: string[]
  /** `HH:MM`. */
  times: string[]
  /** Sums and rates, as plain decimals: `1268.4`. */
  sums: string[]
  /** Four digits and more in a row, and references with letters. */
  runs: string[]
}

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

function dayKey(month: number, date: number): string {
  return `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

const isoDay = /\b\d{4}-(\d{2})-(\d{2})(?!\d)/g
const chineseDay = /(?:\d{4}年)?(\d{1,2})月(\d{1,2})日/g
const englishDay = new RegExp(`\\b(\\d{1,2}) (${monthNames.join('|')})[a-z]*(?: \\d{4})?`, 'g')
const clockTime = /(?<!\d)(\d{1,2}):(\d{2})(?::\d{2})?(?!\d)/g
const ticket = /\b[A-Z]{2,}-?\d[\d-]*[A-Z\d]*\b/g
const sum = /(?<![\d.])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?![\d.]*\d)/g
const money = /(?:[A-Z]{3} |[¥£$€])(\d[\d,]*(?:\.\d+)?)/g
const run = /\d{4,}/g

/** Reads the numbers of a text; each digit belongs to one of them. */
export function numbersIn(text: string): Numbers {
  let rest = text
  function take(pattern: RegExp, read: (match: RegExpExecArray | string[]) => string): string[] {
    const found: string[] = []
    rest = rest.replace(pattern, (...match) => {
      found.push(read(match.filter((part) => typeof part === 'string')))
      return ' '
    })
    return found
  }
  const days = [
    ...take(isoDay, ([, month, date]) => dayKey(Number(month), Number(date))),
    ...take(chineseDay, ([, month, date]) => dayKey(Number(month), Number(date))),
    ...take(englishDay, ([, date, month]) =>
      dayKey(monthNames.indexOf(month?.slice(0, 3) ?? '') + 1, Number(date)),
    ),
  ]
  const times = take(clockTime, ([, hour, minute]) => `${hour?.padStart(2, '0')}:${minute}`)
  const references = take(ticket, ([whole]) => whole ?? '')
  const sums = [
    ...take(money, ([, digits]) => plain(digits ?? '')),
    ...take(sum, ([digits]) => plain(digits ?? '')),
  ]
  return { days, times, sums, runs: [...references, ...take(run, ([digits]) => digits ?? '')] }
}

function plain(digits: string): string {
  return String(Number(digits.replaceAll(',', '')))
}

/** Numbers that may be shown. */
export interface Known {
  days: Set<string>
  times: Set<string>
  sums: Set<string>
  runs: Set<string>
}

export function nothingKnown(): Known {
  return { days: new Set(), times: new Set(), sums: new Set(), runs: new Set() }
}

/** Everything that stands in a text may be said again. */
export function learnText(known: Known, text: string): void {
  const { days, times, sums, runs } = numbersIn(text)
  for (const day of days) known.days.add(day)
  for (const time of times) known.times.add(time)
  for (const each of sums) known.sums.add(each)
  for (const each of runs) known.runs.add(each)
  for (const digits of text.match(/\d+/g) ?? []) {
    known.runs.add(digits)
    known.sums.add(plain(digits))
  }
}

/** An instant, or a day, may be told in each of the zones. */
export function learnInstant(known: Known, at: string, zones: readonly string[]): void {
  if (at.length <= 10) {
    known.days.add(at.slice(5))
    return
  }
  for (const zone of zones) {
    const { day, time } = localTime(new Date(at), zone)
    known.days.add(day.slice(5))
    known.times.add(time)
  }
}

/** A part of a world: its sums, its instants and all digits of its references. */
export function learnWorld(known: Known, part: unknown, zones: readonly string[]): void {
  if (typeof part === 'number') learnSum(known, part)
  if (typeof part === 'string') {
    const isInstant = /^\d{4}-\d\d-\d\d(?:T[\d:]+(?:[+-]\d\d:\d\d|Z)?)?$/.test(part)
    if (isInstant) learnInstant(known, part, zones)
    learnText(known, part)
  }
  if (typeof part === 'object' && part !== null) {
    for (const each of Object.values(part)) learnWorld(known, each, zones)
  }
}

/** Minor units; and hundredths, for a rate in basis points. */
function learnSum(known: Known, minor: number): void {
  known.sums.add(String(minor / 100))
  known.runs.add(String(Math.trunc(minor / 100)))
}

/** Numbers of `text` that nothing accounts for. */
export function unknownNumbers(text: string, known: readonly Known[]): string[] {
  const { days, times, sums, runs } = numbersIn(text)
  const isKnown = (kind: keyof Known, value: string) => known.some((each) => each[kind].has(value))
  return [
    ...days.filter((day) => !isKnown('days', day)).map((day) => `day ${day}`),
    ...times.filter((time) => !isKnown('times', time)).map((time) => `time ${time}`),
    ...sums.filter((each) => !isKnown('sums', each)).map((each) => `sum ${each}`),
    ...runs.filter((each) => !isKnown('runs', each)).map((each) => `number ${each}`),
  ]
}

const root = join(import.meta.dirname, '../..')

/** What our own texts and tables say whoever asks: telephone numbers, codes, usual hours. */
export function knownConstants(): Known {
  const known = nothingKnown()
  const files = globSync(
    ['dialogs/**/*.ts', 'src/domain/{codes,complaints,settlement}/*.{ts,json}'],
    { cwd: root },
  )
  for (const file of files) learnText(known, readFileSync(join(root, file), 'utf8'))
  // A day in the source of a rule says nothing about a payment.
  known.days.clear()
  return known
}

/** What the articles say; for bubbles that answer from one. */
export function knownArticles(): Known {
  const known = nothingKnown()
  for (const file of globSync('knowledge/**/*.md', { cwd: root })) {
    learnText(known, readFileSync(join(root, file), 'utf8'))
  }
  return known
}
