import type { Ticket } from '../../../domain/tickets/ticket.ts'
import type { TicketAct } from '../../../ports/ticket-acts.ts'
import { badArgument } from '../../refusal.ts'
import { shown } from '../audited.ts'
import type { ApiDependencies } from '../dependencies.ts'
import type { Caller } from '../operation.ts'
import { type ApiOperation, notFound, OtherReply, operation } from '../operation.ts'
import {
  assignBody,
  escalateBody,
  extendBody,
  fileBody,
  noteBody,
  stateBody,
  ticketAnswer,
  ticketPage,
  ticketQuery,
  ticketView,
} from './schemas.ts'
import { actorOf, sendAct, sendFiling } from './send-act.ts'
import { ticketFilter } from './ticket-filter.ts'
import { viewTicket } from './view-ticket.ts'

const base = '/api/v1/tickets'

/** What the desk reads of tickets and does to them. */
export function ticketOperations(dependencies: ApiDependencies): ApiOperation[] {
  return [
    ...readingOperations(dependencies),
    filingOperation(dependencies),
    ...actOperations(dependencies),
  ]
}

function viewer({ now, timeZone, calendarOf }: ApiDependencies) {
  return (ticket: Ticket) => viewTicket(ticket, { now: now(), timeZone, calendarOf })
}

function readingOperations(dependencies: ApiDependencies): ApiOperation[] {
  const { store } = dependencies
  const view = viewer(dependencies)
  return [
    operation({
      method: 'GET',
      path: base,
      summary: 'Tickets, newest first or what is due first',
      role: 'agent',
      query: ticketQuery,
      answer: ticketPage,
      run: async ({ query, caller }) => {
        const filter = await ticketFilter(query, caller, dependencies)
        const found = await store.tickets({ ...filter, limit: query.limit + 1 })
        const tickets = found.slice(0, query.limit).map(view)
        const isLast = found.length <= query.limit
        return { tickets, ...(!isLast && { next: tickets.at(-1)?.no }) }
      },
      about: ({ result }) => shown(result?.tickets.map(({ no }) => no) ?? []),
    }),
    operation({
      method: 'GET',
      path: `${base}/{no}`,
      summary: 'One ticket, the whole record, with its clocks and targets',
      role: 'agent',
      answer: ticketView,
      run: async ({ params }) => {
        const ticket = await store.ticket(params.no ?? '')
        if (!ticket) throw notFound('ticket')
        return view(ticket)
      },
    }),
  ]
}

function filingOperation(dependencies: ApiDependencies): ApiOperation {
  const view = viewer(dependencies)
  return operation({
    method: 'POST',
    path: base,
    summary: 'File a ticket in a conversation; 200 with the open one that was added to',
    role: 'agent',
    body: fileBody,
    answer: ticketAnswer,
    status: 201,
    run: async ({ body: { conversationId, ...wish }, caller, headers }) => {
      const value = { ...actorOf(caller, headers), ...wish }
      const filed = await sendFiling(conversationId, { name: 'ticket.file', value }, dependencies)
      if (!filed) return new OtherReply({ status: 202, json: { pending: true } })
      const json = { ticket: view(filed.ticket) }
      return filed.fresh ? json : new OtherReply({ status: 200, json })
    },
  })
}

function actOperations(dependencies: ApiDependencies): ApiOperation[] {
  const view = viewer(dependencies)
  const send = async (act: TicketAct) => {
    const { ticket, pending } = await sendAct(act, dependencies)
    const json = { ticket: view(ticket) }
    return pending ? new OtherReply({ status: 202, json: { ...json, pending } }) : json
  }
  const act = { method: 'POST', role: 'agent', answer: ticketAnswer } as const
  return [
    operation({
      ...act,
      path: `${base}/{no}/state`,
      summary: 'Move a ticket to another state; the customer is told where they are',
      body: stateBody,
      run: ({ params, body, caller, headers }) =>
        send({
          name: 'ticket.change',
          value: { ...actorOf(caller, headers), no: params.no ?? '', ...body },
        }),
    }),
    operation({
      ...act,
      path: `${base}/{no}/assign`,
      summary: 'Give a ticket to somebody',
      body: assignBody,
      run: async ({ params, body, caller, headers }) => {
        const assigned = await assigneeOf(body.agent, caller, dependencies)
        return send({
          name: 'ticket.assign',
          value: { ...actorOf(caller, headers), no: params.no ?? '', ...assigned },
        })
      },
    }),
    operation({
      ...act,
      path: `${base}/{no}/escalate`,
      summary: 'Flag a ticket for a lead; its state stays',
      body: escalateBody,
      run: ({ params, body, caller, headers }) =>
        send({
          name: 'ticket.escalate',
          value: { ...actorOf(caller, headers), no: params.no ?? '', ...body },
        }),
    }),
    operation({
      ...act,
      path: `${base}/{no}/note`,
      summary: 'A note for colleagues',
      body: noteBody,
      run: ({ params, body, caller, headers }) =>
        send({
          name: 'ticket.note',
          value: { ...actorOf(caller, headers), no: params.no ?? '', ...body },
        }),
    }),
    operation({
      ...act,
      path: `${base}/{no}/extend`,
      summary:
        'Give a clock of the law more time, as far as its regime allows; the customer is told',
      body: extendBody,
      run: ({ params, body, caller, headers }) =>
        send({
          name: 'ticket.extend',
          value: { ...actorOf(caller, headers), no: params.no ?? '', ...body },
        }),
    }),
  ]
}

async function assigneeOf(agent: string, caller: Caller, { agentName }: ApiDependencies) {
  if (agent === 'me') {
    if (caller.agentId === undefined)
      throw badArgument('“me” needs somebody signed in: name an agent’s id.')
    return { assignee: caller.agentId, assigneeName: caller.name }
  }
  const name = await agentName(agent)
  if (name === undefined) throw badArgument('There is no agent with this id.')
  return { assignee: agent, assigneeName: name }
}
