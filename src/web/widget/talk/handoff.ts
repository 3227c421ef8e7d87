import type { HandoffEntity } from '../../../domain/support-entity.ts'
import { entityOf, type PageActivity } from './activity.ts'

/** Where the conversation stands with a person, as newest told. */
export interface HandoffNews extends HandoffEntity {
  /** The agent's name, once one has joined. */
  agent?: string | undefined
  /** Minutes until somebody is likely to answer. */
  waiting?: { from: number; to: number } | undefined
  /** ISO instant at which the desk opens. */
  opensAt?: string | undefined
}

/** What a message, or a silent `support.handoff` event, tells about it. */
export function handoffOf(activity: PageActivity): HandoffNews | undefined {
  return entityOf(activity, 'support/handoff')
}

/** From the queue on a person answers, in their own time. */
export function isWithPerson(handoff: HandoffNews | undefined): boolean {
  return handoff?.state === 'queued' || handoff?.state === 'active'
}
