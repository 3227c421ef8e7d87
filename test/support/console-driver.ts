import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { GivenParts } from '../../src/app.ts'
import { launchChromium, openWatched, type WatchedPage } from './browser.ts'
import { type LiveApp, startLiveApp } from './live-app.ts'
import { type Chat, openChat } from './real-server.ts'
import { post } from './web.ts'

export const consolePassword = 'four brave little otters'

/** The product with people at its desk: a lead, two agents and an administrator. */
export async function startConsole(
  settings: Record<string, string> = {},
  given: GivenParts = {},
): Promise<LiveApp> {
  const app = await startLiveApp(settings, given)
  const people = [
    { login: 'root', name: 'Ada Admin', role: 'admin' },
    { login: 'lead', name: '陈组长', role: 'lead' },
    { login: 'liwei', name: '李薇', role: 'agent' },
    { login: 'sam', name: 'Sam Reed', role: 'agent' },
  ]
  for (const person of people) {
    const body = { ...person, password: consolePassword }
    const answer = await post(`${app.url}/api/v1/agents`, app.secrets.adminToken, body)
    if (answer.status !== 201) throw new Error(`no account: ${JSON.stringify(answer.body)}`)
  }
  return app
}

interface OpenOptions extends BrowserContextOptions {
  login?: string
  width?: number
  locale?: string
}

/** A console in which somebody is signed in. */
export async function openConsole(
  browser: Browser,
  app: LiveApp,
  { login = 'liwei', width = 1280, ...rest }: OpenOptions = {},
): Promise<WatchedPage> {
  const viewport = { width, height: width < 500 ? 740 : 800 }
  // What fades out while a rule is checked has too little contrast.
  const still = { reducedMotion: 'reduce' } as const
  const options = { viewport, locale: 'en', acceptDownloads: true, ...still, ...rest }
  const opened = await openWatched(browser, `${app.url}/console`, options)
  const { page } = opened
  await fillSignIn(page, login)
  await page.locator('.rail').waitFor()
  return opened
}

/** Types login and password and sends them. */
export async function fillSignIn(
  page: Page,
  login: string,
  password = consolePassword,
): Promise<void> {
  await page.locator('input[name="login"]').fill(login)
  await page.locator('input[name="password"]').fill(password)
  await page.locator('input[name="password"]').press('Enter')
}

/**
 * Chromium and the product, for all tests of a file. Pages are closed after each test, and nothing
 * but what was expected may have been complained of in them.
 */
export function consoleTests(
  start: () => Promise<LiveApp> = startConsole,
  expected: RegExp = /(?!)/,
) {
  let browser: Browser
  let app: LiveApp
  const opened: WatchedPage[] = []
  beforeAll(async () => {
    browser = await launchChromium()
    app = await start()
  })
  afterEach(async () => {
    const complaints = opened.flatMap((each) => each.complaints)
    await Promise.all(opened.splice(0).map((each) => each.close()))
    // Refusals of the page's policy come as complaints, too.
    expect(complaints.filter((line) => !isExpected(line) && !expected.test(line))).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    await app.stop()
  })
  const watched = async (opening: Promise<WatchedPage>): Promise<Page> => {
    const each = await opening
    opened.push(each)
    return each.page
  }
  return {
    app: () => app,
    /** A page at an address of the product, with nobody signed in. */
    openPage: (path: string, options: BrowserContextOptions = {}) =>
      watched(openWatched(browser, app.url + path, { locale: 'en', ...options })),
    /** A console with somebody signed in. */
    open: (options: OpenOptions = {}) => watched(openConsole(browser, app, options)),
  }
}

/** What a browser says of its own when it asks whether somebody is signed in: nobody is yet. */
export const isExpected = (complaint: string): boolean =>
  /status of 401/.test(complaint) || /Multiple forms/.test(complaint)

export interface Customer {
  chat: Chat
  say: Chat['say']
  /** All that the customer has been told, oldest first. */
  heard(): Promise<string[]>
}

/** A customer on Direct Line, vouched for by an integrator. */
export async function newCustomer(
  app: LiveApp,
  { name, locale = 'en' }: { name?: string; locale?: string } = {},
): Promise<Customer> {
  const id = `dl_${Math.random().toString(36).slice(2)}`
  const user = { id, role: 'merchant', merchantId: 'M1001', ...(name && { name }) }
  const { adminToken, directLineSecret: secret } = app.secrets
  const chat = await openChat({ url: app.url, secret, adminToken, user, locale })
  return {
    chat,
    say: chat.say,
    heard: async () =>
      (await chat.history()).filter(({ fromBot, text }) => fromBot || text).map(({ text }) => text),
  }
}

/** The row of a customer in the list. */
export const rowOf = (page: Page, name: string) => page.locator('[data-row]', { hasText: name })

/** Of WCAG 2.2 AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Rules of axe that the page breaks, with where. Movements come to rest before it looks. Fluent's marks
 * at the edge of a group of keys are left out: who comes to one is led on at once.
 */
export async function brokenRules(page: Page): Promise<string[]> {
  // What begins to fade while axe looks would be measured half gone.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter((each) => each.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    return Promise.race([
      Promise.allSettled(ending.map(({ finished }) => finished)),
      new Promise((done) => setTimeout(done, 2_000)),
    ])
  })
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (values) =>
      (globalThis as typeof globalThis & { axe: typeof axe }).axe.run(
        { exclude: ['[data-tabster-dummy]'] },
        { runOnly: { type: 'tag', values } },
      ),
    rules,
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}
