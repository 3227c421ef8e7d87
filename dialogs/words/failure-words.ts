import type { Locale } from '../../src/domain/locale.ts'
import { type FailureTexts, failuresEn } from './failures.en.ts'
import { failuresZhCn } from './failures.zh-cn.ts'

/** The words of each failure code in each language; a test holds them against the list of codes. */
export const failureWords: Readonly<Record<Locale, FailureTexts>> = {
  en: failuresEn,
  'zh-CN': failuresZhCn,
}
