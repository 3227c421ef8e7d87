import { type Finding, finding, lineOf } from './finding.ts'
import type { ShelfText } from './shelf.ts'

/** What one text may not say because of another: a question asked twice, a link to nothing. */
export function checkNeighbours(texts: ShelfText[], today: string): Finding[] {
  return [...Map.groupBy(texts, ({ locale }) => locale).values()].flatMap((shelf) => [
    ...askedTwice(shelf),
    ...shelf.flatMap((text) => brokenLinks(text, shelf, today)),
  ])
}

/** The article keeps its question; the draft, or the later text, is told. */
function askedTwice(shelf: ShelfText[]): Finding[] {
  const first = new Map<string, string>()
  const articlesFirst = shelf.toSorted((a, b) => Number(a.isDraft) - Number(b.isDraft))
  return articlesFirst.flatMap((text) =>
    questionsOf(text).flatMap((question) => {
      const line = lineOf(text, 'questions', question)
      const before = first.get(question)
      first.set(question, before ?? `${text.file}:${line}`)
      if (before === undefined) return []
      const words = `“${question}” stands in ${before}, too; a question leads to one text`
      return [finding(text, { line, rule: 'question twice', level: 'error', text: words })]
    }),
  )
}

function questionsOf({ parts }: ShelfText): string[] {
  const questions = parts?.header.questions
  return Array.isArray(questions) ? questions : []
}

function brokenLinks(text: ShelfText, shelf: ShelfText[], today: string): Finding[] {
  const related = text.header?.related ?? []
  return related.flatMap((id) => {
    const target = shelf.find((other) => other.id === id && !other.isDraft)
    const wrong = linkFault(text, id, target)
    const end = target?.header?.validTo
    const line = lineOf(text, 'related', id)
    if (wrong) return [finding(text, { line, rule: 'related', level: 'error', text: wrong })]
    if (end === undefined || end >= today) return []
    const words = `${id} is not served since the end of ${end}`
    return [finding(text, { line, rule: 'related', level: 'warning', text: words })]
  })
}

function linkFault(text: ShelfText, id: string, target: ShelfText | undefined): string | undefined {
  if (id === text.id) return 'points to itself; accepted: another article'
  return target ? undefined : `${id} is no article; accepted: the id of one that is published`
}
