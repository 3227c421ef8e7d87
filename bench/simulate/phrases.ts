import type { Locale } from '../../src/domain/locale.ts'
import type { Expected } from './case.ts'
import { en } from './phrases.en.ts'
import { zhCn } from './phrases.zh-cn.ts'

type List = [string, ...string[]]
type Pairs = [string, string][]

/** How people of one language word things. */
export interface Phrases {
  stories: Record<string, List>
  /** An opening that says next to nothing. */
  vague: List
  vagueByStory: Record<string, List>
  facts: Record<
    | 'amount'
    | 'date'
    | 'time'
    | 'last4'
    | 'rrn'
    | 'orderNo'
    | 'merchant'
    | 'cardholder'
    | 'approved'
    | 'declined'
    | 'nothing'
    | 'debitedYes'
    | 'debitedNo'
    | 'accountSame'
    | 'substance',
    List
  >
  unknown: List
  none: List
  yes: List
  no: List
  join: string
  corrections: Record<'amount' | 'date' | 'last4' | 'role', List>
  outbursts: List
  digressions: List
  /** Small talk before the matter, and behind it. */
  fillers: List
  closers: List
  mixes: Pairs
  typos: Pairs
  codes: List
  /** As good an answer as the article: a contact of the directory, or another end. */
  questions: { words: List; articles: List; says?: string; also?: Expected }[]
}

export const phrases: Record<Locale, Phrases> = { en, 'zh-CN': zhCn }
