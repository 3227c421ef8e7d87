import { join } from 'node:path'
import { z } from 'zod'
import { type Locale, locales } from '../../src/domain/locale.ts'
import { type Evidence, gatherEvidence, type Legs } from '../../src/retrieval/evidence.ts'
import type { Weights } from '../../src/retrieval/fitted-weights.ts'
import { learnShelf, legsOf } from '../../src/retrieval/learn-shelf.ts'
import { type Library, loadLibrary } from '../../src/retrieval/load-articles.ts'
import { rankArticles } from '../../src/retrieval/rank-articles.ts'
import { answers, type LabelledQuestion, questionSet } from './question-sets.ts'

/*
 * Prints what `src/retrieval/fitted-weights.ts` holds: a multinomial logistic regression on questions
 * that the legs had not learnt from. A fifth of `questions.txt` is left out in turn, and the tuning
 * split of `test/knowledge/sets` counts three times, since the files' own questions are harder than
 * customers' and alike among themselves. The test split is not read here.
 */

const root = join(import.meta.dirname, '../..')
const folds = 5
const tuningCounts = 3
/** Of a hundred questions that an article answers, so many may be turned away. */
const mayTurnAway = 0.02

interface Case {
  evidence: Evidence
  /** For each candidate whether it is right; and whether none is. */
  right: boolean[]
  none: boolean
  counts: number
}

interface Shelf {
  locale: Locale
  library: Library
}

function foldOf({ locale, library }: Shelf, fold: number) {
  const kept = (_: string, at: number) => at % folds !== fold
  const left = (_: string, at: number) => at % folds === fold
  const texts = library.articles.filter((article) => article.locale === locale)
  const asked = texts.flatMap(({ id, alsoAsked = [] }) =>
    alsoAsked.filter(left).map((question) => ({ question, article: id })),
  )
  const strange = library.unanswered[locale].filter(left)
  return {
    ids: texts.map(({ id }) => id),
    legs: legsOf(
      learnShelf(
        {
          locale,
          texts: texts.map((text) => ({ ...text, alsoAsked: text.alsoAsked?.filter(kept) })),
          unanswered: library.unanswered[locale].filter(kept),
        },
        [],
      ),
      locale,
    ),
    questions: [...asked, ...strange.map((question) => ({ question, article: null }))],
  }
}

interface Asked {
  ids: readonly string[]
  legs: Legs
  counts: number
}

function caseOf(labelled: LabelledQuestion, { ids, legs, counts }: Asked): Case {
  const evidence = gatherEvidence({ text: labelled.question }, ids, legs)
  const right = evidence.candidates.map(({ article }) => answers(labelled, ids[article] ?? ''))
  return { evidence, right, none: labelled.article === null, counts }
}

const supports = [
  'words',
  'wordsPlace',
  'questions',
  'questionsPlace',
  'learnt',
  'learntPlace',
] as const
const refusals = ['base', 'questions', 'learnt', 'strangeness', 'uncovered'] as const

/** Each option of a case as one row: support first, refusal after it. */
function rowsOf({ evidence }: Case): number[][] {
  const none = refusals.map((name) => (name === 'base' ? 1 : evidence.refusal[name]))
  return [
    ...evidence.candidates.map(({ support }) => [
      ...supports.map((name) => support[name]),
      ...refusals.map(() => 0),
    ]),
    [...supports.map(() => 0), ...none],
  ]
}

/** Gradient descent with a step of its own for each weight (AdaGrad). */
function fitted(cases: readonly Case[]): number[] {
  const width = supports.length + refusals.length
  const state = { weights: new Float64Array(width), seen: new Float64Array(width).fill(1e-8) }
  const usable = cases
    .map((each) => ({ rows: rowsOf(each), right: [...each.right, each.none], counts: each.counts }))
    .filter(({ right }) => right.includes(true))
  const total = usable.reduce((sum, { counts }) => sum + counts, 0)
  for (let round = 0; round < 250; round += 1) {
    const slope = new Float64Array(width)
    for (const each of usable) addSlope(each, state.weights, slope)
    descend(
      state,
      slope.map((each) => each / total),
    )
  }
  return [...state.weights]
}

function descend(
  { weights, seen }: { weights: Float64Array; seen: Float64Array },
  slope: Float64Array,
): void {
  for (const [k, weight] of weights.entries()) {
    const step = (slope[k] ?? 0) + 1e-4 * weight
    seen[k] = (seen[k] ?? 0) + step * step
    const next = weight - step / Math.sqrt(seen[k] ?? 1)
    // Nothing that speaks for an article may count against it, whatever the chances of a set say.
    weights[k] = k < supports.length ? Math.max(0, next) : next
  }
}

