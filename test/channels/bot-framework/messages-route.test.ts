import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type Authenticate,
  microsoftAuthentication,
} from '../../../src/channels/bot-framework/authenticate.ts'
import { messagesRoute } from '../../../src/channels/bot-framework/messages-route.ts'
import { isAllowedServiceUrl } from '../../../src/channels/bot-framework/service-url.ts'
import type { JsonObject } from '../../../src/ports/json.ts'
import { Refusal } from '../../../src/web/refusal.ts'
import { call, startTestWeb, type TestWeb } from '../../support/web.ts'

const activity = {
  type: 'message',
  id: 'a-1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/amer/',
  conversation: { id: '19:abc' },
  from: { id: '29:user', name: 'Li' },
  recipient: { id: '28:bot', name: 'Daozhang' },
  text: '钱没到账',
  deliveryMode: 'expectReplies',
}

const authenticate: Authenticate = async (_activity, header) => {
  if (header !== 'Bearer good') throw new Refusal(401, 'Unauthorized', 'no')
}

let web: TestWeb
const remembered: [string, JsonObject][] = []
beforeEach(async () => {
  web = await startTestWeb()
  remembered.length = 0
})
afterEach(() => web.stop())

function mount(options: { authenticate?: Authenticate; emulator?: boolean }) {
  const { store, inbox } = web.bot
  const remember = async (id: string, reference: JsonObject) => {
    remembered.push([id, reference])
  }
  web.server.add([messagesRoute({ store, inbox, now: () => new Date(), remember, ...options })])
}

const deliver = (body: unknown, token?: string) =>
  call(`${web.url}/api/messages`, { method: 'POST', body, ...(token && { token }) })

