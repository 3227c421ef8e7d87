import { causesEn } from '../../../dialogs/verdict/causes.en.ts'
import { causesZhCn } from '../../../dialogs/verdict/causes.zh-cn.ts'
import { ticketsEn } from '../../../dialogs/words/tickets.en.ts'
import { ticketsZhCn } from '../../../dialogs/words/tickets.zh-cn.ts'
import type { Locale } from '../../domain/locale.ts'
import { isCategory, type Lesson, lessonSubject, type Subject } from './lesson.ts'
import { lessonsEn } from './lessons.en.ts'
import { lessonsZhCn } from './lessons.zh-cn.ts'

const causes = { en: causesEn, 'zh-CN': causesZhCn }
const tickets = { en: ticketsEn, 'zh-CN': ticketsZhCn }
const lessons = { en: lessonsEn, 'zh-CN': lessonsZhCn }

/** What a case was about, as a short name. */
export function subjectName(subject: Subject, locale: Locale): string {
  if (isCategory(subject)) return tickets[locale].categories[subject]
  return causes[locale][subject].name
}

/** What such cases teach. */
export function lessonOf(subject: Subject, locale: Locale): Lesson {
  return lessons[locale][lessonSubject(subject)]
}
