import type { Locale } from '../../src/domain/locale.ts'
import type { Message } from '../flow.ts'
import { type SlipTerm, slipPicture } from './slip-picture.ts'
import { en, type TermWords } from './terms.en.ts'
import { zhCn } from './terms.zh-cn.ts'

const words: Record<Locale, TermWords> = { en, 'zh-CN': zhCn }

/** What a number of the slip is, with a picture that shows where it stands. */
export function explainTerm(term: SlipTerm, locale: Locale): Message {
  const { names, terms, picture } = words[locale]
  const alt = picture(names[term])
  return { text: terms[term], picture: slipPicture(term, locale, alt) }
}
