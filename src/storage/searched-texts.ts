import { currencyDecimals } from '../domain/money.ts'
import type { Ticket } from '../domain/tickets/ticket.ts'
import type { JsonObject } from '../ports/json.ts'
import type { ConversationRow, LoggedActivity } from '../ports/store.ts'

/** What a conversation is found by: who it is with, what people said in it, what the payment is called. */
export function conversationTexts(
  { identity, state }: Pick<ConversationRow, 'identity' | 'state'>,
  log: readonly LoggedActivity[],
): string[] {
  const { userId, name, merchantId } = identity
  const said = log.flatMap((entry) => (isSaidByPerson(entry) ? wordsOf(entry.activity) : []))
  return [...strings([userId, name, merchantId]), ...payment(state), ...said]
}

/** What a ticket is found by: its number, its payment, and everything written about it. */
export function ticketTexts(ticket: Ticket): string[] {
  const { no, customer, transactionId, txn, statement, desiredOutcome, resolution } = ticket
  const record = txn?.recordSnapshot
  return strings([
    no,
    customer.contactRef,
    customer.nameMasked,
    transactionId,
    ...Object.values(txn?.ref ?? {}),
    record?.merchantId,
    txn?.last4,
    amountOf(txn?.amountMinor, txn?.currency),
    statement,
    desiredOutcome,
    resolution?.text,
    ...ticket.history.map(({ note }) => note),
  ])
}

/** The assistant's own words are the same everywhere: they would find everything. */
function isSaidByPerson({ direction, activity }: LoggedActivity): boolean {
  return (
    direction === 'in' || asObject(activity.from).id === 'agent' || activity.name === 'support.note'
  )
}

function wordsOf({ text, value }: JsonObject): string[] {
  return strings([text, asObject(value).text])
}

/** What is remembered of the payment: references, and the sum as it is written. */
function payment({ facts, verdict, ticketNos }: JsonObject): string[] {
  const told = asObject(facts)
  const { minor, currency } = asObject(told.amount)
  return strings([
    told.rrn,
    told.orderNo,
    told.authCode,
    told.terminalId,
    told.merchantId,
    told.last4,
    asObject(verdict).transactionId,
    ...(Array.isArray(ticketNos) ? ticketNos : []),
    amountOf(minor, currency),
  ])
}

function amountOf(minor: unknown, currency: unknown): string | undefined {
  if (typeof minor !== 'number') return undefined
  const decimals = currencyDecimals(typeof currency === 'string' ? currency : 'CNY')
  return (minor / 10 ** decimals).toFixed(decimals)
}

function strings(values: readonly unknown[]): string[] {
  return values.filter((value) => typeof value === 'string' && value !== '') as string[]
}

function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {}
}
