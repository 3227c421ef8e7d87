import { createHash } from 'node:crypto'
import type { Day } from '../../domain/calendar.ts'
import type { Locale } from '../../domain/locale.ts'
import { type Month, monthSpan } from '../../domain/month.ts'
import { takenOut } from '../../domain/redaction/anonymise.ts'
import type { QuestionStore } from '../../ports/knowledge-notes.ts'
import type { MadeDraft } from '../keep-drafts.ts'
import { draftText, nobodyApprovedIt, slugOf } from '../write-draft.ts'
import { type AgentAnswers, type AnswersView, findAnswers } from './find-answers.ts'

/** The role that answers for the text until a person names the right one. */
const firstOwner = 'support lead'
const MOST_QUESTIONS = 12
const LONGEST_TITLE = 90

const toEdit: Record<Locale, string> = {
  en: `${takenOut} Agents’ own words follow, to be made into one answer. Check every fact, write numbers from the source, name nobody, and delete this line.`,
  'zh-CN': `${takenOut} 下面是客服的原话，请改成一个答案。逐条核对事实，数字按出处写，不留姓名，最后删去这一行。`,
}

/** Notes of a month that are gone through. */
const MOST_NOTES = 20_000

export interface AnswersWish {
  month: Month
  today: Day
  timeZone: string
}

/**
 * A draft of each group of questions that agents answered in a month, in the language of the
 * questions, for a person to write and to translate.
 */
export async function draftsOfAnswers(
  wish: AnswersWish,
  view: AnswersView & QuestionStore,
): Promise<MadeDraft[]> {
  const { from, until } = monthSpan(wish.month, wish.timeZone)
  const notes = await view.questions({ since: from, until, limit: MOST_NOTES })
  return (await findAnswers(notes, view)).map((answered) => draftOf(answered, wish))
}

function draftOf(
  { locale, firstAskedIn, questions, answers }: AgentAnswers,
  { month, today }: AnswersWish,
): MadeDraft {
  const sum = createHash('sha256').update(firstAskedIn).digest('hex').slice(0, 8)
  const source = `agents’ answers ${month}, ${sum}`
  const title = questions[0]?.slice(0, LONGEST_TITLE) ?? ''
  const header = {
    title,
    summary: '',
    questions: questions.slice(0, MOST_QUESTIONS),
    owner: firstOwner,
    sources: [source],
    unverified: [nobodyApprovedIt],
  }
  return {
    id: `answers/${slugOf(title, locale) ?? `question-${sum}`}`,
    locale,
    source,
    text: draftText(header, [toEdit[locale], ...answers], today),
  }
}
