import type { Explanation } from '../../src/actions/explain-payment.ts'
import { routeContact } from '../../src/domain/complaints/route-contact.ts'
import { statedCategory } from '../../src/domain/complaints/stated-category.ts'
import type { Locale } from '../../src/domain/locale.ts'
import { causePolicy } from '../../src/domain/tickets/cause-policy.ts'
import type { Ticket, TicketCategory } from '../../src/domain/tickets/ticket.ts'
import { parseTicketNumber } from '../../src/domain/tickets/ticket-number.ts'
import { contactLines, regionOf } from '../contact-channels/flow.ts'
import { type Flow, finish, type Message, type Scene, type Turn } from '../flow.ts'
import { formatMoment } from '../format.ts'
import { concludeCase } from '../payment/conclude.ts'
import { asksSomething } from '../words/asks-something.ts'
import { ticketEntity } from '../words/ticket-entity.ts'
import { ticketWords } from '../words/ticket-words.ts'
import { type ComplaintTexts, en } from './texts.en.ts'
import { zhCn } from './texts.zh-cn.ts'

const texts: Record<Locale, ComplaintTexts> = { en, 'zh-CN': zhCn }

/** File a complaint, ask how it stands, go to the next instance. */
export const complaint: Flow = {
  name: 'complaint',
  intents: ['file_complaint', 'complaint_status', 'complaint_escalation'],
  async turn(scene) {
    const { memory } = scene
    if (asksForState(scene)) return showState(scene)
    if (wish(scene) === 'complaint_escalation') return escalate(scene)
    if (memory.question?.name === 'ticketNo' && !tellsMatter(scene)) return showState(scene)
    return fileComplaint(scene)
  },
}

/** What is wrong, told instead of the number of a complaint that was never made. */
function tellsMatter({ said }: Scene): boolean {
  const { entities, cues } = said.understood
  const named = entities.some(({ type }) => type === 'amount')
  return named || cues.length > 0 || statedCategory(said.text) !== undefined
}

function ticketNumberIn({ said }: Scene): string | undefined {
  const named = said.understood.entities.find(({ type }) => type === 'ticketNo')
  return named && 'value' in named ? parseTicketNumber(named.value) : parseTicketNumber(said.text)
}

/** What the message wants most of the three. */
function wish({ said }: Scene) {
  return said.understood.intents.find(({ name }) => complaint.intents.includes(name))?.name
}

function asksForState(scene: Scene): boolean {
  const wished = wish(scene)
  const named = wished === 'complaint_status' || ticketNumberIn(scene) !== undefined
  // Brought here without any of the three wishes: "how long will it take?" of the complaint filed.
  const asked = wished === undefined && !scene.memory.question && asksSomething(scene.said.text)
  return named || (asked && scene.memory.ticketNos.length > 0)
}

async function showState(scene: Scene): Promise<Turn> {
  const { memory, actions } = scene
  const words = texts[memory.locale]
  const theirs = await actions.complaints()
  const overdue = theirs.find((each) => each.overdue)
  if (overdue) return reportOverdue(scene)
  const no = ticketNumberIn(scene) ?? memory.ticketNos.at(-1)
  if (no) {
    const ticket = await actions.ticket(no)
    const say = ticket ? [ticketMessage(ticket, scene)] : [{ text: words.unknownTicket(no) }]
    return finish(memory, say)
  }
  const last = theirs.at(-1)
  if (last) {
    const due = last.dueAt ? formatMoment(last.dueAt, memory.locale, actions.timeZone) : undefined
    const lines = [words.theirs(last.complaint.no), due ? words.theirsDue(due) : undefined]
    return finish(memory, [{ text: lines.filter(Boolean).join('\n') }])
  }
  if (memory.asked.ticketNo) return finish(memory, [{ text: words.noTickets }])
  return {
    say: [],
    ask: { slot: 'ticketNo', name: 'ticketNo', text: words.askTicket },
    memory: { ...memory, asked: { ...memory.asked, ticketNo: 1 } },
  }
}

function ticketMessage(ticket: Ticket, { memory, actions }: Scene): Message {
  const words = texts[memory.locale]
  const state = ticketWords[memory.locale].states[ticket.state]
  const due = formatMoment(ticket.dueAt, memory.locale, actions.timeZone)
  const lines = [
    words.state(ticket.no, state, due),
    ticket.resolution ? words.resolution(ticket.resolution.text) : undefined,
    words.next,
    ...nextInstances(memory),
  ]
  return { text: lines.filter(Boolean).join('\n'), entities: [ticketEntity(ticket)] }
}

function nextInstances(memory: Memory): string[] {
  const contacts = routeContact({
    problem: 'complaint',
    region: regionOf(memory),
    role: memory.facts.role ?? 'cardholder',
  })
  return contactLines(contacts, memory.locale)
}

