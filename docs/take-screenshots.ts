import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium, openWatched } from '../test/support/browser.ts'
import { say } from '../test/support/chat-driver.ts'
import { startLiveApp } from '../test/support/live-app.ts'

/** README pictures stay small enough to load on a phone. */
const mostBytes = 200 * 1024
const folder = join(import.meta.dirname, 'images')

interface Picture {
  name: string
  locale: 'zh-CN' | 'en'
  viewport: { width: number; height: number }
  colorScheme: 'light' | 'dark'
  scale: number
  sayings: readonly string[]
  /** What shows that the last answer is there. */
  end: string
}

const desktop = { viewport: { width: 1280, height: 900 }, scale: 1 }

const pictures: readonly Picture[] = [
  {
    ...desktop,
    name: 'chat-zh',
    locale: 'zh-CN',
    colorScheme: 'light',
    sayings: ['刷卡的钱没到账', '商户，等结算款', '昨天下午3点20刷了10000块，尾号6225'],
    end: '.verdict',
  },
  {
    ...desktop,
    // The ticket stands below the verdict.
    viewport: { width: 1280, height: 960 },
    name: 'chat-en',
    locale: 'en',
    colorScheme: 'light',
    sayings: ['I am a merchant. 12 days ago I took 4,200 yuan, card 3391, the money is not here'],
    end: '.card.ticket',
  },
  {
    name: 'chat-phone',
    locale: 'zh-CN',
    viewport: { width: 360, height: 780 },
    scale: 2,
    colorScheme: 'dark',
    sayings: ['我是商户，昨天下午3点20刷了10000块，尾号6225，钱没到账'],
    end: '.verdict',
  },
]

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const app = await startLiveApp()
  const browser = await launchChromium()
  try {
    for (const picture of pictures) await take(picture, app.url, browser)
  } finally {
    await browser.close()
    await app.stop()
  }
}

async function take(picture: Picture, url: string, browser: Browser): Promise<void> {
  const { name, locale, viewport, colorScheme, scale } = picture
  const { page, close } = await openWatched(browser, `${url}/?locale=${locale}`, {
    viewport,
    colorScheme,
    locale,
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
  })
  await answered(page, 0)
  for (const saying of picture.sayings) await talk(page, saying)
  await page.locator(picture.end).waitFor()
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  await close()
  const { size } = statSync(path)
  if (size > mostBytes) throw new Error(`${path} has ${size} bytes, more than ${mostBytes}`)
  process.stdout.write(`${path} ${Math.round(size / 1024)} KB\n`)
}

/** Says it, by the suggested answer of that name if there is one, and waits for the answer. */
async function talk(page: Page, saying: string): Promise<void> {
  const before = await page.locator('.message.bot').count()
  const chip = page.getByRole('button', { name: saying, exact: true })
  if ((await chip.count()) > 0) await chip.click()
  else await say(page, saying)
  await answered(page, before)
}

async function answered(page: Page, before: number): Promise<void> {
  await page.locator('.message.bot').nth(before).waitFor()
  await page.locator('#typing').waitFor({ state: 'hidden' })
}

await main()
