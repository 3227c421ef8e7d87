import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { conversationOf, overflowOf } from '../support/chat-driver.ts'
import { chatPageTests } from '../support/chat-page.ts'
import { brokenRules } from '../support/console-driver.ts'
import { drawnWidth, photo, withCameraNotes } from '../support/pictures.ts'

const shots = 'data/chat-shots'

const chat = chatPageTests()

beforeAll(() => mkdirSync(shots, { recursive: true }))

async function openPage({ locale = 'en', width = 1280 } = {}): Promise<Page> {
  const viewport = { width, height: 740 }
  const page = await chat.open(`/?locale=${locale}`, { viewport, locale })
  await page.locator('.message.bot').first().waitFor()
  await page.locator('#attach').waitFor()
  return page
}

const filesOf = async (page: Page) => chat.web().bot.store.filesOf(await conversationOf(page))

/** The bytes that the server keeps of the only file. */
async function keptBytes(page: Page): Promise<Buffer> {
  const [file] = await filesOf(page)
  const kept = await chat.web().bot.store.file(file?.id ?? '')
  return kept?.bytes ?? Buffer.alloc(0)
}

describe.each([
  { locale: 'zh-CN', width: 360, why: '请先遮住', send: '发送' },
  { locale: 'en', width: 1280, why: 'Please cover it first', send: 'Send' },
])('a picture in the chat in $locale at $width px', ({ locale, width, why, send }) => {
  it('is shown to its sender with a warning before it goes, and stands in the talk after', async () => {
    const page = await openPage({ locale, width })
    await page.locator('#file').setInputFiles(await photo(page, 900, 1400))
    const ask = page.getByRole('alertdialog')
    await ask.getByText(why).waitFor()
    // Drawn smaller, and seen there: 800 at the longer side, of 900 by 1400.
    const shown = page.locator('.ask-file canvas')
    await expect.poll(() => shown.getAttribute('width')).toBe('514')
    expect(await brokenRules(page)).toEqual([])
    await page.screenshot({ path: `${shots}/file-ask-${locale}-${width}.png` })
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect(await filesOf(page)).toEqual([])
    await ask.getByRole('button', { name: send, exact: true }).click()
    await expect.poll(() => drawnWidth(page, '.message.user .picture')).toBe(900)
    await page.screenshot({ path: `${shots}/file-sent-${locale}-${width}.png` })
    await page.reload()
    await expect.poll(() => drawnWidth(page, '.message.user .picture')).toBe(900)
  })
})

describe('a file in the chat', () => {
  it('stays where it is when its sender thinks better of it, by key or by button', async () => {
    const page = await openPage()
    const file = await photo(page, 40, 40)
    await page.locator('#file').setInputFiles(file)
    await page.locator('#send-file:focus').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    await page.locator('#attach:focus').waitFor()
    await page.locator('#file').setInputFiles(file)
    await page.getByRole('button', { name: 'Do not send' }).click()
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    expect(await filesOf(page)).toEqual([])
  })

  it('goes no wider than can be read, and without what the camera noted', async () => {
    const page = await openPage()
    const taken = withCameraNotes(await photo(page, 4000, 3000), 'GPS 31.2304 N 121.4737 E')
    await page.locator('#file').setInputFiles(taken)
    await page.locator('#send-file').click()
    await expect.poll(() => drawnWidth(page, '.message.user .picture')).toBe(2000)
    const bytes = await keptBytes(page)
    expect(taken.buffer.includes('GPS 31.2304')).toBe(true)
    expect(bytes.includes('GPS')).toBe(false)
  })

  it('that is a PDF goes as it is, and stands there by its name', async () => {
    const page = await openPage()
    const buffer = Buffer.from('%PDF-1.4 statement')
    await page
      .locator('#file')
      .setInputFiles({ name: 'statement.pdf', mimeType: 'application/pdf', buffer })
    await page.locator('#send-file').click()
    await page.locator('.message.user .file', { hasText: 'File: statement.pdf' }).waitFor()
    expect(await keptBytes(page)).toEqual(buffer)
  })

  it.each([
    ['too large', 'application/pdf', 4 * 1024 * 1024],
    ['of another kind', 'text/plain', 10],
  ])('that is %s is not sent, and the sender hears what is taken', async (_how, mimeType, size) => {
    const page = await openPage()
    await page.locator('#file').setInputFiles({ name: 'a', mimeType, buffer: Buffer.alloc(size) })
    const ask = page.getByRole('alertdialog')
    await ask.getByText('A picture or PDF up to 4 MB works.').waitFor()
    expect(await page.locator('#send-file').count()).toBe(0)
    await ask.getByRole('button', { name: 'Do not send' }).click()
    expect(await filesOf(page)).toEqual([])
  })

  it('that only looks like a picture is not kept, and the talk says so', async () => {
    const page = await openPage()
    const buffer = Buffer.from('not a picture')
    await page.locator('#file').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer })
    await page.locator('#send-file').click()
    await page.locator('.message.user .file', { hasText: 'File: a.png (not kept)' }).waitFor()
    await page.locator('#attach').waitFor()
  })

  it('is sent again as the file it is when the connection was away', async () => {
    const page = await openPage()
    chat.expects((line) => line.includes('Failed to load resource'))
    let isAway = true
    await page.route('**/upload', (route) => (isAway ? route.abort() : route.continue()))
    await page.locator('#file').setInputFiles(await photo(page, 50, 50))
    await page.locator('#send-file').click()
    const again = page.locator('.message.user').getByRole('button', { name: 'Try again' })
    await again.waitFor()
    isAway = false
    await again.click()
    await expect.poll(() => drawnWidth(page, '.message.user .picture')).toBe(50)
    expect(await page.locator('.message.user').count()).toBe(1)
    expect(await filesOf(page)).toHaveLength(1)
  })

  it('that was deleted meanwhile is told by its name', async () => {
    const page = await openPage()
    chat.expects((line) => line.includes('404'))
    await page.route('**/attachments/*', (route) => route.fulfill({ status: 404, body: '{}' }))
    await page.locator('#file').setInputFiles(await photo(page, 50, 50))
    await page.locator('#send-file').click()
    await page.locator('.message.user .file', { hasText: 'File: 小票.jpg' }).waitFor()
  })
})