type Memory = Scene['memory']

async function reportOverdue(scene: Scene): Promise<Turn> {
  const { memory, actions } = scene
  const facts = { ...memory.facts, role: memory.facts.role ?? ('merchant' as const) }
  const found = await actions.lookUp(facts)
  const explanation = await actions.explain({
    record: found.kind === 'found' ? found.record : undefined,
    facts,
    role: facts.role,
    merchantId: actions.asker.merchantId,
    cause: 'RC_COMPLAINT_OVERDUE',
  })
  return concludeCase.explanation({ memory: { ...memory, facts }, actions, explanation })
}

const outside =
  /ombudsman|regulator|court|lawyer|solicitor|attorney|\bsue\b|bank|trading standards|press|media|authorit|\b(?:fca|cfpb|rbi|cbn|mas)\b/iu

/** "Please escalate this" before anything was filed: it is filed, rather than sent elsewhere. */
function onlyUrges(text: string): boolean {
  return /\bescalat/iu.test(text) && !outside.test(text)
}

async function escalate(scene: Scene): Promise<Turn> {
  const { memory, actions } = scene
  const theirs = await actions.complaints()
  if (theirs.some((each) => each.overdue)) return reportOverdue(scene)
  const { amount, rrn, orderNo } = memory.facts
  const isTold = amount ?? rrn ?? orderNo ?? memory.verdict
  if (isTold && memory.ticketNos.length === 0 && onlyUrges(scene.said.text))
    return fileComplaint(scene)
  const words = texts[memory.locale]
  const lines = [words.nextNow, ...nextInstances(memory), words.firstHere]
  return finish(memory, [{ text: lines.join('\n') }])
}

/** Never blocked by a missing detail: one question for the substance at most. */
async function fileComplaint(scene: Scene): Promise<Turn> {
  const { memory, actions } = scene
  const words = texts[memory.locale]
  const filed = await alreadyFiled(scene)
  if (filed) return concludeCase.ticket({ memory, actions, ticket: filed })
  if (!hasSubstance(scene)) {
    return {
      say: [],
      ask: { slot: 'other', name: 'complaint', text: words.askWhat },
      memory: { ...memory, asked: { ...memory.asked, complaint: 1 } },
    }
  }
  const explanation = await explanationOf(scene)
  const ticket = await actions.openTicket({
    kind: 'complaint',
    category: categoryOf(scene, explanation),
    explanation,
  })
  return concludeCase.ticket({ memory, actions, ticket })
}

const another = /另|还有|再(?:来|提|开|投|登)|新的|\b(?:another|second|new|different|also|too)\b/iu

/** "Yes, file it" right after it was filed: the same complaint, with nothing new to it. */
function alreadyFiled({ said, memory, actions }: Scene): Promise<Ticket | undefined> | undefined {
  const { text, understood } = said
  const no = memory.ticketNos.at(-1)
  const says = understood.entities.length + understood.cues.length > 0 || statedCategory(text)
  const isNew = says || another.test(text) || text.length > longEnough[memory.locale]
  const isThat = memory.flow === complaint.name && !memory.question && !memory.verdict
  return no !== undefined && isThat && !isNew ? actions.ticket(no) : undefined
}

/** Something to complain about is known, or was asked for once already. */
function hasSubstance({ said, memory }: Scene): boolean {
  const { facts } = memory
  if (memory.asked.complaint || memory.verdict || statedCategory(said.text)) return true
  const told = facts.amount || facts.rrn || facts.orderNo || facts.date || facts.cues.length > 0
  return Boolean(told) || said.text.length > longEnough[memory.locale]
}

/** A sentence that says more than "I want to complain". */
const longEnough: Record<Locale, number> = { 'zh-CN': 14, en: 45 }

async function explanationOf({ memory, actions }: Scene): Promise<Explanation | undefined> {
  const { facts } = memory
  const found = await actions.lookUp(facts)
  if (found.kind !== 'found') return undefined
  const role = facts.role ?? 'merchant'
  return actions.explain({ record: found.record, facts, role })
}

function categoryOf({ said, memory }: Scene, explanation: Explanation | undefined): TicketCategory {
  const { facts, verdict } = memory
  const stated = statedCategory(said.text)
  if (stated) return stated
  const cause = explanation?.diagnosis.cause ?? verdict?.cause
  if (cause && cause !== 'RC_NOT_FOUND') return causePolicy[cause].category
  if (facts.concern === 'refund') return 'refund_late'
  if (facts.concern === 'duplicate') return 'duplicate_charge'
  if (facts.concern === 'hold') return 'preauth_hold'
  if (facts.concern === 'charge') return 'one_sided'
  if (facts.role === 'merchant' || facts.concern === 'payout') return 'payout_late'
  return 'other'
}
