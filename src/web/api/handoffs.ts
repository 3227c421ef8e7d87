import { chooseNext } from '../../domain/handoff/choose.ts'
import { toldRole } from '../../domain/handoff/told-role.ts'
import { Refusal } from '../refusal.ts'
import { shown } from './audited.ts'
import type { ApiDependencies } from './dependencies.ts'
import { nothing } from './desk-schemas.ts'
import { actorOf, type DeskAct, doAct, mayAct, refusalOf } from './handoff-acts.ts'
import {
  assignBody,
  claimBody,
  closeBody,
  handoffPage,
  handoffQuery,
  handoffTold,
  messageBody,
  transferBody,
} from './handoff-schemas.ts'
import { handoffViews } from './handoff-view.ts'
import type { Caller } from './operation.ts'
import { type ApiOperation, notFound, operation } from './operation.ts'

const base = '/api/v1/handoffs'
const accepted = { method: 'POST', answer: handoffTold, status: 202, role: 'agent' } as const

/** The queue of people wanted, and what an agent does: each act is one event of the conversation. */
export function handoffOperations(dependencies: ApiDependencies): ApiOperation[] {
  return [
    operation({
      method: 'GET',
      path: base,
      summary: 'Conversations that wait for a person or have one',
      role: 'agent',
      query: handoffQuery,
      answer: handoffPage,
      run: async ({ query, caller }) => {
        const { locale, ...filter } = query
        const agent = filter.agent === 'me' ? (caller.agentId ?? caller.name) : filter.agent
        const seen = await dependencies.store.handoffsSeen({ ...filter, agent })
        return { handoffs: await handoffViews(seen, locale, dependencies) }
      },
      about: ({ result }) =>
        shown(result?.handoffs.map(({ conversationId }) => conversationId) ?? []),
    }),
    ...takingOperations(dependencies),
    ...owningOperations(dependencies),
  ]
}

function takingOperations(dependencies: ApiDependencies): ApiOperation[] {
  const act = (described: DeskAct) => told(described, dependencies)
  return [
    operation({
      ...accepted,
      path: `${base}/{conversationId}/claim`,
      summary: 'Take a waiting conversation over; the admin token names who does',
      body: claimBody,
      run: async ({ params: { conversationId = '' }, body, caller, headers }) => {
        const taking = await takerOf(caller, body.agent, dependencies)
        return act({ act: 'claim', conversationId, ...taking, caller, headers })
      },
    }),
    operation({
      ...accepted,
      path: `${base}/next`,
      summary: 'Take the conversation over that is best for who asks: urgent, then longest waiting',
      body: nothing,
      run: async ({ caller, headers }) => claimNext({ caller, headers }, dependencies),
    }),
    operation({
      ...accepted,
      path: `${base}/{conversationId}/assign`,
      summary: 'Give a conversation to an agent',
      role: 'lead',
      body: assignBody,
      run: async ({ params: { conversationId = '' }, body, caller, headers }) => {
        const agent = await dependencies.store.agent(body.agent)
        if (!agent || agent.disabled) throw notFound('agent')
        const value = { agent: agent.id, name: agent.name }
        return act({ act: 'assign', conversationId, value, taker: agent.id, caller, headers })
      },
    }),
    operation({
      ...accepted,
      path: `${base}/{conversationId}/step-in`,
      summary: 'Take a conversation over that nobody has called for',
      body: claimBody,
      run: async ({ params: { conversationId = '' }, body, caller, headers }) => {
        const taking = await takerOf(caller, body.agent, dependencies)
        return act({ act: 'step-in', conversationId, ...taking, caller, headers })
      },
    }),
  ]
}

