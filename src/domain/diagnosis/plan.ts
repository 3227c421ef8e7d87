import { addBusinessDays } from '../business-days.ts'
import type { BusinessCalendar, Day } from '../calendar.ts'
import { addDays, localTime, toOffsetIso } from '../local-time.ts'
import type { SettlementAnswer } from '../settlement/settlement-answer.ts'
import { latestRefund } from '../stage.ts'
import { causePolicy } from '../tickets/cause-policy.ts'
import type { Severity } from '../tickets/ticket.ts'
import type { CaseEvidence } from './case-evidence.ts'
import type { Cause } from './causes.ts'
import type { Observation } from './observation.ts'
import { observe } from './observe.ts'
import { incidentsOf } from './observe-incidents.ts'

/** What follows from a cause: when to expect what, and when somebody has to act. */
export interface Plan {
  tradeDay?: Day | undefined
  /** ISO instant with offset, or a day: the money, the refund or the release is due by then. */
  expectedBy?: string | undefined
  /** ISO instant with offset: when a second look is worth it. */
  recheckAt?: string | undefined
  /** From this day on a ticket is due. */
  ticketFrom?: Day | undefined
  /** A ticket is due now. */
  ticketNow: boolean
  severity: Severity
  /** A person is called at once, whatever the customer asks. */
  human: boolean
}

export interface Place {
  calendar: BusinessCalendar
  timeZone: string
}

interface Dates {
  expectedBy?: string | undefined
  ticketFrom?: Day | undefined
  /** The exact instant, where a rule counts hours. */
  ticketFromAt?: Date | undefined
}

/** The dates and the escalation of a cause, from the record, the windows and the cause's policy. */
export function planFor(cause: Cause, evidence: CaseEvidence, place: Place): Plan {
  const today = localTime(evidence.now, place.timeZone).day
  const dates = ahead(datesOf(cause, evidence, place), { now: evidence.now, today })
  const { escalation } = causePolicy[cause]
  const atOnce = escalation.when === 'at_once'
  const passed = hasPassed(dates, today, evidence.now)
  const due = passed || isContradicted(cause, evidence)
  return {
    tradeDay: evidence.settlement?.tradeDay ?? evidence.record?.tradeDay,
    expectedBy: dates.expectedBy,
    recheckAt: recheck(dates, place) ?? lateRecheck(evidence),
    ticketFrom: atOnce || (due && !passed) ? today : dates.ticketFrom,
    ticketNow: atOnce || due,
    severity: severityOf(cause, evidence, { today, due: atOnce || due }),
    human: escalation.human,
  }
}

function hasPassed({ ticketFrom, ticketFromAt }: Dates, today: Day, now: Date): boolean {
  if (ticketFromAt) return ticketFromAt <= now
  return ticketFrom !== undefined && ticketFrom <= today
}

/** What makes an explanation not enough: the story or the contract speaks against it. */
const contradictions: Partial<Record<Cause, readonly Observation[]>> = {
  RC_NET_OF_FEES: ['fee_above_contract'],
  RC_OLD_ACCOUNT: ['said_old_account_closed'],
  RC_REFUND_FAILED: ['said_shop_closed_or_refuses'],
  RC_NOT_FOUND: ['said_slip_name_matches', 'said_shop_closed_or_refuses'],
  RC_ENTRY_ERROR: ['said_shop_closed_or_refuses'],
  RC_WRONG_PROVIDER: ['said_slip_name_matches'],
}

function isContradicted(cause: Cause, evidence: CaseEvidence): boolean {
  const against = contradictions[cause]
  return (
    against !== undefined && observe(evidence).some((seen) => against.includes(seen.observation))
  )
}

/** A late payout gets worse with the days; other causes keep what their policy says. */
const latePayouts: readonly Cause[] = [
  'RC_WITHIN_WINDOW',
  'RC_AFTER_CUTOFF',
  'RC_NON_WORKING_DAY',
  'RC_FIRST_PAYOUT',
  'RC_BANK_DELAY',
  'RC_ACQUIRER_INCIDENT',
]

