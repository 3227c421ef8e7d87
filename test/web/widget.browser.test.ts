import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pageRoutes } from '../../src/web/page-files.ts'
import { launchChromium, watch } from '../support/browser.ts'
import { scriptedAnswer } from '../support/scripted-bot.ts'
import { type ShopSite, startShop } from '../support/shop-site.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

let browser: Browser
let web: TestWeb
let shop: ShopSite
let context: BrowserContext
let complaints: string[] = []
/** Complaints a test brings about itself. */
let isExpected = (_line: string) => false

beforeAll(async () => {
  browser = await launchChromium()
  web = await startTestWeb({ answer: scriptedAnswer, widgetOrigins: ['*'] })
  web.server.add(pageRoutes())
  shop = await startShop(web.url)
})

beforeEach(async () => {
  context = await browser.newContext({ locale: 'en', timezoneId: 'Asia/Shanghai' })
  context.setDefaultTimeout(20_000)
})

afterEach(async () => {
  await context.close()
  const found = complaints.filter((line) => !isExpected(line))
  complaints = []
  isExpected = () => false
  expect(found).toEqual([])
})

afterAll(async () => {
  await browser.close()
  await shop.stop()
  await web.stop()
})

const tag = (attributes = '') =>
  `<script src="${web.url}/widget.js" data-locale="en" ${attributes} async></script>`

async function goTo(address: string): Promise<Page> {
  const page = await context.newPage()
  complaints = watch(page)
  await page.goto(address)
  return page
}

const open = (attributes = 'data-open'): Promise<Page> => goTo(shop.pageWith(tag(attributes)))

async function say(page: Page, text: string): Promise<void> {
  await page.locator('#text').fill(text)
  await page.locator('#text').press('Enter')
}

const conversationOf = (page: Page, name = 'chat'): Promise<string> =>
  page.evaluate(
    (key) => JSON.parse(localStorage.getItem(key) ?? '{}').conversationId,
    `daozhang.${name}.conversation`,
  )

const saidBy = (page: Page): Promise<string[]> =>
  page.locator('.message.user .bubble').allTextContents()

const greeting = (page: Page) => page.locator('.message.bot', { hasText: 'Hello' }).first()

