import type { CalendarOf, Day } from '../../domain/calendar.ts'
import { instantAt } from '../../domain/local-time.ts'
import { calculateSettlement } from '../../domain/settlement/calculate-settlement.ts'
import type { SettlementAnswer } from '../../domain/settlement/settlement-answer.ts'
import type { SettlementWindow } from '../../domain/settlement/settlement-window.ts'
import { settlementWindow } from '../../domain/settlement/settlement-windows.ts'
import type { Merchant, TransactionRecord } from '../../domain/transaction.ts'
import { zoneOfMerchant } from '../world/zones.ts'

/** How the sandbox pays one merchant out: on the day its settlement window promises. */
export interface PayCycle {
  merchant: Merchant
  zone: string
  /** When a captured sale goes forward; undefined for a window we do not know. */
  timesOf(record: TransactionRecord): PayTimes | undefined
}

/** The moments a captured sale goes forward, and the local day its money is expected on. */
export interface PayTimes {
  clearedAt: Date
  availableAt: Date
  sentAt: Date
  creditedAt: Date
  arrivalDay: Day
}

type Steps = [cleared: number, available: number, sent: number, credited: number]

/** Steps so many minutes after a moment. */
function stepsFrom(
  at: Date,
  arrivalDay: Day,
  [cleared, available, sent, credited]: Steps,
): PayTimes {
  const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
  return {
    clearedAt: after(cleared),
    availableAt: after(available),
    sentAt: after(sent),
    creditedAt: after(credited),
    arrivalDay,
  }
}

interface Schedule {
  zone: string
  answer: SettlementAnswer
  window: SettlementWindow
  cutoff: string
}

function timesOf(createdAt: string, { zone, answer, window, cutoff }: Schedule): PayTimes {
  const { tradeDay, expectedDay: arrivalDay, fallbackWindowId } = answer
  if (window.unit === 'minutes' && !fallbackWindowId) {
    return stepsFrom(new Date(createdAt), arrivalDay, [1, 5, 10, 30])
  }
  const at = (day: Day, time: string) => instantAt(day, time, zone)
  if (arrivalDay <= tradeDay) return stepsFrom(at(tradeDay, cutoff), arrivalDay, [0, 15, 30, 60])
  return {
    clearedAt: at(tradeDay, cutoff),
    availableAt: at(arrivalDay, '03:00'),
    sentAt: at(arrivalDay, '08:00'),
    creditedAt: at(arrivalDay, '12:00'),
    arrivalDay,
  }
}

function payTimes(
  record: TransactionRecord,
  merchant: Merchant,
  calendarOf: CalendarOf,
): PayTimes | undefined {
  const window = settlementWindow(merchant.windowId)
  if (!window) return undefined
  const input = {
    windowId: window.id,
    saleAt: record.createdAt,
    cutoffOverride: merchant.cutoff,
    providerTradeDay: record.tradeDay,
    providerExpectedAt: record.settlement.expectedAt,
    now: new Date(record.createdAt),
  }
  const answer = calculateSettlement(input, calendarOf)
  const written = merchant.cutoff ?? window.cutoff ?? '24:00'
  const cutoff = written === '00:00' ? '24:00' : written
  return timesOf(record.createdAt, { zone: window.timeZone, answer, window, cutoff })
}

/**
 * The schedule of a merchant: a captured sale clears at the cut-off of its trade day, becomes
 * available at 03:00 of the expected day, is sent at 08:00 and credited at 12:00. Without calendars
 * only weekends are days off.
 */
export function payCycleOf(merchant: Merchant, calendarOf: CalendarOf = () => undefined): PayCycle {
  const known = new WeakMap<TransactionRecord, { times: PayTimes | undefined }>()
  return {
    merchant,
    zone: zoneOfMerchant(merchant),
    timesOf(record) {
      const found = known.get(record) ?? { times: payTimes(record, merchant, calendarOf) }
      known.set(record, found)
      return found.times
    },
  }
}