function severityOf(
  cause: Cause,
  { settlement, role }: CaseEvidence,
  { today, due }: { today: Day; due: boolean },
): Severity {
  const policy = causePolicy[cause]
  const usual = due ? policy.escalation.severity : policy.severity
  const late = settlement?.status === 'overdue' ? settlement.severeFrom : undefined
  const severe = late !== undefined && late <= today && role === 'merchant'
  return severe && latePayouts.includes(cause) && usual !== 'P1' ? 'P2' : usual
}

/** Past its time and not yet a matter for a ticket: the next look is when it becomes one. */
function lateRecheck({ settlement, role }: CaseEvidence): string | undefined {
  const late = role === 'merchant' && settlement?.status === 'late_grace'
  return late ? settlement.ticketFromAt : undefined
}

/** A date that has passed is no promise any more. */
function ahead(dates: Dates, { now, today }: { now: Date; today: Day }): Dates {
  const { expectedBy } = dates
  if (expectedBy === undefined) return dates
  const past = expectedBy.length > 10 ? Date.parse(expectedBy) < now.getTime() : expectedBy < today
  return past ? { ...dates, expectedBy: undefined } : dates
}

/** An hour after the time named: banks post in batches. */
function recheck(dates: Dates, { timeZone }: Place): string | undefined {
  if (!dates.expectedBy || dates.expectedBy.length <= 10) return undefined
  return toOffsetIso(new Date(Date.parse(dates.expectedBy) + 3_600_000), timeZone)
}

type DateRule = (evidence: CaseEvidence, place: Place) => Dates

const dayMs = 86_400_000

const byWindow: DateRule = ({ settlement }) => windowDates(settlement)
const bySideWindow: DateRule = ({ sideWindow }) => windowDates(sideWindow)

function windowDates(answer: SettlementAnswer | undefined): Dates {
  if (!answer) return {}
  return { expectedBy: answer.deadline, ticketFrom: answer.ticketFrom }
}

/** Nothing back after so many business days, counted from the transaction. */
const afterBusinessDays =
  (days: number): DateRule =>
  (evidence, place) => ({
    ticketFrom: addBusinessDays(startDay(evidence, place), days, place.calendar),
  })

const afterCalendarDays =
  (days: number): DateRule =>
  (evidence, place) => ({ ticketFrom: addDays(startDay(evidence, place), days) })

const afterADay: DateRule = (evidence, place) => {
  const at = evidence.record?.createdAt
  const dates = afterCalendarDays(1)(evidence, place)
  return at && at.length > 10 ? { ...dates, ticketFromAt: new Date(Date.parse(at) + dayMs) } : dates
}

const byIncident: DateRule = (evidence, place) => {
  const ends = incidentsOf(evidence)
    .map(({ incident }) => incident.endsAt)
    .filter((at) => at !== undefined)
    .toSorted()
    .at(-1)
  if (!ends) return byWindow(evidence, place)
  const end = new Date(ends)
  return { expectedBy: toOffsetIso(end, place.timeZone), ticketFrom: dayAfter(end, place) }
}

const byBankPosting: DateRule = ({ record, settlement, now }, { calendar, timeZone }) => {
  const sent = record?.payout.sentAt ?? record?.payout.arrivalDate ?? settlement?.expectedDay
  const day = sent ? dayOf(sent, timeZone) : localTime(now, timeZone).day
  return {
    expectedBy: addBusinessDays(day, 1, calendar),
    ticketFrom: addBusinessDays(day, 5, calendar),
  }
}

/** Money that has come, and a cardholder's completed purchase, wait for nothing. */
function isOnItsWay({ record, role }: CaseEvidence): boolean {
  return role === 'merchant' && record?.payout.state !== 'credited'
}

/** No reason told within a working day, or no decision so many working days after the documents. */
const byHold =
  (daysAfterDocuments: number): DateRule =>
  ({ record, now, story, settlement }, { calendar, timeZone }) => {
    const hold = record?.settlement.hold
    const began = hold?.since ?? record?.createdAt
    const since = began ? dayOf(began, timeZone) : localTime(now, timeZone).day
    // A contract that holds every payment for a while (PayPal's 21 days) names its own end.
    if (settlement && /hold|risk/u.test(settlement.windowId)) return windowDates(settlement)
    const handedIn = Boolean(hold?.submitted?.length) || story.cues.includes('documents_submitted')
    if (handedIn) return { ticketFrom: addBusinessDays(since, daysAfterDocuments, calendar) }
    if (hold?.publicReason || hold?.documents?.length) return {}
    return { ticketFrom: addBusinessDays(since, 1, calendar) }
  }

