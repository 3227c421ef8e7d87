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

const margin = 56
const labelWidth = 150
const gap = 12
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
  page.registerFont('text', fontFile())
  page.font('text')
  drawHead(page, pack)
  for (const section of pack.sections) drawSection(page, section)
  page.end()
  await ended
  return Buffer.concat(chunks)
}

/** Noto Sans SC holds Latin letters, too, so one font serves both languages. */
function fontFile(): Buffer {
  const find = createRequire(import.meta.url)
  return unwrapFont(
    readFileSync(
      find.resolve(
        '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff',
      ),
    ),
  )
}

function drawHead(page: Page, { title, made }: TracePack): void {
  page.fontSize(20).fillColor(ink).text(shown(page, title))
  page.moveDown(0.2).fontSize(9).fillColor(soft).text(shown(page, made))
}

function drawSection(page: Page, { heading, rows, lines }: TraceSection): void {
  makeRoom(page, 60)
  page.moveDown(1).fontSize(12).fillColor(ink).text(shown(page, heading))
  const { y } = page
  page
    .moveTo(margin, y + 2)
    .lineTo(page.page.width - margin, y + 2)
    .lineWidth(0.7)
    .strokeColor(line)
    .stroke()
  page.y = y + 8
  for (const row of rows) drawRow(page, row)
  for (const each of lines) drawLine(page, each)
}

function drawRow(page: Page, { label, value }: TraceRow): void {
  const valueX = margin + labelWidth + gap
  const valueWidth = page.page.width - margin - valueX
  const [name, text] = [shown(page, label), shown(page, value)]
  page.fontSize(10)
  const height = Math.max(
    page.heightOfString(name, { width: labelWidth }),
    page.heightOfString(text, { width: valueWidth }),
  )
  makeRoom(page, height)
  const { y } = page
  page.fillColor(soft).text(name, margin, y, { width: labelWidth })
  page.fillColor(ink).text(text, valueX, y, { width: valueWidth })
  page.x = margin
  page.y = y + height + 3
}

/** A sentence in a box of its own: it is read out, or copied. */
function drawLine(page: Page, given: string): void {
  const text = shown(page, given)
  const width = page.page.width - 2 * margin
  const inner = width - 2 * gap
  page.fontSize(11)
  const height = page.heightOfString(text, { width: inner }) + gap
  makeRoom(page, height)
  const { y } = page
  page.rect(margin, y, width, height).fill(tint)
  page.fillColor(ink).text(text, margin + gap, y + gap / 2, { width: inner })
  page.x = margin
  page.y = y + height + 6
}

function makeRoom(page: Page, height: number): void {
  if (page.y + height > page.page.height - margin) page.addPage()
}

/** The font in use, as far as pdfkit's types leave it out. */
interface InUse {
  _font: { font: { hasGlyphForCodePoint(point: number): boolean } }
}

/** A character that the font does not have would vanish: a mark stands in its place. */
function shown(page: Page, text: string): string {
  const { font } = (page as unknown as InUse)._font
  const known = (character: string) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
  return Array.from(text, (each) => (known(each) ? each : '〓')).join('')
}
