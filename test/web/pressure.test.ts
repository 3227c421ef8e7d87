import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createPressure, mostInHand } from '../../src/web/pressure.ts'
import { call, post, secret, startTestWeb } from '../support/web.ts'

describe('pressure', () => {
  const none = { turns: 0, writes: 0 }

  it.each([
    ['nothing', none, undefined],
    ['a full line', { ...none, turns: mostInHand.turns }, 'too many turns in line'],
    ['a line with one place left', { ...none, turns: mostInHand.turns - 1 }, undefined],
    [
      'a stuck store',
      { ...none, writes: mostInHand.writes },
      'too many messages wait for the store',
    ],
  ])('tells of %s', (_case, work, reason) => {
    expect(createPressure({ behind: () => work }).reason()).toBe(reason)
  })

  it('counts the requests being answered, the one that asks included', () => {
    const pressure = createPressure({ behind: () => none, most: { requests: 2 } })
    const leave = [pressure.enter(), pressure.enter()]
    expect(pressure.reason()).toBeUndefined()
    const third = pressure.enter()
    expect(pressure.reason()).toBe('too many requests in hand')
    third()
    leave[0]?.()
    expect(pressure.reason()).toBeUndefined()
  })

  it('stops for good', () => {
    const pressure = createPressure({ behind: () => none })
    pressure.stop()
    expect(pressure.reason()).toBe('stopping')
  })
})

describe('a process with too much in hand', () => {
  let release = () => {}
  afterEach(() => release())

  async function setUp() {
    const work = { turns: 0, writes: 0 }
    const pressure = createPressure({ behind: () => work })
    const web = await startTestWeb({ pressure })
    onTestFinished(() => web.stop())
    web.server.add([
      {
        method: 'GET',
        path: '/healthz',
        limit: 'none',
        handler: () => ({ status: 200, json: {} }),
      },
      { method: 'GET', path: '/api/v1/x', handler: () => ({ status: 200, json: {} }) },
      { method: 'POST', path: '/api/messages', handler: () => ({ status: 200, json: {} }) },
    ])
    const { body: grant } = await post(`${web.base}/conversations`, secret, {})
    const path = `${web.base}/conversations/${grant.conversationId}/activities`
    const say = () => post(path, grant.token, { type: 'message', text: 'hi' })
    return { web, work, pressure, path, token: grant.token as string, say }
  }

  it.each([
    ['overloaded', 'Overloaded', '2'],
    ['stopping', 'Stopping', '5'],
  ])('refuses new work while %s, with 503 and when to come back', async (how, code, wait) => {
    const { web, work, pressure, say, token } = await setUp()
    if (how === 'stopping') pressure.stop()
    else work.turns = mostInHand.turns
    const refused = await Promise.all([
      say(),
      post(`${web.base}/tokens/generate`, secret, {}),
      post(`${web.base}/tokens/refresh`, token, undefined),
      call(`${web.url}/api/v1/x`),
      post(`${web.url}/api/messages`, undefined, {}),
    ])
    for (const { status, headers, body } of refused) {
      expect(status).toBe(503)
      expect(headers.get('retry-after')).toBe(wait)
      expect(body).toEqual({
        error: { code, message: expect.any(String), requestId: expect.any(String) },
      })
    }
    expect(web.bot.received.filter(({ silent }) => !silent)).toEqual([])
  })

  it('tells a client that starts 429, because the published one gives up after 503', async () => {
    const { web, work } = await setUp()
    work.turns = mostInHand.turns
    const answer = await post(`${web.base}/conversations`, secret, {})
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '2'])
  })

  it('goes on answering the poll, a client that comes back, and the health check', async () => {
    const { web, work, pressure, path, token } = await setUp()
    work.writes = mostInHand.writes
    pressure.stop()
    const answers = await Promise.all([
      call(path, { token }),
      call(path.replace('/activities', ''), { token }),
      call(`${web.url}/healthz`),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  })

  it('takes new work again as soon as it has room', async () => {
    const { work, say } = await setUp()
    work.turns = mostInHand.turns
    expect((await say()).status).toBe(503)
    work.turns -= 1
    expect((await say()).status).toBe(200)
  })

  it('counts requests from their start to their answer', async () => {
    const pressure = createPressure({
      behind: () => ({ turns: 0, writes: 0 }),
      most: { requests: 3 },
    })
    const web = await startTestWeb({ pressure })
    onTestFinished(() => web.stop())
    const { promise: opened, resolve } = Promise.withResolvers<void>()
    release = resolve
    let inside = 0
    web.server.add([
      {
        method: 'GET',
        path: '/api/slow',
        handler: async () => {
          inside += 1
          await opened
          return { status: 200, json: {} }
        },
      },
    ])
    const refused: number[] = []
    const held = Array.from({ length: 6 }, async () => {
      const { status } = await call(`${web.url}/api/slow`)
      if (status === 503) refused.push(status)
      return status
    })
    await vi.waitFor(() => expect([inside, refused.length]).toEqual([3, 3]))
    release()
    expect((await Promise.all(held)).toSorted()).toEqual([200, 200, 200, 503, 503, 503])
    expect((await call(`${web.url}/api/slow`)).status).toBe(200)
  })
})