interface Row {
  rows: number[][]
  right: boolean[]
  counts: number
}

function addSlope({ rows, right, counts }: Row, weights: Float64Array, slope: Float64Array): void {
  const scores = rows.map((row) => row.reduce((sum, x, k) => sum + x * (weights[k] ?? 0), 0))
  const most = Math.max(...scores)
  const odds = scores.map((score) => Math.exp(score - most))
  const all = odds.reduce((sum, each) => sum + each, 0)
  const good = odds.reduce((sum, each, i) => sum + (right[i] ? each : 0), 0)
  for (const [i, row] of rows.entries()) {
    const share = (odds[i] ?? 0) / all - (right[i] ? (odds[i] ?? 0) / good : 0)
    if (Math.abs(share) < 1e-5) continue
    for (const [k, x] of row.entries()) slope[k] = (slope[k] ?? 0) + counts * share * x
  }
}

const figures = <Name extends string>(names: readonly Name[]) => z.record(z.enum(names), z.number())
const weightsShape = z.object({
  support: figures(supports),
  refusal: figures(refusals),
  refuseFrom: z.number(),
})

function named(values: readonly number[], refuseFrom: number): Weights {
  const at = (i: number) => Math.round((values[i] ?? 0) * 100) / 100
  const support = Object.fromEntries(supports.map((name, i) => [name, at(i)]))
  const refusal = Object.fromEntries(refusals.map((name, i) => [name, at(i + supports.length)]))
  return weightsShape.parse({ support, refusal, refuseFrom })
}

/** From which chance of none on we refuse: only so many that an article answers may be turned away. */
function refusingFrom(cases: readonly Case[], weights: Weights): number {
  const own = cases.filter(({ none }) => !none)
  const chances = own.map(({ evidence }) => rankArticles(evidence, weights).none)
  chances.sort((a, b) => b - a)
  return Math.round((chances[Math.floor(own.length * mayTurnAway)] ?? 1) * 1000) / 1000
}

function recallOf(cases: readonly Case[], weights: Weights): string {
  const asked = cases.filter(({ none }) => !none)
  const within = (k: number) => {
    const hits = asked.filter(({ evidence, right }) => {
      const best = rankArticles(evidence, weights).ranked.slice(0, k)
      return best.some(
        ({ article }) => right[evidence.candidates.findIndex((each) => each.article === article)],
      )
    })
    return ((100 * hits.length) / asked.length).toFixed(1)
  }
  return [1, 3, 10].map(within).join(' / ')
}

function turnedAway(cases: readonly Case[], weights: Weights, strange: boolean): string {
  const own = cases.filter(({ none }) => none === strange)
  const refused = own.filter(
    ({ evidence }) => rankArticles(evidence, weights).none >= weights.refuseFrom,
  )
  return ((100 * refused.length) / own.length).toFixed(1)
}

function tell(name: string, cases: readonly Case[], weights: Weights): void {
  const refused = `${turnedAway(cases, weights, true)} % of strange ones, ${turnedAway(cases, weights, false)} % of ours`
  console.log(`  ${name}: found ${recallOf(cases, weights)} %; refused ${refused}`)
}

const library = await loadLibrary(join(root, 'knowledge'))
for (const locale of locales) {
  const shelf = { locale, library }
  const whole = foldOf(shelf, folds)
  const parts = Array.from({ length: folds }, (_, fold) => foldOf(shelf, fold))
  for (const learnt of [true, false]) {
    const view = ({ subjects, ...legs }: Legs): Legs => (learnt ? { ...legs, subjects } : legs)
    const left = parts.flatMap(({ ids, legs, questions }) =>
      questions.map((each) => caseOf(each, { ids, legs: view(legs), counts: 1 })),
    )
    const tuning = questionSet('tuning', locale).map((each) =>
      caseOf(each, { ids: whole.ids, legs: view(whole.legs), counts: tuningCounts }),
    )
    const values = fitted([...left, ...tuning])
    const weights = named(values, refusingFrom(tuning, named(values, 1)))
    console.log(locale, learnt ? 'learnt' : 'unlearnt', JSON.stringify(weights))
    tell('left out', left, weights)
    tell('tuning', tuning, weights)
  }
}
