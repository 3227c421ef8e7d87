import { type Locale, locales } from '../../domain/locale.ts'
import type { CaseGroup } from '../../domain/tickets/case-book.ts'
import type { MadeDraft } from '../keep-drafts.ts'
import { monthName } from '../report/words.ts'
import { draftText, nobodyApprovedIt } from '../write-draft.ts'
import { type CaseMaterial, howLongInWords } from './case-page.ts'
import { isCategory, lessonArticles, lessonSubject, type Subject } from './lesson.ts'
import { lessonOf, subjectName } from './subject-words.ts'

/** The role that answers for lessons. */
const owner = 'complaints manager'

interface DraftWords {
  title(name: string): string
  questions(name: string): string[]
  helped: string
  happened(month: string, name: string): string
  toDo: string
  steps: string[]
  nobody: string
}

const words: Record<Locale, DraftWords> = {
  en: {
    title: (name) => `Lessons: ${name}`,
    questions: (name) => [
      `How to avoid ${name}`,
      `What did others do: ${name}?`,
      `Cases of ${name}`,
    ],
    helped: 'What puts such a case right:',
    happened: (month, name) => `What happened in ${month} (“${name}”):`,
    toDo: 'What you can do today:',
    steps: [
      'Take the step named first, before it happens to you.',
      'Keep slip, reference number and the date of every contact together.',
      'If it has happened, tell us the reference number: a ticket then names the date by which you have a result.',
    ],
    nobody:
      'The cases are told together, without names, numbers or amounts; how long yours takes depends on your contract and your bank.',
  },
  'zh-CN': {
    title: (name) => `案例经验：${name}`,
    questions: (name) => [`怎么避免${name}？`, `${name}，别人怎么办的？`, `${name}的案例`],
    helped: '什么管用：',
    happened: (month, name) => `${month}的情况（“${name}”）：`,
    toDo: '今天就可以做的：',
    steps: [
      '把开头说的那一步先做好，不要等到出事。',
      '小票、参考号和每次联系的日期放在一起保存。',
      '已经发生的，把参考号告诉我们：登记工单后会写明什么日期之前给结果。',
    ],
    nobody: '这里把案例合在一起讲，不含姓名、号码和金额；您的情况要多久，以合同和银行为准。',
  },
}

/**
 * A month's lessons as drafts in each language, one for each cause that is frequent enough. Cases
 * without a cause teach nothing that is sure.
 */
export function lessonDrafts({ month, book, today }: CaseMaterial): MadeDraft[] {
  return book.groups
    .filter(({ subject }) => !isCategory(subject))
    .flatMap((group) =>
      locales.map((locale) => {
        const slug = slugOf(group.subject)
        const source = `case book ${month}, ${slug}`
        const text = textOf(group, { locale, month, today, source })
        return { id: `cases/${slug}`, locale, source, text }
      }),
    )
}

interface Place {
  locale: Locale
  month: string
  today: string
  source: string
}

function textOf(group: CaseGroup, { locale, month, today, source }: Place): string {
  const own = words[locale]
  const name = subjectName(group.subject, locale)
  const lesson = lessonOf(group.subject, locale)
  const header = {
    title: own.title(name),
    summary: lesson.avoid,
    audience: 'both',
    region: 'any',
    questions: own.questions(name),
    owner,
    sources: [source],
    unverified: [nobodyApprovedIt],
    related: [lessonArticles[lessonSubject(group.subject)]],
  }
  const happened = howLongInWords(group, locale)
  const paragraphs = [
    `**${lesson.avoid}**`,
    beside(own.helped, lesson.helps, locale),
    beside(own.happened(monthName(month, locale), name), happened, locale),
    own.toDo,
    ...own.steps.map((step, at) => `${at + 1}. ${step}`),
    own.nobody,
  ]
  return draftText(header, paragraphs, today)
}

function beside(label: string, text: string, locale: Locale): string {
  return locale === 'zh-CN' ? `${label}${text}` : `${label} ${text}`
}

/** `RC_KYC_EXPIRED` is `kyc-expired`. */
function slugOf(subject: Subject): string {
  return subject.replace(/^RC_/, '').toLowerCase().replaceAll('_', '-')
}
