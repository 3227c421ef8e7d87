import type { Locale } from '../../src/domain/locale.ts'
import type { Memory } from '../memory.ts'

/** Whoever waits for a person already is not told to ask for one: they hear these words instead. */
interface SaidWhileWaiting<Texts> {
  waiting: Partial<Texts>
}

/** The words for this customer, as they stand with a person now. */
export function wordsFor<Texts extends SaidWhileWaiting<Texts>>(
  texts: Readonly<Record<Locale, Texts>>,
  { locale, handoff }: Pick<Memory, 'locale' | 'handoff'>,
): Texts {
  const words = texts[locale]
  return handoff?.state === 'queued' ? { ...words, ...words.waiting } : words
}
