import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { pageRoutes } from '../../src/web/page-files.ts'
import { launchChromium, openWatched, type WatchedPage } from './browser.ts'
import { scriptedAnswer } from './scripted-bot.ts'
import { startTestWeb, type TestWeb } from './web.ts'

/**
 * Chromium and the chat page of a scripted bot, for all tests of a file. The page is closed after each
 * test, and nothing but what was expected may have been complained of in it.
 */
export function chatPageTests() {
  let browser: Browser
  let web: TestWeb
  let opened: WatchedPage | undefined
  let isExpected = (_line: string) => false
  beforeAll(async () => {
    browser = await launchChromium()
    web = await startTestWeb({ answer: scriptedAnswer })
    web.server.add(pageRoutes())
  })
  afterEach(async () => {
    await opened?.close()
    const complaints = opened?.complaints.filter((line) => !isExpected(line)) ?? []
    opened = undefined
    isExpected = () => false
    expect(complaints).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    await web.stop()
  })
  return {
    web: () => web,
    /** Complaints that this test brings about itself. */
    expects(rule: (line: string) => boolean): void {
      isExpected = rule
    },
    /** A page at an address of the chat, or at another. */
    async open(address: string, options: BrowserContextOptions): Promise<Page> {
      opened = await openWatched(browser, new URL(address, web.url).href, options)
      return opened.page
    },
  }
}
