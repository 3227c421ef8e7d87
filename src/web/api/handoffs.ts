import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../../ports/json.ts'
import type { HandoffRow } from '../../ports/store.ts'
import { Refusal } from '../refusal.ts'
import type { WebRequest } from '../request.ts'
import { safeKey } from '../safe-key.ts'
import { shown } from './audited.ts'
import type { ApiDependencies } from './dependencies.ts'
import { type ApiOperation, notFound, operation } from './operation.ts'
import {
  claimBody,
  closeBody,
  eventAccepted,
  handoffPage,
  handoffQuery,
  messageBody,
} from './schemas.ts'

const base = '/api/v1/handoffs'
const accepted = { method: 'POST', answer: eventAccepted, status: 202 } as const

/** The queue of people wanted, and what an agent does: each act is one event of the conversation. */
export function handoffOperations(dependencies: ApiDependencies): ApiOperation[] {
  const { store } = dependencies
  return [
    operation({
      method: 'GET',
      path: base,
      summary: 'Conversations that wait for a person or have one',
      role: 'agent',
      query: handoffQuery,
      answer: handoffPage,
      run: async ({ query }) => ({ handoffs: await store.handoffs(query.state, query.limit) }),
      about: ({ result }) =>
        shown(result?.handoffs.map(({ conversationId }) => conversationId) ?? []),
    }),
    operation({
      ...accepted,
      path: `${base}/{conversationId}/claim`,
      summary: 'Take a waiting conversation over',
      role: 'agent',
      body: claimBody,
      run: async ({ params, body, headers }) => {
        const row = await openHandoff(dependencies, params)
        if (row.state === 'active' && row.agent !== body.agent) {
          throw new Refusal(409, 'AlreadyClaimed', 'Another agent has this conversation.')
        }
        return tell(dependencies, row, { name: 'handoff.claim', value: body, headers })
      },
    }),
    operation({
      ...accepted,
      path: `${base}/{conversationId}/message`,
      summary: 'Say something to the customer as the agent who has the conversation',
      role: 'agent',
      body: messageBody,
      run: async ({ params, body, headers }) => {
        const row = await openHandoff(dependencies, params)
        if (row.state !== 'active') {
          throw new Refusal(409, 'NotClaimed', 'Claim the conversation before you write in it.')
        }
        return tell(dependencies, row, { name: 'handoff.message', value: body, headers })
      },
    }),
    operation({
      ...accepted,
      path: `${base}/{conversationId}/close`,
      summary: 'Give the conversation back to the bot',
      role: 'agent',
      body: closeBody,
      run: async ({ params, body, headers }) => {
        const row = await openHandoff(dependencies, params)
        return tell(dependencies, row, { name: 'handoff.close', value: { ...body }, headers })
      },
    }),
  ]
}

async function openHandoff(
  { store }: ApiDependencies,
  params: Readonly<Record<string, string>>,
): Promise<HandoffRow> {
  const row = await store.handoffOf(params.conversationId ?? '')
  if (!row) throw notFound('handoff')
  if (row.state === 'closed') throw new Refusal(409, 'Closed', 'This handoff is closed already.')
  return row
}

interface AgentAct {
  name: 'handoff.claim' | 'handoff.message' | 'handoff.close'
  value: Record<string, string | undefined>
  headers: WebRequest['headers']
}

/** The bot decides what the act does, in its own turn: two agents who claim at once are ordered. */
async function tell({ store, inbox }: ApiDependencies, row: HandoffRow, act: AgentAct) {
  const { conversationId } = row
  const conversation = await store.conversation(conversationId)
  if (!conversation) throw notFound('conversation')
  const key = act.headers['idempotency-key']
  const result = await inbox.receive({
    channel: conversation.channel,
    conversationId,
    dedupeKey: `a:${act.name}:${typeof key === 'string' ? safeKey(key.slice(0, 200)) : randomUUID()}`,
    silent: true,
    activity: {
      type: 'event',
      name: act.name,
      value: withoutGaps(act.value),
      channelId: conversation.channel,
      conversation: { id: conversationId },
      from: { id: 'agent', role: 'channel' },
    },
  })
  if (!result) throw notFound('conversation')
  return { id: result.id }
}

function withoutGaps(value: AgentAct['value']): JsonObject {
  const kept: JsonObject = {}
  for (const [name, item] of Object.entries(value)) if (item !== undefined) kept[name] = item
  return kept
}
