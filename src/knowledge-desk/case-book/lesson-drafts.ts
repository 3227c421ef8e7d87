import { type Locale, locales } from '../../domain/locale.ts'
import type { CaseGroup } from '../../domain/tickets/case-book.ts'
import type { MadeDraft } from '../keep-drafts.ts'
import { monthName } from '../report/words.ts'
import { draftText, nobodyApprovedIt } from '../write-draft.ts'
import { type CaseMaterial, figuresInWords } from './case-page.ts'
import { lessonArticles, lessonSubject, type Subject } from './lesson.ts'
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
  colon: string
  stop: string
}

const words: Record<Locale, DraftWords> = {
  en: {
    title: (name) => `Lessons from cases: ${name}`,
    questions: (name) => [
      `How do I keep this from happening: ${name}?`,
      `What did others do about this: ${name}?`,
      `What can I learn from other cases of “${name}”?`,
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
    colon: ':',
    stop: '.',
  },
  'zh-CN': {
    title: (name) => `案例中的经验：${name}`,
    questions: (name) => [
      `怎样避免这种情况：${name}？`,
      `别人遇到“${name}”是怎么办的？`,
      `“${name}”的案例能学到什么？`,
    ],
    helped: '什么管用：',
    happened: (month, name) => `${month}的情况（“${name}”）：`,
    toDo: '今天就可以做的：',
    steps: [
      '把开头说的那一步先做好，不要等到出事。',
      '小票、参考号和每次联系的日期放在一起保存。',
      '已经发生的，把参考号告诉我们：登记工单后会写明什么日期之前给结果。',
    ],
    nobody: '这里把案例合在一起讲，不含姓名、号码和金额；您的情况要多久，以合同和银行为准。',
    colon: '：',
    stop: '。',
  },
}

/** A month's lessons as drafts in each language, one for each kind of case that is frequent enough. */
export function lessonDrafts({ month, book, today }: CaseMaterial): MadeDraft[] {
  const source = `case book ${month}`
  return book.groups.flatMap((group) =>
    locales.map((locale) => ({
      id: `cases/${slugOf(group.subject)}`,
      locale,
      source: `${source}, ${slugOf(group.subject)}`,
      text: textOf(group, { locale, month, today, source: `${source}, ${slugOf(group.subject)}` }),
    })),
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
  const happened = figuresInWords(group, locale)
    .map((line) =>
      line.name === undefined
        ? line.text
        : `${beside(`${line.name}${own.colon}`, line.text, locale)}${own.stop}`,
    )
    .join(locale === 'zh-CN' ? '' : ' ')
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