const byRelease: DateRule = (evidence, place) => {
  const end = evidence.record?.captureBefore
  if (!end) return bySideWindow(evidence, place)
  if (end.length <= 10) {
    return { expectedBy: end, ticketFrom: evidence.sideWindow?.ticketFrom ?? addDays(end, 1) }
  }
  const at = new Date(end)
  return {
    expectedBy: toOffsetIso(at, place.timeZone),
    ticketFrom: evidence.sideWindow?.ticketFrom ?? dayAfter(at, place),
  }
}

/** An authorisation that ends today is the merchant's last chance to capture it. */
const byLastChance: DateRule = (evidence, place) => {
  const release = byRelease(evidence, place)
  const ends = evidence.record?.captureBefore ?? release.expectedBy
  return { ...release, ticketFrom: ends ? dayOf(ends, place.timeZone) : undefined }
}

/** A decline takes no money; only a debit that stays on the account is followed up. */
const byLastingDebit: DateRule = (evidence, place) => {
  const { cues } = evidence.story
  const pending = evidence.record?.outcome === 'reversed_after_approval'
  const debited = cues.includes('bank_debited') && !cues.includes('bank_not_debited')
  return debited || pending ? afterCalendarDays(14)(evidence, place) : {}
}

const byDispute: DateRule = ({ record }, { timeZone }) => {
  const due = record?.dispute.dueAt
  return due ? { ticketFrom: addDays(dayOf(due, timeZone), -3) } : {}
}

const byReversal: DateRule = (evidence, place) => ({
  ...bySideWindow(evidence, place),
  ...afterBusinessDays(3)(evidence, place),
})

const none: DateRule = () => ({})

const dateRules: Partial<Record<Cause, DateRule>> = {
  RC_WITHIN_WINDOW: (evidence, place) => (isOnItsWay(evidence) ? byWindow(evidence, place) : {}),
  RC_AFTER_CUTOFF: byWindow,
  RC_NON_WORKING_DAY: byWindow,
  RC_PAYOUT_SCHEDULE: ({ settlement }) =>
    settlement?.basis === 'provider' ? { expectedBy: settlement.deadline } : {},
  RC_FIRST_PAYOUT: byWindow,
  RC_DECLINED: byLastingDebit,
  RC_TIMEOUT_REVERSED: byReversal,
  RC_ONE_SIDED: (evidence, place) => ({
    ...bySideWindow(evidence, place),
    ...afterBusinessDays(7)(evidence, place),
  }),
  RC_NOT_CAPTURED: byLastChance,
  RC_OFFLINE_NOT_UPLOADED: afterADay,
  RC_TERMINAL_FAULT: afterADay,
  RC_NETWORK: afterADay,
  RC_BANK_POSTING_DELAY: byBankPosting,
  RC_RISK_HOLD: byHold(5),
  RC_KYC_EXPIRED: byHold(3),
  RC_DISPUTE_HOLD: byDispute,
  RC_ACQUIRER_INCIDENT: byIncident,
  RC_BANK_DELAY: (evidence, place) =>
    incidentsOf(evidence).length > 0 ? byIncident(evidence, place) : byWindow(evidence, place),
  RC_REFUND_IN_PROGRESS: bySideWindow,
  RC_REFUND_AS_REVERSAL: bySideWindow,
  RC_PREAUTH_OPEN: byRelease,
}

function datesOf(cause: Cause, evidence: CaseEvidence, place: Place): Dates {
  return (dateRules[cause] ?? none)(evidence, place)
}

/** The day the wait began: the refund's when it is about one, else the transaction's, else today. */
function startDay({ record, story, now }: CaseEvidence, { timeZone }: Place): Day {
  const refund = story.concern === 'refund' && record ? latestRefund(record) : undefined
  const at = refund?.createdAt ?? record?.createdAt
  return at ? dayOf(at, timeZone) : localTime(now, timeZone).day
}

/** The local day of an instant; a bare day stays as it is. */
function dayOf(at: string, timeZone: string): Day {
  return at.length <= 10 ? at : localTime(new Date(at), timeZone).day
}

function dayAfter(at: Date, { timeZone }: Place): Day {
  return addDays(localTime(at, timeZone).day, 1)
}
