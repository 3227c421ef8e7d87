import { extname } from 'node:path'
import { decodeText } from './decode-text.ts'
import { readDocx } from './read-docx.ts'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'
import { readPdf } from './read-pdf.ts'
import type { Reading, ReadingLimits } from './reading.ts'

/** A file of one of the kinds that are read. Never rejects: what cannot be read is refused. */
export async function readDocument(
  name: string,
  bytes: Buffer,
  { unpackedBytes }: ReadingLimits,
): Promise<Reading> {
  try {
    const reading = await readKind(extname(name).toLowerCase(), bytes, unpackedBytes)
    const isEmpty = 'blocks' in reading && !reading.blocks.some(({ kind }) => kind === 'text')
    return isEmpty ? { refused: 'has no text in it' } : reading
  } catch {
    return { refused: 'cannot be read: it is broken, or not what its name says' }
  }
}

async function readKind(kind: string, bytes: Buffer, unpackedBytes: number): Promise<Reading> {
  if (kind === '.pdf') return readPdf(bytes)
  if (kind === '.docx') return readDocx(bytes, unpackedBytes)
  const text = decodeText(bytes)
  if (text === undefined) return { refused: 'is not text' }
  return kind === '.md' || kind === '.markdown' ? readMarkdown(text) : readHtml(text)
}
