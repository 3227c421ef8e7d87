import { formatList } from '../../../dialogs/format.ts'
import type { Day } from '../../domain/calendar.ts'
import type { Locale } from '../../domain/locale.ts'
import { type Month, monthSoFar } from '../../domain/month.ts'
import {
  type CaseBook,
  type CaseFigures,
  type CaseGroup,
  type CaseOutcome,
  caseOutcomes,
  caseSigns,
  fewestCases,
} from '../../domain/tickets/case-book.ts'
import { causePolicy } from '../../domain/tickets/cause-policy.ts'
import type { Bar, Card, Figure, Line, Page, Part, Tone } from '../report/page.ts'
import {
  capital,
  countWithShare,
  dayInWords,
  durationInWords,
  monthName,
  shareOf,
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
  const days = monthSoFar(month, today, timeZone)
  const span = spanInWords(days, locale)
  const basis: Part = { kind: 'basis', text: own.restsOn(span, book.count) }
  const scene: Scene = { ...material, own, basis }
  return {
    locale,
    title: own.title(monthName(month, locale)),
    subtitle: [
      own.subtitle(span, dayInWords(today, locale)),
      ...(days.isOver ? [] : [own.soFar]),
    ].join(locale === 'zh-CN' ? '' : ' '),
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

function figures(all: CaseFigures, { own, locale }: Scene): Figure[] {
  const { count, inTime, outcomes, medianHours, slowestTenthHours, redress } = all
  const part = (label: string, value: number): Figure => ({
    label,
    value: String(value),
    share: shareOf(value, count),
  })
  return [
    { label: own.figures.cases, value: String(count) },
    part(own.figures.inTime, inTime),
    { label: own.figures.median, value: durationInWords(medianHours, locale) },
    { label: own.figures.slowestTenth, value: durationInWords(slowestTenthHours, locale) },
    part(own.outcomes.failure, outcomes.failure),
    part(own.outcomes.withdrawn, outcomes.withdrawn),
    part(own.figures.redress, redress),
  ]
}

const tones: Record<CaseOutcome, Tone> = { success: 'good', failure: 'bad', withdrawn: 'middling' }

function byCause({ own, book, locale, basis }: Scene): Part[] {
  const { groups, others } = book
  const most = Math.max(...groups.map(({ count }) => count), others.count)
  const bars = groups.map(
    ({ subject, outcomes }): Bar => ({
      label: capital(subjectName(subject, locale)),
      text: caseOutcomes.map((outcome) => outcomes[outcome]).join(' + '),
      stretches: caseOutcomes.map((outcome) => ({
        tone: tones[outcome],
        share: outcomes[outcome] / most,
      })),
    }),
  )
  const rest: Bar = {
    label: own.others,
    text: String(others.count),
    stretches: [{ tone: 'other', share: others.count / most }],
  }
  const legend = caseOutcomes.map((outcome) => ({
    tone: tones[outcome],
    name: own.outcomes[outcome],
  }))
  return [
    { kind: 'heading', text: own.byCause },
    basis,
    {
      kind: 'bars',
      title: own.byCauseTitle,
      legend,
      bars: others.count > 0 ? [...bars, rest] : bars,
    },
  ]
}

function byTime({ own, book, locale, basis }: Scene): Part[] {
  const rows = [
    ...book.groups.map((group) => ({
      label: capital(subjectName(group.subject, locale)),
      ...group,
    })),
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
      stretches: [
        { tone: 'good', share: medianHours / most },
        { tone: 'other', share: (slowestTenthHours - medianHours) / most },
      ],
    }
  })
  const [median, slowestTenth] = own.byTimeLegend
  const legend: { tone: Tone; name: string }[] = [
    { tone: 'good', name: median },
    { tone: 'other', name: slowestTenth },
  ]
  return [
    { kind: 'heading', text: own.byTime },
    basis,
    { kind: 'bars', title: own.byTimeTitle, legend, bars },
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
  const rows = named.map(([category, count]) => [
    capital(subjectName(category, locale)),
    String(count),
  ])
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
  const lines: Line[] = [
    { text: howLongInWords(group, locale) },
    ...historyLines(group, own),
    ...(fixers.length > 0
      ? [
          {
            name: own.fixedBy,
            text: formatList(
              fixers.map((each) => own.fixers[each]),
              locale,
            ),
          },
        ]
      : []),
    { name: own.helps, text: lesson.helps },
    { name: own.avoidable, text: lesson.avoid },
    { name: own.article, text: `${titleOf(article) ?? ''} (${article})` },
  ]
  return { title: capital(subjectName(subject, locale)), lines, quotes: [] }
}

/** How long such cases took, in a sentence or two. */
export function howLongInWords(figures: CaseFigures, locale: Locale): string {
  const { count, medianHours, slowestTenthHours, inTime } = figures
  return words[locale].howLong({
    count,
    median: durationInWords(medianHours, locale),
    slowestTenth: durationInWords(slowestTenthHours, locale),
    inTime: countWithShare(inTime, count),
  })
}

/** How they ended and what happened on the way, as far as it is known. */
function historyLines({ results, redress, signs }: CaseFigures, own: CaseWords): Line[] {
  const ended = [
    ...results.map(([code, times]) => `${times} × ${own.resultNames[code]}`),
    ...(redress > 0 ? [`${redress} × ${own.redress}`] : []),
  ]
  const seen = caseSigns
    .filter((sign) => signs[sign] > 0)
    .map((sign) => `${signs[sign]} × ${own.signs[sign]}`)
  const lines = [
    { name: own.results, text: ended.join(own.comma) },
    { name: own.onTheWay, text: seen.join(own.comma) },
  ]
  return lines.filter(({ text }) => text !== '')
}
