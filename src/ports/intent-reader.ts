import type { Understood } from './understanding.ts'

/** Reads the wishes of a message once more: slower, perhaps elsewhere. */
export interface IntentReader {
  /**
   * The wishes to go by; those of the first reading where there is nothing better. Never throws, and
   * answers within a few seconds. It names wishes only: no amount, day or reference comes from here.
   */
  readIntents(text: string, first: Understood): Promise<Understood['intents']>
}
