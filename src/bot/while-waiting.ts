import { type Said, wants } from '../../dialogs/flow.ts'
import type { Memory } from '../../dialogs/memory.ts'
import { assessFraud } from '../domain/fraud/assess-fraud.ts'

/**
 * Whether the bot keeps silent: once a person is called the conversation is theirs, and what is said
 * is kept for them. Until they have come, a complaint is still filed and danger still answered.
 */
export function leavesItToPerson(said: Said, memory: Memory): boolean {
  const { handoff, verdict } = memory
  if (!handoff || handoff.state === 'closed') return false
  if (handoff.state === 'active') return true
  if (wants(said, 'file_complaint', 'complaint_escalation', 'self_harm')) return false
  // The stop-loss script was said: what follows is for the colleague.
  if (verdict?.stage === 'FRAUD') return true
  const { situation } = assessFraud(said.text, said.understood.cues)
  return situation !== 'loss' && situation !== 'in_progress'
}
