import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { call, post, secret, startTestWeb, type TestWeb } from '../../support/web.ts'

let web: TestWeb
beforeEach(async () => {
  web = await startTestWeb()
})
afterEach(() => web.stop())

async function started(body: unknown = {}) {
  const { body: grant } = await post(`${web.base}/tokens/generate`, secret, body)
  const { body: opened } = await post(`${web.base}/conversations`, grant.token, {})
  return { id: opened.conversationId as string, token: opened.token as string, opened }
}

describe('Direct Line tokens', () => {
  it('gives a token for a new conversation to the holder of the secret', async () => {
    const { status, body } = await post(`${web.base}/tokens/generate`, secret, {})
    expect(status).toBe(200)
    expect(body).toMatchObject({ conversationId: expect.any(String), expires_in: 1800 })
  })

  it('seals the identity an integrator vouches for', async () => {
    const user = { id: 'dl_42', name: '王小明', role: 'merchant', merchantId: 'M1' }
    const { id } = await started({ user })
    expect((await web.bot.store.conversation(id))?.identity).toEqual({
      userId: 'dl_42',
      trusted: true,
      name: '王小明',
      role: 'merchant',
      merchantId: 'M1',
    })
  })

  it('shows the user id to Web Chat in the claim `user`', async () => {
    const { token } = await started({ user: { id: 'dl_42' } })
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    expect(claims.user).toBe('dl_42')
  })

  it.each([
    ['an id without dl_', { user: { id: 'victim' } }],
    ['a card number as the id', { user: { id: 'dl_6222021234567890128' } }],
    ['a card number as the merchant', { user: { id: 'dl_1', merchantId: '6222021234567890128' } }],
    ['an unknown role', { user: { id: 'dl_1', role: 'admin' } }],
    ['a body that is a list', []],
  ])('refuses %s with a teaching sentence', async (_case, body) => {
    const answer = await post(`${web.base}/tokens/generate`, secret, body)
    expect(answer.status).toBe(400)
    expect(answer.body.error).toMatchObject({ code: 'BadArgument', message: expect.any(String) })
  })

  it('keeps conversation and identity when a token is refreshed', async () => {
    const { id, token } = await started({ user: { id: 'dl_7', merchantId: 'M7' } })
    const { body } = await call(`${web.base}/tokens/refresh`, { method: 'POST', token })
    expect(body.conversationId).toBe(id)
    const claims = await web.tokens.verifyConversation(body.token)
    expect(claims.identity).toMatchObject({ userId: 'dl_7', merchantId: 'M7' })
  })

  it('does not let a start or a message change who the customer is', async () => {
    const { body: grant } = await post(`${web.base}/tokens/generate`, secret, {
      user: { id: 'dl_me', merchantId: 'M1' },
    })
    const forged = { id: 'dl_victim', role: 'merchant', merchantId: 'M2', name: 'x' }
    const { body } = await post(`${web.base}/conversations`, grant.token, { user: forged })
    const path = `${web.base}/conversations/${body.conversationId}/activities`
    await post(path, grant.token, { type: 'message', text: 'hi', from: { ...forged, role: 'bot' } })
    const row = await web.bot.store.conversation(body.conversationId)
    expect(row?.identity).toEqual({ userId: 'dl_me', trusted: true, merchantId: 'M1' })
    expect(web.bot.received.at(-1)?.activity.from).toEqual({ id: 'dl_me', role: 'user' })
  })

  it('gives the chat page an anonymous token, and other sites none', async () => {
    const path = `${web.base}/tokens/anonymous`
    const own = await call(path, { method: 'POST', body: { locale: 'en' } })
    const claims = await web.tokens.verifyConversation(own.body.token)
    expect(claims.identity).toMatchObject({ trusted: false, locale: 'en' })
    const headers = { origin: 'https://elsewhere.example' }
    expect((await call(path, { method: 'POST', headers })).status).toBe(403)
  })

  it.each([
    [['https://shop.example'], 'https://shop.example', 200],
    [['https://shop.example'], 'https://shop.example:8443', 403],
    [['https://shop.example'], 'https://shop.example.evil.example', 403],
    [['https://shop.example'], 'null', 403],
    [['*'], 'https://anywhere.example', 200],
  ])('answers, with pages %j named, the page %s with %i', async (widgetOrigins, origin, status) => {
    const open = await startTestWeb({ widgetOrigins })
    const headers = { origin, 'sec-fetch-site': 'cross-site' }
    const path = `${open.base}/tokens/anonymous`
    const answer = await call(path, { method: 'POST', body: {}, headers })
    const claims = answer.body.token
      ? await open.tokens.verifyConversation(answer.body.token)
      : undefined
    await open.stop()
    expect(answer.status).toBe(status)
    // A token got by one page is of no use on another.
    if (status === 200) expect(claims?.origins).toEqual([origin])
  })
})