describe('the widget on somebody’s page', () => {
  it('is a button that begins nothing until it is pressed', async () => {
    const asked: string[] = []
    const page = await context.newPage()
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(shop.pageWith(tag('data-title="Ask us" data-position="left"')))
    await page.locator('#launcher').waitFor()
    expect(asked.filter((path) => path.startsWith('/v3'))).toEqual([])
    await page.locator('#launcher').click()
    await greeting(page).waitFor()
    expect(await page.getByRole('dialog', { name: 'Ask us' }).count()).toBe(1)
    expect((await page.getByRole('dialog').boundingBox())?.x).toBeLessThan(40)
  })

  it('does all it can under the strictest policy, from another origin', async () => {
    const page = await open()
    await greeting(page).waitFor()
    await page.getByRole('button', { name: 'Money has not arrived' }).click()
    await page.locator('.verdict .journey').waitFor()
    await say(page, 'form')
    await page.locator('.adaptive input').fill('M-7')
    const posted = page.waitForRequest((request) => request.postData()?.includes('"act"') ?? false)
    await page.getByRole('button', { name: 'Take it' }).click()
    expect((await posted).postDataJSON().value).toEqual({ act: 'take', shop: 'M-7' })
    expect(await page.locator('.adaptive strong').textContent()).toBe('Your shop')
    expect(await page.locator('.adaptive img').count()).toBe(0)
    expect(await page.title()).toBe('Shop')
    expect(await page.evaluate(() => document.querySelectorAll('style, [style]').length)).toBe(0)
  })

  it('keeps two chats of one page apart', async () => {
    const page = await goTo(
      shop.pageWith(tag('data-open data-name="one"') + tag('data-open data-name="two"')),
    )
    const [one, two] = ['one', 'two'].map((name) =>
      page.locator(`daozhang-chat[data-name=${name}]`),
    )
    await one?.locator('.message.bot').first().waitFor()
    await two?.locator('.message.bot').first().waitFor()
    await one?.locator('#text').fill('only here')
    await one?.locator('#text').press('Enter')
    await one?.locator('.message.user .note', { hasText: 'Sent' }).waitFor()
    expect(await two?.locator('.message.user').count()).toBe(0)
    expect(await conversationOf(page, 'one')).not.toBe(await conversationOf(page, 'two'))
  })

  it('is opened, closed and listened to by the page', async () => {
    const page = await open('')
    await page.locator('#launcher').waitFor()
    await page.evaluate(() => {
      const heard: unknown[] = []
      const api = Reflect.get(window, 'Daozhang')
      Object.assign(window, { heard })
      for (const event of ['open', 'close', 'message', 'handoff'])
        api.on(event, (detail: unknown) => heard.push([event, detail]))
      api.open()
    })
    await greeting(page).waitFor()
    await say(page, 'queue')
    await page.locator('#banner:not([hidden])').waitFor()
    await page.evaluate(() => Reflect.get(window, 'Daozhang').close())
    await page.locator('#launcher').waitFor()
    const heard = await page.evaluate(() => Reflect.get(window, 'heard'))
    expect(heard.map(([event]: [string]) => event)).toEqual(['open', 'message', 'handoff', 'close'])
    expect(heard[2]).toEqual(['handoff', { state: 'queued' }])
  })

  it('counts on its button what was said while it was closed', async () => {
    const page = await open()
    await greeting(page).waitFor()
    await page.locator('#text').press('Escape')
    web.bot.say(await conversationOf(page), { text: 'one more thing' })
    await page.getByRole('button', { name: 'Open the chat, 1 new' }).click()
    await page.locator('.bubble', { hasText: 'one more thing' }).waitFor()
  })

  it('says so where its origin may not start a chat', async () => {
    const closed = await startTestWeb({ answer: scriptedAnswer })
    closed.server.add(pageRoutes())
    const strangers = await startShop(closed.url)
    const source = `<script src="${closed.url}/widget.js" data-locale="en" data-open async></script>`
    const page = await goTo(strangers.pageWith(source))
    const status = page.locator('#status.refused')
    await status.waitFor()
    // All of it can be read.
    expect(await status.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0)
    isExpected = (line) => line.includes('status of 403')
    await strangers.stop()
    await closed.stop()
  })
})

describe('the floating chat and the keyboard', () => {
  const focused = (page: Page) =>
    page.evaluate(() => document.querySelector('daozhang-chat')?.shadowRoot?.activeElement?.id)

  it('takes the focus when opened, closes with Esc and gives it back to the button', async () => {
    const page = await open('')
    await page.locator('#launcher').focus()
    await page.keyboard.press('Enter')
    await greeting(page).waitFor()
    expect(await focused(page)).toBe('text')
    expect(await page.getByRole('dialog').getAttribute('aria-modal')).toBeNull()
    await page.keyboard.press('Escape')
    await page.locator('#launcher').waitFor()
    expect(await focused(page)).toBe('launcher')
  })

  it('fills a telephone, and its button is large enough for a thumb', async () => {
    const page = await open('')
    await page.setViewportSize({ width: 360, height: 740 })
    const button = await page.locator('#launcher').boundingBox()
    expect(Math.min(button?.width ?? 0, button?.height ?? 0)).toBeGreaterThanOrEqual(44)
    await page.locator('#launcher').click()
    await greeting(page).waitFor()
    const whole = { x: 0, y: 0, width: 360, height: 740 }
    // It rises to its place.
    await expect.poll(() => page.getByRole('dialog').boundingBox()).toEqual(whole)
    const targets = page.locator('daozhang-chat :is(button, a, textarea):visible')
    const sizes = await targets.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => [width, height]),
    )
    expect(sizes.flat().filter((size) => size < 44)).toEqual([])
  })
})

