import type { Locale } from '../../../domain/locale.ts'
import type { ConversationView } from '../api/shapes.ts'
import { dateAndTime } from '../time.ts'

/** What a canned answer may leave open: `{{customer}}`, `{{ticket}}`, `{{amount}}`, `{{due}}`. */
export type Blanks = Readonly<Record<string, string | undefined>>

const blank = /\{\{\s*(\w+)\s*\}\}/g

/** Fills in what is known; the rest stays, to be filled in by hand. */
export function fillBlanks(text: string, known: Blanks): string {
  return text.replace(blank, (whole, name: string) => known[name] || whole)
}

/** The blanks that are still open, each once. */
export function openBlanks(text: string): string[] {
  return [...new Set([...text.matchAll(blank)].map(([whole]) => whole))]
}

/** What a conversation fills in, in the customer's language. */
export function blanksOf({ identity, facts, tickets }: ConversationView, locale: Locale): Blanks {
  const due = facts?.promised.find(({ dueAt }) => dueAt)?.dueAt
  const ticket = tickets?.[0]
  return {
    customer: identity.name ?? facts?.customer.name,
    ticket: ticket?.no,
    amount: facts?.payment?.amount,
    due: due && dateAndTime(due, locale),
  }
}
