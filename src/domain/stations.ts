import type { CaseEvidence } from './diagnosis/case-evidence.ts'
import { localTime, toOffsetIso } from './local-time.ts'
import { isPayoutRecord } from './payout-record.ts'
import { type DatedStation, type Stage, stationNames } from './stage.ts'
import type { PaymentState, PayoutState, TransactionRecord } from './transaction.ts'

interface Dates {
  stage: Stage
  /** What the engine says of the arrival. */
  expectedBy?: string | undefined
  timeZone: string
}

const authorised: readonly PaymentState[] = ['authorized', 'partially_authorized', 'captured']
const wentOut: readonly PayoutState[] = ['in_transit', 'sent', 'credited']
/** Where the date of a verdict is that of the money in the shop's account. */
const onTheWay: readonly Stage[] = [
  'SETTLING_ON_TIME',
  'SETTLING_OVERDUE',
  'PAYOUT_IN_TRANSIT',
  'PAYOUT_SENT',
]

/**
 * The dates that the record shows, and the one that is expected. What is not reported has none, what
 * was sent is not credited, and how the shop is paid is not shown to its customers.
 */
export function datedStations(
  { record, role, payout, now }: CaseEvidence,
  { stage, expectedBy, timeZone }: Dates,
): DatedStation[] {
  if (!record || stage === 'FRAUD') return []
  const paidOut = role === 'merchant' ? payoutDates(record, payout?.settDate) : {}
  const shown = { authorised: authorisedAt(record), ...paidOut }
  const happened = stationNames.flatMap((station) => {
    const at = station in shown ? shown[station as keyof typeof shown] : undefined
    return at && !isAfter(at, now, timeZone) ? [{ station, at: inZone(at, timeZone) }] : []
  })
  const known = inOrder(happened)
  const isCredited = known.some(({ station }) => station === 'credited')
  if (!expectedBy || isCredited || role !== 'merchant' || !onTheWay.includes(stage)) return known
  return [...known, { station: 'credited', at: expectedBy, expected: true }]
}

/** A payout without its payments tells nothing of when they were made. */
function authorisedAt(record: TransactionRecord): string | undefined {
  const shows = authorised.includes(record.payment) && !isPayoutRecord(record)
  return shows ? record.createdAt : undefined
}

function payoutDates({ settlement, payout }: TransactionRecord, settDate: string | undefined) {
  return {
    settled: settlement.state === 'available' ? settDate : undefined,
    paid_out: wentOut.includes(payout.state) ? payout.sentAt : undefined,
    credited: payout.state === 'credited' ? payout.creditedAt : undefined,
  }
}

/** A date after that of a later station stands for something else: the record's own word, not ours. */
function inOrder(stations: DatedStation[]): DatedStation[] {
  return stations.filter(({ at }, index) =>
    stations.slice(index + 1).every((later) => dayOf(at) <= dayOf(later.at)),
  )
}

function isAfter(at: string, now: Date, timeZone: string): boolean {
  return at.length > 10 ? Date.parse(at) > now.getTime() : at > localTime(now, timeZone).day
}

/** An instant by the customer's wall clock; a day stays a day. */
function inZone(at: string, timeZone: string): string {
  return at.length > 10 ? toOffsetIso(new Date(at), timeZone) : at
}

function dayOf(at: string): string {
  return at.slice(0, 10)
}
