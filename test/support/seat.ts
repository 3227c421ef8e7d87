import type { Agent } from '../../src/domain/agents/agent.ts'
import type { TestEngine } from './talk.ts'

/** Gives somebody an account and a place at the desk; their id is the name. */
export async function seat(
  { engine }: TestEngine,
  { name, at, ...more }: Partial<Agent> & { name: string; at: string },
): Promise<void> {
  const agent: Omit<Agent, 'presence' | 'seenAt'> = {
    id: name,
    login: name,
    name,
    role: 'agent',
    languages: ['zh-CN', 'en'],
    skills: [],
    capacity: 2,
    disabled: false,
    createdAt: new Date(at).toISOString(),
    ...more,
  }
  await engine.store.createAgent({ agent })
  await engine.store.touchAgent(agent.id, more.presence ?? 'online', new Date(at).toISOString())
}
