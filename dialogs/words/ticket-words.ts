import type { Locale } from '../../src/domain/locale.ts'
import { type TicketWords, ticketsEn } from './tickets.en.ts'
import { ticketsZhCn } from './tickets.zh-cn.ts'

/** The words of a ticket in each language. */
export const ticketWords: Readonly<Record<Locale, TicketWords>> = {
  en: ticketsEn,
  'zh-CN': ticketsZhCn,
}
