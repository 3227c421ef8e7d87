import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customerView } from '../../src/web/api/desk/schemas.ts'
import { type LiveApp, startLiveApp } from '../support/live-app.ts'
import { type Chat, openChat } from '../support/real-server.ts'
import { call, post } from '../support/web.ts'

let app: LiveApp
beforeAll(async () => {
  app = await startLiveApp()
})
afterAll(() => app.stop())

const shop = { id: 'dl_shop-1', name: '晨光便利店', role: 'merchant', merchantId: 'M1001' }
const chat = (locale: string, user?: Record<string, string>): Promise<Chat> =>
  openChat({
    url: app.url,
    secret: app.secrets.directLineSecret,
    adminToken: app.secrets.adminToken,
    locale,
    user,
  })
const get = (path: string) => call(`${app.url}/api/v1/${path}`, { token: app.secrets.adminToken })
const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  call(`${app.url}/api/v1/${path}`, {
    method: 'POST',
    token: app.secrets.adminToken,
    body,
    headers,
  })

/** A complaint in a conversation of its own, filed at the desk. */
async function filed(locale = 'en', more: Record<string, unknown> = {}) {
  const customer = await chat(locale)
  await customer.say(locale === 'en' ? 'my money of 910 is late' : '我的 910 元没到账')
  const body = { conversationId: customer.id, kind: 'complaint', category: 'payout_late', ...more }
  const { status, body: answer } = await send('tickets', body)
  expect(status).toBe(201)
  return { customer, ticket: answer.ticket }
}

const lastWords = async (customer: Chat) => (await customer.history()).map(({ text }) => text)

async function move(no: string, to: string, more: Record<string, unknown> = {}) {
  const { body } = await get(`tickets/${no}`)
  return send(`tickets/${no}/state`, { to, version: body.version, ...more })
}

const result = { code: 'upheld', text: 'The payout was sent again today.' }

describe('a ticket filed at the desk', () => {
  it('stands in the conversation with its number, and a second one is added to it', async () => {
    const { customer, ticket } = await filed()
    expect((await lastWords(customer)).at(-1)).toContain(ticket.no)
    expect(ticket).toMatchObject({ state: 'acknowledged', severity: 'P3', region: 'OTHER' })
    const again = await send('tickets', {
      conversationId: customer.id,
      kind: 'complaint',
      category: 'payout_late',
      statement: 'They called as well.',
      tellCustomer: false,
    })
    expect(again.status).toBe(200)
    expect(again.body.ticket.no).toBe(ticket.no)
    expect(again.body.ticket.history.at(-1)).toMatchObject({ by: 'agent', event: 'contact' })
  })

  it('is filed once, however often the request is sent', async () => {
    const customer = await chat('en')
    const body = { conversationId: customer.id, kind: 'enquiry', category: 'other', statement: 'x' }
    const key = { 'idempotency-key': 'k-1' }
    const [one, two] = await Promise.all([send('tickets', body, key), send('tickets', body, key)])
    expect(one.body.ticket.no).toBe(two.body.ticket.no)
    expect(one.body.ticket.history).toHaveLength(2)
  })

  it('refuses a conversation that is not there', async () => {
    const body = { conversationId: 'nobody', kind: 'enquiry', category: 'other' }
    expect((await send('tickets', body)).status).toBe(404)
  })
})

