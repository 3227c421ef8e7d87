import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium, openWatched, type WatchedPage, watch } from '../support/browser.ts'
import { conversationOf, overflowOf, say, transcriptOf } from '../support/chat-driver.ts'
import { compose } from '../support/input-method.ts'
import { type LiveApp, startLiveApp } from '../support/live-app.ts'
import { post } from '../support/web.ts'

let browser: Browser
let app: LiveApp
let opened: WatchedPage | undefined
/** While the server is away the browser says so; nothing else may come up. */
let mayLoseServer = false

beforeAll(async () => {
  browser = await launchChromium()
  app = await startLiveApp()
})

afterEach(async () => {
  await opened?.close()
  const complaints = opened?.complaints ?? []
  const isLoss = (line: string) =>
    /net::ERR|WebSocket handshake: Unexpected response code: 503/.test(line)
  const found = complaints.filter((line) => !(mayLoseServer && isLoss(line)))
  opened = undefined
  mayLoseServer = false
  expect(found).toEqual([])
})

afterAll(async () => {
  await browser.close()
  await app.stop()
})

async function open(locale: string, options: BrowserContextOptions & { width?: number } = {}) {
  const { width = 1280, ...rest } = options
  const viewport = { width, height: width < 500 ? 740 : 900 }
  opened = await openWatched(browser, `${app.url}/?locale=${locale}`, { viewport, locale, ...rest })
  await opened.page.locator('.message.bot').first().waitFor()
  return opened.page
}

const zh = {
  locale: 'zh-CN',
  greeting: '您好，我是到账',
  lost: '刷卡的钱没到账',
  merchant: '商户，等结算款',
  sale: '昨天下午3点20刷了10000块，尾号6225',
  stage: '出款途中',
  days: ['11月23日', '', '11月24日', '11月24日', '预计 11月24日'],
  expected: '11月24日周二 18:00',
  ticketFrom: '11月25日周三',
  labels: ['现在', '如果没有'],
  folded: ['记录', '原因'],
  reasons: '记录和原因',
  overdue: '我是商户，12天前刷的4200，尾号3391，钱没到账',
  late: '结算已超时',
  holder: '在去往您银行的途中',
  card: '我的卡号是 6222 0212 3456 7890 128',
  sendHidden: '就这样发送',
  code: '卡背面的三位安全码是 123',
  hidden: '我已隐藏',
  fraud: '有人让我提供验证码才能放款',
  warning: '请先停一停',
  protect: '先保护好自己',
  person: '转人工',
  queued: '正在等待人工客服',
  joined: 'Li Wei',
  left: '人工客服已离开',
}

const en: typeof zh = {
  locale: 'en',
  greeting: 'Hello, I am Daozhang',
  lost: 'The money from a card payment has not arrived',
  merchant: 'The business, waiting to be paid',
  sale: 'yesterday 15:20, 10,000 yuan, card 6225',
  stage: 'Payout on its way',
  days: ['23 Nov', '', '24 Nov', '24 Nov', 'due 24 Nov'],
  expected: 'Tue 24 Nov, 18:00',
  ticketFrom: 'Wed 25 Nov',
  labels: ['Now', 'If not'],
  folded: ['Record', 'Why'],
  reasons: 'What the record shows',
  overdue: 'I am a merchant. 12 days ago I took 4,200 yuan, card 3391, the money is not here',
  late: 'Later than it should be',
  holder: 'on its way to your bank',
  card: 'my card number is 4111 1111 1111 1111',
  sendHidden: 'Send like this',
  code: 'the CVV is 123',
  hidden: 'I have hidden',
  fraud: 'Someone asks me for the verification code to release the payout',
  warning: 'Stop and read',
  protect: 'Protect yourself first',
  person: 'talk to a person',
  queued: 'Waiting for an agent',
  joined: 'Li Wei',
  left: 'The agent has left',
}

