import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Web Chat with its dependencies would add half a gigabyte and 425 packages to every `npm ci`, and
 * all that is needed is the one file a page loads. So the browser tests take the published archive
 * by npm, once, and check it against this fingerprint.
 */
const name = 'botframework-webchat'
const version = '4.18.1'
const integrity =
  'sha512-7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg=='

const folder = join(import.meta.dirname, '../../node_modules/.cache/web-chat')
const archive = join(folder, `${name}-${version}.tgz`)
const bundle = 'package/dist/webchat.js'

/** The text of `webchat.js` as published. Throws when npm cannot get it or it is not the one. */
export async function webChatBundle(): Promise<string> {
  mkdirSync(folder, { recursive: true })
  if (!existsSync(archive)) {
    const shell = process.platform === 'win32'
    await run('npm', ['pack', `${name}@${version}`, '--pack-destination', folder], { shell })
  }
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`
  if (found !== integrity) throw new Error(`${archive} is not ${name} ${version}`)
  await run('tar', ['-xzf', archive, '-C', folder, bundle])
  return readFileSync(join(folder, bundle), 'utf8')
}

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Web Chat</title>
<style>html, body, #webchat { height: 100%; margin: 0 }</style></head>
<body><div id="webchat" role="main"></div>
<script src="/webchat.js"></script>
<script src="/start.js"></script></body></html>`

/** What an integrator's page does, with the token and the address behind the \`#\`. */
const start = `
const given = new URLSearchParams(location.hash.slice(1))
const locale = given.get('locale')
const directLine = WebChat.createDirectLine({
  token: given.get('token'),
  domain: given.get('domain'),
  conversationStartProperties: { locale },
})
WebChat.renderWebChat({ directLine, locale }, document.getElementById('webchat'))
`

const icon = '<svg xmlns="http://www.w3.org/2000/svg"/>'

/** An integrator's site of one page that shows Web Chat, on an origin of its own. */
export async function serveWebChat() {
  const files: Record<string, [type: string, body: string]> = {
    '/': ['text/html; charset=utf-8', page],
    '/start.js': ['text/javascript', start],
    '/webchat.js': ['text/javascript', await webChatBundle()],
    '/favicon.ico': ['image/svg+xml', icon],
  }
  const server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ''] ?? ['text/plain', '']
    response.statusCode = body ? 200 : 404
    response.setHeader('content-type', type)
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    /** The page's address for a conversation of the server at `app`. */
    pageFor(app: string, token: string, locale: string): string {
      const given = new URLSearchParams({ domain: `${app}/v3/directline`, token, locale })
      return `http://127.0.0.1:${port}/#${given}`
    },
    async stop(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
