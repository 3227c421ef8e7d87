import { join } from 'node:path'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { type PdfPage, pdfBlocks } from './pdf-lines.ts'
import type { Reading } from './reading.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** Says only what went wrong, not every oddity of a file. */
const ERRORS_ONLY = 0

/** The headings and paragraphs of a PDF, each with its page. */
export async function readPdf(bytes: Buffer): Promise<Reading> {
  const pdf = await openPdf(bytes)
  if (!pdf) return { refused: 'is locked with a password: save it without one' }
  const pages: PdfPage[] = []
  for (let page = 1; page <= pdf.numPages; page++) pages.push(await pageOf(pdf, page))
  const blocks = pdfBlocks(pages)
  if (blocks.length > 0) return { blocks, notes: [] }
  return { refused: 'has no text in it, only pictures: it needs text recognition first' }
}

async function openPdf(bytes: Buffer): Promise<Pdf | undefined> {
  const { PasswordException } = await getResolvedPDFJS()
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      // Chinese PDFs often name a table of characters instead of holding it.
      cMapUrl: `${join(import.meta.dirname, 'cmaps')}/`,
      cMapPacked: true,
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: ERRORS_ONLY,
    })
  } catch (error) {
    if (error instanceof PasswordException) return undefined
    throw error
  }
}

async function pageOf(pdf: Pdf, number: number): Promise<PdfPage> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  page.cleanup()
  const runs = items.flatMap((item) => {
    if (!('str' in item)) return []
    const [x, y] = [Number(item.transform[4]), Number(item.transform[5])]
    const right = x + item.width
    return [{ text: item.str, size: item.height, x, right, y, ends: item.hasEOL }]
  })
  return { runs, height: Number(page.view[3]) }
}
