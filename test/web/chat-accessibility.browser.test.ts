import axe from 'axe-core'
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
  await say(page, 'the CVV is 123')
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
    // New words are told by a line of their own.
    expect(await page.getByRole('log').getAttribute('aria-live')).toBe('off')
    expect(await page.locator('#spoken').getAttribute('role')).toBe('status')
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

describe.each<Scheme>(['light', 'dark'])('axe, with WCAG 2.2 AA, in the %s scheme', (scheme) => {
  it('finds nothing in a conversation with everything in it', async () => {
    expect(await axeFinds(await openFull('zh-CN', scheme))).toEqual([])
  })
})

describe('axe, with WCAG 2.2 AA', () => {
  it('finds nothing while the customer is asked to choose', async () => {
    expect(await axeFinds(await openChoices('en'))).toEqual([])
  })

  it('finds nothing while a number is held back', async () => {
    const page = await openChoices('en')
    await say(page, 'card 4111 1111 1111 1111')
    await page.getByRole('alertdialog').waitFor()
    expect(await axeFinds(page)).toEqual([])
  })
})

/** What axe objects to. The policy of the page lets the tool in only through its console. */
async function axeFinds(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (globalThis as typeof globalThis & { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

describe('the screen reader', () => {
  it('is told the new words of the other side, and nothing twice', async () => {
    const page = await openChoices('en')
    const spoken = page.locator('#spoken')
    expect(await spoken.textContent()).toMatch(/\?$/)
    const before = await spoken.textContent()
    await page.locator('#text').fill('my own words')
    expect(await spoken.textContent()).toBe(before)
    await page.reload()
    await page.locator('.message.bot').nth(1).waitFor()
    expect(await spoken.textContent()).toBe('')
  })
})

describe('at 200 % and on a small screen', () => {
  it('keeps the last words in sight of the answers to them', async () => {
    const page = await openChoices('zh-CN', 400)
    const last = await page.locator('.message.bot .bubble').last().boundingBox()
    const chips = await page.locator('#chips').boundingBox()
    const log = await page.locator('#log').boundingBox()
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(chips?.y ?? 0)
    expect(last?.y ?? 0).toBeGreaterThanOrEqual(log?.y ?? 0)
    expect((chips?.y ?? 0) + (chips?.height ?? 0)).toBeLessThanOrEqual(
      (log?.y ?? 0) + (log?.height ?? 0),
    )
  })

  it('still shows the field and what was said on half of a window', async () => {
    const page = await openChoices('en', 640)
    await page.setViewportSize({ width: 640, height: 400 })
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect((await page.locator('#log').boundingBox())?.height).toBeGreaterThan(100)
    await page.locator('#text').fill('still here')
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
    await expect
      .poll(() =>
        page.evaluate(() => document.querySelector('daozhang-chat')?.shadowRoot?.activeElement?.id),
      )
      .toBe('text')
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
  const root = document.querySelector('daozhang-chat')?.shadowRoot
  const focused = root?.activeElement
  if (!focused) return ''
  const outline = getComputedStyle(focused)
  const composer = root?.getElementById('composer')
  const border = composer ? getComputedStyle(composer).borderTopColor : ''
  const isRinged = outline.outlineStyle !== 'none' || border === 'rgb(11, 95, 82)'
  return `${focused.id || focused.className} ${isRinged ? 'ring' : 'no ring'}`
}
