import { formatList } from '../../../dialogs/format.ts'
import type { Day } from '../../domain/calendar.ts'
import type { Locale } from '../../domain/locale.ts'
import { type Month, monthSpan } from '../../domain/month.ts'
import {
  type CaseBook,
  type CaseFigures,
  type CaseGroup,
  caseSigns,
  fewestCases,
} from '../../domain/tickets/case-book.ts'
import { causePolicy } from '../../domain/tickets/cause-policy.ts'
import type { Bar, Card, Page, Part } from '../report/page.ts'
import {
  countWithShare,
  dayInWords,
  durationInWords,
  monthName,
  spanInWords,
} from '../report/words.ts'
import { type CaseWords, casesEn } from './case-words.en.ts'
import { casesZhCn } from './case-words.zh-cn.ts'
import { isCategory, lessonArticles, lessonSubject } from './lesson.ts'
import { lessonOf, subjectName } from './subject-words.ts'

const words: Record<Locale, CaseWords> = { en: casesEn, 'zh-CN': casesZhCn }

/** What a case book is asked for. */
export interface CaseWish {
  month: Month
  locale: Locale
  today: Day
  timeZone: string
}

/** What a page of it is made of; `titleOf` names an article in the page's language. */
export interface CaseMaterial extends CaseWish {
  book: CaseBook
  titleOf(article: string): string | undefined
}

interface Scene extends CaseMaterial {
  own: CaseWords
  basis: Part
}

/** The cases that ended in a month, told so that nobody can be recognised. */
export function casePage(material: CaseMaterial): Page {
  const { month, locale, today, timeZone, book } = material
  const own = words[locale]
  const span = spanInWords(monthSpan(month, timeZone), locale)
  const basis: Part = { kind: 'basis', text: own.restsOn(span, book.count) }
  const scene: Scene = { ...material, own, basis }
  return {
    locale,
    title: own.title(monthName(month, locale)),
    subtitle: own.subtitle(span, dayInWords(today, locale)),
    parts: book.all ? told(scene, book.all) : [{ kind: 'text', text: tooLittle(scene, span) }],
  }
}

function tooLittle({ own, book }: Scene, span: string): string {
  return book.count === 0 ? own.none(span) : own.tooFew(book.count)
}

function told(scene: Scene, all: CaseFigures): Part[] {
  const { own, basis } = scene
  return [
    { kind: 'figures', figures: figures(all, scene) },
    basis,
    { kind: 'text', text: own.anonymous(fewestCases) },
    ...byCause(scene),
    ...byTime(scene),
    ...compared(scene),
    ...byCategory(scene),
    ...lessons(scene),
  ]
}

function figures(all: CaseFigures, { own, locale }: Scene) {
  const { count, inTime, outcomes, medianHours, slowestTenthHours, redress } = all
  const share = (part: number) => countWithShare(part, count)
  return [
    { label: own.figures.cases, value: String(count) },
    { label: own.figures.inTime, value: share(inTime) },
    { label: own.figures.median, value: durationInWords(medianHours, locale) },
    { label: own.figures.slowestTenth, value: durationInWords(slowestTenthHours, locale) },
    { label: own.outcomes.failure, value: share(outcomes.failure) },
    { label: own.outcomes.withdrawn, value: share(outcomes.withdrawn) },
    { label: own.figures.redress, value: share(redress) },
  ]
}

function byCause({ own, book, locale, basis }: Scene): Part[] {
  const { groups, others } = book
  const most = Math.max(...groups.map(({ count }) => count), others.count)
  const bars = groups.map(({ subject, outcomes }): Bar => {
    const stretches = [outcomes.success, outcomes.failure, outcomes.withdrawn]
    return {
      label: subjectName(subject, locale),
      text: stretches.join(' + '),
      shares: stretches.map((stretch) => stretch / most),
    }
  })
  const rest = {
    label: own.others,
    text: String(others.count),
    shares: [0, 0, 0, others.count / most],
  }
  const { success, failure, withdrawn } = own.outcomes
  return [
    { kind: 'heading', text: own.byCause },
    basis,
    {
      kind: 'bars',
      title: own.byCauseTitle,
      legend: [success, failure, withdrawn],
      bars: others.count > 0 ? [...bars, rest] : bars,
    },
  ]
}

