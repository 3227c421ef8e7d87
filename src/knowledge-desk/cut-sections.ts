import type { Locale } from '../domain/locale.ts'
import { sentencesOf } from '../retrieval/sentences.ts'
import type { Block } from './documents/reading.ts'
import { goodLength, lengthOf } from './text-length.ts'

/** A piece of a document of at most a screen, under its heading. */
export interface Section {
  title: string
  paragraphs: string[]
  /** First and last page, where the document has pages. */
  pages?: { first: number; last: number }
}

type Placed = Pick<Block, 'text' | 'page'>

interface Chapter {
  title: string
  texts: Placed[]
}

/** A document as sections: by its headings, else by its pages, and none longer than a screen. */
export function cutSections(
  blocks: Block[],
  { name, locale }: { name: string; locale: Locale },
): Section[] {
  const hasHeadings = blocks.some(({ kind }) => kind === 'heading')
  const chapters = hasHeadings ? byHeading(blocks, name) : byPage(blocks, name, locale)
  return chapters.flatMap((chapter) => screens(chapter, locale))
}

/** A heading without text of its own, such as a part's title, makes no section. */
function byHeading(blocks: Block[], name: string): Chapter[] {
  const chapters: Chapter[] = [{ title: name, texts: [] }]
  for (const { kind, ...placed } of blocks) {
    if (kind === 'heading') chapters.push({ title: placed.text, texts: [] })
    else chapters.at(-1)?.texts.push(placed)
  }
  return chapters.filter(({ texts }) => texts.length > 0)
}

function byPage(blocks: Block[], name: string, locale: Locale): Chapter[] {
  const pages = Map.groupBy(blocks, ({ page }) => page)
  return [...pages].map(([page, texts]) => ({ title: pageTitle(name, page, locale), texts }))
}

function pageTitle(name: string, page: number | undefined, locale: Locale): string {
  if (page === undefined) return name
  return locale === 'en' ? `${name}, page ${page}` : `${name}，第 ${page} 页`
}

function screens({ title, texts }: Chapter, locale: Locale): Section[] {
  const { most } = goodLength[locale]
  const parts: Placed[][] = []
  let room = 0
  for (const piece of texts.flatMap((text) => pieces(text, locale, most))) {
    const length = lengthOf(piece.text, locale)
    if (length > room || parts.length === 0) {
      parts.push([])
      room = most
    }
    parts.at(-1)?.push(piece)
    room -= length
  }
  return parts.map((part, at) => ({
    title: at === 0 ? title : `${title} (${at + 1})`,
    paragraphs: part.map(({ text }) => text),
    ...pagesOf(part),
  }))
}

/** A paragraph longer than a screen is cut between sentences. */
function pieces(placed: Placed, locale: Locale, most: number): Placed[] {
  if (lengthOf(placed.text, locale) <= most) return [placed]
  const texts: string[] = []
  for (const sentence of sentencesOf(placed.text)) {
    const longer = [texts.at(-1), sentence].filter(Boolean).join(locale === 'en' ? ' ' : '')
    if (texts.length > 0 && lengthOf(longer, locale) <= most) texts[texts.length - 1] = longer
    else texts.push(sentence)
  }
  return texts.map((text) => ({ ...placed, text }))
}

function pagesOf(part: Placed[]): Pick<Section, 'pages'> {
  const pages = part.flatMap(({ page }) => page ?? [])
  const [first, last] = [pages[0], pages.at(-1)]
  return first === undefined || last === undefined ? {} : { pages: { first, last } }
}
