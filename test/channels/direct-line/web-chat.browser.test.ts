import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium, openWatched, type WatchedPage } from '../../support/browser.ts'
import { type LiveApp, startLiveApp } from '../../support/live-app.ts'
import { photo } from '../../support/pictures.ts'
import { post } from '../../support/web.ts'
import { serveWebChat } from '../../support/web-chat.ts'

let browser: Browser
let app: LiveApp
let site: Awaited<ReturnType<typeof serveWebChat>>
let opened: WatchedPage | undefined

beforeAll(async () => {
  browser = await launchChromium()
  app = await startLiveApp()
  site = await serveWebChat()
})

afterEach(async () => {
  await opened?.close()
  opened = undefined
})

afterAll(async () => {
  await browser.close()
  await site.stop()
  await app.stop()
})

const greeting = { en: 'Hello, I am Daozhang', 'zh-CN': '您好，我是到账' }

async function open(locale: 'en' | 'zh-CN' = 'en'): Promise<Page> {
  const path = '/v3/directline/tokens/generate'
  const { body } = await post(app.url + path, app.secrets.directLineSecret, { locale })
  opened = await openWatched(browser, 'about:blank', { locale })
  const { page } = opened
  // The client waits 3 s and a random part before it comes back; the random part is left out.
  await page.addInitScript(() => {
    Math.random = () => 0.001
  })
  await page.goto(site.pageFor(app.url, body.token, locale))
  await bubble(page, greeting[locale]).waitFor()
  return page
}

const bubble = (page: Page, hasText: string) =>
  page.locator('.webchat__bubble__content', { hasText })

/** The button that is seen; another one is there for screen readers. */
const suggested = (page: Page, name: string) =>
  page.getByRole('toolbar').getByRole('button', { name })

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').fill(text)
  await page.getByRole('textbox').press('Enter')
}

describe('Web Chat', () => {
  it.each(['en', 'zh-CN'] as const)('shows the welcome in %s', async (locale) => {
    const page = await open(locale)
    expect(await bubble(page, greeting[locale]).count()).toBe(1)
    expect(opened?.complaints).toEqual([])
  })

  it('sees its message come back and marks it as sent', async () => {
    const page = await open()
    await say(page, 'The money from a card payment has not arrived')
    await bubble(page, 'Are you the business').waitFor()
    expect(await bubble(page, 'The money from a card payment has not arrived').count()).toBe(1)
    await expect.poll(() => page.getByText(/^Sending/).count()).toBe(0)
    expect(await page.getByText(/Send failed/).count()).toBe(0)
    expect(opened?.complaints).toEqual([])
  })

  it('offers the suggested answers and sends the one that is pressed', async () => {
    const page = await open()
    await say(page, 'The money from a card payment has not arrived')
    await suggested(page, 'The business, waiting to be paid').click()
    await bubble(page, 'The business, waiting to be paid').waitFor()
    await say(page, 'yesterday 15:20, 10,000 yuan, card 6225')
    const verdict = bubble(page, 'expected by Tue 24 Nov, 18:00')
    await verdict.waitFor()
    expect(await verdict.textContent()).toContain('Why')
    expect(opened?.complaints).toEqual([])
  })

  it('sends a picture, which comes back from the server, and the conversation goes on', async () => {
    const page = await open()
    const fetched = page.waitForResponse((response) => response.url().includes('/attachments/'))
    await page.locator('input[type=file]').setInputFiles(await photo(page, 30, 20))
    // Web Chat takes the file in a moment later and marks its clip; what is sent before is nothing.
    await page.locator('.webchat__attachment-icon--checked').waitFor()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    const answer = await fetched
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/jpeg'])
    await bubble(page, 'a colleague can open it').waitFor()
    await say(page, 'The money from a card payment has not arrived')
    await bubble(page, 'Are you the business').waitFor()
    expect(await page.getByText(/Unable to connect|Send failed/).count()).toBe(0)
  })

  it('comes back after a restart with nothing missing and nothing twice', async () => {
    const page = await open()
    await say(page, 'The money from a card payment has not arrived')
    await bubble(page, 'Are you the business').waitFor()
    const resumed = page.waitForResponse(
      (response) => response.url().includes('watermark=') && response.status() === 200,
    )
    await app.restart()
    await resumed
    await suggested(page, 'The business, waiting to be paid').click()
    await say(page, 'yesterday 15:20, 10,000 yuan, card 6225')
    await bubble(page, 'expected by Tue 24 Nov, 18:00').waitFor()
    expect(await bubble(page, greeting.en).count()).toBe(1)
    expect(await bubble(page, 'The money from a card payment has not arrived').count()).toBe(1)
  })
})
