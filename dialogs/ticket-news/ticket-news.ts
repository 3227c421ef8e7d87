import { localTime } from '../../src/domain/local-time.ts'
import type { Locale } from '../../src/domain/locale.ts'
import { formatMoney } from '../../src/domain/money.ts'
import { nextInstanceOf } from '../../src/domain/tickets/next-instance.ts'
import type { Ticket } from '../../src/domain/tickets/ticket.ts'
import { reopenableUntil } from '../../src/domain/tickets/ticket-states.ts'
import { contactLines } from '../contact-channels/flow.ts'
import type { Ask, Message } from '../flow.ts'
import { formatDay, formatMoment } from '../format.ts'
import { ticketEntity } from '../words/ticket-entity.ts'
import { en, type TicketNewsTexts } from './texts.en.ts'
import { zhCn } from './texts.zh-cn.ts'

/** The words of a ticket's news in each language. */
export const ticketNewsTexts: Readonly<Record<Locale, TicketNewsTexts>> = { en, 'zh-CN': zhCn }

export interface News {
  ticket: Ticket
  locale: Locale
  timeZone: string
  /** The agent's own words, redacted. */
  tell?: string | undefined
  /** The agent speaks: no need to say whose words they are. */
  fromAgent: boolean
}

/** Where a ticket stands now: what happened, what comes next, by when, and where else to turn. */
export function stateNews(news: News): Message {
  const { ticket, locale } = news
  const words = ticketNewsTexts[locale]
  const due = formatMoment(ticket.dueAt, locale, news.timeZone)
  const lines = [words.states[ticket.state](ticket.no, due), ...endLines(news), tellLine(news)]
  return { text: lines.filter(Boolean).join('\n'), entities: [ticketEntity(ticket)] }
}

/** That a limit of the law was extended, with the reason the rules ask for. */
export function extensionNews(news: News & { reason: string }): Message {
  const { ticket, locale, timeZone, reason } = news
  const due = formatMoment(ticket.dueAt, locale, timeZone)
  const text = ticketNewsTexts[locale].extended(ticket.no, due, sentence(reason, locale))
  return { text, entities: [ticketEntity(ticket)] }
}

/** Asked once a result was told; a number or one of these words is the answer. */
export function ratingQuestion(locale: Locale): Ask {
  const { rate, ratings } = ticketNewsTexts[locale]
  const choices = ratings.map((label) => ({ label, value: label.slice(0, 1) }))
  return { slot: 'satisfaction', name: 'ticketRating', text: rate, choices }
}

function endLines({ ticket, locale, timeZone }: News): (string | undefined)[] {
  const words = ticketNewsTexts[locale]
  const { state, resolution } = ticket
  if (state === 'withdrawn') return [words.reopen(untilWords(ticket, locale, timeZone))]
  if (state === 'referred') {
    return [resolution?.text, resolution && words.referredTo(resolution.nextInstance)]
  }
  if (state !== 'resolved' && state !== 'closed') return []
  return [
    resolution && words.result(resolution.text),
    redressOf(ticket, locale),
    words.reopen(untilWords(ticket, locale, timeZone)),
    ...instanceLines(ticket, locale),
  ]
}

function untilWords(ticket: Ticket, locale: Locale, timeZone: string): string {
  return formatDay(localTime(new Date(reopenableUntil(ticket)), timeZone).day, locale)
}

function redressOf({ resolution, txn }: Ticket, locale: Locale): string | undefined {
  const minor = resolution?.redressMinor
  if (!minor) return undefined
  const currency = txn?.currency ?? (locale === 'zh-CN' ? 'CNY' : undefined)
  return currency && ticketNewsTexts[locale].redress(formatMoney({ minor, currency }, locale))
}

/** The body outside that the rules name, or the one the agent named. */
function instanceLines(ticket: Ticket, locale: Locale): string[] {
  const words = ticketNewsTexts[locale]
  const { contacts, withinMonths } = nextInstanceOf(ticket)
  const named = ticket.resolution?.nextInstance
  const lines = contacts.length > 0 ? contactLines(contacts, locale) : [named ?? '']
  const limit = withinMonths === undefined ? [] : [words.withinMonths(withinMonths)]
  return [words.notContent, ...lines, ...limit, words.keepNumber]
}

function tellLine({ tell, locale, fromAgent }: News): string | undefined {
  if (!tell) return undefined
  return fromAgent ? tell : ticketNewsTexts[locale].fromDesk(tell)
}

/** Ends like a sentence, whatever the agent typed. */
function sentence(text: string, locale: Locale): string {
  if (/[。.!！?？]$/u.test(text)) return text
  return `${text}${locale === 'zh-CN' ? '。' : '.'}`
}
