import type { CaseFacts } from '../../src/domain/case-facts.ts'
import { explainCode } from '../../src/domain/codes/response-codes.ts'
import { type ContactProblem, routeContact } from '../../src/domain/complaints/route-contact.ts'
import { toOffsetIso } from '../../src/domain/local-time.ts'
import type { Locale } from '../../src/domain/locale.ts'
import { formatMoney, type Money } from '../../src/domain/money.ts'
import { latestRefund } from '../../src/domain/stage.ts'
import type { Ticket, TicketCategory } from '../../src/domain/tickets/ticket.ts'
import type { References, TransactionRecord } from '../../src/domain/transaction.ts'
import { directoryEn } from '../words/directory.en.ts'
import { directoryZhCn } from '../words/directory.zh-cn.ts'
import { en, type TracePackTexts } from './texts.en.ts'
import { zhCn } from './texts.zh-cn.ts'

const texts: Readonly<Record<Locale, TracePackTexts>> = { en, 'zh-CN': zhCn }
const advice = { en: directoryEn, 'zh-CN': directoryZhCn }

/** What the pack is put together from. Nothing but who asks is required. */
export interface TraceCase {
  /** The record, and whether it was read just now or is a copy kept with the ticket. */
  record?: { value: TransactionRecord; fresh: boolean } | undefined
  ticket?: Ticket | undefined
  /** What the customer has told in the conversation. */
  facts?: CaseFacts | undefined
  role: 'merchant' | 'cardholder'
  /** The merchant the customer is, vouched for; their own number is shown whole. */
  merchantId?: string | undefined
  /** As the customer is called. */
  name?: string | undefined
  /** Country whose contacts count. */
  region: string
  locale: Locale
  now: Date
  /** IANA zone in which times are written. */
  timeZone: string
}

export interface TraceRow {
  label: string
  value: string
}

export interface TraceSection {
  heading: string
  rows: TraceRow[]
  /** Sentences below the rows. */
  lines: string[]
}

/** A page for a bank or payment company: nothing on it needs to be looked up, and nothing is secret. */
export interface TracePack {
  title: string
  made: string
  sections: TraceSection[]
}

/** Puts together what a bank needs to find a payment, and the sentence to say. */
export function composeTracePack(trace: TraceCase): TracePack {
  const words = texts[trace.locale]
  const problem = problemOf(trace)
  const { expect } = advice[trace.locale][problem]
  const sections = [
    { heading: words.sections.whom, rows: whomRows(trace, problem), lines: [] },
    { heading: words.sections.payment, rows: paymentRows(trace), lines: [] },
    recordSection(trace),
    { heading: words.sections.say, rows: [], lines: [sentenceOf(trace, problem), words.never] },
    { heading: words.sections.ask, rows: [], lines: [expect] },
  ]
  const shown = sections.filter(({ rows, lines }) => rows.length + lines.length > 0)
  return {
    title: words.title,
    made: words.made(moment(trace.now.toISOString(), trace)),
    sections: shown,
  }
}

const problems: Partial<Record<TicketCategory, ContactProblem>> = {
  payout_late: 'payout',
  payout_failed: 'payout',
  payout_destination: 'payout',
  payout_missing: 'payout',
  risk_hold: 'hold',
  fee_dispute: 'fee',
  amount_mismatch: 'fee',
  duplicate_charge: 'debit',
  one_sided: 'debit',
  declined: 'debit',
  refund_late: 'refund_not_posted',
  refund_failed: 'refund_not_submitted',
  preauth_hold: 'preauth',
  unauthorised: 'unauthorised',
  fraud: 'fraud_loss',
  fraud_unlicensed: 'unlicensed',
}

/** Whose problem it is: by the ticket, else by the record, else by who asks. */
function problemOf({ ticket, record, role }: TraceCase): ContactProblem {
  const byTicket = ticket && problems[ticket.category]
  if (byTicket) return byTicket
  if (record && latestRefund(record.value) && role === 'cardholder') return 'refund_not_posted'
  if (record?.value.settlement.state === 'held' && role === 'merchant') return 'hold'
  return role === 'merchant' ? 'payout' : 'debit'
}

