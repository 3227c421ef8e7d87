import { plainCharacters } from './plain-characters.ts'
import type { Block } from './reading.ts'

/** A run of text as it lies on a page; `y` grows upwards. */
export interface PdfRun {
  text: string
  size: number
  /** Where it begins and where it ends, from the left. */
  x: number
  right: number
  y: number
  /** Whether the line ends after it. */
  ends: boolean
}

/** A page as its runs, and how high it is. */
export interface PdfPage {
  height: number
  runs: PdfRun[]
}

interface Line {
  text: string
  size: number
  x: number
  right: number
  y: number
  page: number
  /** Whether it stands where running titles and page numbers do. */
  isMargin: boolean
}

/** A heading is at least so much larger than the text. */
const LARGER = 1.15
const LONGEST_HEADING = 120
/** So much of a page, on top and bottom, is margin. */
const MARGIN = 0.1
/** A line that reaches less far than this ends its paragraph. */
const FULL_LINE = 0.7
/** In points; columns lie further apart. */
const DEEPEST_INDENT = 60

/** The runs of each page as headings and paragraphs, without what repeats on top and bottom. */
export function pdfBlocks(pages: PdfPage[]): Block[] {
  const lines = withoutRepeats(pages.flatMap((page, at) => linesOf(page, at + 1)))
  const body = commonestSize(lines)
  const pageOf = Map.groupBy(lines, ({ page }) => page)
  const blocks: Block[] = []
  let before: Line | undefined
  for (const line of lines) {
    const kind = isHeading(line, body) ? 'heading' : 'text'
    const last = blocks.at(-1)
    const isOpen = before && (kind === 'heading' || isFull(before, pageOf.get(before.page) ?? []))
    if (last?.kind === kind && before && isOpen && goesOn(before, line)) {
      last.text = joined(last.text, line.text)
    } else {
      blocks.push({ kind, text: line.text, page: line.page })
    }
    before = line
  }
  return blocks
}

function linesOf({ runs, height }: PdfPage, page: number): Line[] {
  const lines: Line[] = []
  let open: Line | undefined
  for (const run of runs) {
    if (run.text.trim() === '') {
      if (open) open.text += run.text
    } else if (open && !isElsewhere(open, run.y)) {
      open.text += run.text
      open.size = Math.max(open.size, run.size)
      open.right = Math.max(open.right, run.right)
    } else {
      open = newLine(run, page, height)
      lines.push(open)
    }
    if (run.ends) open = undefined
  }
  return lines.map((line) => ({
    ...line,
    text: plainCharacters(line.text).replaceAll(/\s+/g, ' ').trim(),
  }))
}

function newLine({ ends: _, ...run }: PdfRun, page: number, height: number): Line {
  const isMargin = run.y < height * MARGIN || run.y > height * (1 - MARGIN)
  return { ...run, page, isMargin }
}

/** A raised figure or a hanging letter still belongs to the line. */
function isElsewhere(line: Line, y: number): boolean {
  return Math.abs(line.y - y) > line.size * 0.4
}

/** Running titles stand at one height of the margin on most pages; page numbers stand alone. */
function withoutRepeats(lines: Line[]): Line[] {
  const seen = new Map<string, Set<number>>()
  const place = ({ text, y }: Line) => `${Math.round(y)} ${text.replaceAll(/\d+/g, '#')}`
  for (const line of lines) {
    const pages = seen.get(place(line)) ?? new Set()
    seen.set(place(line), pages.add(line.page))
  }
  const half = new Set(lines.map(({ page }) => page)).size / 2
  const repeats = (line: Line) => {
    const times = seen.get(place(line))?.size ?? 0
    return times >= 3 && times > half
  }
  return lines.filter((line) => !line.isMargin || !(repeats(line) || isPageNumber(line.text)))
}

function isPageNumber(text: string): boolean {
  return /^(?:[-–—\s]*\d{1,4}[-–—\s]*|page \d+( of \d+)?|第\s*\d+\s*页.{0,8})$/i.test(text)
}

/** Whether a line reaches about as far as the others of its column, indented ones among them. */
function isFull(line: Line, page: Line[]): boolean {
  const column = page.filter(({ x }) => Math.abs(x - line.x) < DEEPEST_INDENT)
  const edge = Math.max(...column.map(({ right }) => right))
  return line.right - line.x >= FULL_LINE * (edge - line.x)
}

/** The size most characters have. */
function commonestSize(lines: Line[]): number {
  const counts = new Map<number, number>()
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0
}

function isHeading({ size, text }: Line, body: number): boolean {
  return size >= body * LARGER && text.length <= LONGEST_HEADING && /\p{L}/u.test(text)
}

/** Whether a line belongs to the paragraph, or the heading, of the line before it. */
function goesOn(before: Line, line: Line): boolean {
  const gap = before.y - line.y
  return (
    before.page === line.page &&
    Math.abs(before.size - line.size) < 1 &&
    gap > 0 &&
    gap <= line.size * 1.7 &&
    !/^(?:[•·▪◦*‣-]\s|\(?\d{1,2}[.)、）]|[（(][一二三四五六七八九十]+[）)])/.test(line.text)
  )
}

/** Chinese is written on without a space; a word broken at the end of a line is mended. */
function joined(text: string, next: string): string {
  if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(next)) return text.slice(0, -1) + next
  const wide = /[\p{Script=Han}，。；：、！？（）《》“”]/u
  const closes = wide.test(text.slice(-1)) && wide.test(next.slice(0, 1))
  return text + (closes ? '' : ' ') + next
}