describe('a signed-in customer on somebody’s page', () => {
  /** The shop's back end: who is signed in is told by its own cookie. */
  function signedIn(): void {
    shop.serve('/chat-token', (request, response) => {
      const userId = /who=(\w+)/.exec(request.headers.cookie ?? '')?.[1]
      if (request.method !== 'POST' || !userId) return void response.writeHead(401).end('{}')
      const identity = { userId: `dl_${userId}`, trusted: true, merchantId: userId }
      web.tokens
        .conversation({ conv: crypto.randomUUID(), identity, origins: [shop.url] })
        .then((token) => response.end(JSON.stringify({ token })))
    })
  }

  const signIn = (who: string) => context.addCookies([{ name: 'who', value: who, url: shop.url }])

  it('talks under the identity their back end vouches for, also after a reload', async () => {
    signedIn()
    await signIn('M1')
    const page = await open('data-open data-token-url="/chat-token"')
    await greeting(page).waitFor()
    await say(page, 'where is it')
    await page.locator('.verdict').waitFor()
    const id = await conversationOf(page)
    expect((await web.bot.store.conversation(id))?.identity.merchantId).toBe('M1')
    await page.reload()
    await page.locator('.verdict').waitFor()
    expect(await conversationOf(page)).toBe(id)
  })

  it('never shows one person what another said in the same browser', async () => {
    signedIn()
    await signIn('M1')
    const page = await open('data-open data-token-url="/chat-token"')
    await greeting(page).waitFor()
    await say(page, 'mine alone')
    await page.locator('.verdict').waitFor()
    const id = await conversationOf(page)
    await signIn('M2')
    await page.reload()
    await greeting(page).waitFor()
    expect(await conversationOf(page)).not.toBe(id)
    expect(await page.getByText('mine alone').count()).toBe(0)
  })

  it('never says as one person what another meant to say in the same browser', async () => {
    signedIn()
    await signIn('M1')
    const page = await open('data-open data-token-url="/chat-token"')
    await greeting(page).waitFor()
    await page.route('**/activities', (route) => route.abort())
    await say(page, 'waits for the connection')
    await page.locator('.message.user').waitFor()
    await page.unroute('**/activities')
    await signIn('M2')
    await page.reload()
    await greeting(page).waitFor()
    await say(page, 'mine')
    await page.locator('.verdict').first().waitFor()
    expect(await saidBy(page)).toEqual(['mine'])
    isExpected = (line) => line.includes('net::ERR_FAILED')
  })

  it('changes the person when the page hands over another token', async () => {
    const page = await open('data-open')
    await greeting(page).waitFor()
    await say(page, 'as nobody')
    await page.locator('.verdict').waitFor()
    const identity = { userId: 'dl_7', trusted: true, merchantId: 'M7' }
    const token = await web.tokens.conversation({ conv: 'given-later', identity })
    await page.evaluate((given) => Reflect.get(window, 'Daozhang').setToken(given), token)
    await expect.poll(() => conversationOf(page)).toBe('given-later')
    await greeting(page).waitFor()
    expect(await page.locator('.message.user').count()).toBe(0)
  })
})