describe('a change of state', () => {
  it('reaches the customer in their language, with what comes next', async () => {
    const { customer, ticket } = await filed('zh-CN')
    const changed = await move(ticket.no, 'investigating', { tell: '我已联系收单方。' })
    expect(changed.status).toBe(200)
    expect(changed.body.ticket).toMatchObject({ state: 'investigating', version: 2 })
    const told = (await customer.history()).at(-1)
    expect(told?.text).toContain('现在有人在核查')
    expect(told?.text).toContain('同事留言：我已联系收单方。')
    expect(told?.activity.entities[0]).toMatchObject({
      type: 'support/ticket',
      no: ticket.no,
      state: 'investigating',
    })
  })

  it('needs the ticket as it is, a way that is open, and a result to end it', async () => {
    const { ticket } = await filed()
    await move(ticket.no, 'investigating')
    const stale = await send(`tickets/${ticket.no}/state`, { to: 'waiting_customer', version: 1 })
    expect([stale.status, stale.body.error.code]).toEqual([409, 'Stale'])
    const nowhere = await move(ticket.no, 'closed')
    expect([nowhere.status, nowhere.body.error.code]).toEqual([409, 'NotAllowed'])
    expect(nowhere.body.error.message).toContain('waiting_customer')
    const bare = await move(ticket.no, 'resolved')
    expect([bare.status, bare.body.error.code]).toEqual([409, 'ResolutionMissing'])
  })

  it('lets one of two who change it at once win, and tells the other', async () => {
    const { ticket } = await filed()
    const path = `tickets/${ticket.no}/state`
    const both = await Promise.all([
      send(path, { to: 'investigating', version: 1 }),
      send(path, { to: 'referred', version: 1 }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await get(`tickets/${ticket.no}`)).body.version).toBe(2)
  })

  it('tells the result, where else to turn, and asks how it was; a number is the answer', async () => {
    const { customer, ticket } = await filed('en', { statement: 'late' })
    await move(ticket.no, 'investigating')
    await move(ticket.no, 'resolved', { resolution: result })
    const [told, question] = (await customer.history()).slice(-2)
    expect(told?.text).toContain('The payout was sent again today.')
    expect(told?.text).toContain('reply “it is not solved”')
    expect(question?.activity.entities[0]).toMatchObject({ slot: 'satisfaction' })
    const [thanks] = await customer.say('2')
    expect(thanks?.text).toContain('Thank you')
    expect((await get(`tickets/${ticket.no}`)).body.csat).toBe(2)
  })

  it('is undone by the customer, who says that it is not solved', async () => {
    const { customer, ticket } = await filed('zh-CN')
    await move(ticket.no, 'investigating')
    await move(ticket.no, 'resolved', { resolution: { ...result, text: '已重新出款。' } })
    const [told] = await customer.say('还是没有解决，钱没到')
    expect(told?.text).toContain('已重新打开')
    const { body } = await get(`tickets/${ticket.no}`)
    expect(body).toMatchObject({ state: 'reopened' })
    expect(body.history.at(-1)).toMatchObject({ by: 'customer', note: '还是没有解决，钱没到' })
    expect(body.next).toContain('investigating')
  })

  it('comes from the agent while the agent has the conversation', async () => {
    const { customer, ticket } = await filed()
    await customer.say('I want to talk to a person')
    await app.agent(customer.id, 'claim', { agent: 'Lin' })
    await move(ticket.no, 'investigating', { tell: 'I look at it myself.' })
    const told = (await customer.history()).at(-1)
    expect(told?.activity.from).toMatchObject({ id: 'agent' })
    expect(told?.text).toMatch(/\nI look at it myself\.$/)
  })

  it('hides a card number in what the agent writes', async () => {
    const { customer, ticket } = await filed()
    await move(ticket.no, 'investigating', { tell: 'Your card 6222021234567896204 is fine.' })
    expect((await lastWords(customer)).at(-1)).not.toContain('6222021234567896204')
  })
})

describe('what the desk does beside', () => {
  it('assigns, escalates and notes without a word to the customer', async () => {
    const { customer, ticket } = await filed()
    const before = (await lastWords(customer)).length
    const account = { login: 'ada', name: 'Ada', role: 'agent', languages: ['en'], capacity: 3 }
    const { body: made } = await send('agents', { ...account, skills: [] })
    await send(`tickets/${ticket.no}/assign`, { agent: made.agent.id })
    await send(`tickets/${ticket.no}/escalate`, { reason: 'Third call.' })
    const { body } = await send(`tickets/${ticket.no}/note`, { text: 'Called the acquirer.' })
    expect(body.ticket).toMatchObject({ assignee: made.agent.id, escalated: true, version: 4 })
    expect(body.ticket.history.slice(-3).map((each: { event: string }) => each.event)).toEqual([
      'assigned',
      'escalated',
      'note',
    ])
    expect(await lastWords(customer)).toHaveLength(before)
    expect((await get(`tickets?agent=${made.agent.id}`)).body.tickets).toHaveLength(1)
  })

  it('extends a clock as far as the rules allow, with the reason told', async () => {
    const { customer, ticket } = await filed('zh-CN')
    expect(ticket.clocks[0]).toMatchObject({ regime: 'cn_payment_institution', warn: 'none' })
    const path = `tickets/${ticket.no}/extend`
    const clock = { regime: 'cn_payment_institution', reason: '收款银行还在核实' }
    const long = await send(path, { ...clock, until: '2027-06-30' })
    expect([long.status, long.body.error.code]).toEqual([409, 'TooLong'])
    const { body } = await send(path, { ...clock, until: '2026-12-31' })
    expect(body.ticket.dueAt).toBe('2026-12-31T23:59:59+08:00')
    expect((await lastWords(customer)).at(-1)).toContain('收款银行还在核实。')
  })

  it('lists what is due first, a page at a time', async () => {
    const { body } = await get('tickets?open=true&order=due&limit=2')
    const { body: rest } = await get(`tickets?open=true&order=due&limit=100&before=${body.next}`)
    const all = [...body.tickets, ...rest.tickets].map((each: { dueAt: string }) =>
      Date.parse(each.dueAt),
    )
    expect(all).toEqual(all.toSorted((one, other) => one - other))
    expect(new Set(all.map(String)).size).toBeGreaterThan(1)
  })
})

describe('what an agent looks up', () => {
  it('finds a ticket, a person, what was said, an article and a text at hand', async () => {
    const customer = await chat('zh-CN', shop)
    await customer.say('POS 机刷卡 3260 元没到账，参考号 081234567890，麻烦查一下青岛那台机子')
    const body = { conversationId: customer.id, kind: 'complaint', category: 'payout_late' }
    const { body: answer } = await send('tickets', body)
    const found = async (q: string) => (await get(`search?q=${encodeURIComponent(q)}`)).body.results
    const kinds = async (q: string) => (await found(q)).map((each: { kind: string }) => each.kind)
    const indexed = (q: string) => expect.poll(() => kinds(q), { timeout: 10_000 })
    await indexed('青岛').toContain('conversation')
    await indexed('34567').toContain('ticket')
    await indexed('晨光').toContain('customer')
    expect((await found(answer.ticket.no))[0]).toMatchObject({ kind: 'ticket', score: 1 })
    expect((await found('M1001'))[0]).toMatchObject({ kind: 'customer', ref: 'M1001' })
    expect(await kinds('/due')).toContain('canned')
    expect(await kinds('什么是 T+1')).toContain('article')
    expect((await get('tickets?q=34567')).body.tickets[0].no).toBe(answer.ticket.no)
    const { body: history } = await get('customers/M1001')
    expect(history.customer).toMatchObject({ name: '晨光便利店', trusted: true })
    expect(history.tickets[0].no).toBe(answer.ticket.no)
    expect(history.conversations[0].preview).toContain('青岛')
  })

  it.each([
    ['zh-CN', '商户'],
    ['en', 'Merchant'],
  ])(
    'calls who has no name by the side they say they are on, in %s: %s',
    async (locale, called) => {
      const word = locale === 'en' ? 'Wexelbury' : '榆林巷'
      const customer = await chat('zh-CN')
      await customer.say(`我是商户，昨天在${word}刷的 640 没到账`)
      const path = `search?q=${encodeURIComponent(word)}&locale=${locale}`
      const titles = async () =>
        (await get(path)).body.results.flatMap((each: { kind: string; title: string }) =>
          each.kind === 'conversation' ? [each.title] : [],
        )
      await expect.poll(titles, { timeout: 10_000 }).toEqual([called])
    },
  )

  it('lists what a customer thought of each talk with a person, the latest first', async () => {
    const who = { id: 'dl_judge', role: 'merchant', merchantId: 'M-judge', name: 'Judge' }
    const talks: [score: number, comment: string][] = [
      [4, 'friendly'],
      [2, 'too slow'],
    ]
    const customer = await chat('en', who)
    for (const [score, comment] of talks) {
      await customer.say('I want a person')
      await send(`handoffs/${customer.id}/claim`, { agent: 'Chen' })
      await send(`handoffs/${customer.id}/close`, {})
      const value = { score, comment }
      await customer.post({ type: 'event', name: 'support.rating', value })
      await expect
        .poll(async () => (await get(`conversations/${customer.id}`)).body.rating)
        .toEqual({ score, comment })
    }
    const { ratings } = customerView.parse((await get('customers/M-judge')).body)
    expect(ratings).toMatchObject([
      { about: 'handoff', score: 2, comment: 'too slow' },
      { about: 'handoff', score: 4, comment: 'friendly' },
    ])
    expect(new Set(ratings.map(({ ref }) => ref)).size).toBe(2)
  })

  it('suggests articles and texts on what was said last', async () => {
    const customer = await chat('zh-CN')
    await customer.say('什么是 T+1？周末也算吗')
    const { body } = await get(`conversations/${customer.id}/suggestions`)
    expect(body.articles.length).toBeGreaterThan(0)
    // An agent inserts them into a reply, and a customer sees no Markdown.
    expect(JSON.stringify(body.articles)).not.toMatch(/\*\*|\\n- |"- /)
    expect(JSON.stringify(body.articles)).toContain('• ')
    expect(body.canned[0]).toMatchObject({ locale: 'zh-CN', shortcut: '/workdays' })
  })

  it('keeps what leads make of the texts at hand', async () => {
    const own = { shortcut: '/slip', title: 'The slip', locale: 'en', text: 'Hi {{customer}}.' }
    const { status, body } = await send('canned-answers', own)
    expect(status).toBe(201)
    expect((await send('canned-answers', own)).body.error.code).toBe('ShortcutTaken')
    const bad = await send('canned-answers', { ...own, shortcut: '/x', text: '{{phone}}' })
    expect(bad.body.error.message).toContain('{{customer}}')
    await send('canned-answers/due.en', { text: 'By {{due}}.' })
    await send(`canned-answers/${body.cannedAnswer.id}`, { disabled: true })
    const { body: list } = await get('canned-answers?locale=en')
    const byShortcut = (shortcut: string) =>
      list.cannedAnswers.find((each: { shortcut: string }) => each.shortcut === shortcut)
    expect(byShortcut('/due').text).toBe('By {{due}}.')
    expect(byShortcut('/slip')).toBeUndefined()
  })
})

describe('the trace pack', () => {
  it('tells whom to ask, with every number and the sentence to say', async () => {
    const customer = await chat('en', shop)
    await customer.say('I took ¥3,260 last Saturday, card 9034, and it is not here')
    const path = `conversations/${customer.id}/trace-pack`
    const { body } = await get(`${path}?locale=en`)
    const rows = body.sections.flatMap((each: { rows: { label: string }[] }) => each.rows)
    const labels = rows.map((each: { label: string }) => each.label)
    expect(labels).toEqual(expect.arrayContaining(['Amount', 'Card, last four digits', 'Contact']))
    const text = await get(`${path}?format=text`)
    expect(text.headers.get('content-type')).toContain('text/plain')
    expect(text.body).toContain('CNY 3,260.00')
    const pdf = await fetch(`${app.url}/api/v1/${path}?format=pdf&locale=zh-CN`, {
      headers: { authorization: `Bearer ${app.secrets.adminToken}` },
    })
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it('is there for a ticket, too, and for nothing else', async () => {
    const { ticket } = await filed()
    expect((await get(`tickets/${ticket.no}/trace-pack`)).status).toBe(200)
    expect((await get('tickets/TK1/trace-pack')).status).toBe(404)
  })
})

describe('who has no role', () => {
  it('reads and changes nothing', async () => {
    expect((await call(`${app.url}/api/v1/search?q=x`)).status).toBe(401)
    expect((await post(`${app.url}/api/v1/tickets`, 'wrong', {})).status).toBe(403)
  })
})
