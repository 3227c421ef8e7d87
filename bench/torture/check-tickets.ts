import { callBackEvent } from '../../src/actions/promise-call-back.ts'
import type { CalmRuns, Finding, KeptTicket } from './check.ts'
import type { PlannedConversation } from './plan.ts'

/** One ticket for each case, with a line of its history for each time the customer came with it. */
export function checkTickets(
  plans: readonly PlannedConversation[],
  tickets: readonly KeptTicket[],
  calm: CalmRuns,
): Finding[] {
  const due = casesDue(plans, calm)
  const kept = Map.groupBy(tickets, (ticket) => caseOf(ticket, ticket.customer.contactRef))
  const cases = new Set([...due.keys(), ...kept.keys()])
  const callers = new Set(
    plans.filter(({ script }) => calm[script].handoffs > 0).map(({ contactRef }) => contactRef),
  )
  const wrong = [...cases].flatMap((name) => {
    const tickets = kept.get(name) ?? []
    const called = callers.has(tickets[0]?.customer.contactRef ?? '')
    const finding = wrongWith(due.get(name) ?? 0, tickets, called)
    return finding ? [{ ...finding, where: name }] : []
  })
  const numbers = new Set(tickets.map(({ no }) => no))
  if (numbers.size === tickets.length) return wrong
  return [...wrong, { wrong: 'ticket doubled', where: 'tickets', what: 'a number was given twice' }]
}

/** How often the customers came with each case, from what a calm run of their scripts does. */
function casesDue(plans: readonly PlannedConversation[], calm: CalmRuns): Map<string, number> {
  const due = new Map<string, number>()
  for (const { script, contactRef } of plans) {
    for (const ticket of calm[script].tickets) {
      const name = caseOf(ticket, contactRef)
      due.set(name, (due.get(name) ?? 0) + contactsIn(ticket))
    }
  }
  return due
}

function wrongWith(
  due: number,
  tickets: readonly KeptTicket[],
  calledPerson: boolean,
): Pick<Finding, 'wrong' | 'what'> | undefined {
  const numbers = tickets.map(({ no }) => no).join(', ')
  const told = tickets.reduce((sum, ticket) => sum + contactsIn(ticket), 0)
  if (tickets.length === 0) return { wrong: 'ticket lost', what: 'there is none' }
  if (tickets.length > 1) return { wrong: 'ticket doubled', what: numbers }
  const back = promisesIn(tickets)
  if (back > (calledPerson ? 1 : 0)) {
    return { wrong: 'ticket doubled', what: `${numbers} promises a call back ${back} times` }
  }
  // Who waited long for a person and had no ticket was given one with the promise.
  if (due === 0 && told === 1 && back === 1) return undefined
  const what = `${numbers} tells of ${told} contacts where there were ${due}`
  if (told > due) return { wrong: 'ticket doubled', what }
  return told < due ? { wrong: 'ticket contact lost', what } : undefined
}

/** A shop’s payments have ids that begin with its own. */
function caseOf({ category, transactionId = '' }: KeptTicket, contactRef: string): string {
  return `${contactRef}|${transactionId.replace(/^S\d+/u, '')}|${category}`
}

function promisesIn(tickets: readonly KeptTicket[]): number {
  const events = tickets.flatMap(({ history }) => history.map(({ event }) => event))
  return events.filter((event) => event === callBackEvent).length
}

function contactsIn({ history }: KeptTicket): number {
  return history.filter(({ event }) => event === 'submitted' || event === 'contact').length
}

/** One call for a person for each conversation that asked for one. */
export function checkHandoffs(
  plans: readonly PlannedConversation[],
  callsOf: ReadonlyMap<string, number>,
  calm: CalmRuns,
): Finding[] {
  return plans.flatMap(({ key, script }) => {
    const due = calm[script].handoffs
    const calls = callsOf.get(key) ?? 0
    if (calls === due) return []
    return [
      { wrong: 'handoff' as const, where: key, what: `${calls} calls where ${due} were made` },
    ]
  })
}
