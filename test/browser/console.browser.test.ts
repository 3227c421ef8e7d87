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
  looked: 'Being looked into',
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
  looked: '核查中',
  text: '文本',
  details: '详情',
  more: '更多操作',
  back: '交还机器人',
  finish: '结束',
}

describe.each([
  { ...zh, width: 1280, matter: 'payout_late' },
  { ...en, width: 1280, matter: 'payout_missing' },
  { ...zh, width: 360, matter: 'fee_dispute' },
  { ...en, width: 360, matter: 'amount_mismatch' },
])('a conversation at the desk in $locale at $width px', (talk) => {
  const { locale, login, width } = talk
  const isNarrow = width < 760
  const named = (name: string) => `${locale}-${width}-${name}`
  const customerName = `Blue Door ${locale} ${width}`

  it('is seen live, taken, answered, ticketed and given back', async () => {
    const page = await open({ locale, login, width })
    await page.locator('.list-head').waitFor()
    const customer = await newCustomer(app, { name: customerName, locale })
    await customer.say(talk.money)
    await customer.say(talk.person)
    const row = rowOf(page, customerName)
    await row.waitFor()
    await expect.poll(() => page.title()).toMatch(/^\(\d+\)/)
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
    // One open ticket for each customer, payment and matter: each run has a matter of its own.
    await page.getByRole('dialog').locator('select').nth(1).selectOption(talk.matter)
    await page.getByRole('dialog').getByRole('button', { name: talk.submit, exact: true }).click()
    const no = page.locator('.ticket-no code')
    await no.waitFor()
    const number = (await no.textContent()) ?? ''
    await expect.poll(async () => (await customer.heard()).join()).toContain(number)

    await page.getByRole('button', { name: talk.change }).click()
    await page.getByRole('dialog').getByLabel(talk.looked).check()
    await page.getByRole('dialog').getByRole('button', { name: talk.change }).click()
    await page.locator('.ticket-state', { hasText: talk.looked }).waitFor()
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

describe('the desk', () => {
  it('hands a conversation to a colleague, and warns two who look at the same', async () => {
    const customer = await newCustomer(app, { name: 'Green Lane' })
    await customer.say(en.person)
    const page = await open({ login: 'sam' })
    await rowOf(page, 'Green Lane').click()
    await page.getByRole('button', { name: 'Take over', exact: true }).click()
    await page.locator('.composer textarea').waitFor()
    const other = await open({ login: 'liwei' })
    await other.keyboard.press('g')
    await other.keyboard.press('m')
    await rowOf(other, 'Green Lane').click()
    await other.locator('.viewers', { hasText: 'Sam Reed' }).waitFor()
    await other.locator('.composer-shut', { hasText: 'Sam Reed has this conversation' }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('#conversation-name').focus()
    await page.keyboard.press('t')
    const dialog = page.getByRole('dialog')
    await dialog.locator('select option', { hasText: '李薇' }).waitFor({ state: 'attached' })
    const id = await dialog.locator('select option', { hasText: '李薇' }).getAttribute('value')
    await dialog.locator('select').selectOption(id)
    await dialog.getByRole('button', { name: 'Transfer' }).click()
    await dialog.waitFor({ state: 'detached' })
    await other.keyboard.press('g')
    await other.keyboard.press('q')
    await rowOf(other, 'Green Lane').filter({ hasText: 'for you' }).click()
    await other.getByRole('button', { name: 'Take over', exact: true }).click()
    await other.locator('.state.me').waitFor()
    await other.keyboard.press('Escape')
    await other.locator('#conversation-name').focus()
    await other.keyboard.press('x')
    await other.getByRole('dialog').getByRole('button', { name: 'Finish' }).click()
    await other.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(async () => (await handoffsTold(customer.chat)).at(-1)).toBe('closed')
  })

  it('is worked from the first key to the last without a mouse', async () => {
    const page = await open({ login: 'sam' })
    const customer = await newCustomer(app, { name: 'Keyboard Row' })
    await customer.say(en.person)
    await rowOf(page, 'Keyboard Row').waitFor()
    const press = (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
    const isFocused = (selector: string) =>
      expect
        .poll(() => page.locator(selector).evaluate((it) => it === document.activeElement))
        .toBe(true)
    await press('j', 'Enter')
    await page.locator('#conversation-name', { hasText: 'Keyboard Row' }).waitFor()
    await press('c')
    await isFocused('.composer textarea')
    await page.keyboard.type('Hello')
    await press('Shift+Enter')
    await page.keyboard.type('there')
    await press('Enter')
    await page.locator('.message.agent:not(.sending)', { hasText: 'Hello' }).waitFor()
    await expect.poll(customer.heard).toContain('Hello\nthere')
    await page.keyboard.type('/')
    await page.getByRole('option').first().waitFor()
    await press('Escape', 'Escape')
    await isFocused('#conversation-name')
    await press('.')
    await isFocused('.composer textarea')
    await page.keyboard.type('a note by key')
    await press('Enter')
    await page.locator('.message.note', { hasText: 'a note by key' }).waitFor()
    await press('Escape')
    await isFocused('#conversation-name')
    await press('2')
    await isFocused('#tab-ticket')
    await press('?')
    await page.getByRole('dialog').waitFor()
    expect(await brokenRules(page)).toEqual([])
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await isFocused('#tab-ticket')
    await press('b')
    await page.getByRole('dialog').waitFor()
    await press('Tab')
    await page.getByRole('dialog').getByRole('button', { name: 'Return' }).press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(async () => (await handoffsTold(customer.chat)).at(-1)).toBe('closed')
    await expect
      .poll(() => page.evaluate(() => document.activeElement === document.body))
      .toBe(false)
  })

  it('runs nothing of what customers and colleagues write', async () => {
    const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    const customer = await newCustomer(app, { name: `Evil ${evil}` })
    await customer.say(`javascript:alert(1) ${evil}`)
    await customer.say(en.person)
    const page = await open({ login: 'lead' })
    await rowOf(page, 'Evil').click()
    await page.getByRole('button', { name: 'Take over', exact: true }).click()
    const field = page.locator('.composer textarea')
    await field.fill(evil)
    await field.press('Enter')
    await page.locator('.message.agent:not(.sending)', { hasText: 'onerror' }).waitFor()
    await page.getByRole('tab', { name: 'Private note' }).click()
    await field.fill(`${evil} noted`)
    await field.press('Enter')
    await page.locator('.message.note', { hasText: 'onerror' }).waitFor()
    await page.goto(`${app.url}/console/answers`)
    await page.getByRole('button', { name: 'New answer' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('input').nth(0).fill('evil')
    await dialog.locator('input').nth(1).fill(evil)
    await dialog.locator('textarea').fill(evil)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.locator('.answers li', { hasText: 'onerror' }).waitFor()
    expect(await page.title()).toContain('Daozhang')
    expect(await page.locator('img').count()).toBe(0)
    expect(await page.locator('body script').count()).toBe(0)
  })

  it('sends no card number that an agent types', async () => {
    const customer = await newCustomer(app, { name: 'Card Corner' })
    await customer.say(en.person)
    const page = await open({ login: 'sam' })
    await rowOf(page, 'Card Corner').click()
    await page.getByRole('button', { name: 'Take over', exact: true }).click()
    const field = page.locator('.composer textarea')
    await field.fill('Is it 4111 1111 1111 1111?')
    await field.press('Enter')
    await page.locator('.caution').waitFor()
    expect(await page.locator('.message.agent').count()).toBe(0)
    await page.getByRole('button', { name: 'Send with it hidden' }).click()
    await page.locator('.message.agent:not(.sending)').waitFor()
    expect((await customer.heard()).join()).not.toContain('4111 1111')
  })

  it.each(['light', 'dark'] as const)(
    'breaks no rule of accessibility on any page in %s',
    async (colorScheme) => {
      const page = await open({ login: 'root', colorScheme })
      for (const area of ['people', 'answers', 'audit', 'search', 'tickets', 'mine']) {
        await page.goto(`${app.url}/console/${area}`)
        await page.locator('h1').first().waitFor()
        await shoot(page, `${colorScheme}-${area}`)
        expect([area, ...(await brokenRules(page))]).toEqual([area])
      }
    },
  )

  it('may be framed by nobody, and lets in only its own scripts and styles with its nonce', async () => {
    const answers = await Promise.all([
      fetch(`${app.url}/console`),
      fetch(`${app.url}/console/mine/x`),
    ])
    const policies = answers.map(({ headers }) => headers.get('content-security-policy') ?? '')
    for (const policy of policies) {
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toMatch(/style-src 'self' 'nonce-[\w+/=]{20,}'/)
      expect(policy).not.toMatch(/unsafe|\*/)
    }
    expect(policies[0]).not.toBe(policies[1])
  })
})
