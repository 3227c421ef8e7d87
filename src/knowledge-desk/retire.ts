import { rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { locales } from '../domain/locale.ts'
import { readShelves, readText, type ShelfText } from './checks/shelf.ts'
import { type Outcome, refusal } from './outcome.ts'
import { articleId } from './places.ts'

const day = z.iso.date()

/** Sets the last day on which an article is served, in every language or in none. */
export async function retire(knowledge: string, id: string, on: string): Promise<Outcome> {
  if (!articleId.test(id)) return refusal(`“${id}” is no id; accepted: topic/slug.`)
  if (!day.safeParse(on).success) return refusal(`“${on}” is no day; accepted: YYYY-MM-DD.`)
  const texts = (await readShelves(knowledge)).filter(({ isDraft }) => !isDraft)
  const versions = texts.filter((text) => text.id === id)
  const why = whyNot(versions, id, on)
  if (why) return refusal(why)
  await replaceAll(versions.map((text) => ({ file: text.file, text, content: ended(text, on) })))
  const before = versions.find(({ header }) => header?.validTo)?.header?.validTo
  return {
    done: true,
    sentence: `${id} is served until the end of ${on}${before ? ` (before: ${before})` : ''}; a running service knows within seconds.`,
    lines: texts
      .filter(({ header }) => header?.related?.includes(id))
      .map(({ file }) => `${file} points to it: change its “related”.`),
  }
}

function whyNot(versions: ShelfText[], id: string, on: string): string | undefined {
  if (versions.length === 0) return `There is no article ${id}.`
  if (versions.length < locales.length) {
    return `${id} does not stand in every language: run npm run knowledge:lint first.`
  }
  const faulty = versions.find((text) => !text.header)
  if (faulty) return `${faulty.file} has a faulty header: run npm run knowledge:lint first.`
  const late = versions.find(({ header }) => header && header.validFrom > on)
  if (late) return `${late.file} is served from ${late.header?.validFrom} on, after ${on}.`
  const isSo = versions.every(({ header }) => header?.validTo === on)
  return isSo ? `${id} is retired on ${on} already.` : undefined
}

/** The text with its last day in the header, in place of another or below the first day. */
function ended({ rows, parts }: ShelfText, on: string): string {
  const at = parts?.lines.validTo
  const after = parts?.lines.validFrom ?? 1
  return (
    at === undefined
      ? rows.toSpliced(after, 0, `validTo: ${on}`)
      : rows.with(at - 1, `validTo: ${on}`)
  ).join('\n')
}

interface Change {
  file: string
  text: ShelfText
  content: string
}

/** Writes beside first, so that neither a full disk nor a kill leaves half a text. */
async function replaceAll(changes: Change[]): Promise<void> {
  for (const { file, text, content } of changes) {
    if (!readText(content, text).header) throw new Error(`${file} would not be readable`)
    await writeFile(`${file}.new`, content)
  }
  for (const { file } of changes) await rename(`${file}.new`, file)
}
