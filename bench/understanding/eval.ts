import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { energeticEncoder } from '../../src/connectors/encoder/energetic-encoder.ts'
import { locales } from '../../src/domain/locale.ts'
import type { SentenceEncoder } from '../../src/ports/sentence-encoder.ts'
import { machine, writeResults } from '../machine.ts'
import { evaluateClassifier } from './evaluate-classifier.ts'
import { confusions, tradeOff } from './figures.ts'
import { evaluateOutsideSet, outsideNames } from './outside-sets.ts'
import { evaluateOwnSet, ownSetPath } from './own-sets.ts'
import { drawPlots, reliabilityPanel, scopePanel } from './plots.ts'
import { type Labelled, readTexts, Trouble } from './read-texts.ts'
import { type Run, reportOf } from './report.ts'

/*
 * `npm run eval:understanding`: our own labelled sets, and public ones where they lie, into
 * `bench/results/understanding.*`. With `--train FILE --test FILE`: the engine of the bot on any
 * labelled texts, and JSON on the standard output.
 */

const usage = `npm run eval:understanding
  our own sets, and the public ones in EVAL_DATA_DIR or --data FOLDER
    [--encoder]            the public ones once more with the sentence encoder beside: minutes longer

npm run eval:understanding -- --train FILE --test FILE
    [--validation FILE]    texts to calibrate on; else a fifth of the training texts
    [--oos LABEL]          the label of what is out of scope; found by itself if it is called so
    [--locale zh-CN|en|auto]  accepted, not needed: each character is read as its script asks
  FILE: CSV or TSV with a heading (text, label or category), JSON, or JSON lines (text, label or intent)`

const options = {
  train: { type: 'string' },
  test: { type: 'string' },
  validation: { type: 'string' },
  oos: { type: 'string' },
  locale: { type: 'string' },
  data: { type: 'string' },
  encoder: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

const usualNames = ['out_of_scope', 'oos', 'out-of-scope', 'OOS', 'ood']

function note(line: string): void {
  process.stderr.write(`${line}\n`)
}

async function main(): Promise<void> {
  const { values } = parsedArguments()
  const { train, test } = values
  if (values.locale && ![...locales, 'zh', 'auto'].includes(values.locale)) {
    throw new Trouble(`--locale ${values.locale}: give zh-CN, en or auto, or leave it out.`)
  }
  if (values.help) note(usage)
  else if (train && test) await evaluateFiles({ ...values, train, test })
  else if (train || test) throw new Trouble(`--train and --test go together.\n\n${usage}`)
  else await evaluateAll(values.data ?? dataFolder(), values.encoder === true)
}

function dataFolder(): string {
  // biome-ignore lint/style/noProcessEnv: a tool of its own, with an environment of its own.
  return process.env.EVAL_DATA_DIR ?? join(import.meta.dirname, '../../../shared/data')
}

function parsedArguments() {
  try {
    return parseArgs({ options, strict: true })
  } catch (error) {
    throw new Trouble(`${error instanceof Error ? error.message : error}\n\n${usage}`)
  }
}

interface Files {
  train: string
  test: string
  validation?: string | undefined
  oos?: string | undefined
  encoder?: boolean | undefined
}

async function evaluateFiles({ train, test, validation, oos, encoder }: Files): Promise<void> {
  const sets = {
    train: readTexts(train),
    test: readTexts(test),
    validation: validation === undefined ? undefined : readTexts(validation),
  }
  const outOfScope = oos ?? usualName([...sets.train, ...sets.test])
  note(
    `${sets.train.length} texts to learn from, ${sets.test.length} to be tested on; out of scope: ${outOfScope ?? 'nothing'}`,
  )
  const known = new Set(sets.train.map(({ label }) => label))
  const labels = new Set(sets.test.map(({ label }) => label))
  const strange = [...labels].filter((label) => label !== outOfScope && !known.has(label))
  if (strange.length > 0) note(`Not among the training texts: ${strange.join(', ')}`)
  note('training …')
  const { figures } = await withEncoder(encoder === true, (asked) =>
    evaluateClassifier({ ...sets, outOfScope, encoder: asked }),
  )
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
}

function usualName(texts: readonly Labelled[]): string | undefined {
  const labels = new Set(texts.map(({ label }) => label))
  return usualNames.find((name) => labels.has(name))
}

/** Opens the encoder where it is wanted, and closes it whatever happens. */
async function withEncoder<T>(
  wanted: boolean,
  use: (encoder: SentenceEncoder | undefined) => Promise<T>,
): Promise<T> {
  const encoder = wanted ? await energeticEncoder() : undefined
  try {
    return await use(encoder)
  } finally {
    await encoder?.close()
  }
}

async function evaluateOutside(run: Pick<Run, 'outside' | 'skipped'>, how: Outside): Promise<void> {
  for (const name of outsideNames) {
    note(`${name} …`)
    const evaluated = await evaluateOutsideSet(name, how.dataFolder)
    if (evaluated) run.outside.push({ name, evaluated })
    else run.skipped.push(`${name} is not there: name its folder by EVAL_DATA_DIR or --data.`)
    if (!how.encoder) continue
    note(`${name} with the encoder …`)
    const beside = await evaluateOutsideSet(name, how.dataFolder, how.encoder)
    if (beside) run.outside.push({ name: `${name}, encoder`, evaluated: beside })
  }
}

interface Outside {
  dataFolder: string
  encoder: SentenceEncoder | undefined
}

async function evaluateAll(dataFolder: string, encoderWanted: boolean): Promise<void> {
  const startedAt = performance.now()
  const endMachine = machine()
  const run: Omit<Run, 'machine' | 'seconds'> = { outside: [], own: [], skipped: [] }
  await withEncoder(encoderWanted, (encoder) => evaluateOutside(run, { dataFolder, encoder }))
  for (const locale of locales) {
    for (const set of ['dev', 'test']) {
      const name = `Our own ${set} set, ${locale}`
      note(`${name} …`)
      const figures = evaluateOwnSet(set, locale)
      if (figures) run.own.push({ name, figures })
      else run.skipped.push(`${name} is not there (${ownSetPath(set, locale)}).`)
    }
  }
  keep({ ...run, machine: endMachine(), seconds: (performance.now() - startedAt) / 1000 })
}

function keep(run: Run): void {
  const all = [
    ...run.outside.map(({ name, evaluated }) => ({ name, ...evaluated })),
    ...run.own.map(({ name, figures }) => ({ name, ...figures })),
  ]
  const curves = all
    .map(({ name, answers, scope }) => ({ name, curve: tradeOff(answers, scope) }))
    .filter(({ curve }) => curve.length > 0)
  const worst = all.map(({ name, answers, scope }) => ({
    name,
    worst: confusions(answers, scope).slice(0, 8),
  }))
  const panels = [
    reliabilityPanel(all.map(({ name, figures }) => ({ name, bins: figures.calibration.bins }))),
    scopePanel(curves),
  ]
  writeResults('understanding', {
    results: {
      machine: run.machine,
      skipped: run.skipped,
      sets: all.map(({ name, figures, ...rest }) => ({
        name,
        figures,
        ...('entities' in rest && { entities: rest.entities, perIntent: rest.perIntent }),
      })),
      worst,
    },
    plot: drawPlots(panels, worst),
    report: reportOf(run),
  })
}

try {
  await main()
} catch (error) {
  if (!(error instanceof Trouble)) throw error
  note(error.message)
  process.exitCode = 1
}
