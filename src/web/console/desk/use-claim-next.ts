import type { HandoffView } from '../api/shapes.ts'
import { useAct, useDesk } from '../data/desk.tsx'
import { focusSoon } from '../data/keyboard.tsx'
import { go } from '../router.ts'
import { useTongue } from '../tongue.tsx'
import { queuePath } from './waiting-watch.tsx'

/** Takes the conversation that is next for this agent: one in a language of theirs first. */
export function useClaimNext(): { claimNext(): void; busy: boolean } {
  const { agent, calls, resources } = useDesk()
  const { words } = useTongue()
  const { act, busy } = useAct()

  async function claim(): Promise<void> {
    const { handoffs } = await calls.get<{ handoffs: HandoffView[] }>(queuePath)
    const next = nextFor(handoffs, agent.languages)
    if (!next) return
    await calls.post(`/handoffs/${encodeURIComponent(next.conversationId)}/claim`)
    go({ area: 'mine', id: next.conversationId })
    focusSoon('.composer textarea')
    await resources.refresh('/handoffs', '/desk', '/conversations')
  }

  return { claimNext: () => void act(claim, words.conversation.claimed), busy }
}

/** The first that the agent can speak with; urgent ones come first whatever they speak. */
export function nextFor(
  waiting: readonly HandoffView[],
  languages: readonly string[],
): HandoffView | undefined {
  const [first] = waiting
  if (!first || first.priority === 'P1') return first
  return waiting.find(({ language }) => !language || languages.includes(language)) ?? first
}
