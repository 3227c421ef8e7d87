import type { CalendarOf } from '../domain/calendar.ts'
import type { CaseFacts } from '../domain/case-facts.ts'
import { localTime } from '../domain/local-time.ts'
import type { Locale } from '../domain/locale.ts'
import { addContact, composeTicket } from '../domain/tickets/compose-ticket.ts'
import type { Severity, Ticket, TicketCategory, TicketKind } from '../domain/tickets/ticket.ts'
import { ticketNumber } from '../domain/tickets/ticket-number.ts'
import type { ConversationRow, Store } from '../ports/store.ts'
import type { Explanation } from './explain-payment.ts'

/** Everything a ticket is made of. Nothing but the category and the words is ever required. */
export interface TicketRequest {
  category: TicketCategory
  kind: TicketKind
  severity: Severity
  explanation?: Explanation | undefined
  statement: string
  lossMinor?: number | undefined
  facts: CaseFacts
  conversation: ConversationRow
  locale: Locale
  /** Filed by the assistant itself: an open ticket stays as it is, nothing was said to add. */
  unasked?: boolean | undefined
  desiredOutcome?: string | undefined
  /** Filed by somebody of the desk, with the id of the request. */
  filedBy?: { agent: string; act: string } | undefined
}

export interface TicketNeeds {
  store: Store
  calendarOf: CalendarOf
  now: Date
  timeZone: string
  /** Tickets of this very turn, not committed yet. */
  pending: readonly Ticket[]
}

/** One open ticket per customer, transaction and category: a second request adds to the first. */
export async function openOrUpdateTicket(
  request: TicketRequest,
  needs: TicketNeeds,
): Promise<Ticket> {
  const draft = compose(request, '', needs)
  const known =
    needs.pending.find(({ dedupeKey }) => dedupeKey === draft.dedupeKey) ??
    (await needs.store.openTicketByKey(draft.dedupeKey))
  if (known && request.unasked) return known
  if (known) {
    const { statement, filedBy } = request
    const { now, timeZone } = needs
    const by = filedBy && { by: 'agent' as const, ...filedBy }
    return addContact(known, { statement, now, timeZone, ...by })
  }
  const { day } = localTime(needs.now, needs.timeZone)
  const no = ticketNumber(day, await needs.store.nextTicketSequence(day))
  return { ...draft, no }
}

function compose(request: TicketRequest, no: string, needs: TicketNeeds): Ticket {
  const { conversation, facts, explanation } = request
  const { identity } = conversation
  return composeTicket(
    {
      no,
      kind: request.kind,
      category: request.category,
      severity: request.severity,
      cause: explanation?.diagnosis.cause,
      locale: request.locale,
      region: regionOf(request),
      channel: 'web',
      conversationId: conversation.id,
      customer: {
        role: facts.role ?? 'other',
        contactRef: identity.merchantId ?? identity.userId,
        vulnerable: facts.cues.includes('vulnerable') || undefined,
      },
      record: explanation?.evidence.record,
      told: {
        amountMinor: facts.amount?.minor,
        currency: facts.amount?.currency,
        at: facts.date,
        last4: facts.last4,
        refs: { rrn: facts.rrn, orderNo: facts.orderNo, authCode: facts.authCode },
      },
      statement: request.statement,
      submittedBy: submitterOf(request),
      filedBy: request.filedBy,
      desiredOutcome: request.desiredOutcome,
      lossMinor: request.lossMinor,
      now: needs.now,
      timeZone: explanation?.timeZone ?? needs.timeZone,
    },
    needs.calendarOf,
  )
}

function submitterOf({ filedBy, unasked }: TicketRequest): 'agent' | 'bot' | 'customer' {
  if (filedBy) return 'agent'
  return unasked ? 'bot' : 'customer'
}

/** Where the complaint belongs: the merchant's country, the one named, or the language's home. */
function regionOf({ explanation, facts, locale }: TicketRequest): string {
  const home = locale === 'zh-CN' ? 'CN' : 'OTHER'
  return explanation?.evidence.merchant?.country ?? facts.country ?? home
}
