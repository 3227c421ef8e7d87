import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { VerdictFacts } from '../../dialogs/verdict/facts.ts'
import type { Locale } from '../../src/domain/locale.ts'

const dialogs = join(import.meta.dirname, '../../dialogs')

/** A text of ours as a customer could read it, and where it stands. */
export interface Rendered {
  where: string
  text: string
}

const facts: VerdictFacts = {
  role: 'merchant',
  overdue: false,
  provisional: false,
  submitted: false,
  debited: false,
  noRefund: false,
  oneUndone: false,
  saidSubmitted: false,
}

/** The facts of a verdict with nothing known, everything known, and the same for a cardholder. */
export const sampleFacts: Record<Locale, VerdictFacts[]> = {
  en: samples('en'),
  'zh-CN': samples('zh-CN'),
}

function samples(locale: Locale): VerdictFacts[] {
  const zh = locale === 'zh-CN'
  const day = zh ? '11月24日（周二）' : 'Tue 24 Nov'
  const known: VerdictFacts = {
    ...facts,
    amount: 'CNY 10,000.00',
    told: 'CNY 9,000.00',
    saleWhen: day,
    card: '6411',
    tradeDay: day,
    expected: day,
    ticketFrom: day,
    daysOff: day,
    to: '6688',
    oldTo: '1122',
    currentTo: '6688',
    creditedWhen: day,
    net: 'CNY 9,940.00',
    fee: 'CNY 60.00',
    received: 'CNY 9,940.00',
    payoutAmount: 'CNY 9,940.00',
    documents: zh ? '发票' : 'an invoice',
    deductions: zh ? '退款 ¥60.00' : 'refund CNY 60.00',
    refundAmount: 'CNY 60.00',
    refundWhen: day,
    refundRef: '74837261',
    disputeDue: day,
    releaseBy: day,
    traceRef: '20261124001',
    rrn: '123456789012',
  }
  const uncredited = { ...known, creditedWhen: undefined, overdue: true, provisional: true }
  const all = [
    facts,
    known,
    uncredited,
    { ...known, submitted: true, debited: true, noRefund: true },
  ]
  return all.flatMap((each) => [each, { ...each, role: 'cardholder' as const }])
}

/** What a template may be called with: words, numbers, facts, the parts of a script. */
function callsFor(locale: Locale): unknown[][] {
  const word = locale === 'zh-CN' ? '某事' : 'something'
  const script = { region: 'CN', ticket: 'TK20261123-00042K', numbers: {} }
  return [
    [word, word, word],
    [3, 3, 3],
    ...sampleFacts[locale].map((each) => [each]),
    ...['CN', 'GB', 'US', 'other'].map((region) => [{ ...script, region }]),
  ]
}

/** Every string below a value; templates are called with each set of samples they accept. */
export function render(value: unknown, where: string, locale: Locale): Rendered[] {
  if (typeof value === 'string') return [{ where, text: value }]
  if (isTemplate(value)) {
    return callsFor(locale).flatMap((given) => render(called(value, given), where, locale))
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => render(inner, `${where}.${key}`, locale))
}

type Template = (...given: unknown[]) => unknown

function isTemplate(value: unknown): value is Template {
  return typeof value === 'function'
}

/** What a template gives for samples of another kind is no text of ours. */
function called(template: Template, given: unknown[]): unknown {
  try {
    const text = template(...given)
    return /undefined|NaN|\[object/.test(JSON.stringify(text) ?? '') ? undefined : text
  } catch {
    return undefined
  }
}

/** The files of one language: `texts.en.ts`, `causes.zh-cn.ts`, … */
function filesOf(locale: Locale): string[] {
  const ending = `.${locale.toLowerCase()}.ts`
  return readdirSync(dialogs, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(ending),
  )
}

/** Every text the dialogs can say in a language. */
export async function allTexts(locale: Locale): Promise<Rendered[]> {
  const modules = await Promise.all(
    filesOf(locale).map(async (name) => ({ name, module: await import(join(dialogs, name)) })),
  )
  return modules.flatMap(({ name, module }) => render({ ...module }, name, locale))
}
