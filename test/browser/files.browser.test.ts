import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  callPerson,
  type Faces,
  haveDiagnosed,
  openFaces,
  readFacts,
  takeOver,
  talks,
} from '../support/both-faces.ts'
import { launchChromium, type WatchedPage } from '../support/browser.ts'
import { overflowOf } from '../support/chat-driver.ts'
import { brokenRules, isExpected, startConsole } from '../support/console-driver.ts'
import type { LiveApp } from '../support/live-app.ts'
import { drawnWidth, type GivenFile, photo } from '../support/pictures.ts'
import { type ShopSite, startShop } from '../support/shop-site.ts'

const shots = 'data/face-shots'

const words = {
  en: {
    open: 'Open the file 小票.jpg',
    remove: 'Delete for good',
    gone: 'File: 小票.jpg (deleted)',
    named: 'File: 小票.jpg',
    save: 'Save',
    keep: 'Keep it',
    sure: 'Nobody can open it again',
  },
  'zh-CN': {
    open: '打开文件 小票.jpg',
    remove: '彻底删除',
    gone: '文件：小票.jpg（已删除）',
    named: '文件：小票.jpg',
    save: '保存',
    keep: '不删',
    sure: '谁也打不开',
  },
}

let browser: Browser
let app: LiveApp
let shop: ShopSite
let opened: WatchedPage[] = []

beforeAll(async () => {
  mkdirSync(shots, { recursive: true })
  browser = await launchChromium()
  app = await startConsole({ WIDGET_ORIGINS: '*' })
  shop = await startShop(app.url)
})

afterEach(async () => {
  const complaints = opened.flatMap((each) => each.complaints)
  for (const each of opened) await each.close()
  opened = []
  // What was deleted is asked for once more by the customer's chat.
  const isOurs = (line: string) => !isExpected(line) && !line.includes('/attachments/')
  expect(complaints.filter(isOurs)).toEqual([])
})

afterAll(async () => {
  await browser.close()
  await shop.stop()
  await app.stop()
})

const damaged: GivenFile = {
  name: '小票.jpg',
  mimeType: 'image/png',
  buffer: Buffer.from('\x89PNG\r\n\x1A\nnothing more', 'latin1'),
}
const statement: GivenFile = {
  name: '小票.jpg',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4 statement'),
}

async function sendFile({ customer }: Faces, file: GivenFile): Promise<void> {
  await customer.locator('#file').setInputFiles(file)
  await customer.locator('#send-file').click()
}

describe.each([
  { talk: talks.en, width: 1280, colorScheme: 'light' as const },
  { talk: talks.zh, width: 360, colorScheme: 'dark' as const },
])('a picture between both in $talk.locale at $width px', ({ talk, width, colorScheme }) => {
  const said = words[talk.locale]

  it('is sent, opened at the desk with a click, deleted, and gone on both sides', async () => {
    const tag = `<script src="${app.url}/widget.js" data-locale="${talk.locale}" async></script>`
    const place = { app, page: shop.pageWith(tag), width, colorScheme }
    const pages = await openFaces(browser, place, talk)
    opened = Object.values(pages)
    const faces = { customer: pages.customer.page, desk: pages.desk.page }
    const { customer, desk } = faces
    await haveDiagnosed(faces, talk)
    await callPerson(faces, talk)
    await readFacts(faces, talk)
    await takeOver(faces, talk)
    await sendFile(faces, await photo(customer, 640, 480))
    await expect.poll(() => drawnWidth(customer, '.message.user .picture')).toBe(640)

    const open = desk.locator('.message.customer').getByRole('button', { name: said.open })
    await open.click()
    const dialog = desk.getByRole('dialog')
    await expect.poll(() => drawnWidth(desk, '.file-dialog img')).toBe(640)
    expect(await brokenRules(desk)).toEqual([])
    for (const [face, page] of Object.entries(faces)) {
      const path = `${shots}/file-${talk.locale}-${width}-${face}.png`
      await page.screenshot({ path, animations: 'disabled' })
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    }

    const saved = desk.waitForEvent('download')
    await dialog.getByRole('button', { name: said.save, exact: true }).click()
    expect((await saved).suggestedFilename()).toBe('小票.jpg')
    await dialog.getByRole('button', { name: said.remove }).click()
    await dialog.getByText(said.sure).waitFor()
    await dialog.getByRole('button', { name: said.keep }).click()
    await dialog.getByRole('button', { name: said.remove }).click()
    await dialog.getByRole('button', { name: said.remove }).click()
    await desk.locator('.message.customer', { hasText: said.gone }).waitFor()

    await customer.reload()
    await customer.locator('#launcher').click()
    await customer.locator('.message.user .file', { hasText: said.named }).waitFor()
  })
})

describe('a file at the desk', () => {
  it.each([
    ['damaged', damaged, 'This file cannot be shown.'],
    ['no picture', statement, 'Save this file to open it.'],
  ])('that is %s is told so instead of shown', async (_how, file, told) => {
    const tag = `<script src="${app.url}/widget.js" data-locale="en" async></script>`
    const place = { app, page: shop.pageWith(tag), width: 1280, colorScheme: 'light' } as const
    const pages = await openFaces(browser, place, talks.en)
    opened = Object.values(pages)
    const faces = { customer: pages.customer.page, desk: pages.desk.page }
    await haveDiagnosed(faces, talks.en)
    await callPerson(faces, talks.en)
    await readFacts(faces, talks.en)
    await takeOver(faces, talks.en)
    await sendFile(faces, file)
    const button = faces.desk.locator('.panel').getByRole('button', { name: words.en.open })
    await button.click()
    await faces.desk.getByRole('dialog').getByText(told).waitFor()
    await faces.desk.keyboard.press('Escape')
    await faces.desk.locator('.panel button:focus', { hasText: '小票.jpg' }).waitFor()
  })
})