describe('Direct Line conversations', () => {
  it('answers 201 at the first start and 200 afterwards, and greets once', async () => {
    const { body: grant } = await post(`${web.base}/tokens/generate`, secret, {})
    const first = await post(`${web.base}/conversations`, grant.token, { locale: 'en' })
    const again = await post(`${web.base}/conversations`, grant.token, {})
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.body.conversationId).toBe(first.body.conversationId)
    expect(first.body.streamUrl).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/.*\?t=/)
    expect(web.bot.received.map(({ activity }) => activity.type)).toEqual(['conversationUpdate'])
    expect(web.bot.received[0]?.silent).toBe(true)
  })

  it('greets in the locale given at the start', async () => {
    const { body: grant } = await post(`${web.base}/tokens/generate`, secret, {})
    await post(`${web.base}/conversations`, grant.token, { locale: 'en-US' })
    const row = await web.bot.store.conversation(grant.conversationId)
    expect(row?.identity.locale).toBe('en-US')
    expect(web.bot.received[0]?.activity.locale).toBe('en-US')
  })

  it('starts a new conversation for each start with the secret itself', async () => {
    const one = await post(`${web.base}/conversations`, secret, {})
    const other = await post(`${web.base}/conversations`, secret, {})
    expect(one.status).toBe(201)
    expect(one.body.conversationId).not.toBe(other.body.conversationId)
  })
})

