import type { Flow } from '../flow.ts'
import { findAndExplain } from '../payment/find-and-explain.ts'

/** "They hold my settlement: why, and what do they want?" */
export const riskHold: Flow = {
  name: 'risk-hold',
  intents: ['risk_hold_inquiry'],
  turn(scene) {
    const { memory } = scene
    const facts = { ...memory.facts, role: memory.facts.role ?? ('merchant' as const) }
    return findAndExplain({ ...scene, memory: { ...memory, facts } })
  },
}
