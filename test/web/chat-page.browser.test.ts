import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { chatPageTests } from '../support/chat-page.ts'

const chat = chatPageTests()

async function openPage(path: string, options: { width?: number; locale?: string } = {}) {
  const { width = 1280, locale = 'en' } = options
  const page = await chat.open(path, { viewport: { width, height: 760 }, locale })
  await page.locator('.message.bot').first().waitFor()
  return page
}

async function say(page: Page, text: string) {
  await page.locator('#text').fill(text)
  await page.locator('#text').press('Enter')
}

const conversationOf = (page: Page): Promise<string> =>
  page.evaluate(
    () => JSON.parse(localStorage.getItem('daozhang.chat.conversation') ?? '{}').conversationId,
  )

const chinese = {
  locale: 'zh-CN',
  choice: '钱没到账',
  stage: '结算中，未超时',
  expectedBy: '11月24日周二 18:00',
}
const english = {
  locale: 'en',
  choice: 'Money has not arrived',
  stage: 'Settling, on time',
  expectedBy: 'Tue 24 Nov, 18:00',
}

describe.each([
  { ...chinese, width: 360 },
  { ...chinese, width: 1280 },
  { ...english, width: 360 },
  { ...english, width: 1280 },
])('the chat page in $locale at $width px', ({ locale, width, choice, stage, expectedBy }) => {
  it('greets, takes a tapped answer and shows where the money is', async () => {
    const page = await openPage(`/?locale=${locale}`, { width })
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    await page.getByRole('button', { name: choice }).click()
    const card = page.locator('.verdict')
    await card.waitFor()
    expect(await card.locator('.pill').textContent()).toBe(stage)
    expect(await card.locator('.facts .main dd').textContent()).toBe(expectedBy)
    expect(
      await card.locator('.journey > li').evaluateAll((all) => all.map((li) => li.className)),
    ).toEqual(['done', 'current', 'current', 'idle', 'idle'])
    expect(await page.locator('.message.user .bubble').allTextContents()).toEqual([choice])
  })

  it('fits the window, with targets a thumb can hit', async () => {
    const page = await openPage(`/?locale=${locale}`, { width })
    await say(page, 'ticket 工单')
    await page.locator('.card.ticket').waitFor()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    const targets = page.locator('button:visible, a:visible, textarea:visible')
    const sizes = await targets.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => [width, height]),
    )
    expect(sizes.flat().filter((size) => size < 44)).toEqual([])
  })
})

