import type { Locale } from '../../src/domain/locale.ts'
import { type Bar, drawCharts } from '../bar-chart.ts'
import { type Machine, machineLine, table } from '../machine.ts'
import type { RecallFigures } from './figures.ts'
import type { ManyArticles } from './many-articles.ts'
import type { OwnFigures } from './own-sets.ts'
import type { Split } from './question-sets.ts'

export interface KnowledgeRun {
  machine: Machine
  seconds: number
  own: { split: Split; locale: Locale; figures: OwnFigures }[]
  outside: {
    name: string
    evaluated: { documents: number; tasks: number; ours: RecallFigures; plain: RecallFigures }
  }[]
  many?: ManyArticles
  /** What could not be measured, and why. */
  skipped: string[]
}

const percent = (share: number) => (share * 100).toFixed(1)
const colours = { ours: '#1a73e8', other: '#9aa0a6' }

/** The run as a page. */
export function reportOf(run: KnowledgeRun): string {
  return [
    '# Knowledge: does the right article answer?\n',
    `${machineLine(run)} Made by \`npm run eval:knowledge\`.\n`,
    ...run.skipped.map((line) => `- ${line}`),
    '## Our own questions\n',
    'Written apart from the articles, split by article. `tuning` was looked at; `test` was only measured on.\n',
    ownTable(run.own.map(named)),
    '\n## Right at once, by topic (test)\n',
    topicTable(run),
    run.outside.length > 0 ? outsidePart(run) : '',
    run.many ? manyPart(run.many) : '',
    '![Recall and refusal](knowledge.svg)\n',
  ]
    .filter(Boolean)
    .join('\n')
}

/** A set of ours with the name it has in the table. */
export function named({ split, locale, figures }: KnowledgeRun['own'][number]) {
  return { name: `${split}, ${locale}`, figures }
}

/** Figures of our own questions, one row for each. */
export function ownTable(own: readonly { name: string; figures: OwnFigures }[]): string {
  const head = ['set', 'questions', 'first %', 'among 3 %', 'among 10 %', 'MRR', 'answered %']
  const refusal = ['without an answer', 'refused %', 'refusals that were right %', 'µs a question']
  const rows = own.map(({ name, figures }) => [
    name,
    figures.questions,
    percent(figures.at1),
    percent(figures.at3),
    percent(figures.at10),
    figures.meanReciprocalRank.toFixed(3),
    percent(figures.answered),
    figures.strange,
    percent(figures.refusalRecall),
    percent(figures.refusalPrecision),
    figures.microseconds,
  ])
  return table([...head, ...refusal], rows)
}

function topicTable({ own }: KnowledgeRun): string {
  const rows = own
    .filter(({ split }) => split === 'test')
    .flatMap(({ locale, figures }) =>
      figures.topics.map(({ topic, questions, first }) => [
        locale,
        topic,
        questions,
        percent(first),
      ]),
    )
  return table(['language', 'topic', 'questions', 'first %'], rows)
}

function outsidePart({ outside }: KnowledgeRun): string {
  const row = (name: string, by: string, figures: RecallFigures) => [
    name,
    by,
    ...[figures.at1, figures.at3, figures.at5, figures.at10, figures.at20].map(percent),
    figures.meanReciprocalRank.toFixed(3),
  ]
  const rows = outside.flatMap(({ name, evaluated: { documents, tasks, ours, plain } }) => [
    row(`${name}: ${tasks} in ${documents}`, 'ours', ours),
    row('', 'plain BM25 (MiniSearch)', plain),
  ])
  const head = ['set', 'search', 'at 1 %', 'at 3 %', 'at 5 %', 'at 10 %', 'at 20 %', 'MRR']
  return `\n## Public sets, as they are\n\nWords and questions only: nothing is learnt from them.\n\n${table(head, rows)}\n`
}

function manyPart({ articles, buildSeconds, millisecondsMedian, milliseconds99 }: ManyArticles) {
  const rows = [
    [articles, buildSeconds.toFixed(1), millisecondsMedian.toFixed(2), milliseconds99.toFixed(2)],
  ]
  const head = ['articles', 'opened in s', 'a query, median ms', 'a query, 99 % ms']
  return `\n## Many articles\n\n${table(head, rows)}\n`
}

/** The goals as lines on the bars. */
export function chartsOf({ own, outside }: KnowledgeRun): string {
  const bars = (of: (figures: OwnFigures) => number, goal: number) =>
    own.map(({ split, locale, figures }): Bar => {
      const value = of(figures)
      const colour = split === 'test' ? colours.ours : colours.other
      return { label: `${split}, ${locale}`, value, text: `${percent(value)} %`, colour, goal }
    })
  return drawCharts('Recall and refusal of the knowledge search', [
    { title: 'The right article first', bars: bars(({ at1 }) => at1, 0.85) },
    { title: 'Among three', bars: bars(({ at3 }) => at3, 0.95) },
    { title: 'Without an answer, and refused', bars: bars((f) => f.refusalRecall, 0.9) },
    ...outside.map(({ name, evaluated: { ours, plain } }) => ({
      title: `${name}: share of the right documents among ten`,
      bars: [
        { label: 'ours', value: ours.at10, text: `${percent(ours.at10)} %`, colour: colours.ours },
        {
          label: 'plain BM25',
          value: plain.at10,
          text: `${percent(plain.at10)} %`,
          colour: colours.other,
        },
      ],
    })),
  ])
}
