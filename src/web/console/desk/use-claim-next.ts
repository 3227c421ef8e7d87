import type { HandoffView } from '../api/shapes.ts'
import { useAct, useDesk } from '../data/desk.tsx'
import { focusSoon } from '../data/keyboard.tsx'
import { go } from '../router.ts'
import { useTongue } from '../tongue.tsx'

/** Takes the conversation that the service finds best for this agent. */
export function useClaimNext(): { claimNext(): void; busy: boolean } {
  const { calls, resources } = useDesk()
  const { words } = useTongue()
  const { act, busy } = useAct()

  async function claim(): Promise<void> {
    const { handoff } = await calls.post<{ handoff?: HandoffView }>('/handoffs/next')
    if (handoff) go({ area: 'mine', id: handoff.conversationId })
    focusSoon('.composer textarea')
    await resources.refresh('/handoffs', '/desk', '/conversations')
  }

  return { claimNext: () => void act(claim, words.conversation.claimed), busy }
}
