import { type AgentRole, mayActAs } from '../../../domain/agents/agent.ts'
import type { ConversationView } from '../api/shapes.ts'

/** Who has a conversation, as far as this agent is concerned. */
export type Holder = 'queue' | 'me' | 'colleague' | 'bot'

export function holderOf({ handoff }: ConversationView, agentId: string): Holder {
  if (!handoff || handoff.state === 'closed') return 'bot'
  if (handoff.state === 'queued') return 'queue'
  return handoff.agent === agentId ? 'me' : 'colleague'
}

/** Whether this agent may speak, give away and end: the holder may, and a lead. */
export function mayAct(holder: Holder, role: AgentRole): boolean {
  return holder === 'me' || (holder === 'colleague' && mayActAs(role, 'lead'))
}
