import { mkdirSync, readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium, type WatchedPage } from '../support/browser.ts'
import { overflowOf } from '../support/chat-driver.ts'
import {
  brokenRules,
  type Customer,
  isExpected,
  newCustomer,
  openConsole,
  rowOf,
  startConsole,
} from '../support/console-driver.ts'
import type { LiveApp } from '../support/live-app.ts'

const shots = 'data/console-shots'

let browser: Browser
let app: LiveApp
let opened: WatchedPage[] = []

beforeAll(async () => {
  mkdirSync(shots, { recursive: true })
  browser = await launchChromium()
  app = await startConsole()
})

afterEach(async () => {
  const complaints = opened.flatMap((each) => each.complaints)
  for (const each of opened) await each.close()
  opened = []
  // Refusals of the page's policy come as complaints, too.
  expect(complaints.filter((line) => !isExpected(line))).toEqual([])
})

afterAll(async () => {
  await browser.close()
  await app.stop()
})

async function open(options: Parameters<typeof openConsole>[2]): Promise<Page> {
  const watched = await openConsole(browser, app, options)
  opened.push(watched)
  return watched.page
}

/** What the customer was told of the handover, in order. */
async function handoffsTold(chat: Customer['chat']): Promise<string[]> {
  const entities = (await chat.history()).flatMap(({ activity }) => activity.entities ?? [])
  return entities
    .filter(({ type }: { type: string }) => type === 'support/handoff')
    .map(({ state }: { state: string }) => state)
}

const shoot = (page: Page, name: string) => page.screenshot({ path: `${shots}/${name}.png` })

const en = {
  locale: 'en',
  login: 'sam',
  agent: 'Sam Reed',
  money: 'Where is the money? yesterday 15:20, 10,000 yuan, card 6225',
  person: 'I want to talk to a person',
  stage: 'Payout on its way',
  claim: 'Take over',
  reply: 'Reply',
  send: 'Send',
  answer: 'I am looking at it now',
  thanks: 'Thank you so much',
  note: 'Private note',
  saveNote: 'Save note',
  noted: 'Calm, wants a date',
  ticket: 'Ticket',
  file: 'File a ticket',
  submit: 'File',
  change: 'Change state',
  acknowledged: 'Acknowledged',
  text: 'Text',
  details: 'Details',
  more: 'More actions',
  back: 'Return to the assistant',
  finish: 'Finish',
}

const zh: typeof en = {
  locale: 'zh-CN',
  login: 'liwei',
  agent: '李薇',
  money: '昨天下午3点20刷了10000块，尾号6225，钱没到账',
  person: '转人工',
  stage: '出款途中',
  claim: '接入',
  reply: '回复',
  send: '发送',
  answer: '我正在为您查询',
  thanks: '谢谢您',
  note: '备注',
  saveNote: '保存备注',
  noted: '态度好，想知道日期',
  ticket: '工单',
  file: '新建工单',
  submit: '提交',
  change: '变更状态',
  acknowledged: '已受理',
  text: '文本',
  details: '详情',
  more: '更多操作',
  back: '交还机器人',
  finish: '结束',
}

describe.each([
  { ...zh, width: 1280 },
  { ...en, width: 1280 },
  { ...zh, width: 360 },
  { ...en, width: 360 },
])('a conversation at the desk in $locale at $width px', (talk) => {
  const { locale, login, width } = talk
  const isNarrow = width < 760
  const named = (name: string) => `${locale}-${width}-${name}`
  const customerName = `Blue Door ${locale} ${width}`

  it('is seen live, taken, answered, ticketed and given back', async () => {
    const page = await open({ locale, login, width })
    await page.locator('.list-column .empty').waitFor()
    const customer = await newCustomer(app, { name: customerName, locale })
    await customer.say(talk.money)
    await customer.say(talk.person)
    const row = rowOf(page, customerName)
    await row.waitFor()
    await expect.poll(() => page.title()).toMatch(/^\(1\)/)
    await shoot(page, named('1-queue'))
    expect(await brokenRules(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)

    await row.click()
    await page.locator('.facts-card .way-stage', { hasText: talk.stage }).waitFor()
    await page.getByRole('button', { name: talk.claim, exact: true }).click()
    const field = page.locator('.composer textarea')
    await expect.poll(() => field.evaluate((it) => it === document.activeElement)).toBe(true)
    await shoot(page, named('2-claimed'))
    expect(await brokenRules(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)

    await field.fill(talk.answer)
    await field.press('Enter')
    await page.locator('.message.agent:not(.sending)', { hasText: talk.answer }).waitFor()
    expect(await field.inputValue()).toBe('')
    await expect.poll(customer.heard).toContain(talk.answer)
    await customer.say(talk.thanks)
    await page.locator('.message.customer', { hasText: talk.thanks }).waitFor()

    await page.getByRole('tab', { name: talk.note }).click()
    await field.fill(talk.noted)
    await page.getByRole('button', { name: talk.saveNote }).click()
    await page.locator('.message.note', { hasText: talk.noted }).waitFor()
    await expect.poll(() => field.inputValue()).toBe('')
    await shoot(page, named('3-note'))
    expect(await brokenRules(page)).toEqual([])
    expect((await customer.heard()).join()).not.toContain(talk.noted)

    if (isNarrow) await page.locator('.conversation-head').getByLabel(talk.details).click()
    await shoot(page, named('4-facts'))
    await page.getByRole('tab', { name: talk.ticket, exact: true }).click()
    await page.getByRole('button', { name: talk.file }).click()
    await page.getByRole('dialog').waitFor()
    expect(await brokenRules(page)).toEqual([])
    await shoot(page, named('5-file'))
    await page.getByRole('dialog').getByRole('button', { name: talk.submit, exact: true }).click()
    const no = page.locator('.ticket-no code')
    await no.waitFor()
    const number = await no.innerText()
    await expect.poll(async () => (await customer.heard()).join()).toContain(number)

    await page.getByRole('button', { name: talk.change }).click()
    await page.getByRole('dialog').getByLabel(talk.acknowledged).check()
    await page.getByRole('dialog').getByRole('button', { name: talk.change }).click()
    await page.locator('.ticket-state', { hasText: talk.acknowledged }).waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await shoot(page, named('6-ticket'))
    expect(await brokenRules(page)).toEqual([])

    const [asText] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: talk.text, exact: true }).click(),
    ])
    expect(asText.suggestedFilename()).toMatch(/\.txt$/)
    expect(readFileSync(await asText.path(), 'utf8')).toContain(number)
    const [asPdf] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'PDF' }).click(),
    ])
    expect(
      readFileSync(await asPdf.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')

    if (isNarrow) await page.locator('.panel-head button').first().click()
    await page.locator('.conversation-head').getByLabel(talk.more).click()
    await page.getByRole('menuitem', { name: talk.back }).click()
    await page.getByRole('dialog').getByRole('button', { name: talk.back }).click()
    await rowOf(page, customerName).waitFor({ state: 'detached' })
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    await expect.poll(async () => (await handoffsTold(customer.chat)).at(-1)).toBe('closed')
  })
})
