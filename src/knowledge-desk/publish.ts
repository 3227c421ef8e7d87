import { mkdir, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Finding } from './checks/finding.ts'
import { lintKnowledge } from './checks/lint.ts'
import { type Outcome, refusal } from './outcome.ts'
import { articleId, filesOf } from './places.ts'

/** Moves a draft to where it is served: in every language and without an error, or not at all. */
export async function publish(knowledge: string, id: string, today: string): Promise<Outcome> {
  if (!articleId.test(id)) return refusal(`“${id}” is no id; accepted: topic/slug.`)
  const { texts, findings } = await lintKnowledge(knowledge, today)
  const published = texts.filter((text) => text.id === id && !text.isDraft)
  if (published.length > 0) {
    return refusal(`${id} is published already: change it where it is, and delete the draft.`)
  }
  const drafts = texts.filter((text) => text.id === id && text.isDraft)
  if (drafts.length === 0) return refusal(`There is no draft ${id}.`)
  const found = findings.filter(({ file }) => drafts.some((draft) => draft.file === file))
  const errors = found.filter(({ level }) => level === 'error')
  if (errors.length > 0) return refusal(`${id} is not ready:`, errors.map(lineFor))
  await moveAll(knowledge, id)
  return {
    done: true,
    sentence: `Published ${id} in ${drafts.length} languages; a running service serves it within seconds.`,
    lines: found.map(lineFor),
  }
}

function lineFor({ file, line, rule, text }: Finding): string {
  return `${file}:${line}: ${rule}: ${text}`
}

/** All languages or none: what was moved goes back when another cannot be moved. */
async function moveAll(knowledge: string, id: string): Promise<void> {
  const targets = new Map(filesOf(knowledge, id, false).map(({ locale, file }) => [locale, file]))
  const moved: { from: string; to: string }[] = []
  try {
    for (const { locale, file: from } of filesOf(knowledge, id, true)) {
      const to = targets.get(locale)
      if (to === undefined) continue
      await mkdir(dirname(to), { recursive: true })
      await refuseToReplace(to)
      await rename(from, to)
      moved.push({ from, to })
    }
  } catch (error) {
    for (const { from, to } of moved) await rename(to, from)
    throw error
  }
}

/** `rename` would replace a file without a word. */
async function refuseToReplace(file: string): Promise<void> {
  const isThere = await stat(file).then(
    () => true,
    () => false,
  )
  if (isThere) throw new Error(`${file} is there already`)
}
