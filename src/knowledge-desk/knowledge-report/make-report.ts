import type { QuestionStore } from '../../ports/knowledge-notes.ts'
import { loadArticles } from '../../retrieval/load-articles.ts'
import { writeReport } from '../report/write-report.ts'
import { type ReportWish, reportPage, reportSpans } from './report-page.ts'

/** Notes that one report reads: grouping what was missed among them takes seconds. */
const MOST_NOTES = 20_000

export interface ReportNeeds {
  view: QuestionStore
  /** The folder of articles. */
  knowledge: string
  /** Where the report goes. */
  out: string
}

/** Writes the report of a month; answers the files. */
export async function makeReport(
  wish: ReportWish,
  { view, knowledge, out }: ReportNeeds,
): Promise<string[]> {
  const { from, until } = reportSpans(wish).all
  const notes = await view.questions({ since: from, until, limit: MOST_NOTES })
  const articles = await loadArticles(knowledge)
  const cut = notes.length === MOST_NOTES ? MOST_NOTES : undefined
  return writeReport(
    out,
    `knowledge-report-${wish.month}`,
    reportPage({ ...wish, notes, articles, cut }),
  )
}
