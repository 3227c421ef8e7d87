import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PlanRow } from '../../src/ports/plans.ts'
import { planRoutes } from '../../src/web/plan-page.ts'
import { plan } from '../storage/sample.ts'
import { call, startTestWeb, type TestWeb } from '../support/web.ts'

const address = 'a'.repeat(43)
const neighbour = 'b'.repeat(43)
const rows: PlanRow[] = []
const asked: string[] = []
let now = new Date('2026-03-03T00:00:00Z')
let web: TestWeb

beforeEach(async () => {
  now = new Date('2026-03-03T00:00:00Z')
  rows.splice(0, rows.length, plan(address), plan(neighbour, { plan: { shop: 'Next Door' } }))
  asked.length = 0
  web = await startTestWeb()
  const store = {
    plan: async (id: string) => {
      asked.push(id)
      return rows.find((row) => row.id === id)
    },
  }
  web.server.add(planRoutes({ store, now: () => now }))
})

afterEach(() => web.stop())

const open = (id: string, headers = {}) => call(`${web.url}/plans/${id}`, { headers })

describe('the page of a contingency plan', () => {
  it('holds what was told, the fixed steps, and the days', async () => {
    const { status, body } = await open(address)
    expect(status).toBe(200)
    for (const words of ['Blue Door', 'manager Ana 07700 900111', 'Stop retrying.', 'RRN', 'T+1'])
      expect(body).toContain(words)
    expect(body).toContain('Mon 2 Mar 2026')
    expect(body).toContain('Wed 2 Sep 2026')
    expect(body).toContain('<html lang="en">')
  })

  it('leaves lines to write on where nothing was told', async () => {
    rows[0] = plan(address, { plan: {} })
    const { body } = await open(address)
    expect(body.match(/class="blank"/g).length).toBeGreaterThan(8)
  })

  it('is in the language of the plan, whatever the browser asks for', async () => {
    rows[0] = plan(address, { locale: 'zh-CN', plan: { shop: '小李面馆', funds: { wait: '5' } } })
    const { body } = await open(address, { 'accept-language': 'en' })
    for (const words of ['<html lang="zh-CN">', '小李面馆', '停止重刷', '5天'])
      expect(body).toContain(words)
  })

  it('shows what was told as words, never as markup', async () => {
    rows[0] = plan(address, { plan: { shop: '<img src=x onerror=alert(1)>"' } })
    const { body } = await open(address)
    expect(body).not.toContain('<img')
    expect(body).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;')
  })

  it('runs and styles itself with files of ours only, and is kept and found by nobody', async () => {
    const { headers, body } = await open(address)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(body).not.toMatch(/<style|style=|<script(?! type="module" src="\/page\/)| on\w+=/)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('shows nothing of another merchant', async () => {
    const { body } = await open(address)
    expect(body).not.toContain('Next Door')
    expect(asked).toEqual([address])
  })

  it('is gone once its time is over', async () => {
    now = new Date('2026-04-01T12:00:00Z')
    const { status, body, headers } = await open(address, { 'accept-language': 'en-GB' })
    expect(status).toBe(404)
    expect(body).toContain('no longer works')
    expect(body).not.toContain('Blue Door')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it.each(['c'.repeat(43), 'a', `${address}a`, '%27or%271'])('is not at %s', async (id) => {
    const { status, body } = await open(id)
    expect(status).toBe(404)
    expect(body).toContain('这个链接已失效')
  })

  it('does not ask the store for what is no address of ours', async () => {
    await open('a')
    expect(asked).toEqual([])
  })
})