describe('what is typed without a connection', () => {
  it('waits in sight and is sent once, in order, when the connection is back', async () => {
    const page = await open()
    await greeting(page).waitFor()
    await context.setOffline(true)
    web.dropSockets()
    await page.locator('#status.reconnecting').waitFor()
    for (const text of ['first', 'second', 'third']) await say(page, text)
    const waiting = page.locator('.message.user .note', { hasText: 'Waiting for the connection' })
    await expect.poll(() => waiting.count()).toBe(3)
    await context.setOffline(false)
    await expect.poll(() => page.locator('.verdict').count()).toBe(3)
    expect(await saidBy(page)).toEqual(['first', 'second', 'third'])
    expect(web.bot.received.slice(-3).map(({ activity }) => activity.text)).toEqual([
      'first',
      'second',
      'third',
    ])
    isExpected = (line) => line.includes('ERR_INTERNET_DISCONNECTED')
  })

  it('is sent after a reload, once, and never a second time', async () => {
    const page = await open()
    await greeting(page).waitFor()
    await page.route('**/activities', (route) => route.abort())
    await say(page, 'kept over a reload')
    await expect.poll(() => saidBy(page)).toEqual(['kept over a reload'])
    await page.unroute('**/activities')
    await page.reload()
    await page.locator('.verdict').waitFor()
    await page.reload()
    await page.locator('.verdict').waitFor()
    expect(await saidBy(page)).toEqual(['kept over a reload'])
    const taken = web.bot.received.filter(({ activity }) => activity.text === 'kept over a reload')
    expect(taken).toHaveLength(1)
    isExpected = (line) => line.includes('net::ERR_FAILED')
  })

  it('is forgotten when the customer begins anew', async () => {
    const page = await open()
    await greeting(page).waitFor()
    await page.route('**/activities', (route) => route.abort())
    await say(page, 'never mind')
    await page.locator('.message.user').waitFor()
    await page.unroute('**/activities')
    await page.locator('#restart').click()
    await expect.poll(() => page.locator('.message').count()).toBe(1)
    await page.reload()
    await greeting(page).waitFor()
    expect(await page.getByText('never mind').count()).toBe(0)
    isExpected = (line) => line.includes('net::ERR_FAILED')
  })

  it('goes into a new conversation when the old one has ended meanwhile', async () => {
    const page = await open()
    await greeting(page).waitFor()
    const old = await conversationOf(page)
    await page.route(`**/${old}/activities`, (route) => route.fulfill({ status: 403, body: '{}' }))
    await say(page, 'still there?')
    await page.locator('.notice', { hasText: 'This is a new one' }).waitFor()
    await page.locator('.verdict').waitFor()
    expect(await saidBy(page)).toEqual(['still there?'])
    expect(await conversationOf(page)).not.toBe(old)
    isExpected = (line) => line.includes('status of 403')
  })
})

describe('many tabs', () => {
  it('share one conversation, and each message appears once in each', async () => {
    const address = shop.pageWith(tag('data-open'))
    const [one, other] = await Promise.all([goTo(address), goTo(address)])
    await greeting(one).waitFor()
    await greeting(other).waitFor()
    expect(await conversationOf(one)).toBe(await conversationOf(other))
    await say(one, 'from one')
    await other.locator('.verdict').waitFor()
    await say(other, 'from the other')
    await expect.poll(() => one.locator('.verdict').count()).toBe(2)
    for (const page of [one, other]) {
      await expect.poll(() => saidBy(page)).toEqual(['from one', 'from the other'])
    }
  })

  it('go along when one of them begins anew', async () => {
    const address = shop.pageWith(tag('data-open'))
    const one = await goTo(address)
    await greeting(one).waitFor()
    const other = await goTo(address)
    await greeting(other).waitFor()
    await say(one, 'where is it')
    await other.locator('.verdict').waitFor()
    await one.locator('#restart').click()
    await expect.poll(() => other.locator('.message').count()).toBe(1)
    await greeting(other).waitFor()
    expect(await conversationOf(other)).toBe(await conversationOf(one))
  })
})

