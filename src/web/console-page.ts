import { randomBytes } from 'node:crypto'
import { type BuiltEntry, builtEntry } from './browser-files.ts'
import { consolePart } from './browser-parts.ts'
import { areas } from './console/route.ts'
import { pageHeaders } from './page-headers.ts'
import type { RawReply } from './reply.ts'
import type { Handler, Route } from './request.ts'

/** The console at `/console` and at each of its own addresses: one page, whose script reads the rest. */
export function consoleRoutes(): Route[] {
  const files = builtEntry(consolePart, 'main')
  const handler: Handler = () => consolePage(files)
  const page = (path: string): Route => ({ method: 'GET', path, handler })
  return [
    page('/console'),
    ...areas.flatMap((area) => [page(`/console/${area}`), page(`/console/${area}/:id`)]),
  ]
}

/** The controls insert their styles at run time: each page lets in those that bear its own nonce. */
function consolePage({ script, imports, styles }: BuiltEntry): RawReply {
  const nonce = randomBytes(18).toString('base64')
  const links = [
    ...styles.map((href) => `<link rel="stylesheet" href="${href}" nonce="${nonce}">`),
    ...imports.map((href) => `<link rel="modulepreload" href="${href}">`),
  ]
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    headers: {
      ...pageHeaders,
      'content-security-policy': policyWith(nonce),
      'cache-control': 'no-store',
    },
    body: `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>到账</title>
<link rel="icon" href="/page/icon.svg" type="image/svg+xml">
${links.join('\n')}
<script type="module" src="${script}"></script>
</head>
<body>
<div id="root"></div>
<noscript>请在浏览器中启用 JavaScript。 This page needs JavaScript.</noscript>
</body>
</html>
`,
  }
}

function policyWith(nonce: string): string {
  const policy = pageHeaders['content-security-policy'] ?? ''
  return policy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`)
}
