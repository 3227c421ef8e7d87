import { createMind } from '../../src/mind.ts'

/** Before all tests: what is learnt from the examples is learnt once, and kept for every test file. */
export async function setup(): Promise<void> {
  await createMind()
}
