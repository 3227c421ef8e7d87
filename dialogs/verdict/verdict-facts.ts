import type { Explanation } from '../../src/actions/explain-payment.ts'
import { explainCode } from '../../src/domain/codes/response-codes.ts'
import { routeContact } from '../../src/domain/complaints/route-contact.ts'
import { incidentsOf } from '../../src/domain/diagnosis/observe-incidents.ts'
import { deductions, netOf } from '../../src/domain/diagnosis/observe-money.ts'
import { holidayName } from '../../src/domain/holiday-name.ts'
import { localTime } from '../../src/domain/local-time.ts'
import type { Locale } from '../../src/domain/locale.ts'
import { formatMoney, type Money } from '../../src/domain/money.ts'
import { settlementWindow } from '../../src/domain/settlement/settlement-windows.ts'
import { latestRefund } from '../../src/domain/stage.ts'
import type { TransactionRecord } from '../../src/domain/transaction.ts'
import { formatDay, formatList, formatMoment } from '../format.ts'
import { entryNames } from './entry-names.ts'
import type { VerdictFacts } from './facts.ts'
import { paperName } from './paper-name.ts'
import { reasonInWords } from './reason-in-words.ts'

/**
 * The facts of a case in the customer's language. A cardholder is told nothing of what is the
 * merchant's own: fee, net, payout, settlement account.
 */
export function verdictFacts(explanation: Explanation, locale: Locale): VerdictFacts {
  const { evidence, plan, diagnosis } = explanation
  const { record } = evidence
  const day = (at: string | undefined) => (at ? formatDay(at, locale) : undefined)
  const moment = momentIn(explanation, locale)
  const told = toldSum(explanation)
  const currency = record?.amount.currency ?? 'CNY'
  return {
    role: evidence.role,
    amount: record ? formatMoney(record.amount, locale) : undefined,
    told: told === undefined ? undefined : formatMoney({ minor: told, currency }, locale),
    saleWhen: moment(record?.createdAt),
    card: record?.card?.last4,
    tradeDay: day(plan.tradeDay),
    expected:
      evidence.role === 'cardholder'
        ? dayWritten(plan.expectedBy, locale)
        : moment(plan.expectedBy),
    wasDue: passed(evidence.settlement?.deadline, evidence.now)
      ? moment(evidence.settlement?.deadline)
      : undefined,
    ticketFrom: day(plan.ticketFrom),
    overdue: diagnosis.stage === 'SETTLING_OVERDUE' || plan.ticketNow,
    provisional: evidence.settlement?.status === 'provisional',
    daysOff: daysOff(explanation, locale),
    incident: incidentText(explanation, locale),
    debited: evidence.story.cues.includes('bank_debited'),
    nextInstance: nextInstances(explanation, locale),
    noRefund: diagnosis.evidence.some((seen) => seen.observation === 'no_refund_recorded'),
    cutoff: cutoffOf(evidence),
    oneUndone: diagnosis.evidence.some((seen) => seen.observation === 'pair_with_one_reversed'),
    rrn: record?.refs.rrn,
    merchant: evidence.merchant?.name,
    submitted: Boolean(record?.settlement.hold?.submitted?.length),
    saidSubmitted: evidence.story.cues.includes('documents_submitted'),
    ...(record ? recordFacts(record, explanation, locale) : {}),
    ...(record && evidence.role === 'merchant' ? payoutFacts(record, explanation, locale) : {}),
  }
}

/** What the customer says it was: of two sums the one that is not the record's. */
function toldSum({ evidence: { story, record } }: Explanation): number | undefined {
  const sums = [story.amountMinor, ...(story.otherAmountsMinor ?? [])]
  return sums.find((sum) => sum !== undefined && sum !== record?.amount.minor) ?? story.amountMinor
}

function passed(at: string | undefined, now: Date): boolean {
  return at !== undefined && Date.parse(at) < now.getTime()
}

/** Where a complaint past its time goes next. */
function nextInstances({ evidence }: Explanation, locale: Locale): string | undefined {
  if (!evidence.overdueComplaint) return undefined
  const next = routeContact({
    problem: 'complaint',
    region: evidence.merchant?.country ?? 'CN',
    role: evidence.role,
    complaint: 'overdue',
  }).filter(({ contact }) => contact.kind !== 'institution')
  const names = next.map(({ contact }) =>
    [contact.name[locale], contact.phone ?? contact.url].filter(Boolean).join(' '),
  )
  return names.length > 0 ? formatList(names, locale) : undefined
}

/**
 * A record that knows only its day is written at midnight, and a day that counts to its end at
 * 23:59, in the zone it was counted in: then only that day is told, whatever hour it is elsewhere.
 */
