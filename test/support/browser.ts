import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The Chromium of this machine: `CHROMIUM_PATH`, or a usual place. */
export function launchChromium(): Promise<Browser> {
  // biome-ignore lint/style/noProcessEnv: where a tool of the tests is, not a setting of the product.
  const executablePath = process.env.CHROMIUM_PATH ?? usualPlaces.find((path) => existsSync(path))
  if (!executablePath) throw new Error('No Chromium found. Set CHROMIUM_PATH.')
  return chromium.launch({ executablePath, args })
}

/** A page in a context of its own, and whatever it complains of. */
export interface WatchedPage {
  page: Page
  /** Script errors, refused requests, styles or connections, policy violations. */
  complaints: string[]
  close(): Promise<void>
}

export async function openWatched(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ timezoneId: 'Asia/Shanghai', ...options })
  context.setDefaultTimeout(40_000)
  const page = await context.newPage()
  const complaints = watch(page)
  await page.goto(url)
  return { page, complaints, close: () => context.close() }
}

/** Collects what the browser itself finds wrong: refusals of the policy come as console errors. */
export function watch(page: Page): string[] {
  const complaints: string[] = []
  page.on(
    'console',
    (line) => line.type() === 'error' && complaints.push(`${line.text()} ${line.location().url}`),
  )
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}
