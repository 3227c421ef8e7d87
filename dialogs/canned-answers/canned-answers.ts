import { type Locale, locales } from '../../src/domain/locale.ts'
import type { CannedAnswer, CannedAnswerRow } from '../../src/ports/canned-answers.ts'
import { cannedEn, type ReviewedAnswer } from './canned.en.ts'
import { cannedZhCn } from './canned.zh-cn.ts'

const reviewed: Readonly<Record<Locale, readonly ReviewedAnswer[]>> = {
  en: cannedEn,
  'zh-CN': cannedZhCn,
}

/** What a text may leave open for the desk to fill in. */
export const cannedVariables = ['customer', 'ticket', 'amount', 'due'] as const

/** Variables of a text that nobody can fill in. */
export function unknownVariables(text: string): string[] {
  const named = Array.from(text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/gu), ([, name = '']) => name)
  return named.filter((name) => !cannedVariables.some((known) => known === name))
}

/** Those of the release, with what the desk has made of them, and the desk's own. */
export function allCannedAnswers(rows: readonly CannedAnswerRow[]): CannedAnswer[] {
  const changed = new Map(rows.map((row) => [row.id, row]))
  const released = locales.flatMap((locale) =>
    reviewed[locale].map((answer): CannedAnswer => {
      const id = `${answer.shortcut.slice(1)}.${locale.toLowerCase()}`
      return changed.get(id) ?? { ...answer, id, locale, disabled: false }
    }),
  )
  const known = new Set(released.map(({ id }) => id))
  return [...released, ...rows.filter(({ id }) => !known.has(id))]
}
