import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connectorClient } from '../../../src/channels/bot-framework/connector.ts'
import { foreignActivity } from '../../../src/channels/bot-framework/foreign-activity.ts'
import type { JsonObject } from '../../../src/ports/json.ts'
import type { LoggedActivity } from '../../../src/ports/store.ts'
import { customerSays, startBotService } from '../../support/bot-service.ts'
import { post } from '../../support/web.ts'

const reference = {
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversation: { id: '19:abc', isGroup: true },
  bot: { id: '28:bot', name: 'Daozhang' },
  user: { id: '29:user' },
}

function logged(activity: JsonObject): LoggedActivity {
  const id = 'msteams:19:abc|0000002'
  const common = { type: 'message', id, text: 'Which one?', locale: 'en', timestamp: 'now' }
  return {
    conversationId: 'msteams:19:abc',
    seq: 2,
    id,
    direction: 'out',
    activity: { ...common, from: { id: 'daozhang', role: 'bot' }, ...activity },
    at: '2026-11-24T02:00:00.000Z',
  }
}

const on = (channelId: string, activity: JsonObject) =>
  foreignActivity(logged(activity), { reference: { ...reference, channelId } })

const choices = (...labels: string[]) => ({
  to: [],
  actions: labels.map((label) => ({ type: 'imBack', title: label, value: label })),
})

describe('foreignActivity', () => {
  it('puts a reply between the service’s own ids and tells ours apart', () => {
    const activity = foreignActivity(logged({ replyToId: 'ours' }), { reference, replyToId: 'a-1' })
    expect(activity).toEqual({
      type: 'message',
      channelId: 'msteams',
      serviceUrl: reference.serviceUrl,
      conversation: { id: '19:abc', isGroup: true },
      from: { id: '28:bot', name: 'Daozhang' },
      recipient: { id: '29:user' },
      replyToId: 'a-1',
      text: 'Which one?',
      locale: 'en',
      channelData: { deliveryId: 'msteams:19:abc|0000002' },
    })
  })

  it.each(['emulator', 'webchat', 'telegram', 'line'])('leaves the buttons on %s', (channel) => {
    const suggestedActions = choices('¥910', '¥1,580')
    expect(on(channel, { suggestedActions })).toMatchObject({
      text: 'Which one?',
      suggestedActions,
    })
  })

  it.each(['msteams', 'slack', 'email', 'sms', 'something-new'])(
    'writes the choices as numbered lines on %s',
    (channel) => {
      const activity = on(channel, { suggestedActions: choices('¥910', '¥1,580') })
      expect(activity?.text).toBe('Which one?\n1. ¥910\n2. ¥1,580')
      expect(activity).not.toHaveProperty('suggestedActions')
    },
  )

  it('writes more choices than a channel has room for as numbered lines', () => {
    const labels = Array.from({ length: 14 }, (_, n) => `choice ${n}`)
    const activity = on('line', { suggestedActions: choices(...labels) })
    expect(activity?.text).toContain('\n14. choice 13')
    expect(activity).not.toHaveProperty('suggestedActions')
  })

  it.each([
    ['en', 'Chen: Hello'],
    ['zh-CN', 'Chen：Hello'],
  ])(
    'says who speaks when it is a person, for there all is said by the bot (%s)',
    (locale, text) => {
      const from = { id: 'agent', name: 'Chen', role: 'channel' }
      expect(on('msteams', { from, text: 'Hello', locale })).toMatchObject({
        text,
        from: { id: '28:bot' },
      })
    },
  )

  it('keeps our entities everywhere and citations where they are drawn', () => {
    const entities = [
      { type: 'support/answer', articles: [] },
      { type: 'https://schema.org/Message', citation: [] },
    ]
    expect(on('msteams', { entities })?.entities).toEqual(entities.slice(0, 1))
    expect(on('webchat', { entities })?.entities).toEqual(entities)
  })

  it.each(['event', 'typing', 'handoff', 'trace'])('sends no %s', (type) => {
    expect(on('msteams', { type })).toBeUndefined()
  })
})

/** A bot as the samples write it: the SDK's own adapter, without credentials. */
async function startSampleBot(say: string) {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const part of request) text += part
    const answer = {
      socket: response.socket,
      header: (name: string, value: string) => response.setHeader(name, value),
      status: (status: number) => (response.statusCode = status),
      send: (body: unknown) => response.write(JSON.stringify(body)),
      end: () => response.end(),
    }
    const asked = Object.assign(request, { body: JSON.parse(text) })
    await adapter.process(asked as never, answer as never, async (context) => {
      const [locale, textFormat, inputHint] = ['en', 'plain', 'acceptingInput']
      await context.sendActivity({ type: 'message', text: say, locale, textFormat, inputHint })
    })
  })
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => void server.close(),
  }
}

describe('what the service receives', () => {
  it('is what the SDK’s own CloudAdapter sends, and our id', async () => {
    const service = await startBotService()
    onTestFinished(() => service.stop())
    const sample = await startSampleBot('Which one?')
    onTestFinished(sample.stop)
    const asked = customerSays('hello', { serviceUrl: service.url, id: 'a-1' })
    await post(sample.url, undefined, asked)
    await service.whenPosted(1)

    const ours = foreignActivity(logged({ textFormat: 'plain', inputHint: 'acceptingInput' }), {
      replyToId: 'a-1',
      reference: {
        channelId: 'emulator',
        serviceUrl: service.url,
        conversation: { id: asked.conversation.id },
        bot: { id: 'bot-1', name: 'Daozhang' },
        user: { id: 'user-1', name: 'Li' },
      },
    })
    await connectorClient(undefined)(
      {
        deliveryId: 'd',
        serviceUrl: service.url,
        conversationId: asked.conversation.id,
        replyToId: 'a-1',
        activity: ours ?? {},
      },
      new AbortController().signal,
    )
    const [theirs, mine] = service.posted
    expect(mine?.path).toBe(theirs?.path)
    expect(withoutRoles(mine?.body)).toEqual({
      ...withoutRoles(theirs?.body),
      channelData: { deliveryId: 'msteams:19:abc|0000002' },
    })
  })
})

/** The sample gives the accounts back as they came; we keep of them what an answer needs. */
function withoutRoles(body: Record<string, JsonObject>) {
  const { role: _bot, ...from } = body.from ?? {}
  const { role: _user, ...recipient } = body.recipient ?? {}
  return { ...body, from, recipient }
}
