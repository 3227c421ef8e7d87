import { type Machine, machineLine, table } from '../machine.ts'
import type { Evaluated } from './evaluate-classifier.ts'
import type { OwnFigures } from './own-sets.ts'

export interface Run {
  machine: Machine
  seconds: number
  outside: { name: string; evaluated: Evaluated }[]
  own: { name: string; figures: OwnFigures }[]
  /** What could not be measured, and why. */
  skipped: string[]
}

const percent = (value: number | null) => (value === null ? '–' : (value * 100).toFixed(1))

/** The run as a page. */
export function reportOf(run: Run): string {
  const parts = [
    '# Understanding: what is read rightly\n',
    `${machineLine(run)} Made by \`npm run eval:understanding\`.\n`,
    ...run.skipped.map((line) => `- ${line}`),
    run.outside.length > 0 ? outsidePart(run) : '',
    ...run.own.map(ownPart),
    '![Calibration, out-of-scope trade-off, worst confusions](understanding.svg)\n',
  ]
  return parts.filter(Boolean).join('\n')
}

function outsidePart({ outside }: Run): string {
  const rows = outside.map(({ name, evaluated: { figures } }) => [
    name,
    percent(figures.accuracy),
    percent(figures.inScopeAccuracy),
    percent(figures.outOfScope.recall),
    percent(figures.macroF1),
    figures.calibration.ece.toFixed(3),
    figures.trainSeconds,
    figures.microsecondsPerSentence,
    Math.round(figures.memoryBytes / 2 ** 20),
  ])
  const head = [
    'set',
    'accuracy %',
    'in scope %',
    'out-of-scope recall %',
    'macro F1',
    'ECE',
    'training s',
    'µs a sentence',
    'model MB',
  ]
  return `## Public sets, official splits: the classifier alone\n\n${table(head, rows)}\n`
}

function ownPart({ name, figures: own }: { name: string; figures: OwnFigures }): string {
  const { figures } = own
  const entities = Object.entries(own.entities).map(([type, { named, exact, needless }]) => [
    type,
    named,
    named === 0 ? '–' : percent(exact / named),
    needless,
  ])
  const weakest = own.perIntent
    .toSorted((a, b) => a.right / a.sentences - b.right / b.sentences)
    .map(({ name: intent, sentences, right }) => [intent, sentences, percent(right / sentences)])
  return [
    `## ${name}: rules and classifier together\n`,
    `${own.sentences} sentences: ${percent(figures.accuracy)} % right, in scope ${percent(figures.inScopeAccuracy)} %, out-of-scope recall ${percent(figures.outOfScope.recall)} %, ECE ${figures.calibration.ece.toFixed(3)}, ${figures.microsecondsPerSentence} µs each with all entities.\n`,
    `${table(['entity', 'named', 'exact %', 'needless'], entities)}\n`,
    `${table(['intent', 'sentences', 'right %'], weakest)}\n`,
  ].join('\n')
}
