import { textFeatures } from '../learning/text-features.ts'
import { fitVocabulary, vectorOf } from '../learning/tf-idf.ts'
import type { KnowledgeGap } from '../ports/article-upkeep.ts'
import type { AskedQuestion } from '../ports/knowledge-notes.ts'
import { plainText } from './plain-text.ts'

const missed = new Set(['unknown', 'offered', 'wrong'])
/** From this likeness on two questions are taken for one (0..1). */
const alike = 0.4
const mostExamples = 5

/** Groups what was missed by likeness, the most asked first. */
export function knowledgeGaps(asked: readonly AskedQuestion[]): KnowledgeGap[] {
  return missedQuestions(asked)
    .map(gapOf)
    .sort((a, b) => b.count - a.count || (a.lastAskedAt < b.lastAskedAt ? 1 : -1))
}

/** What was missed, alike ones of one language together; the newest first in each group. */
export function missedQuestions(asked: readonly AskedQuestion[]): AskedQuestion[][] {
  const failed = oneEach(asked.filter(({ outcome }) => missed.has(outcome)))
  return [...Map.groupBy(failed, ({ locale }) => locale).values()].flatMap(clustersOf)
}

/** A vote and its reason are two notes of one question: the one that says more stays. */
function oneEach(asked: readonly AskedQuestion[]): AskedQuestion[] {
  const kept = new Map<string, AskedQuestion>()
  for (const each of asked) {
    const known = kept.get(each.askedIn)
    if (!known || (each.reason !== undefined && known.reason === undefined)) {
      kept.set(each.askedIn, each)
    }
  }
  return [...kept.values()]
}

type Vector = ReadonlyMap<number, number>

/** Each question joins the first cluster whose first question it is like. */
function clustersOf(asked: readonly AskedQuestion[]): AskedQuestion[][] {
  const documents = asked.map(({ text }) => textFeatures({ text: plainText(text) }))
  const vocabulary = fitVocabulary(documents)
  const clusters: { leader: Vector; members: AskedQuestion[] }[] = []
  for (const [at, each] of asked.entries()) {
    const features = documents[at]
    const vector = asMap(features && vectorOf(features, vocabulary))
    const home = clusters.find(({ leader }) => likeness(leader, vector) >= alike)
    if (home) home.members.push(each)
    else clusters.push({ leader: vector, members: [each] })
  }
  return clusters.map(({ members }) => members)
}

/** Without the last feature, a constant that every text has. */
function asMap(vector: ReturnType<typeof vectorOf>): Vector {
  if (!vector) return new Map()
  const { indices, weights } = vector
  return new Map(Array.from(indices.subarray(0, -1), (index, k) => [index, weights[k] ?? 0]))
}

/** Cosine, 0..1: words and characters make up half of it each. */
function likeness(one: Vector, other: Vector): number {
  let sum = 0
  for (const [index, weight] of one) sum += weight * (other.get(index) ?? 0)
  return sum / Math.max(1e-9, Math.sqrt(squares(one) * squares(other)))
}

function squares(vector: Vector): number {
  return [...vector.values()].reduce((sum, weight) => sum + weight * weight, 0)
}

function gapOf(members: readonly AskedQuestion[]): KnowledgeGap {
  const [newest] = members
  const count = (outcome: string) => members.filter((each) => each.outcome === outcome).length
  return {
    locale: newest?.locale ?? 'en',
    count: members.length,
    examples: [...new Set(members.map(({ text }) => text))].slice(0, mostExamples),
    outcomes: { unknown: count('unknown'), offered: count('offered'), wrong: count('wrong') },
    reasons: tally(members.flatMap(({ reason }) => reason ?? [])),
    articles: Object.keys(tally(members.flatMap(({ article }) => article ?? []))),
    lastAskedAt: newest?.at ?? '',
  }
}

/** How often each was named, most often first. */
function tally(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a))
}
