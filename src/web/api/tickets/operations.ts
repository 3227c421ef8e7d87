import type { ApiDependencies } from '../dependencies.ts'
import { type ApiOperation, notFound, operation } from '../operation.ts'
import { ticketPage, ticketQuery, ticketRecord } from './schemas.ts'

/** What the desk reads of tickets and does to them. */
export function ticketOperations({ store }: ApiDependencies): ApiOperation[] {
  return [
    operation({
      method: 'GET',
      path: '/api/v1/tickets',
      summary: 'Tickets, newest first',
      role: 'agent',
      query: ticketQuery,
      answer: ticketPage,
      run: async ({ query }) => {
        const found = await store.tickets({ ...query, limit: query.limit + 1 })
        const tickets = found.slice(0, query.limit)
        const isLast = found.length <= query.limit
        return { tickets, ...(!isLast && { next: tickets.at(-1)?.no }) }
      },
    }),
    operation({
      method: 'GET',
      path: '/api/v1/tickets/{no}',
      summary: 'One ticket, the whole record',
      role: 'agent',
      answer: ticketRecord,
      run: async ({ params }) => {
        const ticket = await store.ticket(params.no ?? '')
        if (!ticket) throw notFound('ticket')
        return ticket
      },
    }),
  ]
}
