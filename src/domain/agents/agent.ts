import type { Locale } from '../locale.ts'

/** What somebody at the desk may do: each role may do what those before it may. */
export const agentRoles = ['agent', 'lead', 'admin'] as const
export type AgentRole = (typeof agentRoles)[number]

/** `online` takes conversations, `away` keeps those they have, `offline` has left the desk. */
export const agentPresences = ['online', 'away', 'offline'] as const
export type AgentPresence = (typeof agentPresences)[number]

/** Somebody who works at the desk. `capacity` is how many conversations they have at once. */
export interface Agent {
  id: string
  login: string
  name: string
  role: AgentRole
  /** Languages they answer in. */
  languages: Locale[]
  /** What they know well, in words of the deployment: `fraud`, `payouts`, … */
  skills: string[]
  capacity: number
  presence: AgentPresence
  /** ISO instant of the last sign of life from their console. */
  seenAt?: string | undefined
  disabled: boolean
  createdAt: string
}

/** Whether a role reaches up to another one. */
export function mayActAs(role: AgentRole, needed: AgentRole): boolean {
  return agentRoles.indexOf(role) >= agentRoles.indexOf(needed)
}
