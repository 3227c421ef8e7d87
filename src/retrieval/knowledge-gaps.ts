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

/** Features with their weights; together of length 1. */
type Vector = readonly (readonly [feature: number, weight: number])[]

/** Each question joins the first cluster whose first question it is like. */
function clustersOf(asked: readonly AskedQuestion[]): AskedQuestion[][] {
  const documents = asked.map(({ text }) => textFeatures({ text: plainText(text) }))
  const vocabulary = fitVocabulary(documents)
  const clusters: AskedQuestion[][] = []
  const leaders = leaderIndex(asked.length)
  for (const [at, each] of asked.entries()) {
    const features = documents[at]
    const vector = unitVector(features && vectorOf(features, vocabulary))
    const home = leaders.firstLike(vector)
    const cluster = home === undefined ? undefined : clusters[home]
    if (cluster) cluster.push(each)
    else leaders.add(vector, clusters.push([each]) - 1)
  }
  return clusters
}

/** The first question of each of at most so many clusters, by its features. */
function leaderIndex(most: number) {
  const byFeature = new Map<number, { cluster: number; weight: number }[]>()
  const likeness = new Float64Array(most)
  return {
    add(vector: Vector, cluster: number): void {
      for (const [feature, weight] of vector) {
        const holders = byFeature.get(feature)
        if (holders) holders.push({ cluster, weight })
        else byFeature.set(feature, [{ cluster, weight }])
      }
    },
    firstLike(vector: Vector): number | undefined {
      likeness.fill(0)
      for (const [feature, weight] of vector) {
        for (const leader of byFeature.get(feature) ?? []) {
          likeness[leader.cluster] = (likeness[leader.cluster] ?? 0) + weight * leader.weight
        }
      }
      const first = likeness.findIndex((sum) => sum >= alike)
      return first < 0 ? undefined : first
    },
  }
}

/**
 * Without the last feature, a constant that every text has. Words and characters make up half of a
 * likeness each.
 */
function unitVector(vector: ReturnType<typeof vectorOf> | undefined): Vector {
  if (!vector) return []
  const { indices, weights } = vector
  const own = Array.from(indices.subarray(0, -1), (index, k) => [index, weights[k] ?? 0] as const)
  const length = Math.sqrt(own.reduce((sum, [, weight]) => sum + weight * weight, 0))
  return length === 0 ? [] : own.map(([index, weight]) => [index, weight / length] as const)
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
