import type { Explanation } from '../../src/actions/explain-payment.ts'
import type { Cue } from '../../src/domain/diagnosis/story.ts'
import { handoffTrigger } from '../../src/domain/handoff/triggers.ts'
import { causePolicy } from '../../src/domain/tickets/cause-policy.ts'
import type { Ticket } from '../../src/domain/tickets/ticket.ts'
import type { TransactionRecord } from '../../src/domain/transaction.ts'
import { type Actions, finish, type Turn } from '../flow.ts'
import { formatMoment } from '../format.ts'
import type { Memory, VerdictPayment } from '../memory.ts'
import { callPerson } from '../talk-to-a-person/call-person.ts'
import { wordsFor } from '../talk-to-a-person/words-for.ts'
import { harmless, stateVerdict } from '../verdict/state-verdict.ts'
import { ticketEntity } from '../words/ticket-entity.ts'
import { paymentTexts } from './questions.ts'

interface Explained {
  memory: Memory
  actions: Actions
  explanation: Explanation
  /** The assistant speaks first: nobody has just said anything. */
  unasked?: boolean | undefined
}

/** Says the verdict; files the ticket that is due; calls a person where the cause demands one. */
async function fromExplanation({
  memory,
  actions,
  explanation,
  unasked,
}: Explained): Promise<Turn> {
  const { diagnosis, plan } = explanation
  const verdict = stateVerdict(explanation, memory.locale, toldDay(memory))
  const known = remembered(memory, explanation, actions)
  if (!plan.ticketNow && isLost(memory, explanation)) {
    const call = await callFor({ memory: known, actions, explanation })
    return { ...call, say: [verdict, ...call.say] }
  }
  if (!plan.ticketNow) return finish(known, [verdict])
  const { category, kind } = causePolicy[diagnosis.cause]
  const ticket = await actions.openTicket({
    category,
    // Money that is past its time and a customer who writes about it: that is a complaint.
    kind: kind === 'enquiry' ? 'complaint' : kind,
    severity: plan.severity,
    explanation,
    unasked,
  })
  const filed = fromTicket({ memory: known, actions, ticket, unasked })
  const say = [verdict, ...filed.say]
  if (!plan.human) return { ...filed, say }
  const call = await callFor({ memory: filed.memory, actions, explanation })
  return { ...call, say: [...say, ...call.say] }
}

/** The day of something else: when the bank was changed, when the papers went off. */
const otherEvents: readonly Cue[] = ['account_changed', 'documents_submitted']

/** Money is missing and two look-ups found nothing: more questions would not help, a person may. */
function isLost({ emptyLookUps, facts }: Memory, { diagnosis }: Explanation): boolean {
  const found = { lookUpsWithoutResult: emptyLookUps, amountMinor: facts.amount?.minor }
  return diagnosis.cause === 'RC_NOT_FOUND' && handoffTrigger(found) !== undefined
}

/** The day that was named, when it can only mean one. */
function toldDay({ facts }: Memory): string | undefined {
  if (otherEvents.some((cue) => facts.cues.includes(cue))) return undefined
  return facts.otherDates?.length ? undefined : facts.date
}

function remembered(memory: Memory, explanation: Explanation, actions: Actions): Memory {
  const { diagnosis, plan, evidence } = explanation
  return {
    ...memory,
    verdict: {
      transactionId: evidence.record?.id,
      cause: diagnosis.cause,
      stage: diagnosis.stage,
      ticketFrom: plan.ticketFrom,
      expectedBy: plan.expectedBy,
      amount: evidence.record?.amount,
      payment: evidence.record && paymentOf(evidence.record),
      ruledOut: diagnosis.ruledOut.filter(({ cause }) => !harmless.includes(cause)).slice(0, 5),
      at: actions.now.toISOString(),
    },
    emptyLookUps: 0,
    explained: [
      ...new Set([...memory.explained, ...(evidence.record ? [evidence.record.id] : [])]),
    ],
  }
}

/** The keys by which somebody else finds the payment. */
function paymentOf({ createdAt, card, refs }: TransactionRecord): VerdictPayment {
  const { rrn, authCode, orderNo } = refs
  return { at: createdAt, last4: card?.last4, rrn, authCode, orderNo }
}

/** Tells the number, the deadline and how to go on. */
function fromTicket({
  memory,
  actions,
  ticket,
  unasked,
}: Pick<Explained, 'memory' | 'actions' | 'unasked'> & { ticket: Ticket }): Turn {
  const texts = wordsFor(paymentTexts, memory)
  const due = formatMoment(ticket.dueAt, memory.locale, actions.timeZone)
  const known = isKnown(ticket, actions)
  const kept = unasked ? texts.ticketStands : texts.ticketKept
  const text = known ? kept(ticket.no, due) : texts.ticketFiled(ticket.no, due)
  const ticketNos = [...new Set([...memory.ticketNos, ticket.no])]
  return finish({ ...memory, ticketNos }, [{ text, entities: [ticketEntity(ticket)] }])
}

/** Filed before this turn; a ticket that only stands has not been touched by it. */
function isKnown({ createdAt, updatedAt }: Ticket, { now }: Actions): boolean {
  return createdAt !== updatedAt || Date.parse(createdAt) < Math.floor(now.getTime() / 1000) * 1000
}

function callFor({ memory, actions, explanation }: Explained): Promise<Turn> {
  const { severity } = explanation.plan
  return callPerson({ memory, actions }, { reason: 'policy', severity, explanation })
}

export const concludeCase = { explanation: fromExplanation, ticket: fromTicket }
