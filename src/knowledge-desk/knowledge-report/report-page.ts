import { en as knowledgeEn } from '../../../dialogs/knowledge/texts.en.ts'
import { zhCn as knowledgeZhCn } from '../../../dialogs/knowledge/texts.zh-cn.ts'
import type { Day } from '../../domain/calendar.ts'
import type { Locale } from '../../domain/locale.ts'
import { type Month, monthSoFar, type Span, weeksBefore } from '../../domain/month.ts'
import { anonymise } from '../../domain/redaction/anonymise.ts'
import type { ArticleUse, KnowledgeGap, NamedArticle } from '../../ports/article-upkeep.ts'
import type { AskedQuestion } from '../../ports/knowledge-notes.ts'
import { articleUpkeep } from '../../retrieval/article-upkeep.ts'
import { articleUse } from '../../retrieval/article-use.ts'
import { knowledgeGaps } from '../../retrieval/knowledge-gaps.ts'
import type { IndexedArticle } from '../../retrieval/load-articles.ts'
import type { Card, Page, Part, Tone } from '../report/page.ts'
import { dayInWords, monthName, shareOf, spanInWords } from '../report/words.ts'
import {
  articleKey,
  countEnds,
  eachQuestion,
  type QuestionEnd,
  type QuestionOnce,
  questionEnds,
  wrongReasons,
} from './question-figures.ts'
import { type ReportWords, reportEn } from './report-words.en.ts'
import { reportZhCn } from './report-words.zh-cn.ts'

const words: Record<Locale, ReportWords> = { en: reportEn, 'zh-CN': reportZhCn }
const reasonNames: Record<Locale, Readonly<Record<string, string>>> = {
  en: knowledgeEn.reasons,
  'zh-CN': knowledgeZhCn.reasons,
}

const tones: Record<QuestionEnd, Tone> = {
  answered: 'good',
  wrong: 'bad',
  offered: 'middling',
  unknown: 'other',
}

const WEEKS = 13
const MOST_GAPS = 20
const MOST_USED = 15
/** Of a group of questions; the first is its title. */
const MOST_EXAMPLES = 4

/** What a report is asked for. */
export interface ReportWish {
  month: Month
  locale: Locale
  today: Day
  timeZone: string
}

/** What a report is made of. Notes are the newest first. */
export interface ReportMaterial extends ReportWish {
  notes: readonly AskedQuestion[]
  /** So many notes were read, and there are more. */
  cut?: number | undefined
  articles: readonly IndexedArticle[]
}

/** The days a report is about: the month as far as it has passed, and the weeks up to its end. */
export function reportSpans({ month, today, timeZone }: Omit<ReportWish, 'locale'>) {
  const span = monthSoFar(month, today, timeZone)
  const weeks = weeksBefore(span.lastDay, WEEKS, timeZone)
  const { firstDay, from } = weeks[0] ?? span
  return { month: span, weeks, all: { ...span, firstDay, from } }
}

/** What customers asked in a month, and which articles somebody must look at. */
export function reportPage(material: ReportMaterial): Page {
  const { month, locale, today, notes, articles, cut } = material
  const own = words[locale]
  const spans = reportSpans(material)
  const ofMonth = notes.filter(({ at }) => at >= spans.month.from)
  const upkeep = articleUpkeep(articles)(notes, today)
  const scene: Scene = { own, locale, spans, notes, ofMonth, articles, today, upkeep }
  const subtitle = [
    own.subtitle(spanInWords(spans.month, locale), dayInWords(today, locale)),
    ...(spans.month.isOver ? [] : [own.soFar]),
    ...(cut === undefined ? [] : [own.cut(cut)]),
  ]
  const parts = [
    ...figures(scene),
    ...(notes.length > 0 ? [...weeks(scene), ...gaps(scene), ...use(scene), ...wrong(scene)] : []),
    ...contradicting(scene),
    ...stale(scene),
    ...neverUsed(scene),
  ]
  const join = locale === 'zh-CN' ? '' : ' '
  return {
    locale,
    title: own.title(monthName(month, locale)),
    subtitle: subtitle.join(join),
    parts,
  }
}

