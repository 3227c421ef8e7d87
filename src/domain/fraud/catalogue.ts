import type { SignPatterns } from './pattern.ts'
import { signsEn } from './patterns-en.ts'
import { signsZh } from './patterns-zh.ts'
import { type FraudSign, fraudSigns } from './signs.ts'

/** Signs that settle the matter: "is this real?" is answered with "No" at once. */
export const hardSigns: readonly FraudSign[] = ['W1', 'W8', 'W9', 'W11']

/** Signs where the customer asks us for help with something unlawful, not about being cheated. */
export const unlawfulRequests: readonly FraudSign[] = ['W7', 'W17']

/** A sign of the catalogue with how it reads in each language. */
export interface SignEntry {
  sign: FraudSign
  hard: boolean
  zh: SignPatterns
  en: SignPatterns
}

/** W1–W17, hard ones first, then in the order of the catalogue. */
export const signCatalogue: readonly SignEntry[] = fraudSigns
  .map((sign) => ({
    sign,
    hard: hardSigns.includes(sign),
    zh: signsZh[sign],
    en: signsEn[sign],
  }))
  .sort((a, b) => Number(b.hard) - Number(a.hard))