describe.each([
  { ...zh, width: 360 },
  { ...zh, width: 1280 },
  { ...en, width: 360 },
  { ...en, width: 1280 },
])('the product in $locale at $width px', (talk) => {
  const { locale, width } = talk

  it('greets, asks who is there, and draws the way of the money', async () => {
    const page = await open(locale, { width })
    await page.locator('.bubble', { hasText: talk.greeting }).waitFor()
    await say(page, talk.lost)
    await page.getByRole('button', { name: talk.merchant }).click()
    await expect.poll(() => page.locator('.chip').count()).toBe(0)
    await expect.poll(() => page.locator('.message.bot').count()).toBe(3)
    await say(page, talk.sale)
    const card = page.locator('.verdict')
    await card.waitFor()
    expect(await card.locator('.pill').textContent()).toBe(talk.stage)
    expect(await card.locator('.headline').textContent()).toMatch(/11月24日|24 Nov/)
    const steps = card.locator('.journey > li')
    const states = await steps.evaluateAll((all) => all.map((step) => step.className))
    expect(states).toEqual(['done', 'done', 'done', 'current', 'idle'])
    const days = await steps.evaluateAll((all) =>
      all.map((step) => step.querySelector('.when')?.textContent ?? ''),
    )
    expect(days).toEqual(talk.days)
    expect(await card.locator('.facts dd').allTextContents()).toEqual([
      talk.expected,
      talk.ticketFrom,
    ])
    expect(await card.locator('.holder b').textContent()).toBe(talk.holder)
    const named = (within: string) => page.locator(`.verdict > ${within} dt`).allTextContents()
    expect(await named('.points')).toEqual(talk.labels)
    expect(await named('details .points')).toEqual(talk.folded)
    expect(await card.locator('details dt').first().isVisible()).toBe(false)
    await card.getByText(talk.reasons).click()
    expect(await card.locator('details dt').first().isVisible()).toBe(true)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })

  it('keeps the question in sight when a long answer comes', async () => {
    const page = await open(locale, { width })
    await say(page, talk.overdue)
    await page.locator('.card.ticket').waitFor()
    await expect.poll(() => isInSight(page, '.message.user')).toBe(true)
  })

  it('files a ticket for money that is late', async () => {
    const page = await open(locale, { width })
    await say(page, talk.overdue)
    const ticket = page.locator('.card.ticket')
    await ticket.waitFor()
    expect(await page.locator('.verdict .pill').textContent()).toBe(talk.late)
    expect(await ticket.locator('.number').textContent()).toMatch(/^TK20261124-/)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })

  it('catches a card number before it is sent', async () => {
    const page = await open(locale, { width })
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.postData() ?? ''))
    await say(page, talk.card)
    const held = page.getByRole('alertdialog')
    await held.waitFor()
    expect(await held.textContent()).not.toMatch(cardNumber)
    expect(await page.locator('.message.user').count()).toBe(0)
    await held.getByRole('button', { name: talk.sendHidden }).click()
    await page.locator('.message.user .note').waitFor()
    await expect.poll(() => sent.some((body) => body.includes('[card ••••'))).toBe(true)
    expect(sent.filter((body) => cardNumber.test(body))).toEqual([])
    expect(await page.locator('#messages').textContent()).not.toMatch(cardNumber)
  })

  it('hides on the server what the browser let pass, and says so', async () => {
    const page = await open(locale, { width })
    await say(page, talk.code)
    await page.locator('.bubble.hidden-note', { hasText: talk.hidden }).waitFor()
    await expect.poll(() => page.locator('.message.user').textContent()).not.toContain('123')
  })

  it('warns of a fraud and calls a person, who answers and leaves', async () => {
    const page = await open(locale, { width })
    await say(page, talk.fraud)
    await page.locator('.message.warning', { hasText: talk.warning }).waitFor()
    await page.locator('.pill', { hasText: talk.protect }).waitFor()
    const banner = page.locator('#banner')
    await expect.poll(() => banner.textContent()).toContain(talk.queued)
    const id = await conversationOf(page)
    expect((await app.agent(id, 'claim', { agent: 'Li Wei' })).status).toBe(202)
    await expect.poll(() => banner.textContent()).toContain(talk.joined)
    await say(page, 'OK')
    await app.agent(id, 'message', { text: 'I am looking at it: https://example.org/a' })
    const spoken = page.locator('.message.agent')
    await spoken.waitFor()
    expect(await spoken.locator('.byline').textContent()).toContain('Li Wei')
    expect(await page.locator('#typing').isHidden()).toBe(true)
    await app.agent(id, 'close', {})
    await expect.poll(() => banner.textContent()).toContain(talk.left)
    await say(page, talk.lost)
    await expect.poll(() => banner.isHidden()).toBe(true)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })
})

const cardNumber = /(\d[ -]?){10,}/

/** Whether an item lies within what of the conversation is seen. */
async function isInSight(page: Page, selector: string): Promise<boolean> {
  const [item, log] = await Promise.all([
    page.locator(selector).last().boundingBox(),
    page.locator('#log').boundingBox(),
  ])
  if (!item || !log) return false
  return item.y >= log.y - 1 && item.y + item.height <= log.y + log.height + 1
}