function whomRows(trace: TraceCase, problem: ContactProblem): TraceRow[] {
  const { locale, region, role } = trace
  const { rows } = texts[locale]
  const contacts = routeContact({ problem, region, role }).filter(
    ({ step }) => step !== 'after_own_complaint',
  )
  return [
    ...contacts.map(({ contact }) => ({
      label: rows.contact,
      value: [contact.name[locale], contact.phone, contact.url].filter(Boolean).join(' · '),
    })),
    ...row(rows.customer, trace.name),
    ...ourRows(trace),
  ]
}

function paymentRows(trace: TraceCase): TraceRow[] {
  const { locale, role } = trace
  const { rows, types } = texts[locale]
  const record = trace.record?.value
  const refs = refsOf(trace)
  const refund = record && latestRefund(record)
  const own = role === 'merchant'
  return [
    ...row(rows.amount, money(amountOf(trace), locale)),
    // Fee and net are the merchant's own affair.
    ...(own
      ? [...row(rows.fee, money(record?.fee, locale)), ...row(rows.net, money(record?.net, locale))]
      : []),
    ...row(rows.when, whenOf(trace)),
    ...row(rows.tradeDay, record?.tradeDay),
    ...row(rows.type, record && types[record.type]),
    ...row(rows.last4, tailOf(trace)),
    ...row(rows.rrn, refs.rrn),
    ...row(rows.arn, refs.arn),
    ...(own ? row(rows.traceRef, record?.payout.traceRef) : []),
    ...row(rows.refundRef, refund?.ref),
    ...row(rows.authCode, refs.authCode),
    ...row(rows.orderNo, refs.orderNo),
    ...row(rows.stan, refs.stan),
    ...row(rows.batchNo, refs.batchNo),
    ...row(rows.terminalId, refs.terminalId),
    ...row(rows.merchantId, merchantNumber(trace)),
    ...row(rows.descriptor, record?.descriptor),
    ...row(rows.responseCode, codeOf(record, locale)),
  ]
}

function recordSection(trace: TraceCase): TraceSection {
  const words = texts[trace.locale]
  const { record } = trace
  if (!record) return { heading: words.sections.record, rows: [], lines: [words.noRecord] }
  const { provider, fetchedAt, stale } = record.value
  const rows = [
    ...trackRows(record.value, trace),
    { label: words.rows.source, value: provider },
    {
      label: words.rows.asOf,
      value: words.on(
        moment(fetchedAt, trace),
        record.fresh ? words.fresh : words.snapshot(moment(fetchedAt, trace)),
      ),
    },
  ]
  return { heading: words.sections.record, rows, lines: stale ? [words.staleRecord] : [] }
}

/** A track the provider says nothing about is left out; the payout is shown to its merchant only. */
function trackRows(record: TransactionRecord, trace: TraceCase): TraceRow[] {
  const words = texts[trace.locale]
  const { rows } = words
  const refund = latestRefund(record)
  const { clearing, settlement, payout, dispute } = record
  const own = trace.role === 'merchant'
  const known = <T extends string>(state: T, names: Record<T, string>) =>
    state === 'not_reported' || state === 'not_applicable' ? undefined : names[state]
  return [
    ...row(rows.payment, words.paymentStates[record.payment]),
    ...row(rows.clearing, known(clearing, words.clearingStates)),
    ...(own ? row(rows.settlement, known(settlement.state, words.settlementStates)) : []),
    ...(own && known(payout.state, words.payoutStates)
      ? row(rows.payout, payoutText(record, trace))
      : []),
    ...(refund ? row(rows.refund, refundText(refund, trace, record)) : []),
    ...(dispute.state === 'none' ? [] : row(rows.dispute, words.disputeStates[dispute.state])),
  ]
}

function payoutText({ payout }: TransactionRecord, trace: TraceCase): string {
  const words = texts[trace.locale]
  const when = payout.creditedAt ?? payout.sentAt ?? payout.arrivalDate
  const parts = [
    words.payoutStates[payout.state],
    money(payout.amount, trace.locale),
    payout.destinationLast4 && words.payoutTo(payout.destinationLast4),
  ]
  const text = parts.filter(Boolean).join(trace.locale === 'zh-CN' ? '，' : ', ')
  return when ? words.on(text, moment(when, trace)) : text
}

