import { type Flow, finish, type PersonCall, type Scene, type Turn } from '../flow.ts'
import { paymentTexts } from '../payment/questions.ts'

/** "A person, please." At once, from any state. */
export const talkToAPerson: Flow = {
  name: 'talk-to-a-person',
  intents: ['talk_to_human'],
  turn: (scene) => callPerson(scene, { reason: 'asked', severity: 'P3' }),
}

/** Puts the conversation in the queue and says truthfully how many wait before. */
export async function callPerson({ memory, actions }: Scene, call: PersonCall): Promise<Turn> {
  const { id, position } = await actions.callPerson(call)
  return finish({ ...memory, handoff: { id, state: 'queued' } }, [
    {
      text: paymentTexts[memory.locale].personComing(position),
      entities: [{ type: 'support/handoff', state: 'queued', position }],
    },
  ])
}