describe('a person', () => {
  it('is awaited with a place in the queue and the minutes, joins by name, and sees typing', async () => {
    const page = await open()
    await greeting(page).waitFor()
    const banner = page.locator('#banner')
    await say(page, 'queue')
    await expect
      .poll(() => banner.textContent())
      .toBe('Waiting for an agent: you are number 3. About 4 to 9 min.')
    const told: string[] = []
    page.on('request', (request) => told.push(request.postDataJSON()?.type ?? ''))
    await page.locator('#text').pressSequentially('joined')
    await page.locator('#text').press('Enter')
    await expect.poll(() => banner.textContent()).toBe('Li Wei, a support agent, has joined.')
    // Once in three seconds, however much is typed.
    expect(told).toEqual(['typing', 'message'])
  })

  it('is not there at night: the bar says when one will be', async () => {
    const page = await open()
    await greeting(page).waitFor()
    await say(page, 'night')
    await expect
      .poll(() => page.locator('#banner').textContent())
      .toBe('No agent is on duty right now. Agents are back Tue 24 Nov, 09:00.')
  })

  it('is rated once, by faces with names, with a word if one likes', async () => {
    const page = await open()
    await greeting(page).waitFor()
    await say(page, 'leave')
    await page.locator('#rating').waitFor()
    expect(await page.locator('.chip').count()).toBe(0)
    await page.getByRole('radio', { name: 'Good', exact: true }).check()
    await page.getByRole('textbox', { name: 'Anything to add' }).fill('kind')
    const posted = page.waitForRequest((request) => request.postDataJSON()?.type === 'event')
    await page.getByRole('button', { name: 'Send rating' }).click()
    const { name, value } = (await posted).postDataJSON()
    expect([name, value]).toEqual(['support.rating', { score: 4, comment: 'kind' }])
    await expect.poll(() => page.locator('#rating').count()).toBe(0)
    await page.reload()
    await page.locator('.bubble', { hasText: 'How was it?' }).waitFor()
    expect(await page.locator('#rating').count()).toBe(0)
  })
})

describe('numbers that nobody needs', () => {
  it('are shown hidden before anything is sent, and may be edited', async () => {
    const page = await open()
    await greeting(page).waitFor()
    await say(page, 'card 4111 1111 1111 1111')
    const held = page.getByRole('alertdialog')
    await held.waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('#text').inputValue()).toBe('card 4111 1111 1111 1111')
    expect(await page.getByRole('dialog').count()).toBe(1)
    await say(page, 'order 202611240012345')
    await page.locator('.verdict').waitFor()
    expect(await saidBy(page)).toEqual(['order 202611240012345'])
  })

  it('stay in the field, and let nothing overtake them, until the check has come', async () => {
    const page = await open()
    await greeting(page).waitFor()
    let comes = () => {}
    const coming = new Promise<void>((resolve) => {
      comes = resolve
    })
    await page.route('**/redact-*.js', async (route) => {
      await coming
      await route.continue()
    })
    const field = page.locator('#text')
    await say(page, 'order 202611240012345')
    await field.press('Enter')
    await page.keyboard.type(' and more')
    expect(await field.inputValue()).toBe('order 202611240012345')
    comes()
    await page.locator('.verdict').waitFor()
    await expect.poll(() => field.inputValue()).toBe('')
    await say(page, 'second')
    await expect.poll(() => saidBy(page)).toEqual(['order 202611240012345', 'second'])
  })

  it('that are held back are not lost by writing on', async () => {
    const page = await open()
    await greeting(page).waitFor()
    await say(page, 'card 4111 1111 1111 1111')
    await page.getByRole('alertdialog').waitFor()
    await say(page, 'and more')
    await expect.poll(() => page.locator('#text').inputValue()).toBe('and more')
    expect(await page.getByRole('alertdialog').count()).toBe(1)
    expect(await page.locator('.message.user').count()).toBe(0)
  })

  it('do not leave the browser when they cannot be checked', async () => {
    const page = await open()
    await greeting(page).waitFor()
    await page.route('**/redact-*.js', (route) => route.abort())
    await say(page, 'card 4111 1111 1111 1111')
    await page.locator('.notice', { hasText: 'nothing was sent' }).waitFor()
    expect(await page.locator('#text').inputValue()).toBe('card 4111 1111 1111 1111')
    expect(await page.locator('.message.user').count()).toBe(0)
    isExpected = (line) => line.includes('net::ERR_FAILED')
  })
})
