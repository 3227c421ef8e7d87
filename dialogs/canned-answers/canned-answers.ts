import { type Locale, locales } from '../../src/domain/locale.ts'
import type { CannedAnswer, CannedAnswerRow } from '../../src/ports/canned-answers.ts'
import { type CannedName, cannedEn, type ReviewedAnswer } from './canned.en.ts'
import { cannedZhCn } from './canned.zh-cn.ts'

const reviewed: Readonly<Record<Locale, Readonly<Record<CannedName, ReviewedAnswer>>>> = {
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
    Object.entries(reviewed[locale]).map(([name, answer]): CannedAnswer => {
      const id = `${name}.${locale.toLowerCase()}`
      const own = { ...answer, id, shortcut: `/${name}`, locale, disabled: false }
      return changed.get(id) ?? own
    }),
  )
  const known = new Set(released.map(({ id }) => id))
  return [...released, ...rows.filter(({ id }) => !known.has(id))]
}
