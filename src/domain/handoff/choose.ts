import type { Agent } from '../agents/agent.ts'
import type { Locale } from '../locale.ts'
import type { Severity } from '../tickets/ticket.ts'
import type { Skill } from './skills.ts'

/** What waits, as far as choosing needs it. Instants are UTC. */
export interface Waiting {
  priority: Severity
  createdAt: string
  language?: Locale | undefined
  skill?: Skill | undefined
  /** Handed over to this agent in particular. */
  meantFor?: string | undefined
}

/**
 * The best conversation for an agent: what is meant for them, then urgent ones, then those they speak
 * the language of and know well, then the longest waiting. Nobody who is meant for another. Undefined
 * when nothing is left.
 */
export function chooseNext<T extends Waiting>(
  queue: readonly T[],
  agent: Pick<Agent, 'id' | 'languages' | 'skills'>,
): T | undefined {
  const open = queue.filter(({ meantFor }) => meantFor === undefined || meantFor === agent.id)
  return open.toSorted((one, other) => compare(rank(one, agent), rank(other, agent)))[0]
}

/** Smaller is served first. */
function rank(
  waiting: Waiting,
  { id, languages, skills }: Pick<Agent, 'id' | 'languages' | 'skills'>,
) {
  const { language, skill, meantFor, priority, createdAt } = waiting
  const speaks = language === undefined || languages.includes(language)
  const knows = skill === undefined || skill === 'general' || skills.includes(skill)
  return [
    meantFor === id ? '0' : '1',
    // Danger does not wait for somebody who speaks the language better.
    priority === 'P1' ? '0' : '1',
    speaks ? '0' : '1',
    priority,
    knows ? '0' : '1',
    createdAt,
  ]
}

function compare(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((part, index) => part !== other[index])
  if (at < 0) return 0
  return (one[at] ?? '') < (other[at] ?? '') ? -1 : 1
}
