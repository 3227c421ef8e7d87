import type { QuestionIndex } from './question-index.ts'
import { noSubject, type SubjectClassifier } from './subject-classifier.ts'
import type { TermIndex } from './term-index.ts'

/** What looks at a query, each in its own way. */
export interface Legs {
  words: TermIndex
  /** One owner for each article, and one more: the questions that no article answers. */
  questions: QuestionIndex
  /** Missing where there is too much or too little to learn from. */
  subjects?: SubjectClassifier | undefined
}

/** A query, and what an encoder and the questions by owner make of it, where there is one. */
export interface Asked {
  text: string
  /** Per owner as in `questions`. */
  meaning?: Float32Array | undefined
}

/**
 * What speaks for an article, each 0..1, best 1. `…Place` is high for the first of a leg's list:
 * places can be compared between legs, values cannot.
 */
export interface Support {
  words: number
  wordsPlace: number
  questions: number
  questionsPlace: number
  /** Logarithm of the learnt chance, from 1 for certain to 0 for one in a thousand. */
  learnt: number
  learntPlace: number
}

/** What speaks for there being no article at all. */
export interface Refusal {
  questions: number
  learnt: number
  /** How unusual the words are among our questions, 0..1. */
  strangeness: number
  /** What the best article does not cover of the query. */
  uncovered: number
}

/** A candidate by its place among the articles. */
export interface Candidate {
  article: number
  support: Support
  /** Its place in the leg of meaning, 0..1, the first 1; 0 without that leg. */
  meaningPlace: number
}

export interface Evidence {
  candidates: Candidate[]
  refusal: Refusal
  /** The place of the questions that no article answers, likewise. */
  meaningPlaceOfNone: number
}

/** How far down a leg's list a candidate may stand. */
const depth = 12
/** How fast a place loses its worth: the fourth counts half as much as the first. */
const halfway = 3

interface Leg {
  values: Float32Array
  /** Places of the articles it puts first. */
  places: ReadonlyMap<number, number>
}

/** The best of each leg, and what every leg says of them. `ids` name the articles by place. */
export function gatherEvidence(
  { text: query, meaning }: Asked,
  ids: readonly string[],
  { words, questions, subjects }: Legs,
): Evidence {
  const match = words.match(query)
  const nearness = questions.nearness(query)
  const chances = subjects?.(query)
  const legs = {
    words: legOf(match.covered),
    questions: legOf(nearness.subarray(0, ids.length)),
    learnt: legOf(learntOf(ids, { chances, nearness })),
  }
  const meant = legOf(meaning?.subarray(0, ids.length) ?? new Float32Array())
  const found = new Set([...Object.values(legs), meant].flatMap(({ places }) => [...places.keys()]))
  return {
    candidates: [...found].map((article) => ({
      article,
      support: supportOf(article, legs),
      meaningPlace: meaning ? worthOfPlace(article, meant) : 0,
    })),
    refusal: {
      questions: nearness[ids.length] ?? 0,
      learnt: chances ? scaled(chances.get(noSubject) ?? 0) : 0,
      strangeness: 1 / (1 + match.familiarity),
      uncovered: 1 - largest(match.covered),
    },
    meaningPlaceOfNone: meaning ? worth(placeOfNone(meaning)) : 0,
  }
}

/** How many articles are nearer than what no article answers. */
function placeOfNone(meaning: Float32Array): number {
  const none = meaning.at(-1) ?? 0
  return meaning.reduce((nearer, value) => nearer + (value > none ? 1 : 0), 0)
}

function supportOf(article: number, legs: Record<'words' | 'questions' | 'learnt', Leg>): Support {
  const value = (leg: Leg) => leg.values[article] ?? 0
  return {
    words: value(legs.words),
    wordsPlace: worthOfPlace(article, legs.words),
    questions: value(legs.questions),
    questionsPlace: worthOfPlace(article, legs.questions),
    learnt: value(legs.learnt),
    learntPlace: worthOfPlace(article, legs.learnt),
  }
}

function worthOfPlace(article: number, { places }: Leg): number {
  return worth(places.get(article) ?? depth * 2)
}

function worth(place: number): number {
  return halfway / (halfway + place)
}

function legOf(values: Float32Array): Leg {
  const best: number[] = []
  // By number, not by `entries()`: with ten thousand articles that is what a query takes.
  for (let article = 0; article < values.length; article += 1) {
    const value = values[article] ?? 0
    if (value <= (best.length < depth ? 0 : (values[best.at(-1) ?? 0] ?? 0))) continue
    const at = best.findIndex((other) => (values[other] ?? 0) < value)
    best.splice(at < 0 ? best.length : at, 0, article)
    best.length = Math.min(best.length, depth)
  }
  return { values, places: new Map(best.map((article, place) => [article, place])) }
}

/** From a chance of one in a thousand on. */
const leastChance = 0.001

function scaled(chance: number): number {
  return Math.max(0, 1 - Math.log(Math.max(chance, leastChance)) / Math.log(leastChance))
}

interface Learnt {
  chances: ReadonlyMap<string, number> | undefined
  nearness: Float32Array
}

/** An article too new to have been learnt is judged by its questions instead. */
function learntOf(ids: readonly string[], { chances, nearness }: Learnt): Float32Array {
  if (!chances) return new Float32Array(ids.length)
  return Float32Array.from(ids, (id, at) => {
    const chance = chances.get(id)
    return chance === undefined ? (nearness[at] ?? 0) : scaled(chance)
  })
}

function largest(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0)
}
