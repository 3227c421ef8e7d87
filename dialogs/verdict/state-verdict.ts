import type { Explanation } from '../../src/actions/explain-payment.ts'
import type { Cause } from '../../src/domain/diagnosis/causes.ts'
import { localTime } from '../../src/domain/local-time.ts'
import type { Locale } from '../../src/domain/locale.ts'
import { isPayoutRecord } from '../../src/domain/payout-record.ts'
import { datedStations } from '../../src/domain/stations.ts'
import type { VerdictEntity } from '../../src/domain/support-entity.ts'
import type { Message } from '../flow.ts'
import { inLocale } from '../flow.ts'
import { formatDay, formatMoment } from '../format.ts'
import { causesEn } from './causes.en.ts'
import { causesZhCn } from './causes.zh-cn.ts'
import type { CauseWords, VerdictFacts } from './facts.ts'
import { payoutInWords } from './payout-in-words.ts'
import { observationsEn, stagesEn } from './seen.en.ts'
import { observationsZhCn, stagesZhCn } from './seen.zh-cn.ts'
import { verdictFacts } from './verdict-facts.ts'

export const causeWords: Record<Locale, Record<Cause, CauseWords>> = {
  en: causesEn,
  'zh-CN': causesZhCn,
}
/** Each observation as a sentence. */
export const observationWords = { en: observationsEn, 'zh-CN': observationsZhCn }
/** Each stage as a sentence, with `{sale}` for the payment. */
export const stageWords = { en: stagesEn, 'zh-CN': stagesZhCn }

const labels = {
  en: {
    record: 'Record',
    why: 'Why',
    now: 'Now',
    otherwise: 'If not',
    ruledOut: 'Ruled out',
    asOf: (at: string) => `As of ${at}.`,
    stale: (at: string) => `The data is from ${at} and may have changed.`,
    otherDay: (day: string) =>
      `You said ${day}; this is the closest one I found. If it is another, tell me its amount and day.`,
    theSale: 'the payment',
    complaint: (no: string, day: string) => `Your complaint ${no} was made on ${day}.`,
  },
  'zh-CN': {
    record: '记录',
    why: '原因',
    now: '现在',
    otherwise: '如果没有',
    ruledOut: '已排除',
    asOf: (at: string) => `数据时间：${at}。`,
    stale: (at: string) => `数据是 ${at} 的，可能已有变化。`,
    otherDay: (day: string) =>
      `您说的是 ${day}，这是我查到最接近的一笔；不是它就告诉我金额和日期。`,
    theSale: '这笔交易',
    complaint: (no: string, day: string) => `您的投诉 ${no} 是 ${day} 提交的。`,
  },
}

/** The same verdict told a minute later says nothing new. */
export function withoutMoment(text: string): string {
  return text.replace(/(?:数据时间：|As of )[^\n]*/u, '')
}

const mostRuledOut = 3

/** Nobody worries about these: that they are ruled out is no comfort and not worth a line. */
export const harmless: readonly Cause[] = [
  'RC_WITHIN_WINDOW',
  'RC_AFTER_CUTOFF',
  'RC_NON_WORKING_DAY',
  'RC_PAYOUT_SCHEDULE',
  'RC_FIRST_PAYOUT',
  'RC_NET_OF_FEES',
  'RC_REFUND_IN_PROGRESS',
  'RC_REFUND_AS_REVERSAL',
  'RC_NOT_FOUND',
]
const mostEvidence = 8

/** A diagnosis as one message: the answer first, and the same facts for machines. */
export function stateVerdict(
  explanation: Explanation,
  locale: Locale,
  toldDay?: string | undefined,
): Message {
  const facts = verdictFacts(explanation, locale)
  const words = inLocale(causeWords, locale)[explanation.diagnosis.cause]
  const label = inLocale(labels, locale)
  const colon = locale === 'zh-CN' ? '：' : ': '
  const lines = [
    words.headline(facts),
    `• ${label.record}${colon}${recordLine(explanation, facts, locale)}`,
    ...otherDayLine(explanation, locale, toldDay),
    `• ${label.why}${colon}${words.why(facts)}`,
    `• ${label.now}${colon}${words.now(facts)}`,
    `• ${label.otherwise}${colon}${words.otherwise(facts)}`,
    closing(explanation, locale),
  ]
  return { text: lines.join('\n'), entities: [verdictEntity(explanation, locale)] }
}

