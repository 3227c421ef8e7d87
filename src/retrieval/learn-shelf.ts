import { join } from 'node:path'
import type { Locale } from '../domain/locale.ts'
import { cached } from '../learning/model-cache.ts'
import type { TrainedClassifier } from '../learning/text-classifier.ts'
import type { Legs } from './evidence.ts'
import type { IndexedArticle, Library } from './load-articles.ts'
import { type CountedQuestions, countQuestions, questionIndex } from './question-index.ts'
import { learnSubjects, noSubject, type Subject, subjectClassifier } from './subject-classifier.ts'
import { type CountedTerms, countTerms, questionsOf, termIndex } from './term-index.ts'

/** The texts of one language. */
export interface ShelfContent {
  locale: Locale
  texts: readonly IndexedArticle[]
  unanswered: readonly string[]
}

/** All that search knows of a shelf. Plain data: it can be kept, or sent by another thread. */
export interface LearntShelf {
  terms: CountedTerms
  questions: CountedQuestions
  /** Missing where there is too much or too little to learn from. */
  subjects?: TrainedClassifier | undefined
}

/** Where what was counted and learnt is kept for the next start; none: it is made each time. */
type CacheFolders = readonly string[]

/** The code that counts: what it made before a change of it is no longer right. */
const counting = ['term-index', 'question-index', 'search-terms', 'terms', 'plain-text', 'synonyms']
const code = counting.map((name) => join(import.meta.dirname, `${name}.ts`))

/** The texts of a library in one language. */
export function shelfContent({ articles, unanswered }: Library, locale: Locale): ShelfContent {
  const texts = articles.filter((article) => article.locale === locale)
  return { locale, texts, unanswered: unanswered[locale] }
}

/**
 * Counts words and questions (a second, and memory that the process never gives back) and learns
 * subjects (some ten seconds), or reads what an earlier start kept of both.
 */
export function learnShelf(content: ShelfContent, cacheFolders: CacheFolders): LearntShelf {
  const { locale, texts, unanswered } = content
  const subjects = subjectsOf(content)
  const place = {
    folders: cacheFolders,
    name: `shelf-${locale}`,
    code,
    madeFrom: [JSON.stringify([texts.map(countedParts), unanswered])],
  }
  const counted = cached(place, () => ({
    terms: countTerms(texts, locale),
    questions: countQuestions(subjects.map(({ questions }) => questions)),
  }))
  return { ...counted, subjects: learnSubjects(subjects, { locale, cacheFolders }) }
}

/** All of a text that is counted. */
function countedParts({ title, summary, body, questions, alsoAsked }: IndexedArticle) {
  return [title, summary, body, questions, alsoAsked]
}

/** What is asked about each text, and last what no text answers. */
export function subjectsOf({ texts, unanswered }: ShelfContent): Subject[] {
  const asked = texts.map((text) => ({
    id: text.id,
    questions: [...questionsOf(text), text.title],
  }))
  return [...asked, { id: noSubject, questions: unanswered }]
}

/** What looks at a query, over what was learnt. */
export function legsOf({ terms, questions, subjects }: LearntShelf, locale: Locale): Legs {
  return {
    words: termIndex(terms, locale),
    questions: questionIndex(questions),
    subjects: subjects && subjectClassifier(subjects),
  }
}
