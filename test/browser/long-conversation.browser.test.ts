import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/browser.ts'
import { isExpected, newCustomer, openConsole, startConsole } from '../support/console-driver.ts'
import type { LiveApp } from '../support/live-app.ts'

const lines = 230

let browser: Browser
let app: LiveApp
let talk: Awaited<ReturnType<typeof newCustomer>>

beforeAll(async () => {
  browser = await launchChromium()
  app = await startConsole()
  talk = await newCustomer(app, { name: 'Long Talker' })
  await talk.say('I want a person')
  const { id } = talk.chat
  await app.agent(id, 'claim', { agent: 'Chen' })
  for (let n = 1; n <= lines; n += 1) await app.agent(id, 'message', { text: `line ${n}.` })
})

afterAll(async () => {
  await browser.close()
  await app.stop()
})

const textsOf = (page: Page) => page.locator('.messages li').allInnerTexts()

it.each([
  ['en', /earlier$/, 'Further back'],
  ['zh-CN', /^显示之前/, '再往前'],
])(
  'opens a long conversation at its end and reads back to its beginning, in %s',
  async (locale, earlier, furtherBack) => {
    const { page, complaints, close } = await openConsole(browser, app, { login: 'lead', locale })
    await page.goto(`${app.url}/console/queue/${encodeURIComponent(talk.chat.id)}`)
    const newest = page.locator('.messages', { hasText: `line ${lines}.` })
    await newest.waitFor()
    expect((await textsOf(page)).join('\n')).not.toContain('I want a person')

    await page.getByRole('button', { name: earlier }).click()
    await page.locator('.messages', { hasText: 'line 100.' }).waitFor()
    expect((await textsOf(page)).join('\n')).not.toContain('I want a person')

    await page.getByRole('button', { name: furtherBack }).click()
    await page.locator('.messages', { hasText: 'I want a person' }).waitFor()
    const numbers = (await textsOf(page)).flatMap((text) => /line (\d+)\./.exec(text)?.[1] ?? [])
    expect(numbers.map(Number)).toEqual(Array.from({ length: lines }, (_, index) => index + 1))
    expect(await page.getByRole('button', { name: furtherBack }).count()).toBe(0)
    expect(await page.locator('.to-news').count()).toBe(0)
    expect(complaints.filter((line) => !isExpected(line))).toEqual([])
    await close()
  },
)
