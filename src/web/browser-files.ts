import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Failure } from '../errors.ts'
import { type BrowserPart, distFolder } from './browser-parts.ts'
import { Refusal } from './refusal.ts'
import type { RawReply } from './reply.ts'
import type { Route, WebRequest } from './request.ts'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** The name holds a hash of the content: a browser need never ask again. */
const forGood = 'public, max-age=31536000, immutable'
/** The name stays: a browser keeps it for a while, and a new version reaches everybody within it. */
const forAWhile = 'public, max-age=300'

/** Any page may load these: they hold nothing of anybody's. */
const openToPages = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}

/** The built files of a part: `/<part>/<file>`, and at `/<file>` those whose name stays. */
export function browserFileRoutes(part: BrowserPart): Route[] {
  const files = readBuilt(part)
  const hashed: Route = {
    method: 'GET',
    path: `/${part.name}/:file`,
    handler: (request) => served(files.get(request.params.file ?? ''), request),
  }
  if (!part.entryNames) return [hashed]
  const entries = Object.keys(part.entries).map((name): Route => {
    const file = readFile(join(distFolder, `${name}.js`), forAWhile)
    return { method: 'GET', path: `/${name}.js`, handler: (request) => served(file, request) }
  })
  return [hashed, ...entries]
}

/** What a page loads for an entry whose name holds a hash. */
export interface BuiltEntry {
  script: string
  /** What the script imports at once: named in the page, all of it comes together. */
  imports: string[]
  styles: string[]
}

/** The addresses of an entry, for the page that loads it. */
export function builtEntry(part: BrowserPart, entry: string): BuiltEntry {
  const manifest = manifestOf(part)
  const found = manifest[part.entries[entry] ?? '']
  if (!found) throw notBuilt(part)
  const fileOf = (name: string) => manifest[name]?.file
  const urls = (files: readonly (string | undefined)[]) =>
    files.filter((file) => file !== undefined).map((file) => `/${file}`)
  return {
    script: `/${found.file}`,
    imports: urls((found.imports ?? []).map(fileOf)),
    // One sheet for the whole part, as Vite builds a library.
    styles: urls([fileOf('style.css')]),
  }
}

interface BuiltFile {
  plain: RawReply
  gzipped: RawReply
}

function readBuilt(part: BrowserPart): Map<string, BuiltFile> {
  const folder = join(distFolder, part.name)
  if (!existsSync(join(folder, 'manifest.json'))) throw notBuilt(part)
  const names = readdirSync(folder).filter((name) => types[extname(name)])
  return new Map(names.map((name) => [name, readFile(join(folder, name), forGood)]))
}

/** Read and compressed once, at start. */
function readFile(path: string, cache: string): BuiltFile {
  const body = readFileSync(path)
  const headers = { ...openToPages, 'cache-control': cache, vary: 'Accept-Encoding' }
  const plain = { status: 200, type: types[extname(path)] ?? '', body, headers }
  const gzipped = {
    ...plain,
    body: gzipSync(body, { level: 9 }),
    headers: { ...headers, 'content-encoding': 'gzip' },
  }
  return { plain, gzipped }
}

function served(file: BuiltFile | undefined, { headers }: WebRequest): RawReply {
  if (!file) throw new Refusal(404, 'NotFound', 'There is no such file.')
  const accepted = String(headers['accept-encoding'] ?? '')
  return /\bgzip\b/.test(accepted) ? file.gzipped : file.plain
}

type Manifest = Record<string, { file: string; imports?: string[] }>

/** As Vite writes it, in our own build. */
function manifestOf({ name }: BrowserPart): Manifest {
  return JSON.parse(readFileSync(join(distFolder, name, 'manifest.json'), 'utf8'))
}

/** Set up by half: `npm ci` builds, a bare checkout does not. */
function notBuilt({ name }: BrowserPart): Failure {
  return new Failure('config_invalid', `dist/${name} is missing. Run: npm run build`)
}
