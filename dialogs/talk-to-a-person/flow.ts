import type { Flow } from '../flow.ts'
import { callPerson } from './call-person.ts'

/** "A person, please." At once, from any state. */
export const talkToAPerson: Flow = {
  name: 'talk-to-a-person',
  intents: ['talk_to_human'],
  turn: (scene) => callPerson(scene, { reason: 'asked', severity: 'P3' }),
}
