import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type {
  TracePack,
  TraceRow,
  TraceSection,
} from '../../../dialogs/trace-pack/compose-trace-pack.ts'
import type { Locale } from '../../domain/locale.ts'
import { unwrapFont } from './unwrap-font.ts'

export interface PdfOrder {
  pack: TracePack
  locale: Locale
  /** ISO instant: the same pack of the same instant has the same bytes. */
  at: string
}

const margin = 50
const labelWidth = 150
const gap = 10
const ink = '#1c2430'
const soft = '#5b6675'
const line = '#d8dee6'
const tint = '#f2f6fa'

type Page = InstanceType<typeof PDFDocument>

/** Draws a pack on A4, with the glyphs it uses embedded: it reads the same wherever it is opened. */
export async function drawPdf({ pack, locale, at }: PdfOrder): Promise<Buffer> {
  const created = new Date(at)
  const page = new PDFDocument({
    size: 'A4',
    margin,
    lang: locale,
    displayTitle: true,
    info: { Title: pack.title, CreationDate: created, ModDate: created },
  })
  const chunks: Buffer[] = []
  page.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    page.on('end', resolve)
    page.on('error', reject)
  })
  for (const [name, file] of Object.entries(fontFiles)) page.registerFont(name, readFont(file))
  drawHead(page, pack)
  for (const section of pack.sections) drawSection(page, section)
  page.end()
  await ended
  return Buffer.concat(chunks)
}

/** The same face in two files; most of what is English needs the small one only. */
const fontFiles = {
  latin: 'noto-sans-sc-latin-400-normal.woff',
  chinese: 'noto-sans-sc-chinese-simplified-400-normal.woff',
} as const

function readFont(file: string): Buffer {
  const find = createRequire(import.meta.url)
  return unwrapFont(readFileSync(find.resolve(`@fontsource/noto-sans-sc/files/${file}`)))
}

function drawHead(page: Page, { title, made }: TracePack): void {
  page.fontSize(19).fillColor(ink)
  put(page, title, wholeWidth(page))
  page.fontSize(9).fillColor(soft)
  put(page, made, wholeWidth(page))
}

function drawSection(page: Page, { heading, rows, lines }: TraceSection): void {
  makeRoom(page, 60)
  page.y += 11
  page.fontSize(11.5).fillColor(ink)
  put(page, heading, wholeWidth(page))
  const { y } = page
  page
    .moveTo(margin, y + 2)
    .lineTo(page.page.width - margin, y + 2)
    .lineWidth(0.7)
    .strokeColor(line)
    .stroke()
  page.y = y + 7
  for (const row of rows) drawRow(page, row)
  for (const each of lines) drawLine(page, each)
}

function drawRow(page: Page, { label, value }: TraceRow): void {
  const x = margin + labelWidth + gap
  const beside = { x, width: page.page.width - margin - x }
  const left = { x: margin, width: labelWidth }
  page.fontSize(9.5)
  const height = Math.max(heightOf(page, label, left), heightOf(page, value, beside))
  makeRoom(page, height)
  const { y } = page
  page.fillColor(soft)
  put(page, label, left)
  page.y = y
  page.fillColor(ink)
  put(page, value, beside)
  page.y = y + height + 1.5
}

/** A sentence in a box of its own: it is read out, or copied. */
function drawLine(page: Page, text: string): void {
  const whole = wholeWidth(page)
  const inside = { x: margin + gap, width: whole.width - 2 * gap }
  page.fontSize(10.5)
  const height = heightOf(page, text, inside) + gap
  makeRoom(page, height)
  const { y } = page
  page.rect(margin, y, whole.width, height).fill(tint)
  page.fillColor(ink)
  page.y = y + gap / 2
  put(page, text, inside)
  page.y = y + height + 5
}

interface Column {
  x: number
  width: number
}

function wholeWidth(page: Page): Column {
  return { x: margin, width: page.page.width - 2 * margin }
}

function heightOf(page: Page, text: string, { width }: Column): number {
  return page.heightOfString(inFont(page, text), { width })
}

function put(page: Page, text: string, { x, width }: Column): void {
  page.text(inFont(page, text), x, page.y, { width })
}

function makeRoom(page: Page, height: number): void {
  if (page.y + height > page.page.height - margin) page.addPage()
}

/** The font in use, as far as pdfkit's types leave it out. */
interface InUse {
  _font: { font: { hasGlyphForCodePoint(point: number): boolean } }
}

/** Sets the font that a text needs; a character that neither has would vanish, so a mark stands for it. */
function inFont(page: Page, text: string): string {
  page.font('latin')
  // The font's own curly marks are as wide as a character.
  const plain = text.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"')
  if (missing(page, plain).size === 0) return plain
  page.font('chinese')
  const unknown = missing(page, text)
  return Array.from(text, (each) => (unknown.has(each) ? '〓' : each)).join('')
}

function missing(page: Page, text: string): Set<string> {
  const { font } = (page as unknown as InUse)._font
  return new Set(
    Array.from(text).filter((each) => !font.hasGlyphForCodePoint(each.codePointAt(0) ?? 0)),
  )
}
