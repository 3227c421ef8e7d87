import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { consoleTests, newCustomer, rowOf } from '../support/console-driver.ts'
import { openChat } from '../support/real-server.ts'

const desk = consoleTests()

/** Somebody nobody vouches for. */
function newStranger(locale: string) {
  const { url, secrets } = desk.app()
  const { adminToken, directLineSecret: secret } = secrets
  return openChat({ url, secret, adminToken, locale })
}

describe('a customer without a name', () => {
  it.each([
    {
      locale: 'en',
      login: 'sam',
      said: 'I am a merchant',
      called: 'Merchant',
      call: 'a person please',
    },
    {
      locale: 'en',
      login: 'sam',
      said: 'I am the cardholder',
      called: 'Cardholder',
      call: 'a person please',
    },
    { locale: 'zh-CN', login: 'liwei', said: '我是商户', called: '商户', call: '转人工' },
    { locale: 'zh-CN', login: 'liwei', said: '我是持卡人', called: '持卡人', call: '转人工' },
  ])('is called $called in the lists and in the conversation', async (given) => {
    const { locale, login, said, called, call } = given
    const stranger = await newStranger(locale)
    await stranger.say(said)
    await stranger.say(call)
    const page = await desk.open({ locale, login })
    const nameIn = (list: string) =>
      page.locator(`a[href$="/${list}/${encodeURIComponent(stranger.id)}"] .row-name`)
    await expect.poll(() => nameIn('queue').textContent()).toBe(called)
    await nameIn('queue').click()
    await page.locator('#conversation-name', { hasText: called }).waitFor()
    await page.keyboard.press('c')
    await page.locator('.state.me').waitFor()
    await page.goto(`${desk.app().url}/console/mine`)
    await expect.poll(() => nameIn('mine').textContent()).toBe(called)
    await desk.app().agent(stranger.id, 'close', {})
  })
})

describe('an open conversation', () => {
  const cardOf = (page: Page) => page.locator('.facts-card')

  it.each([
    {
      locale: 'en',
      first: 'Where is the money? yesterday 15:20, 10,000 yuan, card 6225',
      second: 'and the 1,580 of 22 November at 23:12, card 8812?',
      call: 'I want to talk to a person',
    },
    {
      locale: 'zh-CN',
      first: '昨天下午3点20刷了10000块，尾号6225，钱没到账',
      second: '那笔1580呢？11月22日晚上11点12分刷的，尾号8812',
      call: '转人工',
    },
  ])('has a facts card that follows what the customer tells, in $locale', async (talk) => {
    const { locale, first, second, call } = talk
    const name = `Facts Follow ${locale}`
    const customer = await newCustomer(desk.app(), { name, locale })
    await customer.say(call)
    const page = await desk.open({ locale, login: 'lead' })
    await rowOf(page, name).click()
    await page.locator('.message.customer', { hasText: call }).waitFor()
    expect(await cardOf(page).locator('.payment-line').count()).toBe(0)
    await customer.say(first)
    await cardOf(page).locator('.payment-line', { hasText: '10,000.00' }).waitFor()
    await customer.say(second)
    await cardOf(page).locator('.payment-line', { hasText: '1,580.00' }).waitFor()
    await desk.app().agent(customer.chat.id, 'close', {})
  })

  const isAtEnd = (page: Page) =>
    page
      .locator('.conversation-body')
      .evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight < 2)

  it('stays at its end while somebody reads there, and calls who reads further up', async () => {
    const customer = await newCustomer(desk.app(), { name: 'Long Reader' })
    await customer.say('I want to talk to a person')
    await desk.app().agent(customer.chat.id, 'claim', { agent: 'Chen' })
    const lines = Array.from({ length: 12 }, (_, n) => `line ${n}`).join('\n')
    for (const n of [1, 2]) {
      await desk.app().agent(customer.chat.id, 'message', { text: `${n}\n${lines}` })
    }
    const page = await desk.open({ login: 'lead' })
    await page.goto(`${desk.app().url}/console/queue/${encodeURIComponent(customer.chat.id)}`)
    await expect.poll(() => isAtEnd(page)).toBe(true)
    await customer.say('heard at the end')
    await page.locator('.message', { hasText: 'heard at the end' }).waitFor()
    await expect.poll(() => isAtEnd(page)).toBe(true)
    expect(await page.locator('.to-news').count()).toBe(0)
    await page.locator('.conversation-body').evaluate((box) => box.scrollTo(0, 0))
    await customer.say('said far below')
    await page.locator('.to-news').click()
    await expect.poll(() => isAtEnd(page)).toBe(true)
    await page.locator('.to-news').waitFor({ state: 'detached' })
    await desk.app().agent(customer.chat.id, 'close', {})
  })
})

describe('what the desk tells for a moment', () => {
  interface Box {
    x: number
    y: number
    width: number
    height: number
  }
  const boxOf = async (page: Page, selector: string): Promise<Box> => {
    const box = await page.locator(selector).first().boundingBox()
    if (!box) throw new Error(`${selector} is not to be seen`)
    return box
  }
  const overlap = (one: Box, other: Box) =>
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height

  it.each([
    [360, 'en'],
    [360, 'zh-CN'],
    [760, 'en'],
    [1000, 'zh-CN'],
    [1280, 'en'],
    [1280, 'zh-CN'],
  ])(
    'covers neither what is written in nor the bar of areas, at %i px in %s',
    async (width, locale) => {
      const name = `Toast ${width} ${locale}`
      const customer = await newCustomer(desk.app(), { name, locale })
      await customer.say(locale === 'en' ? 'I want to talk to a person' : '转人工')
      const page = await desk.open({ login: 'lead', width, locale })
      await rowOf(page, name).click()
      await page.locator('.actions button').first().click()
      const toast = '.fui-Toast'
      for (const text of ['a', 'b']) {
        await page.keyboard.press('Escape')
        await page.locator('.composer [role=tab]').nth(1).click()
        await page.locator('.composer.note textarea').fill(`note ${text}`)
        await page.keyboard.press('Enter')
        await page.locator('.message.note', { hasText: `note ${text}` }).waitFor()
      }
      const told = await page.locator(toast).all()
      expect(told.length).toBeGreaterThan(0)
      const places = await Promise.all(['.composer', '.rail'].map((each) => boxOf(page, each)))
      for (const each of told) {
        const box = await each.boundingBox()
        if (box) expect(places.filter((place) => overlap(box, place))).toEqual([])
      }
      await desk.app().agent(customer.chat.id, 'close', {})
    },
  )
})
