import type { Flow } from '../flow.ts'
import { answerFromKnowledge } from '../knowledge/flow.ts'
import { findAndExplain } from '../payment/find-and-explain.ts'

/** "The terminal does not print, does not connect, does not work." */
export const terminalFault: Flow = {
  name: 'terminal-fault',
  intents: ['terminal_fault'],
  turn(scene) {
    const { facts } = scene.memory
    const aboutMoney = facts.amount || facts.rrn || facts.orderNo || facts.date
    if (!aboutMoney) return answerFromKnowledge(scene)
    const told = facts.cues.includes('network_fault') ? [] : (['terminal_fault'] as const)
    const cues = [...new Set([...facts.cues, ...told])]
    const merchant = { ...facts, role: facts.role ?? ('merchant' as const), cues }
    return findAndExplain({ ...scene, memory: { ...scene.memory, facts: merchant } })
  },
}
