import type { CaseFacts } from '../../src/domain/case-facts.ts'
import type { Flow, Scene, Turn } from '../flow.ts'
import { answerFromKnowledge } from '../knowledge/flow.ts'
import { concludeCase } from '../payment/conclude.ts'
import { findAndExplain } from '../payment/find-and-explain.ts'

/** "The terminal does not print, does not connect, does not work." */
export const terminalFault: Flow = {
  name: 'terminal-fault',
  intents: ['terminal_fault'],
  turn(scene) {
    const { facts } = scene.memory
    const aboutMoney = facts.amount || facts.rrn || facts.orderNo || facts.date
    return aboutMoney ? findAndExplain(withFault(scene)) : adviseOnFault(scene)
  },
}

/** Without a payment to look up: what it is, and the article on what to do. */
async function adviseOnFault(scene: Scene): Promise<Turn> {
  const article = await answerFromKnowledge(scene)
  const { cues } = scene.memory.facts
  const isFault = cues.includes('terminal_fault') || cues.includes('network_fault')
  // An answer from the articles will do; without one, the fault that was heard is taken as told.
  if (!isFault && article.say.some(({ entities }) => entities?.length)) return article
  const { memory, actions } = withFault(scene)
  const explanation = await actions.explain({
    record: undefined,
    facts: memory.facts,
    role: memory.facts.role ?? 'merchant',
    merchantId: actions.asker.merchantId,
  })
  const verdict = await concludeCase.explanation({ memory, actions, explanation })
  const useful = article.say.filter(({ entities }) => entities?.length)
  return { ...verdict, say: [...verdict.say, ...useful] }
}

function withFault(scene: Scene): Scene {
  const { memory } = scene
  const facts: CaseFacts = { ...memory.facts, role: memory.facts.role ?? 'merchant' }
  const named = facts.cues.includes('network_fault') || facts.cues.includes('terminal_fault')
  const cues = named ? facts.cues : [...facts.cues, 'terminal_fault' as const]
  return { ...scene, memory: { ...memory, facts: { ...facts, cues } } }
}
