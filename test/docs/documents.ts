import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** A page of the project, by its path from the root. */
export interface Page {
  file: string
  text: string
}

const folders = ['.', 'docs', 'docs/decisions']
const elsewhere = ['knowledge/README.md', 'src/connectors/sandbox/README.md']

/** Every page that speaks to developers, operators or integrators. */
export const pages: readonly Page[] = [
  ...folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  ),
  ...elsewhere,
].map((file) => ({ file, text: read(file) }))

/** The text of a file, by its path from the root. */
export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** The page of that name. */
export function page(file: string): Page {
  return { file, text: read(file) }
}

/** Links to places in the project that lead nowhere. */
export function deadLinks({ file, text }: Page): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
  return targets
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .filter((target) => !existsSync(join(root, dirname(file), target.replace(/#.*$/, ''))))
}

const path = /`(?:node )?((?:src|dialogs|knowledge|test|docs)\/[\w./-]*)`/g

/** Files and folders of the project that are named but do not exist. */
export function missingPaths({ text }: Page): string[] {
  const named = [...text.matchAll(path)].map(([, name = '']) => name)
  return [...new Set(named)].filter((name) => !existsSync(join(root, name)))
}

/** Scripts of package.json that the page tells people to run. */
export function scriptsNamed({ text }: Page): string[] {
  const run = [...text.matchAll(/\bnpm run\s+([a-z][\w:-]*)/g)].map(([, name = '']) => name)
  const short = [...text.matchAll(/\bnpm (start|test)\b/g)].map(([, name = '']) => name)
  return [...new Set([...run, ...short])]
}

/** The part of a page under a heading, up to the next one of any level. */
export function section({ text }: Page, heading: string): string {
  const lines = text.split('\n')
  const start = lines.indexOf(heading)
  if (start < 0) return ''
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => /^#{1,6} /.test(line))
  return rest.slice(0, end < 0 ? undefined : end).join('\n')
}
