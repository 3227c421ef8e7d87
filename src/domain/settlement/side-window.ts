import { zoneWrittenIn } from '../place-zone.ts'
import { latestRefund } from '../stage.ts'
import type { Merchant, TransactionRecord } from '../transaction.ts'

/** A window other than the payout's, and when its clock began. */
export interface SideWindow {
  windowId: string
  saleAt: string
  providerExpectedAt?: string | undefined
  /** The working days of another country than the window's own. */
  calendarOverride?: string | undefined
  /** The clock of that country. */
  timeZoneOverride?: string | undefined
}

/** The window of the refund, hold or reversal a record shows; undefined for an ordinary sale. */
export function sideWindowOf(
  record: TransactionRecord,
  merchant: Merchant | undefined,
): SideWindow | undefined {
  const refund = latestRefund(record)
  if (refund) {
    return {
      windowId: refundWindow(record, merchant),
      saleAt: refund.createdAt,
      calendarOverride: calendarAbroad(record, merchant),
    }
  }
  if (record.payment === 'authorized' || record.payment === 'partially_authorized') {
    return {
      windowId: holdWindow(record, merchant),
      saleAt: record.createdAt,
      providerExpectedAt: record.captureBefore,
    }
  }
  if (['unknown', 'processing', 'reversed'].includes(record.payment) || record.reversal) {
    return {
      windowId: 'cn.reversal.oneside',
      saleAt: record.createdAt,
      calendarOverride: calendarAbroad(record, merchant),
      timeZoneOverride: isChinese(record, merchant)
        ? undefined
        : zoneWrittenIn(record.createdAt, { country: merchant?.country }),
    }
  }
  return undefined
}

const countriesWithCalendars = ['us', 'gb', 'ie', 'au']

function calendarAbroad(record: TransactionRecord, merchant: Merchant | undefined) {
  if (isChinese(record, merchant)) return undefined
  const country = merchant?.country?.toLowerCase() ?? ''
  return countriesWithCalendars.includes(country) ? country : undefined
}

function isChinese(record: TransactionRecord, merchant: Merchant | undefined): boolean {
  if (merchant?.country) return merchant.country === 'CN'
  return record.amount.currency === 'CNY'
}

function providerOf(record: TransactionRecord, merchant: Merchant | undefined): string {
  return `${record.provider} ${merchant?.provider ?? ''} ${merchant?.windowId ?? ''}`.toLowerCase()
}

function refundWindow(record: TransactionRecord, merchant: Merchant | undefined): string {
  const provider = providerOf(record, merchant)
  if (provider.includes('wechat')) {
    return record.card?.last4 ? 'cn.refund.wechat.card' : 'cn.refund.wechat.balance'
  }
  if (provider.includes('stripe')) return 'stripe.refund.card'
  return isChinese(record, merchant) ? 'cn.refund.card' : 'generic.refund.card'
}

const inPerson = ['chip', 'contactless', 'swipe']

function holdWindow(record: TransactionRecord, merchant: Merchant | undefined): string {
  if (isChinese(record, merchant)) return 'cn.preauth.hold'
  const provider = providerOf(record, merchant)
  if (record.type === 'preauth' && !provider.includes('square')) return 'generic.auth.extended'
  if (provider.includes('square')) return 'square.auth'
  return inPerson.includes(record.entryMode ?? '') ? 'stripe.auth.cp' : 'stripe.auth.cnp'
}
