import type { PageLocale, Words } from '../words/words.ts'

/** The language that a part is drawn in. */
export interface Tongue {
  locale: PageLocale
  words: Words
}
