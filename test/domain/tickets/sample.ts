import { createCalendars } from '../../../src/connectors/calendars.ts'
import { composeTicket, type TicketInput } from '../../../src/domain/tickets/compose-ticket.ts'
import type { Ticket } from '../../../src/domain/tickets/ticket.ts'

export const calendarOf = createCalendars()

/** A merchant's question on a Monday morning in Shanghai, changed as a test needs it. */
export function sampleTicket(change: Partial<TicketInput> = {}): Ticket {
  return composeTicket(
    {
      no: 'TK20261123-00017X',
      kind: 'enquiry',
      category: 'payout_late',
      locale: 'zh-CN',
      region: 'CN',
      channel: 'web',
      conversationId: 'c1',
      customer: { role: 'merchant', contactRef: 'M1001' },
      statement: '昨天的款没到',
      now: new Date('2026-11-23T10:00:00+08:00'),
      timeZone: 'Asia/Shanghai',
      ...change,
    },
    calendarOf,
  )
}
