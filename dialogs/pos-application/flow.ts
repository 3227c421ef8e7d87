import type { Flow } from '../flow.ts'
import { answerFromKnowledge } from '../knowledge/flow.ts'

/** "How do I get a terminal, and what should it not cost?" */
export const posApplication: Flow = {
  name: 'pos-application',
  intents: ['pos_application_info'],
  turn: (scene) => answerFromKnowledge(scene, true),
}
