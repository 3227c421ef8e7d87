import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, sep } from 'node:path'
import type { Locale } from '../domain/locale.ts'
import { Failure } from '../errors.ts'
import { cutSections, type Section } from './cut-sections.ts'
import { readAside } from './documents/read-aside.ts'
import type { ReadingLimits } from './documents/reading.ts'
import { shelfOf } from './places.ts'
import { slugOf, sourceOf, writeDraft } from './write-draft.ts'

const readKinds = new Set(['.md', '.markdown', '.html', '.htm', '.docx', '.pdf'])
/** Documents that hold text we do not read: leaving them out must not go unnoticed. */
const otherDocuments = new Set('.doc .rtf .odt .txt .xls .xlsx .ppt .pptx .csv'.split(' '))
const MOST_DRAFTS = 500

export interface ImportWish {
  /** The folder of documents. */
  folder: string
  /** The folder of articles. */
  knowledge: string
  locale: Locale
  topic: string
  /** `YYYY-MM-DD`. */
  today: string
  limits?: ReadingLimits
}

/** What became of one file; `refused` is why nothing did. */
export interface ImportedFile {
  name: string
  drafts: string[]
  /** Drafts of an earlier run, which a person may have worked on: left as they are. */
  kept: number
  notes: string[]
  refused?: string
}

/** Turns every document in a folder into drafts. One that cannot be read does not stop the others. */
export async function importFolder(wish: ImportWish): Promise<ImportedFile[]> {
  const outcomes: ImportedFile[] = []
  for (const file of await documentsIn(wish.folder)) outcomes.push(await importFile(wish, file))
  return outcomes
}

/** Hidden files and links are passed over: a link may lead out of the folder. */
async function documentsIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(
        (file) =>
          !relative(folder, file)
            .split(sep)
            .some((part) => part.startsWith('.')),
      )
      .sort()
  } catch (cause) {
    throw new Failure('knowledge_invalid', `${folder}: is not a folder that can be read`, { cause })
  }
}

async function importFile(wish: ImportWish, file: string): Promise<ImportedFile> {
  const name = relative(wish.folder, file).split(sep).join('/')
  const nothing: ImportedFile = { name, drafts: [], kept: 0, notes: [] }
  const kind = extname(file).toLowerCase()
  if (otherDocuments.has(kind)) {
    return { ...nothing, refused: 'is not Markdown, HTML, DOCX or PDF: save it as one of them' }
  }
  if (!readKinds.has(kind)) return { ...nothing, notes: ['left out: it is no document'] }
  const reading = await readAside(file, wish.limits)
  if ('refused' in reading) return { ...nothing, refused: reading.refused }
  const sections = cutSections(reading.blocks, {
    name: basename(file, extname(file)),
    locale: wish.locale,
  })
  if (sections.length > MOST_DRAFTS) {
    return { ...nothing, refused: `makes more than ${MOST_DRAFTS} drafts: split it first` }
  }
  const written = await writeSections(wish, name, sections)
  return { ...nothing, notes: reading.notes, ...written }
}

async function writeSections(
  wish: ImportWish,
  name: string,
  sections: Section[],
): Promise<Pick<ImportedFile, 'drafts' | 'kept'>> {
  const drafts: string[] = []
  let kept = 0
  for (const [at, section] of sections.entries()) {
    const slug = slugOf(section.title, wish.locale) ?? `${documentSlug(name)}-${at + 1}`
    const source = sourceOf(name, section)
    const text = writeDraft(section, { source, today: wish.today })
    const file = await writeFree(wish, slug, { text, source, written: drafts })
    if (file === undefined) kept += 1
    else drafts.push(file)
  }
  return { drafts, kept }
}

/** A Chinese file name has no Latin letters: a short sum of it stands in for them. */
function documentSlug(name: string): string {
  const stem = basename(name, extname(name))
  const sum = createHash('sha256').update(name).digest('hex').slice(0, 6)
  return slugOf(stem, 'zh-CN') ?? `document-${sum}`
}

interface NewDraft {
  text: string
  source: string
  /** Of the same document and the same run: these are not from before. */
  written: string[]
}

/** Writes under the first free name; undefined when its source says that it came in before. */
async function writeFree(
  { knowledge, locale, topic }: ImportWish,
  slug: string,
  { text, source, written }: NewDraft,
): Promise<string | undefined> {
  for (let times = 1; ; times++) {
    const name = `${times === 1 ? slug : `${slug}-${times}`}.md`
    const draft = join(shelfOf(knowledge, locale, true), topic, name)
    const there =
      (await textOf(draft)) ?? (await textOf(join(shelfOf(knowledge, locale, false), topic, name)))
    if (there === undefined) {
      await mkdir(dirname(draft), { recursive: true })
      await writeFile(draft, text, { flag: 'wx' })
      return draft
    }
    if (!written.includes(draft) && there.split('\n').includes(`  - ${source}`)) return undefined
  }
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    return undefined
  }
}
