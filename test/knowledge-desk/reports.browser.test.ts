import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Locale, locales } from '../../src/domain/locale.ts'
import { caseBook, caseOf } from '../../src/domain/tickets/case-book.ts'
import { casePage } from '../../src/knowledge-desk/case-book/case-page.ts'
import { reportPage } from '../../src/knowledge-desk/knowledge-report/report-page.ts'
import { asHtml } from '../../src/knowledge-desk/report/as-html.ts'
import type { QuestionOutcome } from '../../src/ports/knowledge-notes.ts'
import { loadArticles } from '../../src/retrieval/load-articles.ts'
import { temporaryDirectory } from '../storage/sample.ts'
import { launchChromium, openWatched } from '../support/browser.ts'
import { overflowOf } from '../support/chat-driver.ts'
import { endedTicket } from './small-world.ts'

const wish = { month: '2026-11', today: '2027-06-03', timeZone: 'UTC' } as const
const span: [string, string] = ['2026-11-02T10:00:00Z', '2026-11-05T10:00:00Z']
let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

function cases(locale: Locale): string {
  const tickets = ['RC_RISK_HOLD', 'RC_SETTLE_ACCOUNT_INVALID'] as const
  const all = tickets.flatMap((cause) =>
    [true, false, false, true, true, true].map((escalated) =>
      endedTicket(cause, span, { escalated }),
    ),
  )
  const book = caseBook(all.map(caseOf))
  return asHtml(casePage({ ...wish, locale, book, titleOf: () => undefined }))
}

async function questions(locale: Locale): Promise<string> {
  const outcomes: QuestionOutcome[] = ['answered', 'wrong', 'offered', 'unknown']
  const notes = outcomes.map((outcome, n) => ({
    id: `q${n}`,
    conversationId: 'c',
    askedIn: `c|${n}`,
    locale,
    outcome,
    article: 'settlement/cut-off',
    at: '2026-11-10T00:00:00.000Z',
    text: `${outcome} ${'long'.repeat(60)}`,
  }))
  const articles = await loadArticles('knowledge')
  return asHtml(reportPage({ ...wish, locale, notes, articles }))
}

const pages = locales.flatMap((locale) => [
  { locale, name: 'knowledge report', make: questions },
  { locale, name: 'case book', make: async (asked: Locale) => cases(asked) },
])

describe('a report in a browser', () => {
  it.each(pages)(
    '$name in $locale keeps to its policy, fits 360 px, and axe objects to nothing',
    async ({ locale, make }) => {
      const file = join(temporaryDirectory(), 'report.html')
      await writeFile(file, await make(locale))
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const width of [360, 1280]) {
          const { page, complaints, close } = await openWatched(browser, pathToFileURL(file).href, {
            viewport: { width, height: 800 },
            colorScheme,
          })
          expect(await overflowOf(page)).toBe(0)
          expect(complaints).toEqual([])
          await page.evaluate(axe.source)
          const { violations } = await page.evaluate(() =>
            (globalThis as typeof globalThis & { axe: typeof axe }).axe.run(),
          )
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
          await close()
        }
      }
    },
  )
})