function refundText(
  refund: TransactionRecord['refunds'][number],
  trace: TraceCase,
  { amount }: TransactionRecord,
): string {
  const words = texts[trace.locale]
  const sum = formatMoney({ minor: refund.amountMinor, currency: amount.currency }, trace.locale)
  const text = `${sum}${trace.locale === 'zh-CN' ? '，' : ', '}${words.refundStates[refund.state]}`
  return words.on(text, moment(refund.createdAt, trace))
}

function sentenceOf(trace: TraceCase, problem: ContactProblem): string {
  const amount = money(amountOf(trace), trace.locale)
  const parts = { when: whenOf(trace), amount, reference: referenceOf(trace), last4: tailOf(trace) }
  return texts[trace.locale].sentence(problem, parts) ?? advice[trace.locale][problem].say
}

/** The reference a bank finds it by; of a payout its own trace number. */
function referenceOf(trace: TraceCase): string | undefined {
  const { rrn, arn, orderNo, authCode } = refsOf(trace)
  const trail = trace.role === 'merchant' ? trace.record?.value.payout.traceRef : undefined
  return rrn ?? arn ?? trail ?? orderNo ?? authCode
}

function ourRows({ ticket, locale, ...place }: TraceCase): TraceRow[] {
  const { rows } = texts[locale]
  if (!ticket) return []
  return [...row(rows.ticket, ticket.no), ...row(rows.answerBy, moment(ticket.dueAt, place))]
}

function refsOf({ record, ticket, facts }: TraceCase): References {
  return record?.value.refs ?? ticket?.txn?.ref ?? factRefs(facts)
}

function factRefs(facts: CaseFacts | undefined): References {
  const { rrn, orderNo, authCode, terminalId, merchantId, batchNo } = facts ?? {}
  return { rrn, orderNo, authCode, terminalId, merchantId, batchNo }
}

function amountOf({ record, ticket, facts }: TraceCase): Money | undefined {
  if (record) return record.value.amount
  const { amountMinor, currency } = ticket?.txn ?? {}
  if (amountMinor !== undefined) return { minor: amountMinor, currency: currency ?? 'CNY' }
  return facts?.amount && { minor: facts.amount.minor, currency: facts.amount.currency ?? 'CNY' }
}

function whenOf(trace: TraceCase): string | undefined {
  const at = trace.record?.value.createdAt ?? trace.ticket?.txn?.at ?? trace.facts?.date
  return at && moment(at, trace)
}

function tailOf({ record, ticket, facts }: TraceCase): string | undefined {
  return record?.value.card?.last4 ?? ticket?.txn?.last4 ?? facts?.last4
}

/** Their own number whole to the merchant it is; to anybody else its ends, as on a slip. */
function merchantNumber(trace: TraceCase): string | undefined {
  const number = refsOf(trace).merchantId ?? trace.record?.value.merchantId
  if (number === undefined) return undefined
  const isOwn =
    trace.merchantId !== undefined && trace.record?.value.merchantId === trace.merchantId
  if (isOwn || number.length < 6) return isOwn ? number : '••••'
  return `${number.slice(0, 3)}${'•'.repeat(number.length - 6)}${number.slice(-3)}`
}

function codeOf(record: TransactionRecord | undefined, locale: Locale): string | undefined {
  const { responseCode } = record ?? {}
  if (!responseCode) return undefined
  const meaning = explainCode(responseCode)?.meaning[locale]
  return [responseCode.code, meaning].filter(Boolean).join(' · ')
}

function money(amount: Money | undefined, locale: Locale): string | undefined {
  return amount && formatMoney(amount, locale)
}

/** `2026-11-23 18:00 (+08:00)`: a bank elsewhere must not guess the zone. A day stays a day. */
function moment(at: string, { timeZone }: Pick<TraceCase, 'timeZone'>): string {
  if (at.length <= 10) return at
  const written = /[+-]\d{2}:\d{2}$/u.test(at) ? at : toOffsetIso(new Date(at), timeZone)
  const [, day, time, zone] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*?([+-]\d{2}:\d{2})$/u.exec(written) ?? []
  return day ? `${day} ${time} (${zone})` : at
}

function row(label: string, value: string | undefined): TraceRow[] {
  return value ? [{ label, value }] : []
}
