import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { say } from '../support/chat-driver.ts'
import { consoleTests, newCustomer, rowOf } from '../support/console-driver.ts'
import { compose } from '../support/input-method.ts'
import { post } from '../support/web.ts'

const desk = consoleTests()

const fieldOf = (page: Page) => page.locator('.composer textarea')
const agentsWords = (page: Page) => page.locator('.message.agent:not(.sending)')

/** Opens a waiting conversation and takes it. */
async function takeOver(page: Page, row: string): Promise<void> {
  await rowOf(page, row).click()
  await page.getByRole('button', { name: 'Take over', exact: true }).click()
  await page.locator('.state.me').waitFor()
}

/** What the browser keeps until the tab is closed. */
const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }))

const write = async (title: string, text: string) => {
  const { url, secrets } = desk.app()
  const body = { shortcut: `/${title}`, title, locale: 'en', text }
  const answer = await post(`${url}/api/v1/canned-answers`, secrets.adminToken, body)
  expect(answer.status).toBe(201)
}

describe('what an agent writes', () => {
  it('goes out with the Enter after the one that ends a composition', async () => {
    const customer = await newCustomer(desk.app(), { name: 'Pin Yin', locale: 'zh-CN' })
    await customer.say('转人工')
    const page = await desk.open({ login: 'sam' })
    await takeOver(page, 'Pin Yin')
    await fieldOf(page).focus()
    await compose(page, { begun: '到账', composed: '明天到账' })
    expect(await fieldOf(page).inputValue()).toBe('明天到账')
    expect(await page.locator('.message.agent').count()).toBe(0)
    await fieldOf(page).press('Enter')
    await agentsWords(page).filter({ hasText: '明天到账' }).waitFor()
    await expect.poll(customer.heard).toContain('明天到账')
  })

  it('may be a canned answer, chosen by keyboard, with its blanks filled in', async () => {
    await write('wayone', 'Dear {{customer}}, {{amount}} is on its way.')
    await write('waytwo', '{{customer}}: your ticket is {{ticket}}.')
    const customer = await newCustomer(desk.app(), { name: 'Blank Page' })
    await customer.say('Where is the money? yesterday 15:20, 10,000 yuan, card 6225')
    await customer.say('I want to talk to a person')
    const page = await desk.open({ login: 'sam' })
    await takeOver(page, 'Blank Page')
    await fieldOf(page).focus()
    await page.keyboard.type('/way')
    const chosen = page.locator('[role="option"][aria-selected="true"]')
    await chosen.filter({ hasText: '/wayone' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await chosen.filter({ hasText: '/waytwo' }).waitFor()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => fieldOf(page).inputValue())
      .toMatch(/^Dear Blank Page, .*10,000.* is on its way\.$/)
    expect(await page.locator('.message.agent').count()).toBe(0)
    await page.keyboard.press('Enter')
    await agentsWords(page).filter({ hasText: 'Dear Blank Page' }).waitFor()

    await page.keyboard.type('/waytwo')
    await chosen.waitFor()
    await page.keyboard.press('Tab')
    await expect
      .poll(() => fieldOf(page).inputValue())
      .toBe('Blank Page: your ticket is {{ticket}}.')
    await page.keyboard.press('Enter')
    await page.locator('.caution', { hasText: 'Please fill in first: {{ticket}}' }).waitFor()
    await fieldOf(page).fill('Blank Page: your ticket is on its way.')
    await page.keyboard.press('Enter')
    await agentsWords(page).filter({ hasText: 'your ticket is on its way' }).waitFor()
    expect((await customer.heard()).join()).not.toContain('{{')
  })

  it('outlives a reload, but a card number in it is kept nowhere', async () => {
    const customer = await newCustomer(desk.app(), { name: 'Half Written' })
    await customer.say('I want to talk to a person')
    const page = await desk.open({ login: 'sam' })
    await takeOver(page, 'Half Written')
    await fieldOf(page).pressSequentially('your card 4111 1111 1111 1111')
    await expect.poll(() => kept(page)).toContain('your card [card')
    expect(await kept(page)).not.toContain('4111 1111')
    expect(await fieldOf(page).inputValue()).toBe('your card 4111 1111 1111 1111')
    await page.reload()
    await expect.poll(() => fieldOf(page).inputValue()).toBe('your card [card ••••1111]')
  })

  it('as a private note never comes to the customer’s page, on no way and not after a reload', async () => {
    const chat = await desk.openPage('/')
    const received: string[] = []
    chat.on('response', async (response) => {
      received.push(await response.text().catch(() => ''))
    })
    chat.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => received.push(String(payload))),
    )
    await say(chat, 'a private matter: I want to talk to a person')
    const page = await desk.open({ login: 'sam' })
    await takeOver(page, 'a private matter')
    await page.getByRole('tab', { name: 'Private note' }).click()
    await fieldOf(page).fill('sounds like the owner of the kiosk')
    await page.getByRole('button', { name: 'Save note' }).click()
    await page.locator('.message.note', { hasText: 'the kiosk' }).waitFor()
    await page.getByRole('tab', { name: 'Reply' }).click()
    await fieldOf(page).fill('I am looking at it now')
    await fieldOf(page).press('Enter')
    const answer = chat.locator('.message', { hasText: 'I am looking at it now' })
    await answer.waitFor()
    await chat.reload()
    await answer.waitFor()
    expect(await chat.locator('body').textContent()).not.toContain('kiosk')
    expect(received.join('\n')).toContain('I am looking at it now')
    expect(received.join('\n')).not.toContain('kiosk')
  })
})