interface Scene extends Pick<ReportMaterial, 'locale' | 'notes' | 'articles' | 'today'> {
  own: ReportWords
  spans: ReturnType<typeof reportSpans>
  ofMonth: readonly AskedQuestion[]
  upkeep: ReturnType<ReturnType<typeof articleUpkeep>>
}

function figures({ own, ofMonth, notes, upkeep, spans, locale }: Scene): Part[] {
  const counts = countEnds(eachQuestion(ofMonth))
  const all = questionEnds.reduce((sum, end) => sum + counts[end], 0)
  const shown = [
    { label: own.figures.questions, value: String(all) },
    ...questionEnds.map((end) => ({
      label: own.ends[end],
      value: String(counts[end]),
      share: shareOf(counts[end], all),
    })),
    { label: own.figures.contradicting, value: String(upkeep.contradicting.length) },
    { label: own.figures.stale, value: String(upkeep.stale.length) },
    { label: own.figures.neverUsed, value: String(upkeep.neverUsed.length) },
  ]
  const nothing = own.nothingAsked(spanInWords(spans.all, locale))
  return [
    { kind: 'figures', figures: notes.length > 0 ? shown : shown.slice(-3) },
    notes.length > 0
      ? basis('month', { own, spans, locale }, all)
      : { kind: 'text', text: nothing },
  ]
}

/** From when to when, and how many questions it rests on. */
function basis(
  which: 'month' | 'all',
  { own, spans, locale }: Pick<Scene, 'own' | 'spans' | 'locale'>,
  questions: number,
): Part {
  return { kind: 'basis', text: own.restsOn(spanInWords(spans[which], locale), questions) }
}

function weeks(scene: Scene): Part[] {
  const { own, spans, notes, locale } = scene
  const questions = eachQuestion(notes)
  const byWeek = spans.weeks.map((week) => ({
    label: dayInWords(week.firstDay, locale),
    counts: countEnds(within(questions, week)),
  }))
  const sumOf = (counts: Record<string, number>) =>
    Object.values(counts).reduce((sum, count) => sum + count, 0)
  const most = Math.max(1, ...byWeek.map(({ counts }) => sumOf(counts)))
  return [
    { kind: 'heading', text: own.weeks },
    basis('all', scene, questions.length),
    {
      kind: 'bars',
      title: own.weekTitle,
      legend: questionEnds.map((end) => ({ tone: tones[end], name: own.ends[end] })),
      bars: byWeek.map(({ label, counts }) => ({
        label,
        text: questionEnds.map((end) => counts[end]).join(' + '),
        stretches: questionEnds.map((end) => ({ tone: tones[end], share: counts[end] / most })),
      })),
    },
  ]
}

function within(questions: readonly QuestionOnce[], { from, until }: Span): QuestionOnce[] {
  return questions.filter(({ at }) => from <= at && at < until)
}

function gaps(scene: Scene): Part[] {
  const { own, ofMonth, locale } = scene
  const found = knowledgeGaps(ofMonth)
  const head: Part[] = [
    { kind: 'heading', text: own.gaps },
    basis('month', scene, eachQuestion(ofMonth).length),
  ]
  if (found.length === 0) return [...head, { kind: 'text', text: own.noGaps }]
  const more = found.length - MOST_GAPS
  const cards = found.slice(0, MOST_GAPS).map((gap) => gapCard(gap, own, locale))
  return [
    ...head,
    { kind: 'text', text: own.gapsIntro },
    { kind: 'cards', cards },
    ...(more > 0 ? [{ kind: 'text', text: own.moreGaps(more) } as const] : []),
  ]
}

function gapCard(gap: KnowledgeGap, own: ReportWords, locale: Locale): Card {
  const { count, outcomes, reasons, articles } = gap
  const ends = (['unknown', 'offered', 'wrong'] as const)
    .filter((end) => outcomes[end] > 0)
    .map((end) => `${outcomes[end]} × ${own.ends[end]}`)
  const told = reasonsInWords(Object.entries(reasons), locale)
  const [title = '', ...quotes] = new Set(gap.examples.map((example) => anonymise(example)))
  return {
    title,
    lines: [
      { text: `${own.languages[gap.locale]}, ${own.asked(count)}: ${ends.join(', ')}` },
      ...(articles.length > 0
        ? [{ name: own.nearest, text: articles.slice(0, 3).join(', ') }]
        : []),
      ...(told === '' ? [] : [{ name: own.reasons, text: told }]),
    ],
    quotes: quotes.slice(0, MOST_EXAMPLES),
  }
}

