import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { extname, join } from 'node:path'
import { browserFileRoutes } from './browser-files.ts'
import { widgetPart } from './browser-parts.ts'
import { pageHeaders } from './page-headers.ts'
import { Refusal } from './refusal.ts'
import type { RawReply } from './reply.ts'
import type { Route, WebRequest } from './request.ts'
import { en } from './widget/words/en.ts'
import { type PageLocale, pageLocale } from './widget/words/words.ts'
import { zhCn } from './widget/words/zh-cn.ts'

const folder = join(import.meta.dirname, 'page')

const types: Readonly<Record<string, string>> = {
  '.ts': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The chat page at `/`, the widget it is made of, and the files of the pages at `/page/…`, read once at start. */
export function pageRoutes(): Route[] {
  const files = readFiles()
  const template = readFileSync(join(folder, 'index.html'), 'utf8')
  const pages: Record<PageLocale, RawReply> = {
    'zh-CN': chatPage(template, 'zh-CN'),
    en: chatPage(template, 'en'),
  }
  return [
    { method: 'GET', path: '/', handler: (request) => pages[wishedLocale(request)] },
    { method: 'GET', path: '/page/:file', handler: ({ params }) => fileOf(files, params.file) },
    ...browserFileRoutes(widgetPart),
  ]
}

function fileOf(files: ReadonlyMap<string, RawReply>, name: string | undefined): RawReply {
  const file = files.get(name ?? '')
  if (file) return file
  throw new Refusal(404, 'NotFound', 'There is no such file.')
}

function wishedLocale({ query, headers }: WebRequest): PageLocale {
  const accepted = (headers['accept-language'] ?? '').split(',').map((part) => part.trim())
  return pageLocale([query.get('locale'), ...accepted])
}

function chatPage(template: string, locale: PageLocale): RawReply {
  const { title } = locale === 'en' ? en : zhCn
  const noscript =
    locale === 'en' ? 'This page needs JavaScript.' : '请在浏览器中启用 JavaScript 后使用本页面。'
  const body = template
    .replace('lang="zh-CN"', `lang="${locale}"`)
    .replaceAll('{{title}}', title)
    .replaceAll('{{locale}}', locale)
    .replaceAll('{{noscript}}', noscript)
  const headers = { ...pageHeaders, vary: 'Accept-Language', 'content-language': locale }
  return { status: 200, type: 'text/html; charset=utf-8', body, headers }
}

function readFiles(): Map<string, RawReply> {
  const files = new Map<string, RawReply>()
  for (const name of readdirSync(folder)) {
    const type = types[extname(name)]
    if (!type) continue
    const text = readFileSync(join(folder, name), 'utf8')
    const body = name.endsWith('.ts') ? withoutTypes(text) : text
    files.set(name, { status: 200, type, body, headers: pageHeaders })
  }
  return files
}

/** Browsers get our TypeScript with its types blanked out: no build, and lines stay the same. */
function withoutTypes(source: string): string {
  const { emitWarning } = process
  // Node calls the function experimental on every start; the version is pinned and tested.
  process.emitWarning = () => {}
  try {
    return stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = emitWarning
  }
}
