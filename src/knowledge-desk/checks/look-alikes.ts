import { type Comparable, type LookAlike, lookAlikes } from '../../retrieval/look-alikes.ts'
import { type Finding, finding } from './finding.ts'
import type { ShelfText } from './shelf.ts'

/** Texts that may contradict each other, each pair told at the later one; drafts come after articles. */
export function checkLookAlikes(texts: ShelfText[]): Finding[] {
  const articlesFirst = texts.toSorted((a, b) => Number(a.isDraft) - Number(b.isDraft))
  return lookAlikes(articlesFirst.map(comparable)).map(findingOf)
}

type OnShelf = Comparable & { shelf: ShelfText }

function comparable(shelf: ShelfText): OnShelf {
  const { id, locale, parts } = shelf
  const { title = '', questions = [] } = parts?.header ?? {}
  return {
    shelf,
    id,
    locale,
    title: [title].flat().join(' '),
    questions: [questions].flat(),
    body: parts?.body ?? '',
  }
}

function findingOf({ unit, sides: [mine, theirs] }: LookAlike<OnShelf>): Finding {
  const line = ({ text, question }: typeof mine) =>
    text.shelf.rows.findIndex((row) => row.endsWith(question)) + 1
  const numbers = `${mine.numbers.join(', ')} and ${theirs.numbers.join(', ')} (${unit})`
  const words = `and ${theirs.text.shelf.file}:${line(theirs)}: “${mine.question}” and “${theirs.question}” are alike, but the texts say ${numbers}`
  const rule = 'look at these two'
  return finding(mine.text.shelf, { line: line(mine), rule, level: 'warning', text: words })
}
