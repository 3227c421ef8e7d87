import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  beginReturn,
  beginTicket,
  callPerson,
  type Faces,
  fileTicket,
  giveBack,
  haveDiagnosed,
  openFaces,
  readFacts,
  speak,
  takeOver,
  talks,
} from '../support/both-faces.ts'
import { launchChromium, type WatchedPage } from '../support/browser.ts'
import { overflowOf, say } from '../support/chat-driver.ts'
import { brokenRules, isExpected, startConsole } from '../support/console-driver.ts'
import type { LiveApp } from '../support/live-app.ts'
import { type ShopSite, startShop } from '../support/shop-site.ts'

const shots = 'data/face-shots'

let browser: Browser
let app: LiveApp
let shop: ShopSite
let opened: WatchedPage[] = []

beforeAll(async () => {
  mkdirSync(shots, { recursive: true })
  browser = await launchChromium()
})

/** Each has a queue of its own, and its customer is the first in it. */
beforeEach(async () => {
  app = await startConsole({ WIDGET_ORIGINS: '*' })
  shop = await startShop(app.url)
})

afterEach(async () => {
  const complaints = opened.flatMap((each) => each.complaints)
  for (const each of opened) await each.close()
  opened = []
  await shop.stop()
  await app.stop()
  // Refusals of either page's policy come as complaints, too.
  expect(complaints.filter((line) => !isExpected(line))).toEqual([])
})

afterAll(() => browser.close())

/** Pictures of both faces as they are now; neither is wider than its window. */
async function shoot(name: string, faces: Faces): Promise<void> {
  for (const [face, page] of Object.entries(faces)) {
    await page.screenshot({ path: `${shots}/${name}-${face}.png`, animations: 'disabled' })
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  }
}

/** As `shoot`; and no rule of accessibility is broken. */
async function look(name: string, faces: Faces): Promise<void> {
  await shoot(name, faces)
  for (const [face, page] of Object.entries(faces)) {
    expect([name, face, ...(await brokenRules(page))]).toEqual([name, face])
  }
}

describe.each([
  { ...talks.zh, width: 360, colorScheme: 'light' },
  { ...talks.zh, width: 1280, colorScheme: 'dark' },
  { ...talks.en, width: 360, colorScheme: 'dark' },
  { ...talks.en, width: 1280, colorScheme: 'light' },
] as const)('a customer and an agent in $locale at $width px', { timeout: 180_000 }, (talk) => {
  const { locale, width, colorScheme } = talk

  it('meet, file a ticket and part, and the customer says how it was', async () => {
    const tag = `<script src="${app.url}/widget.js" data-locale="${locale}" async></script>`
    const place = { app, page: shop.pageWith(tag), width, colorScheme }
    const watched = await openFaces(browser, place, talk)
    opened = Object.values(watched)
    const faces: Faces = { customer: watched.customer.page, desk: watched.desk.page }
    const { customer, desk } = faces
    const see = (name: string, how = shoot) => how(`${locale}-${width}-${name}`, faces)
    await see('0-closed')

    await haveDiagnosed(faces, talk)
    expect(await customer.locator('.verdict .journey > li').count()).toBe(5)
    await see('1-verdict', look)
    await callPerson(faces, talk)
    await see('2-queued', look)
    await readFacts(faces, talk)
    await see('3-facts')
    await takeOver(faces, talk)
    expect(await desk.locator('.to-news').count()).toBe(0)
    await see('4-claimed', look)

    await speak(faces, talk)
    expect(await customer.locator('.message.agent .byline').textContent()).toContain(talk.agent)
    await expect.poll(() => desk.locator('.said .typing').textContent()).toBe('')
    await see('5-talk')
    await beginTicket(faces, talk)
    await see('6-file', look)
    const number = await fileTicket(faces, talk)
    expect(number).toMatch(/^TK20261124-\w+$/)
    await see('7-ticket', look)

    await beginReturn(faces, talk)
    await see('8-return')
    await giveBack(faces, talk)
    const rating = customer.locator('#rating')
    await expect.poll(() => isInSight(faces)).toBe(true)
    await rating.getByRole('radio', { name: talk.good, exact: true }).check()
    await rating.getByRole('textbox', { name: talk.comment }).fill(talk.word)
    await see('9-rating', look)
    await rating.getByRole('button', { name: talk.rate }).click()
    await rating.waitFor({ state: 'detached' })
    await say(customer, talk.next)
    await customer.locator('.message.bot', { hasText: talk.answer }).waitFor()

    await desk.getByRole('link', { name: talk.tickets }).click()
    await desk.locator('[data-row]', { hasText: number }).click()
    await desk.locator('.conversation-head', { hasText: talk.rated }).waitFor()
    const rated = desk.locator('.facts-card .rated')
    await expect.poll(() => rated.textContent()).toBe(talk.rated + talk.word)
    await see('10-rated', look)
  })
})

/** Whether the customer sees all of the question how it was without scrolling. */
async function isInSight({ customer }: Faces): Promise<boolean> {
  const [asked, log] = await Promise.all([
    customer.locator('#rating').boundingBox(),
    customer.locator('#log').boundingBox(),
  ])
  if (!asked || !log) return false
  return asked.y >= log.y - 1 && asked.y + asked.height <= log.y + log.height + 1
}
