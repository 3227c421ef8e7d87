import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asHtml } from './as-html.ts'
import { asMarkdown } from './as-markdown.ts'
import type { Page } from './page.ts'

/** Writes `<name>.md` and `<name>.html` for their owner alone; answers where. */
export async function writeReport(folder: string, name: string, page: Page): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const files = [
    { file: join(folder, `${name}.md`), text: asMarkdown(page) },
    { file: join(folder, `${name}.html`), text: asHtml(page) },
  ]
  for (const { file, text } of files) await writeFile(file, text, { mode: 0o600 })
  return files.map(({ file }) => file)
}
