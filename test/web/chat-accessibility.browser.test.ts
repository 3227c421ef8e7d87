import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium, openWatched, type WatchedPage } from '../support/browser.ts'
import { overflowOf, say } from '../support/chat-driver.ts'
import { type LiveApp, startLiveApp } from '../support/live-app.ts'
import { lowContrast } from '../support/low-contrast.ts'

let browser: Browser
let app: LiveApp
let opened: WatchedPage | undefined

beforeAll(async () => {
  browser = await launchChromium()
  app = await startLiveApp()
})

afterEach(async () => {
  await opened?.close()
  expect(opened?.complaints ?? []).toEqual([])
  opened = undefined
})

afterAll(async () => {
  await browser.close()
  await app.stop()
})

type Scheme = 'light' | 'dark'

/** A conversation with every kind of bubble and card in it, and answers to tap. */
async function openFull(locale: string, colorScheme: Scheme, width = 360): Promise<Page> {
  const viewport = { width, height: 740 }
  opened = await openWatched(browser, `${app.url}/?locale=${locale}`, { viewport, colorScheme })
  const { page } = opened
  await page.locator('.message.bot').first().waitFor()
  await say(page, 'I took 4,200 yuan 12 days ago, card 3391, I am a merchant, no money')
  await page.locator('.card.ticket').waitFor()
  await say(page, 'my card number is 4111 1111 1111 1111')
  await page.locator('.hidden-note').waitFor()
  await say(page, 'Someone asks me for the verification code to release the payout')
  await page.locator('.message.warning').waitFor()
  await page.locator('#banner:not([hidden])').waitFor()
  return page
}

async function openChoices(locale: string, width = 360): Promise<Page> {
  const viewport = { width, height: 740 }
  opened = await openWatched(browser, `${app.url}/?locale=${locale}`, { viewport })
  const { page } = opened
  await page.locator('.message.bot').first().waitFor()
  await say(
    page,
    locale === 'en' ? 'The money from a card payment has not arrived' : '刷卡的钱没到账',
  )
  await page.locator('.chip').first().waitFor()
  return page
}

describe.each(['zh-CN', 'en'])('the chat page in %s', (locale) => {
  it.each<Scheme>(['light', 'dark'])('is readable in the %s scheme', async (scheme) => {
    const page = await openFull(locale, scheme)
    expect(await lowContrast(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })

  it('gives everything that is pressed a name and room for a thumb', async () => {
    const page = await openChoices(locale)
    const pressed = page.locator('button:visible, a:visible, textarea:visible')
    const found = await pressed.evaluateAll((all) =>
      all.map((one) => {
        const { width, height } = one.getBoundingClientRect()
        const name = one.getAttribute('aria-label') ?? one.textContent?.trim() ?? ''
        return { name, isLarge: width >= 44 && height >= 44 }
      }),
    )
    expect(found.length).toBeGreaterThanOrEqual(6)
    expect(found.filter(({ name, isLarge }) => name === '' || !isLarge)).toEqual([])
  })

  it('tells a screen reader what is what', async () => {
    const page = await openFull(locale, 'light')
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    expect(await page.getByRole('log').getAttribute('aria-live')).toBe('polite')
    expect(await page.getByRole('log').getAttribute('aria-label')).not.toBe('')
    expect(await page.getByRole('textbox').getAttribute('aria-label')).not.toBe('')
    const way = page.locator('.journey > li')
    expect(await way.first().textContent()).toMatch(/已完成|done/)
    expect(await page.locator('[aria-current=step]').count()).toBeGreaterThan(0)
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    expect(await page.locator('img:not([alt])').count()).toBe(0)
  })
})

describe('the keyboard', () => {
  it('reaches everything in the order of the page, and shows where it is', async () => {
    const page = await openChoices('en')
    await page.locator('#language').focus()
    const stops = [await page.evaluate(describeFocus)]
    for (let count = 1; count < 8; count += 1) {
      await page.keyboard.press('Tab')
      stops.push(await page.evaluate(describeFocus))
    }
    expect(stops).toEqual([
      'language ring',
      'restart ring',
      'log ring',
      'chip ring',
      'chip ring',
      'attach ring',
      'text ring',
      'send ring',
    ])
  })

  it('goes on from the field after a suggested answer', async () => {
    const page = await openChoices('en')
    await page.locator('.chip').first().press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('text')
  })

  it('starts a new line with Shift and Enter', async () => {
    const page = await openChoices('en')
    await page.locator('#text').fill('one')
    await page.locator('#text').press('Shift+Enter')
    await page.keyboard.type('two')
    expect(await page.locator('#text').inputValue()).toBe('one\ntwo')
  })

  it('keeps still for those who asked for less motion', async () => {
    const page = await openChoices('en')
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const animation = await page
      .locator('#typing span')
      .first()
      .evaluate((dot) => getComputedStyle(dot).animationName)
    expect(animation).toBe('none')
  })
})

/** Runs in the page. The field shows its focus on the box around it. */
function describeFocus(): string {
  const focused = document.activeElement
  if (!focused) return ''
  const outline = getComputedStyle(focused)
  const composer = document.getElementById('composer')
  const border = composer ? getComputedStyle(composer).borderTopColor : ''
  const isRinged = outline.outlineStyle !== 'none' || border === 'rgb(11, 95, 82)'
  return `${focused.id || focused.className} ${isRinged ? 'ring' : 'no ring'}`
}
