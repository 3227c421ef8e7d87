import type { Flow, Scene, Turn } from '../flow.ts'
import { wants } from '../flow.ts'
import { answerRuleQuestion } from '../knowledge/rule-question.ts'
import { concludeCase } from '../payment/conclude.ts'
import { findAndExplain } from '../payment/find-and-explain.ts'

/** "My card was charged, held, charged twice, not refunded." */
export const chargedOrHeld: Flow = {
  name: 'charged-or-held',
  intents: [
    'charged_no_slip',
    'duplicate_charge',
    'refund_not_received',
    'preauth_hold',
    'declined_but_charged',
    'unrecognized_charge',
    'void_question',
  ],
  async turn(scene) {
    const denied = scene.memory.facts.cues.includes('not_my_transaction')
    if (denied || isUnknown(scene)) return reportUnauthorised(scene)
    return (await answerRuleQuestion(scene)) ?? findAndExplain(scene)
  },
}

/** A shop's "900 on card 6719 never came" is only guessed to be a charge nobody knows. */
const sureOfShop = 0.9

/** Of all that may be wrong with a charge, that nobody knows it comes first. */
function isUnknown({ said, memory }: Scene): boolean {
  const wish = said.understood.intents.find(({ name }) => chargedOrHeld.intents.includes(name))
  if (wish?.name !== 'unrecognized_charge') return false
  const guessed = memory.facts.role === 'merchant' && wish.confidence < sureOfShop
  return !guessed && wants(said, 'unrecognized_charge')
}

/** A charge the cardholder denies does not wait for details: block, ticket, person. */
async function reportUnauthorised({ memory, actions }: Scene): Promise<Turn> {
  const facts = { ...memory.facts, role: 'cardholder' as const }
  const found = await actions.lookUp(facts)
  const explanation = await actions.explain({
    record: found.kind === 'found' ? found.record : undefined,
    facts,
    role: 'cardholder',
    cause: 'RC_UNAUTHORISED',
  })
  return concludeCase.explanation({ memory: { ...memory, facts }, actions, explanation })
}