function reasonsInWords(reasons: readonly [string, number][], locale: Locale): string {
  return reasons
    .map(([reason, count]) => `${count} × ${reasonNames[locale][reason] ?? reason}`)
    .join(', ')
}

function use(scene: Scene): Part[] {
  const { own, ofMonth, articles } = scene
  const used = articleUse(articles, ofMonth)
    .filter(({ answered }) => answered > 0)
    .toSorted((a, b) => b.answered - a.answered)
  const answered = used.reduce((sum, each) => sum + each.answered, 0)
  const head: Part[] = [{ kind: 'heading', text: own.use }, basis('month', scene, answered)]
  if (used.length === 0) return [...head, { kind: 'text', text: own.noUse }]
  const rows = used
    .slice(0, MOST_USED)
    .map((each) => [named(each, own), ...[each.answered, each.right, each.wrong].map(String)])
  return [...head, { kind: 'table', head: own.useHead, rows }]
}

function wrong(scene: Scene): Part[] {
  const { own, ofMonth, articles, locale } = scene
  const reasons = wrongReasons(ofMonth)
  const judged = articleUse(articles, ofMonth).filter((each) => each.wrong > 0)
  const votes = judged.reduce((sum, each) => sum + each.wrong + each.right, 0)
  const head: Part[] = [{ kind: 'heading', text: own.wrong }, basis('month', scene, votes)]
  if (judged.length === 0) return [...head, { kind: 'text', text: own.noWrong }]
  const reasonsOf = ({ locale: language, id }: ArticleUse) =>
    reasonsInWords(reasons.get(articleKey(language, id)) ?? [], locale)
  const rows = judged.map((each) => [named(each, own), String(each.wrong), reasonsOf(each)])
  return [...head, { kind: 'table', head: own.wrongHead, rows }]
}

function contradicting({ own, upkeep }: Scene): Part[] {
  const heading: Part = { kind: 'heading', text: own.contradicting }
  if (upkeep.contradicting.length === 0)
    return [heading, { kind: 'text', text: own.noContradicting }]
  const cards = upkeep.contradicting.map(({ unit, articles }) => ({
    title: [...new Set(articles.map(({ question }) => question))].join(' / '),
    lines: articles.map(({ id, locale, numbers }) => ({
      name: `${id} (${own.languages[locale]})`,
      text: `${numbers.join(', ')} (${own.units[unit] ?? unit})`,
    })),
    quotes: articles.map(({ sentence }) => sentence),
  }))
  return [heading, { kind: 'text', text: own.contradictingIntro }, { kind: 'cards', cards }]
}

function stale({ own, upkeep, today, locale }: Scene): Part[] {
  const head: Part[] = [
    { kind: 'heading', text: own.stale },
    { kind: 'basis', text: own.staleBasis(dayInWords(today, locale)) },
  ]
  if (upkeep.stale.length === 0) return [...head, { kind: 'text', text: own.noStale }]
  const rows = upkeep.stale.map((each) => [
    named(each, own),
    own.why[each.why],
    dayInWords(each.on, locale),
  ])
  return [...head, { kind: 'table', head: own.staleHead, rows }]
}

function neverUsed(scene: Scene): Part[] {
  const { own, upkeep, notes } = scene
  const head: Part[] = [
    { kind: 'heading', text: own.neverUsed },
    basis('all', scene, eachQuestion(notes).length),
  ]
  if (upkeep.neverUsed.length === 0) return [...head, { kind: 'text', text: own.noNeverUsed }]
  return [...head, { kind: 'list', items: upkeep.neverUsed.map((each) => named(each, own)) }]
}

function named({ id, locale, title }: NamedArticle, own: ReportWords): string {
  return `${title} (${id}, ${own.languages[locale]})`
}