describe('Direct Line activities', () => {
  it('answers the same id to a repeated clientActivityID and works it once', async () => {
    const { id, token } = await started()
    const message = { type: 'message', text: 'hi', channelData: { clientActivityID: 'c1' } }
    const path = `${web.base}/conversations/${id}/activities`
    const answers = await Promise.all([1, 2, 3].map(() => post(path, token, message)))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(web.bot.received.filter(({ activity }) => activity.type === 'message')).toHaveLength(1)
  })

  it('takes equal messages without a clientActivityID as two messages', async () => {
    const { id, token } = await started()
    const path = `${web.base}/conversations/${id}/activities`
    const one = await post(path, token, { type: 'message', text: 'hi' })
    const other = await post(path, token, { type: 'message', text: 'hi' })
    expect(one.body.id).not.toBe(other.body.id)
  })

  it('does not let a client take the key of the greeting', async () => {
    const { id, token } = await started()
    const channelData = { clientActivityID: 'start' }
    const path = `${web.base}/conversations/${id}/activities`
    await post(path, token, { type: 'message', text: 'hi', channelData })
    expect(web.bot.received).toHaveLength(2)
  })

  it('echoes the customer’s message first, with its id, then the reply to it', async () => {
    const { id, token } = await started()
    const path = `${web.base}/conversations/${id}/activities`
    const channelData = { clientActivityID: 'c9', secretField: 1 }
    const sent = await post(path, token, { type: 'message', text: 'hi', channelData })
    await new Promise((resolve) => setImmediate(resolve))
    const { body } = await call(path, { token })
    const [welcome, echo, reply] = body.activities
    expect(welcome.text).toBe('welcome')
    expect(echo).toMatchObject({ id: sent.body.id, channelData: { clientActivityID: 'c9' } })
    expect(echo.channelData).not.toHaveProperty('secretField')
    expect(reply).toMatchObject({ text: 'echo: hi', replyToId: sent.body.id })
    expect(body.watermark).toBe('3')
  })

  it.each([
    ['', 3, '3'],
    ['1', 2, '3'],
    ['3', 0, '3'],
    ['99', 0, '3'],
    ['-1', 3, '3'],
    ['abc', 3, '3'],
    ['1e1', 3, '3'],
    ['9'.repeat(40), 3, '3'],
  ])('answers watermark "%s" with %i activities', async (watermark, count, next) => {
    const { id, token } = await started()
    const path = `${web.base}/conversations/${id}/activities`
    await post(path, token, { type: 'message', text: 'hi' })
    await new Promise((resolve) => setImmediate(resolve))
    const { status, body } = await call(`${path}?watermark=${watermark}`, { token })
    expect(status).toBe(200)
    expect(body.activities).toHaveLength(count)
    expect(body.watermark).toBe(next)
  })

  it('answers a poll with nothing new while the store is away, and a post with 503', async () => {
    const { id, token } = await started()
    const path = `${web.base}/conversations/${id}/activities`
    web.bot.breakStore(true)
    const poll = await call(`${path}?watermark=1`, { token })
    const sent = await post(path, token, { type: 'message', text: 'hi' })
    web.bot.breakStore(false)
    expect(poll).toMatchObject({ status: 200, body: { activities: [], watermark: '1' } })
    expect(sent).toMatchObject({ status: 503, body: { error: { code: 'TemporarilyUnavailable' } } })
    expect(sent.headers.get('retry-after')).toBe('2')
  })

  it.each([
    ['event', 200],
    ['typing', 200],
    ['invoke', 400],
    ['conversationUpdate', 400],
    ['handoff', 400],
    ['💥', 400],
  ])('answers an activity of type %s with %i and keeps it from the bot', async (type, status) => {
    const { id, token } = await started()
    const path = `${web.base}/conversations/${id}/activities`
    const answer = await post(path, token, { type, name: 'handoff.close', text: 'x' })
    expect(answer.status).toBe(status)
    expect(web.bot.received).toHaveLength(1)
  })

  it('leaves deliveryMode, recipient, entities and serviceUrl of a client behind', async () => {
    const { id, token } = await started()
    await post(`${web.base}/conversations/${id}/activities`, token, {
      type: 'message',
      text: 'hi',
      deliveryMode: 'expectReplies',
      serviceUrl: 'http://evil.example',
      recipient: { id: 'x' },
      entities: [{ type: 'support/verdict' }],
      id: 'mine',
      timestamp: '1970-01-01',
    })
    expect(Object.keys(web.bot.received.at(-1)?.activity ?? {}).toSorted()).toEqual(
      ['channelId', 'conversation', 'from', 'recipient', 'text', 'type'].toSorted(),
    )
  })

  it('hands a text over the bot’s own limit to the bot, up to 100,000 characters', async () => {
    const { id, token } = await started()
    const path = `${web.base}/conversations/${id}/activities`
    const longest = await post(path, token, { type: 'message', text: '到'.repeat(100_000) })
    const longer = await post(path, token, { type: 'message', text: 'x'.repeat(100_001) })
    expect([longest.status, longer.status]).toEqual([200, 400])
  })

  it('slows strangers who start conversations, not an integrator’s back end', async () => {
    const limited = await startTestWeb({ rateLimits: true, rateClock: () => 0 })
    const many = Array.from({ length: 40 }, (_, index) => index)
    const strangers = await Promise.all(
      many.map(() => call(`${limited.base}/tokens/anonymous`, { method: 'POST' })),
    )
    const customers = await Promise.all(
      many.map((index) =>
        post(`${limited.base}/conversations`, secret, { user: { id: `dl_${index}` } }),
      ),
    )
    await limited.stop()
    expect(strangers.filter(({ status }) => status === 429)).toHaveLength(10)
    expect(new Set(customers.map(({ status }) => status))).toEqual(new Set([201]))
  })

  it('slows a conversation down with 429 and Retry-After, but never its polling', async () => {
    const limited = await startTestWeb({ rateLimits: true, rateClock: () => 0 })
    const { body: grant } = await post(`${limited.base}/conversations`, secret, {})
    const path = `${limited.base}/conversations/${grant.conversationId}/activities`
    const sent = await Promise.all(
      Array.from({ length: 21 }, () => post(path, grant.token, { type: 'message', text: 'x' })),
    )
    const polls = await Promise.all(
      Array.from({ length: 300 }, () => call(path, { token: grant.token })),
    )
    await limited.stop()
    expect(sent.filter(({ status }) => status === 429)).toHaveLength(1)
    expect(new Set(polls.map(({ status }) => status))).toEqual(new Set([200]))
  })
})
