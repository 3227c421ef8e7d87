import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { type Article, articleHeader } from '../../knowledge/article.ts'
import { fillFigures } from '../domain/figures.ts'
import type { Locale } from '../domain/locale.ts'
import { Failure } from '../errors.ts'
import type { KnowledgeArticle } from '../ports/knowledge-index.ts'
import { readFrontMatter } from './front-matter.ts'

/** The folder each language's texts lie in. */
export const folders: Record<Locale, string> = { 'zh-CN': 'zh-cn', en: 'en' }

/** An article ready for the index: what customers see, and what decides whether they may. */
export interface IndexedArticle extends KnowledgeArticle {
  /** The ways people ask it that stand in its header. */
  questions: readonly string[]
  /** More of them, from `<locale>/questions.txt`. */
  alsoAsked?: readonly string[] | undefined
  validFrom: string
  validTo?: string | undefined
  /** Day on which it must have been gone through again. */
  reviewBy: string
}

/** Whether an article may be served on a day, `YYYY-MM-DD`. */
export function inForce({ validFrom, validTo }: IndexedArticle, today: string): boolean {
  return validFrom <= today && (validTo === undefined || today <= validTo)
}

/** Everything search learns from. */
export interface Library {
  articles: readonly IndexedArticle[]
  /** Questions that no article answers, so that others like them are refused. */
  unanswered: Record<Locale, readonly string[]>
}

/**
 * The articles of `<directory>` with the questions that lie beside them in `questions.txt` and
 * `unanswered.txt`. Both files may be missing. Throws `Failure('knowledge_invalid')`.
 */
export async function loadLibrary(directory: string): Promise<Library> {
  const articles = await loadArticles(directory)
  const [asked, unanswered] = await Promise.all([
    perLocale(directory, 'questions.txt'),
    perLocale(directory, 'unanswered.txt'),
  ])
  const bySubject = { 'zh-CN': subjectsOf(asked['zh-CN']), en: subjectsOf(asked.en) }
  return {
    articles: articles.map((article) => ({
      ...article,
      alsoAsked: bySubject[article.locale].get(article.id) ?? [],
    })),
    unanswered: { 'zh-CN': linesOf(unanswered['zh-CN']), en: linesOf(unanswered.en) },
  }
}

async function perLocale(directory: string, name: string): Promise<Record<Locale, string>> {
  const read = (locale: Locale) => textOf(join(directory, folders[locale], name))
  const [chinese, english] = await Promise.all([read('zh-CN'), read('en')])
  return { 'zh-CN': chinese, en: english }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    return ''
  }
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '' && !line.startsWith('#'))
}

/** The questions under each `# <topic>/<slug>`. */
function subjectsOf(text: string): ReadonlyMap<string, string[]> {
  const blocks = text.split(/^# /mu).slice(1)
  return new Map(
    blocks.map((block) => {
      const [id = '', ...rest] = block.split('\n')
      return [id.trim(), linesOf(rest.join('\n'))]
    }),
  )
}

/**
 * Reads and checks every `<directory>/<zh-cn|en>/<topic>/<slug>.md`, in a stable order.
 * Throws `Failure('knowledge_invalid')` naming the file and line of everything that is wrong in the
 * first bad header.
 */
export async function loadArticles(directory: string): Promise<IndexedArticle[]> {
  const read = await Promise.all(
    Object.entries(folders).map(([locale, folder]) =>
      loadLocale(join(directory, folder), locale as Locale),
    ),
  )
  return read.flat()
}

async function loadLocale(directory: string, locale: Locale): Promise<IndexedArticle[]> {
  const names = await filesOf(directory)
  const files = names.filter((name) => name.endsWith('.md')).sort()
  return Promise.all(
    files.map(async (name) => {
      const file = join(directory, name)
      const id = name.slice(0, -'.md'.length).split(sep).join('/')
      const { questions, validFrom, validTo, reviewBy, ...article } = parseArticle(
        await readFile(file, 'utf8'),
        { file, id, language: folders[locale] },
      )
      return { ...publicPart(article, locale), questions, validFrom, validTo, reviewBy }
    }),
  )
}

async function filesOf(directory: string): Promise<string[]> {
  try {
    return await readdir(directory, { recursive: true })
  } catch (cause) {
    throw new Failure('knowledge_invalid', `${directory}: cannot be read`, { cause })
  }
}

function publicPart(
  article: Omit<Article, 'questions' | 'validFrom' | 'validTo' | 'reviewBy'>,
  locale: Locale,
): KnowledgeArticle {
  const { id, title, summary, body, audience, region, reviewedAt, owner, sources } = article
  return {
    id,
    locale,
    title,
    summary,
    body,
    audience,
    region,
    updated: reviewedAt,
    owner,
    sources,
    related: article.related ?? [],
  }
}

/** The text with its figures. Throws `Failure('knowledge_invalid')` for a figure that does not exist. */
function filled(text: string, { file, language }: { file: string; language: string }): string {
  const { text: whole, unknown } = fillFigures(text, language === folders.en ? 'en' : 'zh-CN')
  const problems = unknown.map(
    ({ line, name }) =>
      `${file}:${line}: {{${name}}} is no figure; accepted: see knowledge/README.md`,
  )
  if (problems.length > 0) throw new Failure('knowledge_invalid', problems.join('\n'))
  return whole
}

/** One article from its text and place. Throws `Failure('knowledge_invalid')`. */
export function parseArticle(
  text: string,
  place: { file: string; id: string; language: string },
): Article {
  const { header, lines, body } = readFrontMatter(filled(text, place), place.file)
  const checked = articleHeader.safeParse(header)
  if (checked.success) return { ...checked.data, id: place.id, language: place.language, body }
  const problems = checked.error.issues.map((issue) => {
    const line = lines[String(issue.path[0])] ?? 1
    return `${place.file}:${line}: ${issue.path.join('.') || 'header'}: ${issue.message}`
  })
  throw new Failure('knowledge_invalid', problems.join('\n'))
}
