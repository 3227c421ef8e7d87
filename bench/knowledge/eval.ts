import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { locales } from '../../src/domain/locale.ts'
import { knowledgeIndex } from '../../src/retrieval/knowledge-index.ts'
import { loadLibrary } from '../../src/retrieval/load-articles.ts'
import { machine, writeResults } from '../machine.ts'
import { measureManyArticles } from './many-articles.ts'
import { evaluateOutsideSet, outsideNames } from './outside-sets.ts'
import { evaluateOwnSet } from './own-sets.ts'
import { questionSet } from './question-sets.ts'
import { chartsOf, type KnowledgeRun, ownTable, reportOf } from './report.ts'

/*
 * `npm run eval:knowledge`: our own labelled questions, and public sets where they lie (EVAL_DATA_DIR
 * or --data FOLDER), into `bench/results/knowledge.*`.
 */

const root = join(import.meta.dirname, '../..')
const manyArticles = 10_000

function note(line: string): void {
  process.stderr.write(`${line}\n`)
}

const { values } = parseArgs({
  options: { data: { type: 'string' }, tuning: { type: 'boolean', default: false } },
})

function dataFolder(): string {
  // biome-ignore lint/style/noProcessEnv: a tool of its own, with an environment of its own.
  return values.data ?? process.env.EVAL_DATA_DIR ?? join(root, '../shared/data')
}

const startedAt = performance.now()
const endMachine = machine()
const library = await loadLibrary(join(root, 'knowledge'))
const cacheFolders = [join(root, 'node_modules/.cache/daozhang/models')]
const knowledge = knowledgeIndex(library, { cacheFolders })

const run: Omit<KnowledgeRun, 'machine' | 'seconds'> = { own: [], outside: [], skipped: [] }
for (const split of values.tuning ? (['tuning'] as const) : (['tuning', 'test'] as const)) {
  for (const locale of locales) {
    note(`our ${split} questions, ${locale} …`)
    run.own.push({ split, locale, figures: evaluateOwnSet(split, locale, knowledge) })
  }
}
if (values.tuning) {
  process.stdout.write(`${ownTable(run)}\n`)
  process.exit()
}
for (const name of outsideNames) {
  note(`${name} …`)
  const evaluated = evaluateOutsideSet(name, dataFolder())
  if (evaluated) run.outside.push({ name, evaluated })
  else run.skipped.push(`${name} is not there: name its folder by EVAL_DATA_DIR or --data.`)
}
note(`${manyArticles} articles …`)
const english = library.articles.filter(({ locale }) => locale === 'en')
const asked = questionSet('tuning', 'en').map(({ question }) => question)
const many = measureManyArticles(english, manyArticles, asked)

const whole: KnowledgeRun = {
  ...run,
  many,
  machine: endMachine(),
  seconds: (performance.now() - startedAt) / 1000,
}
writeResults('knowledge', { results: whole, plot: chartsOf(whole), report: reportOf(whole) })
