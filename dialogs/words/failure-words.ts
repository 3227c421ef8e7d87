import type { Locale } from '../../src/domain/locale.ts'
import type { Memory } from '../memory.ts'
import { type FailureTexts, failuresEn, failuresWaitingEn } from './failures.en.ts'
import { failuresWaitingZhCn, failuresZhCn } from './failures.zh-cn.ts'

/** The words of each failure code in each language; a test holds them against the list of codes. */
export const failureWords: Readonly<Record<Locale, FailureTexts>> = {
  en: failuresEn,
  'zh-CN': failuresZhCn,
}
const whileWaiting = { en: failuresWaitingEn, 'zh-CN': failuresWaitingZhCn }

/** What this customer hears of a failure. */
export function failureText(
  code: keyof FailureTexts,
  { locale, handoff }: Pick<Memory, 'locale' | 'handoff'>,
): string {
  const other = handoff?.state === 'queued' ? whileWaiting[locale][code] : undefined
  return other ?? failureWords[locale][code]
}
