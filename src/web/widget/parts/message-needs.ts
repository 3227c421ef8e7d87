import type { Tongue } from './tongue.ts'

/** What a message needs besides itself. */
export interface MessageNeeds {
  tongue: Tongue
  server: string
  retry(key: string): void
  /** What a card of an integrator's bot sends. */
  submit(value: unknown): void
}
