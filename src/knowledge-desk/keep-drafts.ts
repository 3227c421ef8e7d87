import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Locale } from '../domain/locale.ts'
import { readShelves } from './checks/shelf.ts'
import { shelfOf } from './places.ts'

/** A draft that was made from cases or from agents' answers. */
export interface MadeDraft {
  /** `<topic>/<slug>`. */
  id: string
  locale: Locale
  /** Stands in its header, and is never used for another draft: by it the draft is known again. */
  source: string
  text: string
}

/** What became of drafts: the files that are new, and how many stood there already. */
export interface KeptDrafts {
  written: string[]
  kept: number
}

/**
 * Writes the drafts that are not there yet. One that stands among the drafts or the articles under
 * its id or its source is left as it is: a person may have worked on it, renamed or published it.
 */
export async function keepDrafts(
  knowledge: string,
  drafts: readonly MadeDraft[],
): Promise<KeptDrafts> {
  const texts = await readShelves(knowledge)
  const isThere = ({ id, locale, source }: MadeDraft) =>
    texts.some(
      (text) => text.locale === locale && (text.id === id || text.rows.includes(`  - ${source}`)),
    )
  const fresh = drafts.filter((draft) => !isThere(draft))
  const written: string[] = []
  for (const { id, locale, text } of fresh) {
    const file = join(shelfOf(knowledge, locale, true), `${id}.md`)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text, { flag: 'wx', mode: 0o600 })
    written.push(file)
  }
  return { written, kept: drafts.length - fresh.length }
}
