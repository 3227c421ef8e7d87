import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { WebSocket } from 'ws'
import { inProcessFanOut } from '../../src/channels/fan-out.ts'
import { Failure } from '../../src/errors.ts'
import { deskTopics, signedOutCode } from '../../src/ports/desk-topics.ts'
import { deskAccess } from '../../src/web/api/access.ts'
import { createDeskStream, deskStreamPath } from '../../src/web/desk-stream.ts'
import { createSessions } from '../../src/web/sign-in/sessions.ts'
import { goodPassword, newAgent, type SignedIn, signIn } from '../support/desk.ts'
import { adminToken, type DeskServer, startDeskServer } from '../support/desk-server.ts'

const hour = 3_600_000
/** Nothing is found out by a ping in these tests, unless they ask for it. */
const never = 2 ** 31 - 1

let fanOut: ReturnType<typeof inProcessFanOut>
let server: DeskServer
let boss: SignedIn
let bo: SignedIn

beforeEach(async () => {
  fanOut = inProcessFanOut()
  server = await startDeskServer({ parts: { fanOut } })
  boss = await newAgent(server, { login: 'ana', role: 'admin' })
  bo = await newAgent(server, { login: 'bo', role: 'agent' })
  return () => server.stop()
})

interface StreamGiven {
  pingMs?: number
  /** Whether it is told what the API's process tells: else it is one that hints do not reach. */
  isTold?: boolean
  counts?: () => Promise<boolean>
}

/** A process with the stream alone, on the store of the API. */
async function startStream({ pingMs = never, isTold = true, counts }: StreamGiven = {}) {
  const told = isTold ? fanOut : inProcessFanOut()
  const { store, clock } = server
  const sessions = createSessions({ store, now: clock.now, fanOut: told })
  const stream = createDeskStream({
    fanOut: told,
    access: deskAccess({ adminToken, sessions }),
    sessions: { counts: counts ?? sessions.counts },
    pingMs,
  })
  const http = createServer().on('upgrade', stream.upgrade)
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  onTestFinished(async () => {
    await stream.close()
    http.close()
  })
  const host = `127.0.0.1:${(http.address() as AddressInfo).port}`
  return {
    /** A console's socket, and the code it was closed with. */
    async open(headers: Record<string, string>) {
      const socket = new WebSocket(`ws://${host}${deskStreamPath}`, {
        headers: { origin: `http://${host}`, ...headers },
      })
      onTestFinished(() => socket.terminate())
      const seen: { code?: number; frames: string[] } = { frames: [] }
      socket.on('close', (code) => {
        seen.code = code
      })
      socket.on('message', (frame) => seen.frames.push(String(frame)))
      await once(socket, 'open')
      return seen
    },
    publish: told.publish,
  }
}

describe('the stream of a console', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['signs out', () => bo.post('/api/v1/session/end')],
    ['is disabled', () => boss.post(`/api/v1/agents/${bo.agent.id}`, { disabled: true })],
    [
      'is given a new password',
      () => boss.post(`/api/v1/agents/${bo.agent.id}/password`, { password: 'nine old red foxes' }),
    ],
    [
      'takes a new password elsewhere',
      async () =>
        (await signIn(server.url, 'bo')).post('/api/v1/session/password', {
          current: goodPassword,
          next: 'nine old red foxes',
        }),
    ],
    [
      'signs in anew in the same browser',
      () => bo.post('/api/v1/session', { login: 'bo', password: goodPassword }),
    ],
  ])('ends at once when its agent %s', async (_what, act) => {
    const stream = await startStream()
    const [hers, others] = [
      await stream.open({ cookie: bo.cookie }),
      await stream.open({ cookie: boss.cookie }),
    ]
    await act()
    await expect.poll(() => hers.code).toBe(signedOutCode)
    stream.publish(deskTopics.queue)
    await expect.poll(() => others.frames).toContain('{"news":"queue"}')
    expect(hers.frames).toEqual([])
    expect(others.code).toBeUndefined()
  })

  it('ends with the next ping where nobody tells that its agent is disabled', async () => {
    const stream = await startStream({ isTold: false, pingMs: 20 })
    const hers = await stream.open({ cookie: bo.cookie })
    await boss.post(`/api/v1/agents/${bo.agent.id}`, { disabled: true })
    await expect.poll(() => hers.code).toBe(signedOutCode)
  })

  it('ends when its sign-in grows too old, and does not keep it young by staying open', async () => {
    const stream = await startStream({ pingMs: 20 })
    const hers = await stream.open({ cookie: bo.cookie })
    server.wait(11 * hour)
    const asked = vi.spyOn(server.store, 'session')
    await expect.poll(() => asked.mock.calls.length).toBeGreaterThan(1)
    expect(hers.code).toBeUndefined()
    server.wait(2 * hour)
    await expect.poll(() => hers.code).toBe(signedOutCode)
  })

  it('goes on while the store does not answer whether its sign-in counts', async () => {
    const counts = vi.fn(async () => {
      throw new Failure('store_unavailable', 'not today')
    })
    const stream = await startStream({ counts, pingMs: 20 })
    const hers = await stream.open({ cookie: bo.cookie })
    await expect.poll(() => counts.mock.calls.length).toBeGreaterThan(2)
    stream.publish(deskTopics.queue)
    await expect.poll(() => hers.frames).toContain('{"news":"queue"}')
  })

  it('is not opened with a password that an admin has typed', async () => {
    const password = 'nine old red foxes'
    await boss.post(`/api/v1/agents/${bo.agent.id}/password`, { password })
    const stream = await startStream()
    const { cookie } = await signIn(server.url, 'bo', password)
    await expect(stream.open({ cookie })).rejects.toThrow('403')
  })

  it('of the admin token is ended by nobody’s sign-out', async () => {
    const stream = await startStream()
    const tokens = await stream.open({ authorization: `Bearer ${adminToken}` })
    await bo.post('/api/v1/session/end')
    stream.publish(deskTopics.queue)
    await expect.poll(() => tokens.frames).toContain('{"news":"queue"}')
    expect(tokens.code).toBeUndefined()
  })
})