describe('the chat page', () => {
  it.each([
    ['zh-TW', '', 'zh-CN'],
    ['en-GB', '', 'en'],
    ['fr', '', 'zh-CN'],
    ['zh-CN', '?locale=en-US', 'en'],
  ])('speaks, to a browser in %s at "/%s", %s', async (browserLocale, query, expected) => {
    const page = await openPage(`/${query}`, { locale: browserLocale })
    expect(await page.locator('html').getAttribute('lang')).toBe(expected)
  })

  it('marks a message as sent and sends it once', async () => {
    const page = await openPage('/')
    await say(page, 'where is it')
    await page.locator('.message.user .note', { hasText: 'Sent' }).waitFor()
    expect(await page.locator('.message.user').count()).toBe(1)
  })

  it('does not send while an input method composes', async () => {
    const page = await openPage('/')
    await page.locator('#text').fill('dao')
    await page.locator('#text').evaluate((field) => {
      field.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }),
      )
    })
    expect(await page.locator('#text').inputValue()).toBe('dao')
    await page.locator('#text').press('Enter')
    await page.locator('.message.user').waitFor()
    expect(await page.locator('#text').inputValue()).toBe('')
  })

  it('sends what is said before the conversation has begun as soon as it has, and there', async () => {
    const page = await openPage('/')
    const begun = Promise.withResolvers<void>()
    await page.route('**/v3/directline/conversations', async (route) => {
      await begun.promise
      await route.continue()
    })
    await page.evaluate(() => localStorage.clear())
    const [beginning] = await Promise.all([
      page.waitForRequest('**/v3/directline/conversations'),
      page.reload(),
    ])
    await say(page, 'where is it')
    await page.locator('.message.user', { hasText: 'where is it' }).waitFor()
    begun.resolve()
    const answer = await (await beginning.response())?.json()
    await page.locator('.verdict').waitFor()
    expect(await conversationOf(page)).toBe(answer.conversationId)
    expect(await page.getByText('The earlier conversation had ended').count()).toBe(0)
  })

  it('takes the conversation up again after a reload', async () => {
    const page = await openPage('/')
    await say(page, 'where is it')
    await page.locator('.verdict').waitFor()
    const before = await page.locator('.bubble').allTextContents()
    await page.reload()
    await page.locator('.verdict').waitFor()
    expect(await page.locator('.bubble').allTextContents()).toEqual(before)
  })

  it('comes back after a lost socket with nothing missing and nothing twice', async () => {
    const page = await openPage('/')
    const id = await conversationOf(page)
    chat.web().dropSockets()
    chat.web().bot.say(id, { text: 'while away' })
    await page.locator('.bubble', { hasText: 'while away' }).waitFor()
    chat.web().bot.say(id, { text: 'and after' })
    await page.locator('.bubble', { hasText: 'and after' }).waitFor()
    expect(await page.locator('.message').count()).toBe(3)
  })

  it('falls back to polling where sockets do not get through', async () => {
    const page = await chat.open('about:blank', { locale: 'en' })
    await page.addInitScript(() => {
      class Blocked extends EventTarget {
        onclose: (() => void) | undefined
        constructor() {
          super()
          setTimeout(() => this.onclose?.())
        }
        close() {}
      }
      Object.assign(globalThis, { WebSocket: Blocked })
    })
    await page.goto(chat.web().url)
    await page.locator('.message.bot').first().waitFor()
    await page.locator('#status.online').waitFor()
    expect(await page.locator('.message').count()).toBe(1)
  })

  it('says so when a message cannot be sent, and sends it on another try', async () => {
    const page = await openPage('/')
    await page.route('**/activities', (route) => route.fulfill({ status: 400, body: '{}' }))
    await say(page, 'where is it')
    const retry = page.getByRole('button', { name: 'Try again' })
    await retry.waitFor()
    await page.unroute('**/activities')
    await retry.click()
    await page.locator('.verdict').waitFor()
    expect(await page.locator('.message.user').count()).toBe(1)
    chat.expects((line) => line.includes('status of 400'))
  })

  it('shows what customers type as text, never as markup', async () => {
    const page = await openPage('/')
    const attack = '<img src=x onerror="document.title=1"> [x](javascript:alert(1)) <b>b</b>'
    await say(page, attack)
    await page.locator('.message.bot').nth(1).waitFor()
    expect(await page.locator('.bubble').nth(1).textContent()).toBe(attack)
    expect(await page.locator('.bubble img, .bubble b, .bubble a').count()).toBe(0)
  })

  it('shows a ticket, a warning and the place in the queue', async () => {
    const page = await openPage('/')
    await say(page, 'file a ticket')
    await page.locator('.card.ticket', { hasText: 'T20261123-0042' }).waitFor()
    await say(page, 'they want my code')
    await page.locator('.message.warning', { hasText: 'Stop and read' }).waitFor()
    await say(page, 'a person please')
    await page.locator('#banner', { hasText: 'you are number 2' }).waitFor()
  })

  it('shows typing until the bot speaks', async () => {
    const page = await openPage('/')
    const id = await conversationOf(page)
    chat.web().fanOut.typing(id, { type: 'typing', from: { id: 'bot', role: 'bot' } })
    await page.locator('#typing').waitFor({ state: 'visible' })
    chat.web().bot.say(id, { text: 'done' })
    await page.locator('#typing').waitFor({ state: 'hidden' })
  })

  it('begins again when asked to', async () => {
    const page = await openPage('/')
    const first = await conversationOf(page)
    await say(page, 'where is it')
    await page.locator('.verdict').waitFor()
    await page.locator('#restart').click()
    await page.locator('.message.bot').first().waitFor()
    await expect.poll(() => page.locator('.message').count()).toBe(1)
    expect(await conversationOf(page)).not.toBe(first)
  })

  it('says that the conversation has ended when a token handed over is too old', async () => {
    const page = await chat.open('/#token=x.y.z', { locale: 'en' })
    await page.locator('#status.ended').waitFor()
    chat.expects((line) => line.includes('status of 403'))
  })

  it('uses a token handed over by an integrator', async () => {
    const identity = { userId: 'dl_9', trusted: true, merchantId: 'M9' }
    const token = await chat.web().tokens.conversation({ conv: 'handed-over', identity })
    const page = await openPage(`/#token=${token}`)
    expect(await conversationOf(page)).toBe('handed-over')
    expect(await page.locator('#restart').count()).toBe(0)
    expect((await chat.web().bot.store.conversation('handed-over'))?.identity).toEqual({
      ...identity,
      locale: 'en',
    })
  })
})
