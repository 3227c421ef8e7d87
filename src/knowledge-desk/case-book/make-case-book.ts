import { monthSpan, type Span } from '../../domain/month.ts'
import { caseBook, caseOf, type EndedCase } from '../../domain/tickets/case-book.ts'
import type { Ticket } from '../../domain/tickets/ticket.ts'
import type { Store } from '../../ports/store.ts'
import { loadArticles } from '../../retrieval/load-articles.ts'
import { writeReport } from '../report/write-report.ts'
import { type CaseMaterial, type CaseWish, casePage } from './case-page.ts'

/** Tickets read at a time: of each only a few facts are kept. */
const PAGE = 500

type View = Pick<Store, 'endedTickets'>

/** Reads the cases that ended in a month. */
export async function readCases(
  wish: CaseWish,
  { view, knowledge }: { view: View; knowledge: string },
): Promise<CaseMaterial> {
  const cases = await endedCases(view, monthSpan(wish.month, wish.timeZone))
  const articles = await loadArticles(knowledge)
  const titleOf = (wanted: string) =>
    articles.find(({ id, locale }) => id === wanted && locale === wish.locale)?.title
  return { ...wish, book: caseBook(cases), titleOf }
}

async function endedCases(view: View, { from, until }: Span): Promise<EndedCase[]> {
  const cases: EndedCase[] = []
  let after: Ticket | undefined
  do {
    const page = await view.endedTickets({ from, until, after, limit: PAGE })
    cases.push(...page.map(caseOf))
    after = page.length === PAGE ? page.at(-1) : undefined
  } while (after)
  return cases
}

/** Writes the case book of a month; answers the files. */
export function writeCaseBook(material: CaseMaterial, out: string): Promise<string[]> {
  return writeReport(out, `case-book-${material.month}`, casePage(material))
}
