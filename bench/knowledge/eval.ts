import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { locales } from '../../src/domain/locale.ts'
import type { KnowledgeIndex } from '../../src/ports/knowledge-index.ts'
import { knowledgeIndex } from '../../src/retrieval/knowledge-index.ts'
import { type Library, loadLibrary } from '../../src/retrieval/load-articles.ts'
import { machine, writeResults } from '../machine.ts'
import { measureManyArticles } from './many-articles.ts'
import { evaluateOutsideSet, outsideNames } from './outside-sets.ts'
import { evaluateOwnSet } from './own-sets.ts'
import { questionSet, type Split } from './question-sets.ts'
import { chartsOf, type KnowledgeRun, named, ownTable, reportOf } from './report.ts'
import { measureWithEncoder } from './with-encoder.ts'

/*
 * `npm run eval:knowledge`: our own labelled questions, and public sets where they lie (EVAL_DATA_DIR
 * or --data FOLDER), into `bench/results/knowledge.*`. With `--encoder` instead: our tuning questions in
 * English, without and with the sentence encoder.
 */

const root = join(import.meta.dirname, '../..')
const manyArticles = 10_000

function note(line: string): void {
  process.stderr.write(`${line}\n`)
}

const { values: asked } = parseArgs({
  options: {
    data: { type: 'string' },
    encoder: { type: 'boolean' },
    tuning: { type: 'boolean' },
  },
})

function dataFolder(): string {
  // biome-ignore lint/style/noProcessEnv: a tool of its own, with an environment of its own.
  return asked.data ?? process.env.EVAL_DATA_DIR ?? join(root, '../shared/data')
}

async function measureOwn(splits: readonly Split[], knowledge: KnowledgeIndex) {
  const own: KnowledgeRun['own'] = []
  for (const split of splits) {
    for (const locale of locales) {
      note(`our ${split} questions, ${locale} …`)
      own.push({ split, locale, figures: await evaluateOwnSet(split, locale, knowledge) })
    }
  }
  return own
}

async function measure(library: Library): Promise<KnowledgeRun> {
  const startedAt = performance.now()
  const endMachine = machine()
  const own = await measureOwn(['tuning', 'test'], knowledgeIndex(library, { cacheFolders }))
  const run: Omit<KnowledgeRun, 'machine' | 'seconds'> = { own, outside: [], skipped: [] }
  for (const name of outsideNames) {
    note(`${name} …`)
    const evaluated = evaluateOutsideSet(name, dataFolder())
    if (evaluated) run.outside.push({ name, evaluated })
    else run.skipped.push(`${name} is not there: name its folder by EVAL_DATA_DIR or --data.`)
  }
  note(`${manyArticles} articles …`)
  const english = library.articles.filter(({ locale }) => locale === 'en')
  const queries = questionSet('tuning', 'en').map(({ question }) => question)
  const many = await measureManyArticles(english, manyArticles, queries)
  const seconds = (performance.now() - startedAt) / 1000
  return { ...run, many, machine: endMachine(), seconds }
}

const library = await loadLibrary(join(root, 'knowledge'))
const cacheFolders = [join(root, 'node_modules/.cache/daozhang/models')]
if (asked.encoder) await measureWithEncoder(library, cacheFolders)
else if (asked.tuning) {
  const own = await measureOwn(['tuning'], knowledgeIndex(library, { cacheFolders }))
  process.stdout.write(`${ownTable(own.map(named))}\n`)
} else {
  const run = await measure(library)
  writeResults('knowledge', { results: run, plot: chartsOf(run), report: reportOf(run) })
}
