import type { Agent, AgentPresence } from './agent.ts'

/** A console speaks up three times in this time; one that missed all of them is not watched. */
const silentMs = 60_000

/** Where an agent is at `now`: online only while their console gives signs of life. */
export function presenceAt(
  { presence, seenAt }: Pick<Agent, 'presence' | 'seenAt'>,
  now: Date,
): AgentPresence {
  if (presence !== 'online') return presence
  const silence = now.getTime() - Date.parse(seenAt ?? '')
  return silence < silentMs ? 'online' : 'away'
}
