import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

export interface ShopSite {
  url: string
  /** The address of a page with these tags in its head. */
  pageWith(tags: string): string
  /** Answers another address of the shop's back end. */
  serve(path: string, handler: Handler): void
  stop(): Promise<void>
}

/**
 * An integrator's site on an origin of its own, with the strictest policy under which the widget of `server` is
 * meant to work: no inline script, no inline style, nothing from anywhere else.
 */
export async function startShop(server: string): Promise<ShopSite> {
  const socket = server.replace(/^http/, 'ws')
  const policy = [
    "default-src 'none'",
    `script-src ${server}`,
    `connect-src ${server} ${socket} 'self'`,
    `img-src ${server}`,
  ].join('; ')
  const pages = new Map<string, string>()
  const handlers = new Map<string, Handler>()
  const site = createServer((request, response) => {
    const path = request.url ?? ''
    const handler = handlers.get(path)
    if (handler) return handler(request, response)
    const tags = pages.get(path)
    response.writeHead(tags === undefined ? 204 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    })
    response.end(tags === undefined ? '' : pageOf(tags))
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  return {
    url,
    pageWith(tags) {
      const path = `/page-${pages.size + 1}`
      pages.set(path, tags)
      return url + path
    },
    serve: (path, handler) => handlers.set(path, handler),
    async stop() {
      site.closeAllConnections()
      await new Promise((resolve) => site.close(resolve))
    },
  }
}

function pageOf(tags: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${tags}</head>
<body><main><h1>Our shop</h1><p>Words of the shop. <a href="#more">More</a></p></main></body></html>`
}
