import type { Locale } from '../domain/locale.ts'
import { sentencesOf } from '../retrieval/sentences.ts'
import type { Section } from './cut-sections.ts'

/** Stands under `unverified` of every imported draft until a person takes it out. */
export const nobodyReadIt = 'Imported as it stood; nobody has read it against its source yet'

/** The same of a draft that was made from cases or from agents' answers. */
export const nobodyApprovedIt = 'Made from what happened in support; nobody has approved it yet'

/** A role to begin with; the person who reads the draft names the right one. */
const firstOwner = 'support lead'
const REVIEW_MONTHS = 6

/** A section as a draft: the header filled as far as it is known, the rest left for a person. */
export function writeDraft(
  section: Section,
  { source, today }: { source: string; today: string },
): string {
  const known = {
    title: section.title,
    summary: summaryOf(section.paragraphs),
    questions: questionsFrom(section.title),
    owner: firstOwner,
    sources: [source],
    unverified: [nobodyReadIt],
  }
  return draftText(known, section.paragraphs, today)
}

/** What is known of a draft; what is missing is left empty for a person to fill in. */
export interface DraftHeader {
  title: string
  summary: string
  audience?: string | undefined
  region?: string | undefined
  questions: string[]
  owner: string
  sources: string[]
  unverified: string[]
  related?: string[] | undefined
}

/** A draft as its file holds it, new on the day `today`. */
export function draftText(known: DraftHeader, paragraphs: string[], today: string): string {
  const { title, summary, audience = '', region = '', questions, owner, related = [] } = known
  const header = {
    title: oneLine(title),
    summary: oneLine(summary),
    audience,
    region,
    questions: questions.map(oneLine),
    owner,
    sources: known.sources,
    unverified: known.unverified,
    validFrom: today,
    reviewedAt: today,
    reviewBy: monthsAfter(today, REVIEW_MONTHS),
    related,
  }
  const rows = Object.entries(header).flatMap(([key, value]) => writeEntry(key, value))
  return ['---', ...rows, '---', '', bodyOf(paragraphs), ''].join('\n')
}

/** `handbook.pdf, page 12`; a document without pages is quoted by its heading. */
export function sourceOf(file: string, { title, pages }: Section): string {
  if (!pages) return oneLine(`${file}, “${title}”`)
  const { first, last } = pages
  return oneLine(`${file}, ${first === last ? `page ${first}` : `pages ${first}–${last}`}`)
}

/** Lower-case words joined by hyphens; undefined where the text has too few Latin words for that. */
export function slugOf(text: string, locale: Locale): string | undefined {
  if (locale !== 'en' && /\p{Script=Han}/u.test(text)) return undefined
  const words =
    text
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  const slug = words.slice(0, 8).join('-').slice(0, 60).replace(/-$/, '')
  return slug.length >= 3 ? slug : undefined
}

function writeEntry(key: string, value: string | string[]): string[] {
  if (typeof value === 'string') return [value === '' ? `${key}:` : `${key}: ${value}`]
  return [`${key}:`, ...value.map((item) => `  - ${item}`)]
}

/** A list, and the rows of a table, stay together; paragraphs are set apart. */
function bodyOf(paragraphs: string[]): string {
  const isItem = (text: string | undefined) => /^(?:- |\d+\. )/.test(text ?? '')
  return paragraphs
    .map((text, at) => (isItem(text) && isItem(paragraphs[at + 1]) ? `${text}\n` : `${text}\n\n`))
    .join('')
    .trim()
}

function summaryOf(paragraphs: string[]): string {
  return oneLine(sentencesOf(paragraphs[0] ?? '')[0] ?? '').replace(/^(?:- |\d+\. )/, '')
}

function questionsFrom(title: string): string[] {
  return /[?？]$/.test(title.trim()) ? [oneLine(title)] : []
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}

function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)))
    .toISOString()
    .slice(0, 10)
}
