import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/browser.ts'
import { overflowOf } from '../support/chat-driver.ts'
import {
  brokenRules,
  isExpected,
  newCustomer,
  openConsole,
  startConsole,
} from '../support/console-driver.ts'
import type { LiveApp } from '../support/live-app.ts'

let browser: Browser
let app: LiveApp

beforeAll(async () => {
  browser = await launchChromium()
  app = await startConsole()
})

afterAll(async () => {
  await browser.close()
  await app.stop()
})

const zh = '钱什么时候到？昨天15:20刷了10000元，卡尾号6225'
const en = 'Where is the money? yesterday 15:20, 10,000 yuan, card 6225'

const zhDays = ['11月23日', '', '11月24日', '11月24日', '预计 11月24日']
const enDays = ['23 Nov', '', '24 Nov', '24 Nov', 'due 24 Nov']

it.each([
  { locale: 'zh-CN', width: 360, said: zh, days: zhDays },
  { locale: 'zh-CN', width: 1280, said: zh, days: zhDays },
  { locale: 'en', width: 360, said: en, days: enDays },
  { locale: 'en', width: 1280, said: en, days: enDays },
])('shows an agent the days of the stations, in $locale at $width px', async (talk) => {
  const { locale, width, said, days } = talk
  const customer = await newCustomer(app, { locale })
  await customer.say(said)
  const { page, complaints, close } = await openConsole(browser, app, { locale, width })
  await page.goto(`${app.url}/console/queue/${encodeURIComponent(customer.chat.id)}`)
  const stations = page.locator('.facts-card .journey > li')
  await stations.first().waitFor()
  const shown = await stations.evaluateAll((all) =>
    all.map((each) => each.querySelector('.journey-when')?.textContent ?? ''),
  )
  expect(shown).toEqual(days)
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  const inside = await stations.evaluateAll((all) =>
    all.every((each) => each.scrollWidth <= each.clientWidth),
  )
  expect(inside).toBe(true)
  expect(await brokenRules(page)).toEqual([])
  expect(complaints.filter((line) => !isExpected(line))).toEqual([])
  await close()
})
