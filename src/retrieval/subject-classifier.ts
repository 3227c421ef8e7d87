import type { Locale } from '../domain/locale.ts'
import { cached } from '../learning/model-cache.ts'
import {
  classify,
  type LabelledText,
  type TrainedClassifier,
  trainClassifier,
} from '../learning/text-classifier.ts'
import type { SignedText } from '../learning/text-features.ts'
import { plainText } from './plain-text.ts'

/** How likely a query belongs to each subject; a subject never learnt is missing. */
export type SubjectClassifier = (query: string) => ReadonlyMap<string, number>

/** The subject of questions that no article answers. */
export const noSubject = ''

/** The questions of a subject. */
export interface Subject {
  id: string
  questions: readonly string[]
}

interface Learning {
  locale: Locale
  /** Where what was learnt is kept for the next start. */
  cacheFolders: readonly string[]
}

/** Learnt only where it is worth its time: above this many subjects learning takes minutes. */
const mostSubjects = 400
/** With fewer questions a subject is better found by its words. */
const questionsNeeded = 20

/**
 * Learns which questions belong to which subject (some ten seconds, or kept from an earlier start).
 * Undefined when the subjects are too many, or have too few questions to learn from.
 */
export function learnSubjects(
  subjects: readonly Subject[],
  { locale, cacheFolders }: Learning,
): TrainedClassifier | undefined {
  const rich = subjects.filter(({ questions }) => questions.length >= questionsNeeded)
  if (rich.length < 2 || rich.length > mostSubjects) return undefined
  const examples = rich.flatMap(({ id, questions }) =>
    questions.map((text): LabelledText => ({ ...withNumbers(text), label: id })),
  )
  const place = {
    folders: cacheFolders,
    name: `subjects-${locale}`,
    madeFrom: [JSON.stringify(examples)],
  }
  return cached(place, () => trainClassifier(examples, { outOfScope: noSubject }))
}

/** What was learnt, to be asked. */
export function subjectClassifier(classifier: TrainedClassifier): SubjectClassifier {
  return (query) => {
    const ranked = classify(withNumbers(query), classifier)
    return new Map(ranked.map(({ label, confidence }) => [label, confidence]))
  }
}

/** To the classifier numbers of a length are all alike; here they tell one response code from another. */
function withNumbers(text: string): SignedText {
  const plain = plainText(text)
  return { text: plain, signs: plain.match(/\b\d+\b/g) ?? [] }
}
