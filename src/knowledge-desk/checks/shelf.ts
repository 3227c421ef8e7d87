import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { type ArticleHeader, articleHeader } from '../../../knowledge/article.ts'
import { figureNames, fillFigures } from '../../domain/figures.ts'
import { type Locale, locales } from '../../domain/locale.ts'
import { Failure, isFailure } from '../../errors.ts'
import { type FrontMatter, readFrontMatter } from '../../retrieval/front-matter.ts'
import { shelfOf } from '../places.ts'

/** A file of the knowledge, as far as it can be read. */
export interface ShelfText {
  file: string
  id: string
  locale: Locale
  isDraft: boolean
  /** As written: figures such as `{{phone cn_110}}` are not filled in, as they are in `parts`. */
  rows: string[]
  /** Missing when header and text cannot be told apart. */
  parts?: FrontMatter
  /** Missing while the header has faults. */
  header?: ArticleHeader
  /** What is wrong with the header or a figure: where, and what is accepted. */
  faults: { line: number; text: string }[]
}

const accepted: Record<keyof ArticleHeader, string> = {
  title: '4 to 90 characters',
  summary: 'a sentence of 10 to 240 characters',
  audience: 'merchant, cardholder or both',
  region: 'any, CN, GB, US or EU',
  questions: '3 to 12 lines, each beginning with “  - ”',
  owner: 'a role',
  sources: 'one line or more, each beginning with “  - ”',
  unverified: 'lines, each beginning with “  - ”',
  validFrom: 'a day, YYYY-MM-DD',
  validTo: 'a day, YYYY-MM-DD, not before validFrom',
  reviewedAt: 'a day, YYYY-MM-DD',
  reviewBy: 'a day, YYYY-MM-DD, after reviewedAt',
  seed: 'items S1 to S62',
  related: 'lines, each “  - topic/slug”',
}

/** Every article and every draft, in a stable order. */
export async function readShelves(knowledge: string): Promise<ShelfText[]> {
  const shelves = locales.flatMap((locale) =>
    [false, true].map((isDraft) => readShelf(knowledge, locale, isDraft)),
  )
  return (await Promise.all(shelves)).flat()
}

async function readShelf(
  knowledge: string,
  locale: Locale,
  isDraft: boolean,
): Promise<ShelfText[]> {
  const folder = shelfOf(knowledge, locale, isDraft)
  const names = (await namesIn(folder, isDraft)).filter((name) => name.endsWith('.md')).sort()
  return Promise.all(
    names.map(async (name) => {
      const file = join(folder, name)
      const id = name.slice(0, -'.md'.length).split(sep).join('/')
      return readText(await readFile(file, 'utf8'), { file, id, locale, isDraft })
    }),
  )
}

/** Without drafts there need be no folder for them. */
async function namesIn(folder: string, isDraft: boolean): Promise<string[]> {
  try {
    return await readdir(folder, { recursive: true })
  } catch (cause) {
    if (isDraft) return []
    throw new Failure('knowledge_invalid', `${folder}: cannot be read`, { cause })
  }
}

type Place = Pick<ShelfText, 'file' | 'id' | 'locale' | 'isDraft'>

/** One file, read as far as it goes. */
export function readText(content: string, place: Place): ShelfText {
  const rows = content.replaceAll('\r\n', '\n').split('\n')
  const { text, unknown } = fillFigures(content, place.locale)
  const missing = unknown.map(unknownFigure)
  try {
    const parts = readFrontMatter(text, place.file)
    const checked = articleHeader.safeParse(parts.header)
    if (checked.success) return { ...place, rows, parts, header: checked.data, faults: missing }
    const faults = checked.error.issues.map((issue) => faultOf(issue, parts))
    return { ...place, rows, parts, faults: [...faults, ...missing] }
  } catch (error) {
    if (!isFailure(error, 'knowledge_invalid') || !(error instanceof Failure)) throw error
    const [, line, text = error.message] = /:(\d+): (.*)$/.exec(error.message) ?? []
    return { ...place, rows, faults: [{ line: Number(line ?? 1), text }] }
  }
}

function unknownFigure({ line, name }: { line: number; name: string }) {
  const [kind = ''] = name.split(' ')
  const alike = figureNames.filter((each) => each.startsWith(`${kind} `))
  const accepted = alike.length > 0 ? alike : figureNames
  return { line, text: `{{${name}}} is no figure; accepted: ${accepted.join(', ')}` }
}

function faultOf(
  { path, message }: { path: PropertyKey[]; message: string },
  { header, lines }: FrontMatter,
): { line: number; text: string } {
  const [key, at] = path
  if (typeof key !== 'string') return { line: 1, text: message }
  const line = (lines[key] ?? 1) + (typeof at === 'number' ? at + 1 : 0)
  const words = hint(key)
  const value = header[key]
  if (value === undefined) return { line, text: `${key} is missing; accepted: ${words}` }
  if (value.length === 0) return { line, text: `${key} is empty; accepted: ${words}` }
  return { line, text: `${key}: ${message}; accepted: ${words}` }
}

function hint(key: string): string {
  return Object.entries(accepted).find(([name]) => name === key)?.[1] ?? 'nothing under this name'
}