function momentIn({ timeZone }: Explanation, locale: Locale) {
  return (at: string | undefined) => {
    if (!at) return undefined
    const { day, time } = localTime(new Date(at), timeZone)
    const wholeDay = at.length <= 10 || /T(?:00:00|23:59)/u.test(at)
    if (wholeDay) return formatDay(at, locale)
    return time === '00:00' ? formatDay(day, locale) : formatMoment(at, locale, timeZone)
  }
}

/** Card issuers post by the day: an hour would be a promise that no rule makes. */
function dayWritten(at: string | undefined, locale: Locale): string | undefined {
  return at ? formatDay(at, locale) : undefined
}

function cutoffOf({ merchant, rule }: Explanation['evidence']): string | undefined {
  if (!merchant || !rule) return undefined
  return merchant.cutoff ?? settlementWindow(rule.windowId)?.cutoff
}

function recordFacts(
  record: TransactionRecord,
  explanation: Explanation,
  locale: Locale,
): Partial<VerdictFacts> {
  const moment = momentIn(explanation, locale)
  const refund = latestRefund(record)
  const money = (minor: number): string =>
    formatMoney({ minor, currency: record.amount.currency }, locale)
  const code = record.responseCode ? explainCode(record.responseCode) : undefined
  return {
    refundAmount: refund ? money(refund.amountMinor) : undefined,
    refundWhen: moment(refund?.createdAt),
    refundRef: refund?.ref,
    disputeDue: moment(record.dispute.dueAt),
    releaseBy: moment(record.captureBefore),
    codeMeaning: code?.meaning[locale] ?? reasonInWords(record.responseCode?.text, locale),
    codeAdvice: code?.[explanation.evidence.role][locale],
    reason: reasonInWords(refund?.failureReason, locale),
  }
}

function payoutFacts(
  record: TransactionRecord,
  explanation: Explanation,
  locale: Locale,
): Partial<VerdictFacts> {
  const { evidence } = explanation
  const { merchant, story } = evidence
  const { payout, settlement } = record
  const moment = momentIn(explanation, locale)
  const money = (amount: Money): string => formatMoney(amount, locale)
  const { currency } = record.amount
  const net = netOf(record, evidence)
  const fee = record.amount.minor - net
  const lines = deductions(evidence).map(
    (entry) => `${entryNames[locale](entry.type)} ${money({ minor: entry.netMinor, currency })}`,
  )
  return {
    net: money({ minor: net, currency }),
    fee: fee > 0 ? money({ minor: fee, currency }) : undefined,
    received:
      story.receivedMinor === undefined
        ? undefined
        : money({ minor: story.receivedMinor, currency }),
    payoutAmount:
      (payout.amount ?? evidence.payout?.amount)
        ? money(payout.amount ?? evidence.payout?.amount ?? record.amount)
        : undefined,
    to: payout.destinationLast4 ?? merchant?.settlementAccountLast4,
    oldTo: merchant?.accountChange?.oldLast4,
    currentTo: merchant?.accountChange?.newLast4 ?? merchant?.settlementAccountLast4,
    creditedWhen: payout.state === 'credited' ? moment(payout.creditedAt) : undefined,
    traceRef: payout.traceRef,
    reason: reasonInWords(
      settlement.hold?.publicReason ?? payout.failureText ?? payout.failureCode,
      locale,
    ),
    documents: documentsOf(settlement.hold?.documents, locale),
    deductions: lines.length > 0 ? formatList(lines, locale) : undefined,
  }
}

function documentsOf(documents: string[] | undefined, locale: Locale): string | undefined {
  const names = documents?.map((each) => paperName(each, locale)) ?? []
  return names.length > 0 ? formatList(names, locale) : undefined
}

/** `周末`, `10月1日（周四）至 10月7日（周三）国庆节`. */
function daysOff({ evidence }: Explanation, locale: Locale): string | undefined {
  const skipped = evidence.rule?.skipped ?? []
  const first = skipped[0]
  const last = skipped.at(-1)
  if (!first || !last) return undefined
  const names = [...new Set(skipped.map(({ name }) => holidayName(name, locale)))]
  const joint = locale === 'zh-CN' ? '至 ' : ' to '
  const end = first.day === last.day ? '' : `${joint}${formatDay(last.day, locale)}`
  const open = locale === 'zh-CN' ? '' : ' '
  return `${formatDay(first.day, locale)}${end}${open}${formatList(names, locale)}`
}

function incidentText({ evidence }: Explanation, locale: Locale): string | undefined {
  const text = incidentsOf(evidence)[0]?.incident.publicText
  return text?.[locale] ?? text?.en ?? text?.['zh-CN']
}
