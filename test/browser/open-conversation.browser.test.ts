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
})
