import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import {
  beginTicket,
  callPerson,
  type Faces,
  fileTicket,
  haveDiagnosed,
  openFaces,
  readFacts,
  speak,
  takeOver,
  talks,
} from '../test/support/both-faces.ts'
import { launchChromium } from '../test/support/browser.ts'
import { startConsole } from '../test/support/console-driver.ts'
import { type LiveApp, morning } from '../test/support/live-app.ts'
import { startShop } from '../test/support/shop-site.ts'
import { shopPage } from './shop-page.ts'

/** README pictures stay small enough to load on a phone. */
const mostBytes = 200 * 1024
const folder = join(import.meta.dirname, 'images')

const locales = ['zh', 'en'] as const
const widths = [1280, 360] as const

interface Picture {
  locale: (typeof locales)[number]
  width: (typeof widths)[number]
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const browser = await launchChromium()
  try {
    for (const locale of locales) for (const width of widths) await play(browser, { locale, width })
  } finally {
    await browser.close()
  }
}

/** One talk from the question to the ticket, on a desk of its own, with a picture of each face. */
async function play(browser: Browser, picture: Picture): Promise<void> {
  const app = await startConsole({ WIDGET_ORIGINS: '*' })
  const shop = await startShop(app.url)
  shop.serve('/sales', (_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(shopPage(app.url, talks[picture.locale].locale))
  })
  try {
    await takeBoth(browser, picture, { app, page: `${shop.url}/sales` })
  } finally {
    await shop.stop()
    await app.stop()
  }
}

/** On a wide window the answer and the facts, on a telephone the agent's words and the ticket. */
async function takeBoth(
  browser: Browser,
  { locale, width }: Picture,
  at: { app: LiveApp; page: string },
): Promise<void> {
  const talk = talks[locale]
  const { customer, desk } = await openFaces(browser, { ...at, width, colorScheme: 'light' }, talk)
  const faces: Faces = { customer: customer.page, desk: desk.page }
  // The page tells days by its own clock, which is to be the service's.
  await faces.desk.clock.setFixedTime(morning)
  const isWide = width === 1280
  await haveDiagnosed(faces, talk)
  if (isWide) await take(faces.customer, `customer-${locale}`)
  await callPerson(faces, talk)
  await readFacts(faces, talk)
  await takeOver(faces, talk)
  await faces.desk.locator('.fui-Toast').waitFor({ state: 'detached' })
  if (isWide) await take(faces.desk, `agent-${locale}`)
  else {
    await speak(faces, talk)
    await beginTicket(faces, talk)
    await fileTicket(faces, talk)
    await faces.desk.locator('.fui-Toast').waitFor({ state: 'detached' })
    await take(faces.customer, `customer-phone-${locale}`)
    await take(faces.desk, `agent-phone-${locale}`)
  }
  await customer.close()
  await desk.close()
}

async function take(page: Page, name: string): Promise<void> {
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  const { size } = statSync(path)
  if (size > mostBytes) throw new Error(`${path} has ${size} bytes, more than ${mostBytes}`)
  process.stdout.write(`${path} ${Math.round(size / 1024)} KB\n`)
}

await main()
