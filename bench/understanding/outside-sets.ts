import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { SentenceEncoder } from '../../src/ports/sentence-encoder.ts'
import { evaluateClassifier, type Sets } from './evaluate-classifier.ts'
import { type Labelled, readTexts } from './read-texts.ts'

const pairs = z.array(z.tuple([z.string(), z.string()]))
const clinc = z.object({
  train: pairs,
  val: pairs,
  test: pairs,
  oos_train: pairs,
  oos_val: pairs,
  oos_test: pairs,
})

const labelled = (list: z.infer<typeof pairs>): Labelled[] =>
  list.map(([text, label]) => ({ text, label }))

/** Public sets that are measured where they lie; undefined where they are not there. */
const outside: Readonly<Record<string, (folder: string) => Sets | undefined>> = {
  BANKING77(folder) {
    const at = (name: string) => join(folder, 'banking77', name)
    if (!existsSync(at('train.csv'))) return undefined
    return { train: readTexts(at('train.csv')), test: readTexts(at('test.csv')) }
  },
  CLINC150(folder) {
    const path = join(folder, 'clinc150', 'data_full.json')
    if (!existsSync(path)) return undefined
    const sets = clinc.parse(JSON.parse(readFileSync(path, 'utf8')))
    return {
      train: labelled([...sets.train, ...sets.oos_train]),
      validation: labelled([...sets.val, ...sets.oos_val]),
      test: labelled([...sets.test, ...sets.oos_test]),
      outOfScope: 'oos',
    }
  },
}

export const outsideNames = Object.keys(outside)

/** Trains on the training split of a public set only, and measures on its test split. */
export async function evaluateOutsideSet(
  name: string,
  folder: string,
  encoder?: SentenceEncoder | undefined,
) {
  const sets = outside[name]?.(folder)
  return sets && (await evaluateClassifier({ ...sets, encoder }))
}
