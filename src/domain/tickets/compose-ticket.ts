import type { CalendarOf } from '../calendar.ts'
import { type Institution, startClocks } from '../complaints/clocks.ts'
import type { Cause } from '../diagnosis/causes.ts'
import { toOffsetIso } from '../local-time.ts'
import type { Locale } from '../locale.ts'
import type { References, TransactionRecord } from '../transaction.ts'
import { dueAtOf } from './due-at.ts'
import { retentionUntil } from './retention.ts'
import { moreUrgent, severityFor } from './severity.ts'
import type {
  Severity,
  Ticket,
  TicketCategory,
  TicketClock,
  TicketEvent,
  TicketEvidence,
  TicketKind,
} from './ticket.ts'

/** What the customer told about the payment; used where there is no record. */
export interface ToldPayment {
  amountMinor?: number | undefined
  currency?: string | undefined
  /** An instant or a day. */
  at?: string | undefined
  last4?: string | undefined
  refs?: References | undefined
}

/** What a ticket is made of. Nothing but kind, category, customer and words is required. */
export interface TicketInput {
  no: string
  kind: TicketKind
  category: TicketCategory
  /** At least this urgent; the facts may make it more so. */
  severity?: Severity | undefined
  cause?: Cause | undefined
  locale: Locale
  /** Country or region whose complaint rules count. */
  region: string
  institution?: Institution | undefined
  channel: Ticket['channel']
  conversationId: string
  customer: Ticket['customer']
  record?: TransactionRecord | undefined
  told?: ToldPayment | undefined
  /** The customer's words, redacted. */
  statement: string
  /** Who had it filed: the customer by writing, the assistant by itself, or somebody of the desk. */
  submittedBy?: 'customer' | 'bot' | 'agent' | undefined
  /** Who of the desk filed it, and the id of the request. */
  filedBy?: Pick<TicketEvent, 'agent' | 'act'> | undefined
  desiredOutcome?: string | undefined
  lossMinor?: number | undefined
  evidence?: TicketEvidence[] | undefined
  now: Date
  /** IANA zone in which the ticket's own instants are written. */
  timeZone: string
}

/** A ticket ready to be kept: acknowledged at once, with its clocks and the date that is told. */
export function composeTicket(input: TicketInput, calendarOf: CalendarOf): Ticket {
  const at = toOffsetIso(input.now, input.timeZone)
  const severity = severityOf(input)
  const clocks = clocksOf(input, calendarOf)
  return {
    no: input.no,
    version: 0,
    kind: input.kind,
    category: input.category,
    cause: input.cause,
    severity,
    state: 'acknowledged',
    escalated: false,
    locale: input.locale,
    region: input.region,
    channel: input.channel,
    conversationId: input.conversationId,
    customer: input.customer,
    transactionId: input.record?.id,
    txn: transactionOf(input),
    statement: input.statement,
    desiredOutcome: input.desiredOutcome,
    lossMinor: input.lossMinor,
    evidence: input.evidence ?? [],
    clocks,
    dueAt: dueAtOf({ ...input, severity, clocks, at: input.now, calendarOf }),
    history: [
      { at, by: input.submittedBy ?? 'customer', event: 'submitted', ...input.filedBy },
      { at, by: 'bot', event: 'acknowledged' },
    ],
    createdAt: at,
    updatedAt: at,
    retentionUntil: retentionUntil(at),
    dedupeKey: dedupeKey(input),
  }
}

/** One open ticket per customer, transaction and category; readable, so an operator can see why. */
export function dedupeKey({
  customer,
  record,
  category,
}: Pick<TicketInput, 'customer' | 'record' | 'category'>): string {
  return `${customer.contactRef}|${record?.id ?? ''}|${category}`
}

interface Contact extends Pick<TicketEvent, 'agent' | 'act'> {
  /** Of the customer, unless an agent adds it. */
  by?: TicketEvent['by'] | undefined
  statement: string
  now: Date
  timeZone?: string | undefined
}

/** A further contact about an open ticket: kept in its history, nothing of it is lost. */
export function addContact(ticket: Ticket, contact: Contact): Ticket {
  const { statement, now, timeZone, by = 'customer', ...who } = contact
  const at = toOffsetIso(now, timeZone ?? 'UTC')
  return {
    ...ticket,
    history: [...ticket.history, { at, by, event: 'contact', note: statement, ...who }],
    updatedAt: at,
    retentionUntil: retentionUntil(at),
  }
}

function severityOf({ severity, ...input }: TicketInput): Severity {
  const byFacts = severityFor({
    category: input.category,
    kind: input.kind,
    cause: input.cause,
    amount: amountOf(input),
    vulnerable: input.customer.vulnerable,
  })
  if (severity === undefined) return byFacts
  return byFacts === 'P1' || byFacts === 'P2' ? moreUrgent(severity, byFacts) : severity
}

function amountOf({ record, told }: Pick<TicketInput, 'record' | 'told'>) {
  if (record) return record.amount
  if (told?.amountMinor === undefined) return undefined
  return { minor: told.amountMinor, currency: told.currency ?? 'CNY' }
}

/** An enquiry is no complaint; fraud always claims a loss, so it is one too. */
function clocksOf(input: TicketInput, calendarOf: CalendarOf): TicketClock[] {
  if (input.kind !== 'complaint' && input.kind !== 'fraud') return []
  const { region, institution, now: at } = input
  return startClocks({ region, institution, role: input.customer.role, at, calendarOf })
}

function transactionOf({ record, told }: TicketInput): Ticket['txn'] {
  if (record) {
    return {
      ref: record.refs,
      amountMinor: record.amount.minor,
      currency: record.amount.currency,
      at: record.createdAt,
      last4: record.card?.last4,
      recordSnapshot: record,
    }
  }
  if (!told || !hasFacts(told)) return undefined
  const { refs, ...rest } = told
  return { ref: refs ?? {}, ...rest }
}

function hasFacts({ refs, ...told }: ToldPayment): boolean {
  const values = [...Object.values(told), ...Object.values(refs ?? {})]
  return values.some((value) => value !== undefined)
}