describe('the product', () => {
  it('calls a person who is asked for', async () => {
    const page = await open('zh-CN')
    await say(page, zh.person)
    await expect.poll(() => page.locator('#banner').textContent()).toContain(zh.queued)
  })

  it('shows the same conversation after a reload', async () => {
    const page = await open('en')
    await say(page, en.overdue)
    await page.locator('.card.ticket').waitFor()
    const before = await transcriptOf(page)
    await page.reload()
    await page.locator('.card.ticket').waitFor()
    await expect.poll(() => transcriptOf(page)).toEqual(before)
  })

  it('goes on after a restart of the server, and sends what was typed meanwhile once', async () => {
    mayLoseServer = true
    const page = await open('en')
    await say(page, en.lost)
    await page.locator('.chip').first().waitFor()
    const before = await transcriptOf(page)
    await app.restart(async () => {
      await page.locator('#status.reconnecting').waitFor()
      await say(page, en.merchant)
      await page.locator('.message.user .note', { hasText: 'Waiting for the connection' }).waitFor()
    })
    await page.locator('#status.online').waitFor()
    await expect.poll(() => page.locator('.message.bot').count(), { timeout: 20_000 }).toBe(3)
    const after = await transcriptOf(page)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after[before.length]).toBe(`user: ${en.merchant}`)
    await say(page, en.sale)
    await page.locator('.verdict').waitFor()
    expect(await page.locator('.message.user').count()).toBe(3)
  })

  it('says the same in two tabs of one conversation', async () => {
    const page = await open('en')
    const [other] = await Promise.all([
      page.context().waitForEvent('page'),
      page.evaluate(() => {
        window.open(location.href)
      }),
    ])
    const complaints = watch(other)
    await other.locator('.message.bot').first().waitFor()
    expect(await conversationOf(other)).toBe(await conversationOf(page))
    await say(page, en.lost)
    await other.getByRole('button', { name: en.merchant }).click()
    await expect.poll(() => page.locator('.message.user').count()).toBe(2)
    await say(page, en.sale)
    await other.locator('.verdict').waitFor()
    await expect.poll(() => transcriptOf(other)).toEqual(await transcriptOf(page))
    expect(complaints).toEqual([])
  })

  it('talks to a merchant whom the integrator has signed in about their own sales', async () => {
    const user = { id: 'dl_77', role: 'merchant', merchantId: 'M1001' }
    const secret = app.secrets.directLineSecret
    const path = '/v3/directline/tokens/generate'
    const { body } = await post(app.url + path, secret, { user, locale: 'en' })
    opened = await openWatched(browser, `${app.url}/?locale=en#token=${body.token}`)
    const { page } = opened
    await page.locator('.message.bot').first().waitFor()
    await say(page, `Where is the money? ${en.sale}`)
    await page.locator('.verdict .pill', { hasText: en.stage }).waitFor()
  })

  it('tells a customer kindly when a file is not kept', async () => {
    const page = await open('en')
    const buffer = Buffer.from('no picture, whatever its name says')
    await page.locator('#file').setInputFiles({ name: 'slip.png', mimeType: 'image/png', buffer })
    await page.locator('#send-file').click()
    await page.locator('.message.user .note', { hasText: 'Sent' }).waitFor()
    expect(await page.locator('.message.user .bubble').textContent()).toContain('slip.png')
    await page.locator('.message.bot', { hasText: 'only pictures and PDF are' }).waitFor()
    expect(await page.locator('#attach').isVisible()).toBe(true)
  })

  it('sends a word an input method has composed only on the next Enter', async () => {
    const page = await open('zh-CN')
    await page.locator('#text').focus()
    await compose(page, { begun: '到账', composed: '到账了吗' })
    expect(await page.locator('.message.user').count()).toBe(0)
    expect(await page.locator('#text').inputValue()).toBe('到账了吗')
    await page.locator('#text').press('Enter')
    await page.locator('.message.user', { hasText: '到账了吗' }).waitFor()
  })

  it('runs nothing a message smuggles in, and the policy forbids it all the same', async () => {
    const page = await open('en')
    await say(page, '<script>document.title="x"</script><img src=x onerror="document.title=1">')
    await page.locator('.message.bot').nth(1).waitFor()
    expect(await page.title()).toBe('Where is my money?')
    const answer = await fetch(app.url)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|\*/)
  })
})
