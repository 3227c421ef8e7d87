import { type IntentName, intentNames, type Understood } from './understanding.ts'

/** Reads the wishes of a message once more: slower, perhaps elsewhere. */
export interface IntentReader {
  /**
   * The wishes to go by; those of the first reading where there is nothing better. Never throws, and
   * answers within a few seconds. It names wishes only: no amount, day or reference comes from here.
   */
  readIntents(text: string, first: Understood): Promise<Understood['intents']>
}

/** From here on the first reading is good enough. */
const sure = 0.6

/** Whether a message is worth reading once more. */
export function isUnsure({ intents: [best] }: Understood): boolean {
  return best === undefined || best.name === 'out_of_scope' || best.confidence < sure
}

/**
 * What decides something is taken from the customer's own plain words only: consent, an end, a
 * detail. Danger to life is looked for by rules, and not guessed at.
 */
const notNameable: readonly IntentName[] = [
  'affirm',
  'deny',
  'cancel',
  'start_over',
  'provide_details',
  'correct_details',
  'resolved_close',
  'switch_language',
  'self_harm',
]

/** The wishes that a second reader may name. */
export const nameable = intentNames.filter((name) => !notNameable.includes(name))
