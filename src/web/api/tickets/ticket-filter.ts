import type { z } from 'zod'
import type { TicketFilter } from '../../../ports/store.ts'
import { badArgument } from '../../refusal.ts'
import type { ApiDependencies } from '../dependencies.ts'
import { findTickets } from '../desk/search.ts'
import type { Caller } from '../operation.ts'
import type { ticketQuery } from './schemas.ts'

const dayMs = 86_400_000

/** What was asked for, as the store is asked. */
export async function ticketFilter(
  { customer, agent, due, q, ...rest }: z.infer<typeof ticketQuery>,
  caller: Caller,
  { now, store }: ApiDependencies,
): Promise<TicketFilter> {
  const at = now().getTime()
  return {
    ...rest,
    customerRef: customer,
    assignee: agent === undefined ? undefined : assigneeOf(agent, caller),
    ...(due === 'over' && { dueBefore: new Date(at).toISOString(), open: rest.open ?? true }),
    ...(due === 'soon' && {
      dueFrom: new Date(at).toISOString(),
      dueBefore: new Date(at + dayMs).toISOString(),
      open: rest.open ?? true,
    }),
    ...(q !== undefined && { nos: await findTickets(q, { store }) }),
  }
}

function assigneeOf(agent: string, { agentId }: Caller): string | null {
  if (agent === 'none') return null
  if (agent !== 'me') return agent
  if (agentId === undefined) throw badArgument('“me” needs somebody signed in: name an agent’s id.')
  return agentId
}
