import type { Engine } from './engine.ts'

/** One step from one shape of the tables to the next. */
export interface Migration {
  /** NNN-name, as its file. Never changed once released. */
  name: string
  statements(
    engine: Pick<Engine, 'identityColumn' | 'instantIn' | 'appendOnly' | 'json' | 'fullText'>,
  ): string[]
}