/** What only the owner of a conversation does, or a lead. */
function owningOperations(dependencies: ApiDependencies): ApiOperation[] {
  const act = (described: DeskAct) => told(described, dependencies)
  return [
    operation({
      ...accepted,
      path: `${base}/{conversationId}/transfer`,
      summary: 'Hand a conversation to another agent, or back into the queue at its old place',
      body: transferBody,
      run: async ({ params: { conversationId = '' }, body, caller, headers }) => {
        const to = body.to === undefined ? undefined : await dependencies.store.agent(body.to)
        if (body.to !== undefined && !to) throw notFound('agent')
        const value = { ...body, toName: to?.name }
        return act({ act: 'transfer', conversationId, value, caller, headers })
      },
    }),
    operation({
      ...accepted,
      path: `${base}/{conversationId}/message`,
      summary: 'Say something to the customer as the agent who has the conversation',
      body: messageBody,
      run: ({ params: { conversationId = '' }, body, caller, headers }) =>
        act({ act: 'message', conversationId, value: body, caller, headers }),
    }),
    operation({
      method: 'POST',
      role: 'agent',
      answer: nothing,
      path: `${base}/{conversationId}/typing`,
      summary: 'Shows the customer that the agent is writing',
      record: 'nothing',
      body: nothing,
      run: async ({ params: { conversationId = '' }, caller, headers }) => {
        const described = { act: 'typing', conversationId, value: {}, caller, headers } as const
        await mayAct(described, dependencies)
        return showTyping(conversationId, caller, dependencies)
      },
    }),
    operation({
      ...accepted,
      path: `${base}/{conversationId}/close`,
      summary: 'Give the conversation back to the bot, or say that it is settled',
      body: closeBody,
      run: ({ params: { conversationId = '' }, body, caller, headers }) =>
        act({ act: 'close', conversationId, value: body, caller, headers }),
    }),
  ]
}

/** A handoff as lists show it, after the act. */
async function told(act: DeskAct, dependencies: ApiDependencies) {
  const { id, handoff } = await doAct(act, dependencies)
  return { id, ...(handoff && { handoff: await oneView(handoff.conversationId, dependencies) }) }
}

async function oneView(conversationId: string, dependencies: ApiDependencies) {
  const { store } = dependencies
  const [handoff, conversation] = await Promise.all([
    store.handoffOf(conversationId),
    store.conversation(conversationId),
  ])
  if (!handoff || !conversation) throw notFound('handoff')
  const { identity, state } = conversation
  const seen = { handoff, identity, toldRole: toldRole(state) }
  const [view] = await handoffViews([seen], undefined, dependencies)
  return view
}

/** Who gets the conversation, and how many they may have; a lead may go over. */
async function takerOf(
  caller: Caller,
  named: string | undefined,
  { store }: ApiDependencies,
): Promise<Pick<DeskAct, 'value' | 'taker'>> {
  if (caller.agentId === undefined) {
    if (named === undefined) {
      throw new Refusal(400, 'BadArgument', 'With the admin token, say who claims: {"agent": …}.')
    }
    const account = await store.agent(named)
    return { value: { agent: named, ...(account && { name: account.name }) }, taker: named }
  }
  const account = await store.agent(caller.agentId)
  if (!account) throw notFound('agent')
  const { id, name, capacity } = account
  const most = actorOf(caller).lead ? undefined : capacity
  const busy = most === undefined ? 0 : ((await store.activeByAgent()).get(id) ?? 0)
  if (most !== undefined && busy >= most) throw refusalOf('Full')
  return { value: { agent: id, name, capacity: most }, taker: id }
}

const queueLooked = 200
const tries = 3

/** Another may be faster: then the next best. */
async function claimNext(
  { caller, headers }: Pick<DeskAct, 'caller' | 'headers'>,
  dependencies: ApiDependencies,
) {
  const { store } = dependencies
  const agent = caller.agentId === undefined ? undefined : await store.agent(caller.agentId)
  if (!agent) throw new Refusal(400, 'BadArgument', 'Sign in as an agent to be given the next one.')
  for (let left = tries; left > 0; left -= 1) {
    const taking = await takerOf(caller, undefined, dependencies)
    const best = chooseNext(await store.handoffs('queued', queueLooked), agent)
    if (!best) break
    try {
      const { conversationId } = best
      const claim = { act: 'claim', conversationId, ...taking, caller, headers } as const
      return await told(claim, dependencies)
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'AlreadyClaimed') throw error
    }
  }
  throw new Refusal(409, 'NobodyWaits', 'Nobody waits for you now.')
}

async function showTyping(
  conversationId: string,
  caller: Caller,
  { fanOut, viewers }: ApiDependencies,
) {
  const from = { id: 'agent', name: caller.name, role: 'channel' }
  fanOut.typing(conversationId, { type: 'typing', conversation: { id: conversationId }, from })
  if (caller.agentId !== undefined) {
    await viewers.seen({ conversationId, agentId: caller.agentId, name: caller.name, typing: true })
  }
  return {}
}
