import { join } from 'node:path'
import type { Config } from './config.ts'
import type { Day } from './domain/calendar.ts'
import type { Locale } from './domain/locale.ts'
import { type Month, monthOf } from './domain/month.ts'
import { draftsOfAnswers } from './knowledge-desk/answer-drafts/answer-drafts.ts'
import { lessonDrafts } from './knowledge-desk/case-book/lesson-drafts.ts'
import { readCases, writeCaseBook } from './knowledge-desk/case-book/make-case-book.ts'
import { type KeptDrafts, keepDrafts } from './knowledge-desk/keep-drafts.ts'
import { makeReport } from './knowledge-desk/knowledge-report/make-report.ts'
import { lookInto } from './storage/look-into.ts'
import type { StoreOptions } from './storage/store.ts'

/** What a report from the store is asked for. */
interface ReportWish {
  /** Of the page; English when absent. */
  locale?: Locale | undefined
  /** The folder it goes to; beside the store when absent, because it holds what customers said. */
  out?: string | undefined
  /** The folder of articles. */
  knowledge: string
  today: Day
}

/** Writes what customers asked in a month, this one when absent; answers the files. */
export function reportQuestions(
  asked: ReportWish & { month?: Month | undefined },
  config: Config,
): Promise<string[]> {
  const { knowledge, month = monthOf(asked.today) } = asked
  const out = outOf(asked, config)
  return lookInto(storeOf(config), (view) =>
    makeReport({ ...common(asked, config), month }, { view, knowledge, out }),
  )
}

/** The files of a case book, and what became of drafts where some were asked for. */
export interface CasesDone {
  files: string[]
  drafts?: KeptDrafts | undefined
}

/** Writes what the tickets that ended in a month teach and, if asked, drafts of articles. */
export function reportCases(
  asked: ReportWish & { month: Month; drafts?: boolean | undefined },
  config: Config,
): Promise<CasesDone> {
  const { knowledge, month } = asked
  const wish = { ...common(asked, config), month }
  return lookInto(storeOf(config), async (view) => {
    const material = await readCases(wish, { view, knowledge })
    const files = await writeCaseBook(material, outOf(asked, config))
    if (!asked.drafts) return { files }
    const made = [...lessonDrafts(material), ...(await draftsOfAnswers(wish, view))]
    return { files, drafts: await keepDrafts(knowledge, made) }
  })
}

function common({ locale = 'en', today }: ReportWish, { TIME_ZONE: timeZone }: Config) {
  return { locale, today, timeZone }
}

function outOf({ out }: ReportWish, { DATA_DIR }: Config): string {
  return out ?? join(DATA_DIR, 'reports')
}

function storeOf({ DATABASE_URL: url, DATA_DIR: dataDir }: Config): StoreOptions {
  return url ? { url } : { dataDir }
}