/** The day of the refund, the check-out, the papers: no day of the payment, and no disagreement. */
function dayOfOther({ story, record }: Explanation['evidence'], told: string): boolean {
  if (story.concern === 'refund' || story.concern === 'hold') return true
  return record?.refunds.some(({ createdAt }) => createdAt.startsWith(told)) ?? false
}

/** Story and record disagree on the day: that is said, never passed over. */
function otherDayLine(
  { evidence, timeZone }: Explanation,
  locale: Locale,
  toldDay: string | undefined,
): string[] {
  const at = evidence.record?.createdAt
  const day = at ? localTime(new Date(at), timeZone).day : undefined
  if (!toldDay || !day || day === toldDay || dayOfOther(evidence, toldDay)) return []
  return [`• ${inLocale(labels, locale).otherDay(formatDay(toldDay, locale))}`]
}

function recordLine(
  { diagnosis, evidence, timeZone }: Explanation,
  facts: VerdictFacts,
  locale: Locale,
): string {
  const { record } = evidence
  if (record && isPayoutRecord(record)) return payoutInWords(facts, record.payout.state, locale)
  const complaint = record ? undefined : evidence.overdueComplaint
  if (complaint && diagnosis.cause === 'RC_COMPLAINT_OVERDUE') {
    const { day } = localTime(new Date(complaint.openedAt), timeZone)
    return inLocale(labels, locale).complaint(complaint.no, formatDay(day, locale))
  }
  const sale = saleInWords(facts, locale)
  const capital = sale.charAt(0).toUpperCase() + sale.slice(1)
  return inLocale(stageWords, locale)
    [diagnosis.stage].replace('{sale}', sale)
    .replace('{Sale}', capital)
}

/** `11月20日（周五）15:20 的 ¥10,000.00（卡尾号 6225）`. */
function saleInWords(facts: VerdictFacts, locale: Locale): string {
  const { amount, saleWhen, card } = facts
  if (!amount) return inLocale(labels, locale).theSale
  if (locale === 'zh-CN') {
    const when = saleWhen ? `${saleWhen}的 ` : ''
    return `${when}${amount}${card ? `（卡尾号 ${card}）` : ''}`
  }
  const when = saleWhen ? ` of ${saleWhen}` : ''
  return `the payment of ${amount}${card ? ` (card ending ${card})` : ''}${when}`
}

function closing(explanation: Explanation, locale: Locale): string {
  const label = inLocale(labels, locale)
  const { record, now } = explanation.evidence
  const at = formatMoment(record?.fetchedAt ?? now.toISOString(), locale, explanation.timeZone)
  const fresh = record?.stale ? label.stale(at) : label.asOf(at)
  const out = explanation.diagnosis.ruledOut
    .filter(({ cause }) => !harmless.includes(cause))
    .slice(0, mostRuledOut)
    .map(({ cause }) => inLocale(causeWords, locale)[cause].name)
  if (out.length === 0 || !record) return fresh
  const [colon, joint, stop] = locale === 'zh-CN' ? ['：', '；', '。'] : [': ', '; ', '. ']
  return `${label.ruledOut}${colon}${out.join(joint)}${stop}${fresh}`
}

/** The machine-readable verdict. `fact` is a sentence in the customer's language. */
export function verdictEntity(explanation: Explanation, locale: Locale): VerdictEntity {
  const { diagnosis, plan, evidence, timeZone } = explanation
  const { stage } = diagnosis
  const stations = datedStations(evidence, { stage, expectedBy: plan.expectedBy, timeZone })
  return {
    type: 'support/verdict',
    stage,
    cause: diagnosis.cause,
    transactionId: evidence.record?.id,
    tradeDay: plan.tradeDay,
    expectedBy: plan.expectedBy,
    recheckAt: plan.recheckAt,
    ticketFrom: plan.ticketFrom,
    dataAsOf: evidence.record?.fetchedAt ?? evidence.now.toISOString(),
    evidence: diagnosis.evidence.slice(0, mostEvidence).map(({ observation, source }) => ({
      fact: inLocale(observationWords, locale)[observation],
      source,
    })),
    ruledOut: diagnosis.ruledOut.map(({ cause }) => cause),
    candidates: diagnosis.candidates.map(({ cause, probability }) => ({
      cause,
      probability: Math.round(probability * 1000) / 1000,
    })),
    ...(stations.length > 0 && { stations }),
  }
}
