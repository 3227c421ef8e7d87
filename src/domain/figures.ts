import { retryAdvices } from './codes/code-entry.ts'
import { responseCodes } from './codes/response-codes.ts'
import { directory } from './complaints/directory.ts'
import { directoryIds } from './complaints/directory-ids.ts'
import { regimeIds, regimes, type Span } from './complaints/regimes.ts'
import { causeCodes } from './diagnosis/causes.ts'
import type { Locale } from './locale.ts'
import type { SettlementWindow } from './settlement/settlement-window.ts'
import { settlementWindows } from './settlement/settlement-windows.ts'
import { causePolicy, type EscalationTime } from './tickets/cause-policy.ts'
import { RETENTION_YEARS } from './tickets/retention.ts'
import { serviceLevels, type Target } from './tickets/service-levels.ts'
import { severities } from './tickets/ticket.ts'
import { REOPEN_DAYS } from './tickets/ticket-states.ts'

/** A number or a contact in each language, as a sentence has it. */
type Words = Readonly<Record<Locale, string>>

type Unit = Span['unit'] | Target['unit'] | SettlementWindow['unit'] | 'hour' | 'years'

/** How each unit is said; a unit that counts nothing is left out. */
const units: Partial<Record<Unit, Words>> = {
  business_days: { 'zh-CN': '个工作日', en: 'business day' },
  business_day: { 'zh-CN': '个工作日', en: 'working day' },
  calendar_days: { 'zh-CN': '天', en: 'day' },
  calendar_day: { 'zh-CN': '天', en: 'day' },
  open_day: { 'zh-CN': '天', en: 'day' },
  weeks: { 'zh-CN': '周', en: 'week' },
  years: { 'zh-CN': '年', en: 'year' },
  hour: { 'zh-CN': '小时', en: 'hour' },
  business_hours: { 'zh-CN': '小时', en: 'hour' },
  minutes: { 'zh-CN': '分钟', en: 'minute' },
}

function length(n: number, unit: Unit): Words | undefined {
  const words = units[unit]
  if (!words || n === 0) return undefined
  return { 'zh-CN': `${n} ${words['zh-CN']}`, en: `${n} ${words.en}${n === 1 ? '' : 's'}` }
}

function same(text: string | undefined): Words | undefined {
  return text === undefined ? undefined : { 'zh-CN': text, en: text }
}

/** An address as it is written in a sentence. */
function withoutScheme(url: string | undefined): string | undefined {
  return url?.replace(/^https?:\/\/(?:www\.)?/, '')
}

type Entry = readonly [name: string, words: Words | undefined]

const contacts: Entry[] = directoryIds.flatMap((id): Entry[] => [
  [`phone ${id}`, same(directory.get(id)?.phone)],
  [`site ${id}`, same(withoutScheme(directory.get(id)?.url))],
])

const windows: Entry[] = settlementWindows.flatMap((window): Entry[] => [
  [`days ${window.id}`, length(window.offset, window.unit)],
  [`usually ${window.id}`, window.usually],
  [`cut-off ${window.id}`, same(window.cutoff)],
  [
    `ticket ${window.id}`,
    window.ticketAfter && length(window.ticketAfter.n, window.ticketAfter.unit),
  ],
  [
    `returned ${window.id}`,
    window.mayReturnWithin && length(window.mayReturnWithin.n, window.mayReturnWithin.unit),
  ],
])

const escalationUnits: Partial<Record<EscalationTime, Unit>> = {
  after_business_days: 'business_day',
  after_calendar_days: 'calendar_day',
  after_hours: 'hour',
}

const escalations: Entry[] = causeCodes.map((cause) => {
  const { when, n } = causePolicy[cause].escalation
  const unit = escalationUnits[when]
  return [`ticket ${cause}`, unit && length(n ?? 0, unit)]
})

const clocks: Entry[] = regimeIds.flatMap((id): Entry[] => {
  const { acknowledge, final, extended = [] } = regimes[id]
  const spans: [name: string, span: Span | undefined][] = [
    [`acknowledged ${id}`, acknowledge],
    [`answered ${id}`, final],
    ...extended.map((span, at): [string, Span] => [
      `extended ${id}${at === 0 ? '' : ` ${at + 1}`}`,
      span,
    ]),
  ]
  return spans.map(([name, span]): Entry => [name, span && length(span.n, span.unit)])
})

const promises: Entry[] = [
  ...severities.map((severity): Entry => {
    const { n, unit } = serviceLevels[severity].firstHumanTouch
    return [`person ${severity}`, length(n, unit)]
  }),
  ['reopened within', length(REOPEN_DAYS, 'calendar_days')],
  ['tickets kept', length(RETENTION_YEARS, 'years')],
]

const pos = [...(responseCodes.iso8583_39?.values() ?? [])]

const codes: Entry[] = retryAdvices.map((advice) => {
  const named = pos.filter(({ retry }) => retry === advice).map(({ code }) => code)
  return [`codes ${advice}`, { 'zh-CN': named.join('、'), en: named.join(', ') }]
})

const figures = new Map(
  [...contacts, ...windows, ...escalations, ...clocks, ...promises, ...codes].filter(
    ([, words]) => words,
  ),
)

/** The name of every figure, for whoever asks for one that does not exist. */
export const figureNames: readonly string[] = [...figures.keys()]

/** A contact as an article may name it, and the figure to write instead of its digits. */
export const contactFigures: readonly (readonly [written: string, figure: string])[] =
  contacts.flatMap(([name, words]) => (words ? [[words.en, name] as const] : []))

/** A text with its figures in place, and the names that mean nothing, each with its line from 1. */
export interface Filled {
  text: string
  unknown: { line: number; name: string }[]
}

const place = /\{\{ *([^{}\n]*?) *\}\}/gu

/**
 * Puts the numbers of the windows, the clocks, the codes and the directory where a text says
 * `{{phone cn_110}}` or `{{answered gb_psd}}`: what can change is written down once. Lines stay lines.
 */
export function fillFigures(text: string, locale: Locale): Filled {
  const unknown: Filled['unknown'] = []
  const lines = text.split('\n').map((line, at) =>
    line.replaceAll(place, (written, name: string) => {
      const words = figures.get(name)
      if (!words) unknown.push({ line: at + 1, name })
      return words?.[locale] ?? written
    }),
  )
  return { text: lines.join('\n'), unknown }
}

/** A row without the figures in it: what its writer typed. */
export function withoutFigures(text: string): string {
  return text.replaceAll(place, '')
}
