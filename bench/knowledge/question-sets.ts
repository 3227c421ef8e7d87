import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Locale } from '../../src/domain/locale.ts'

const question = z.strictObject({
  question: z.string(),
  /** The article that answers it; null: none does. */
  article: z.string().nullable(),
  /** Others that answer it as well. */
  also: z.array(z.string()).optional(),
})

export type LabelledQuestion = z.infer<typeof question>

/** Split by article: `tuning` may be looked at, `test` may only be measured on. */
export type Split = 'tuning' | 'test'

/** The labelled questions of one language, from `test/knowledge/sets`. */
export function questionSet(split: Split, locale: Locale): LabelledQuestion[] {
  const file = `${split}.${locale.toLowerCase()}.jsonl`
  const path = new URL(`../../test/knowledge/sets/${file}`, import.meta.url)
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  return lines.map((line) => question.parse(JSON.parse(line)))
}

/** Whether an article answers the question. */
export function answers({ article, also = [] }: LabelledQuestion, id: string): boolean {
  return id === article || also.includes(id)
}