describe('POST /api/messages', () => {
  it('is closed without Microsoft credentials', async () => {
    mount({})
    const answer = await deliver(activity)
    expect(answer.status).toBe(403)
    expect(answer.body.error.code).toBe('NotConfigured')
    expect(web.bot.received).toEqual([])
  })

  it('hands a message of the service to the inbox once', async () => {
    mount({ authenticate })
    const first = await deliver(activity, 'good')
    const again = await deliver(activity, 'good')
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body.id).toBe(first.body.id)
    expect(web.bot.received).toHaveLength(1)
    expect(web.bot.received[0]).toMatchObject({
      channel: 'msteams',
      conversationId: 'msteams:19:abc',
      activity: { text: '钱没到账', from: { id: 'msteams:29:user', role: 'user' } },
    })
    expect(web.bot.received[0]?.activity).not.toHaveProperty('deliveryMode')
  })

  it('names the files of a message, and calls no address of theirs', async () => {
    mount({ authenticate })
    const attachments = [
      { contentType: 'text/html', content: '<p>钱没到账</p>' },
      { name: '小票.png', contentType: 'image/png', contentUrl: 'https://files.example/slip' },
      { contentType: 'image/png', contentUrl: 'https://files.example/photo' },
    ]
    await deliver({ ...activity, attachments }, 'good')
    const left = { contentType: 'application/octet-stream', content: { notKept: 'named' } }
    expect(web.bot.received[0]?.activity.attachments).toEqual([
      { name: '小票.png', ...left },
      { name: 'file', ...left },
    ])
  })

  it('remembers where the answers go', async () => {
    mount({ authenticate })
    await deliver(activity, 'good')
    expect(remembered[0]).toEqual([
      'msteams:19:abc',
      {
        channelId: 'msteams',
        serviceUrl: activity.serviceUrl,
        conversation: { id: '19:abc' },
        bot: { id: '28:bot', name: 'Daozhang' },
        user: { id: '29:user', name: 'Li' },
      },
    ])
  })

  it('does not name the service’s id in an answer when it cannot be kept as it is', async () => {
    mount({ authenticate })
    const idOf = (n: number) => web.bot.received[n]?.activity.channelData
    await deliver({ ...activity, id: 'f:1764123456789' }, 'good')
    await deliver({ ...activity, id: 'f:4111111111111111' }, 'good')
    expect([idOf(0), idOf(1)]).toEqual([{ activityId: 'f:1764123456789' }, undefined])
  })

  it('remembers of a conversation what its service wants to hear again, and nothing else', async () => {
    mount({ authenticate })
    const kind = { isGroup: true, conversationType: 'channel', tenantId: 't-1' }
    const conversation = { id: '19:abc', name: 'Accounts', ...kind, more: [1] }
    await deliver({ ...activity, conversation }, 'good')
    expect(remembered[0]?.[1].conversation).toEqual({ id: '19:abc', ...kind })
  })

  it.each([
    ['no token', undefined],
    ['a bad token', 'bad'],
  ])('refuses %s with 401', async (_case, token) => {
    mount({ authenticate })
    expect((await deliver(activity, token)).status).toBe(401)
    expect(web.bot.received).toEqual([])
  })

  it.each([
    ['an empty object', {}],
    ['a type that is a number', { type: 5 }],
    ['a message without a conversation', { ...activity, conversation: undefined }],
    ['a service address that is none', { ...activity, serviceUrl: 'nowhere' }],
    ['a list', []],
    ['no JSON', '{'],
  ])('answers %s with 400', async (_case, body) => {
    mount({ authenticate })
    expect((await deliver(body, 'good')).status).toBe(400)
  })

  it('never sends answers to a stranger’s address', async () => {
    mount({ authenticate })
    const answer = await deliver({ ...activity, serviceUrl: 'https://evil.example/' }, 'good')
    expect(answer.status).toBe(403)
    expect(web.bot.received).toEqual([])
  })

  it.each(['event', 'typing', 'invoke', 'installationUpdate', 'messageReaction'])(
    'acknowledges %s without working it: none may pass for an internal event',
    async (type) => {
      mount({ authenticate })
      const answer = await deliver({ ...activity, type, name: 'handoff.close' }, 'good')
      expect(answer.status).toBe(200)
      expect(web.bot.received).toEqual([])
    },
  )

  it('greets a person who was added, silently, and not the bot itself', async () => {
    mount({ authenticate })
    const update = { ...activity, type: 'conversationUpdate', text: undefined }
    await deliver({ ...update, id: 'a', membersAdded: [{ id: '28:bot' }] }, 'good')
    await deliver({ ...update, id: 'b', membersAdded: [{ id: '29:user' }] }, 'good')
    expect(web.bot.received).toHaveLength(1)
    expect(web.bot.received[0]?.silent).toBe(true)
  })

  it('serves the local emulator only when asked to, and answers only on this machine', async () => {
    mount({ emulator: true })
    const local = { ...activity, channelId: 'emulator', serviceUrl: 'http://localhost:9000' }
    expect((await deliver(local)).status).toBe(200)
    expect((await deliver({ ...local, serviceUrl: 'http://10.0.0.1:9000' })).status).toBe(403)
  })

  it('lets the SDK refuse a token that is no token', async () => {
    const credentials = { appId: 'app', appPassword: 'p', appType: 'MultiTenant', appTenantId: '' }
    mount({ authenticate: microsoftAuthentication(credentials) })
    const answer = await deliver(activity, 'not.a.token')
    expect(answer.status).toBe(401)
    expect(answer.body.error.code).toBe('Unauthorized')
  })

  it('does not take an empty app id, which the SDK reads as "let everybody in"', () => {
    const credentials = { appId: '', appPassword: '', appType: '', appTenantId: '' }
    expect(() => microsoftAuthentication(credentials)).toThrow(RangeError)
  })
})

describe('isAllowedServiceUrl', () => {
  it.each([
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://directline.botframework.com/', true],
    ['https://webchat.botframework.com/', true],
    ['http://smba.trafficmanager.net/emea/', false],
    ['https://evil.trafficmanager.net/', false],
    ['https://botframework.com.evil.example/', false],
    ['https://evilbotframework.com/', false],
    ['https://a@evil.example/', false],
    ['https://smba.trafficmanager.net@evil.example/', false],
    ['https://127.0.0.1/', false],
    ['file:///etc/passwd', false],
    ['', false],
  ])('%s: %s', (url, allowed) => {
    expect(isAllowedServiceUrl(url)).toBe(allowed)
  })
})
