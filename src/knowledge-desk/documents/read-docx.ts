import mammoth from 'mammoth'
import { readHtml } from './read-html.ts'
import { megabytes, type Reading } from './reading.ts'
import { unpacksWithin } from './unpacked-size.ts'

/** The container of old Word files, and of new ones that are locked with a password. */
const oldContainer = Buffer.from('d0cf11e0', 'hex')

const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"]

/** The headings and paragraphs of a Word file. */
export async function readDocx(bytes: Buffer, unpackedBytes: number): Promise<Reading> {
  if (bytes.subarray(0, 4).equals(oldContainer)) {
    return { refused: 'is locked with a password or an old .doc: save it as DOCX without one' }
  }
  if (!(await unpacksWithin(bytes, unpackedBytes))) {
    return { refused: `unpacks to more than ${megabytes(unpackedBytes)} and was left alone` }
  }
  // The pictures stay packed: their words are enough.
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  const { value } = await mammoth.convertToHtml({ buffer: bytes }, { styleMap, convertImage })
  return readHtml(value)
}
