import { join } from 'node:path'
import { type Locale, locales } from '../domain/locale.ts'
import { folders } from '../retrieval/load-articles.ts'

/** The folder beside the languages: nothing in it is served. */
export const draftsFolder = 'drafts'

/** `<topic>/<slug>`, as a path and a header may name an article. */
export const articleId = /^[a-z0-9-]+\/[a-z0-9-]+$/

/** The folder of one language, of what is served or of drafts. */
export function shelfOf(knowledge: string, locale: Locale, isDraft: boolean): string {
  const folder = folders[locale]
  return isDraft ? join(knowledge, draftsFolder, folder) : join(knowledge, folder)
}

/** The file of an article in each language. */
export function filesOf(
  knowledge: string,
  id: string,
  isDraft: boolean,
): { locale: Locale; file: string }[] {
  return locales.map((locale) => ({
    locale,
    file: join(shelfOf(knowledge, locale, isDraft), `${id}.md`),
  }))
}