function byTime({ own, book, locale, basis }: Scene): Part[] {
  const rows = [
    ...book.groups.map((group) => ({ label: subjectName(group.subject, locale), ...group })),
    ...(book.others.figures ? [{ label: own.others, ...book.others.figures }] : []),
  ]
  if (rows.length === 0) return []
  const most = Math.max(1, ...rows.map(({ slowestTenthHours }) => slowestTenthHours))
  const bars = rows.map(({ label, medianHours, slowestTenthHours }): Bar => {
    const [median, slowest] = [medianHours, slowestTenthHours].map((hours) =>
      durationInWords(hours, locale),
    )
    return {
      label,
      text: own.duration(median ?? '', slowest ?? ''),
      shares: [medianHours / most, (slowestTenthHours - medianHours) / most],
    }
  })
  return [
    { kind: 'heading', text: own.byTime },
    basis,
    { kind: 'bars', title: own.byTimeTitle, legend: own.byTimeLegend, bars },
  ]
}

/** What the history of good and bad cases holds, side by side. */
function compared({ own, book, locale, basis }: Scene): Part[] {
  const head: Part[] = [
    { kind: 'heading', text: own.compare },
    basis,
    { kind: 'text', text: own.compareIntro },
  ]
  const { successes, failures } = book
  if (!successes || !failures) return [...head, { kind: 'text', text: own.noComparison }]
  const row = (what: string, value: (of: CaseFigures) => string) => [
    what,
    value(successes),
    value(failures),
  ]
  const duration = (hours: number) => durationInWords(hours, locale)
  const rows = [
    row(own.figures.cases, ({ count }) => String(count)),
    row(own.figures.median, ({ medianHours }) => duration(medianHours)),
    row(own.figures.slowestTenth, ({ slowestTenthHours }) => duration(slowestTenthHours)),
    ...caseSigns.map((sign) =>
      row(own.signs[sign], ({ signs, count }) => countWithShare(signs[sign], count)),
    ),
    row(own.figures.redress, ({ redress, count }) => countWithShare(redress, count)),
  ]
  return [...head, { kind: 'table', head: own.compareHead, rows }]
}

function byCategory({ own, book, locale, basis }: Scene): Part[] {
  const { named, others } = book.categories
  const rows = named.map(([category, count]) => [subjectName(category, locale), String(count)])
  const rest = others > 0 ? [[own.others, String(others)]] : []
  return [
    { kind: 'heading', text: own.byCategory },
    basis,
    { kind: 'table', head: own.categoryHead, rows: [...rows, ...rest] },
  ]
}

function lessons(scene: Scene): Part[] {
  const { own, book } = scene
  if (book.groups.length === 0) return []
  return [
    { kind: 'heading', text: own.lessons },
    scene.basis,
    { kind: 'text', text: own.lessonsIntro },
    { kind: 'cards', cards: book.groups.map((group) => lessonCard(group, scene)) },
  ]
}

function lessonCard(group: CaseGroup, { own, locale, titleOf }: Scene): Card {
  const { subject } = group
  const lesson = lessonOf(subject, locale)
  const article = lessonArticles[lessonSubject(subject)]
  const fixers = isCategory(subject) ? [] : causePolicy[subject].fixedBy
  const lines = [
    ...figuresInWords(group, locale),
    ...(fixers.length > 0
      ? [
          own.fixedBy(
            formatList(
              fixers.map((fixer) => own.fixers[fixer]),
              locale,
            ),
          ),
        ]
      : []),
    own.helped(lesson.helps),
    own.avoidable(lesson.avoid),
    own.article(titleOf(article) ?? article, article),
  ]
  return { title: subjectName(subject, locale), lines, quotes: [] }
}

/** How long, how it ended, and what happened on the way: a sentence each, as far as it is known. */
export function figuresInWords(figures: CaseFigures, locale: Locale): string[] {
  const own = words[locale]
  const { count, medianHours, slowestTenthHours, inTime, results, redress, signs } = figures
  const duration = (hours: number) => durationInWords(hours, locale)
  const [median, slowestTenth] = [duration(medianHours), duration(slowestTenthHours)]
  const ended = [
    ...results.map(([code, times]) => `${own.resultNames[code]} ${times}`),
    ...(redress > 0 ? [own.redress(redress)] : []),
  ]
  const seen = caseSigns
    .filter((sign) => signs[sign] > 0)
    .map((sign) => `${own.signs[sign]} ${signs[sign]}`)
  return [
    own.howLong({ count, median, slowestTenth, inTime: countWithShare(inTime, count) }),
    ...sentence(own.results, ended, locale),
    ...sentence(own.onTheWay, seen, locale),
  ]
}

function sentence(name: string, items: readonly string[], locale: Locale): string[] {
  if (items.length === 0) return []
  return [locale === 'zh-CN' ? `${name}：${items.join('、')}。` : `${name}: ${items.join(', ')}.`]
}
