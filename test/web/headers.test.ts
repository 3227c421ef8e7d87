import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LiveApp, startLiveApp } from '../support/live-app.ts'
import { call } from '../support/web.ts'

let app: LiveApp
let overTls: LiveApp

beforeAll(async () => {
  app = await startLiveApp()
  overTls = await startLiveApp({ PUBLIC_URL: 'https://support.example' })
})
afterAll(async () => {
  await app.stop()
  await overTls.stop()
})

/** One of each kind of answer: pages, files, JSON, refusals of every layer, preflights. */
const kinds: [what: string, path: string, method?: string][] = [
  ['the chat page', '/'],
  ['a file of a page', '/page/chat.css'],
  ['the page of the API', '/api/docs'],
  ['a page that is gone', '/plans/none'],
  ['a refused sign-in', '/api/v1/session/oidc/return'],
  ['JSON', '/api/openapi.json'],
  ['a call without a key', '/api/v1/tickets'],
  ['a Direct Line refusal', '/v3/directline/conversations/x/activities'],
  ['health', '/healthz'],
  ['metrics', '/metrics'],
  ['no such address', '/nowhere'],
  ['a wrong method', '/healthz', 'POST'],
  ['an attachment that is not there', '/v3/directline/attachments/none'],
]

describe('every answer', () => {
  it.each(kinds)(
    'of %s runs nothing foreign and is framed by nobody',
    async (_what, path, method) => {
      const { headers } = await call(app.url + path, method ? { method, body: {} } : {})
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toMatch(/frame-ancestors 'none'|sandbox/)
      expect(policy).not.toMatch(/unsafe-|\*/)
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('strict-transport-security')).toBeNull()
    },
  )

  it.each(kinds)(
    'of %s stays on TLS where the server is reached over it',
    async (_what, path, method) => {
      const { headers } = await call(overTls.url + path, method ? { method, body: {} } : {})
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
    },
  )

  it.each(['/api/v1/tickets', '/api/v1/session/options', '/api/openapi.json'])(
    'of the API is kept by nobody on the way: %s',
    async (path) => {
      const { headers } = await call(app.url + path)
      expect(headers.get('cache-control')).toBe('no-store')
    },
  )

  it.each(['/', '/api/docs'])('of a page stands apart from other windows: %s', async (path) => {
    const { headers } = await call(app.url + path)
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  })

  it('tells no other site what a customer may read, except through Direct Line', async () => {
    const from = { headers: { origin: 'https://shop.example' } }
    const api = await call(`${app.url}/api/v1/session/options`, from)
    expect(api.headers.get('access-control-allow-origin')).toBeNull()
    const directLine = await call(`${app.url}/v3/directline/conversations/x/activities`, from)
    expect(directLine.headers.get('access-control-allow-origin')).toBe('*')
  })
})
