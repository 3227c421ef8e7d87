import { DirectLine, type Message } from 'botframework-directlinejs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPressure, mostInHand } from '../../../src/web/pressure.ts'
import { openPage } from '../../support/direct-line-page.ts'
import { call, post, secret, startTestWeb, type TestWeb } from '../../support/web.ts'

// The published client, as a page on another origin runs it (its preflights included).
let web: TestWeb
let page: ReturnType<typeof openPage>
const open: DirectLine[] = []

beforeEach(async () => {
  web = await startTestWeb()
  page = openPage()
})

afterEach(async () => {
  for (const line of open.splice(0)) line.end()
  await web.stop()
  page.close()
})

async function connect(options: { webSocket: boolean; user?: string }) {
  const body = options.user ? { user: { id: options.user } } : {}
  const { body: grant } = await post(`${web.base}/tokens/generate`, secret, body)
  const line = new DirectLine({
    domain: web.base,
    token: grant.token,
    webSocket: options.webSocket,
    pollingInterval: 200,
    conversationStartProperties: { locale: 'en' },
  })
  open.push(line)
  const seen: Message[] = []
  line.activity$.subscribe({ next: (activity) => seen.push(activity as Message), error: () => {} })
  return { line, seen, id: grant.conversationId as string, token: grant.token as string }
}

const send = (line: DirectLine, text: string, extra: object = {}) =>
  new Promise<string>((resolve, reject) => {
    const from = { id: 'dl_forged' }
    line
      .postActivity({ type: 'message', text, from, ...extra } as Message)
      .subscribe(resolve, reject)
  })

const texts = (seen: Message[]) => seen.map((message) => message.text)

describe('botframework-directlinejs', () => {
  it.each([
    ['by web socket', true],
    ['by polling', false],
  ])('starts, is greeted, sends and receives %s', async (_how, webSocket) => {
    const { line, seen } = await connect({ webSocket, user: 'dl_1' })
    await vi.waitFor(() => expect(texts(seen)).toEqual(['welcome']), 5_000)
    const id = await send(line, '你好', { channelData: { clientActivityID: 'a1' } })
    await vi.waitFor(() => expect(seen).toHaveLength(3), 5_000)
    expect(seen[1]).toMatchObject({
      id,
      text: '你好',
      from: { id: 'dl_1', role: 'user' },
      channelData: { clientActivityID: 'a1' },
    })
    expect(seen[2]).toMatchObject({ text: 'echo: 你好', replyToId: id })
    const times = seen.map((message) => String(message.timestamp))
    expect(times).toEqual([...new Set(times)].toSorted())
  })

  it('sends a message twice and is answered once', async () => {
    const { line, seen } = await connect({ webSocket: true })
    await vi.waitFor(() => expect(seen).toHaveLength(1), 5_000)
    const channelData = { clientActivityID: 'same' }
    const ids = [await send(line, 'hi', { channelData }), await send(line, 'hi', { channelData })]
    expect(ids[0]).toBe(ids[1])
    await send(line, 'end')
    await vi.waitFor(() => expect(texts(seen)).toContain('echo: end'), 5_000)
    expect(texts(seen)).toEqual(['welcome', 'hi', 'echo: hi', 'end', 'echo: end'])
  })

  it('misses nothing and repeats nothing when its socket is lost', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const { seen, id } = await connect({ webSocket: true })
    await vi.waitFor(() => expect(seen).toHaveLength(1), 5_000)
    web.dropSockets()
    for (const n of [1, 2, 3]) web.bot.say(id, { text: `while away ${n}` })
    await vi.waitFor(() => expect(seen).toHaveLength(4), 10_000)
    web.bot.say(id, { text: 'back' })
    await vi.waitFor(() => expect(seen).toHaveLength(5), 5_000)
    expect(texts(seen)).toEqual(['welcome', 'while away 1', 'while away 2', 'while away 3', 'back'])
  })

  it('serves two tabs of one conversation at once', async () => {
    const { line, seen, id, token } = await connect({ webSocket: true })
    await vi.waitFor(() => expect(seen).toHaveLength(1), 5_000)
    const { body } = await call(`${web.base}/conversations/${id}?watermark=`, { token })
    const second = new DirectLine({
      domain: web.base,
      token,
      conversationId: id,
      streamUrl: body.streamUrl,
      webSocket: true,
    })
    open.push(second)
    const alsoSeen: Message[] = []
    second.activity$.subscribe({
      next: (activity) => alsoSeen.push(activity as Message),
      error: () => {},
    })
    await send(line, 'hi')
    await vi.waitFor(() => expect(texts(alsoSeen)).toEqual(['welcome', 'hi', 'echo: hi']), 5_000)
    await vi.waitFor(() => expect(texts(seen)).toEqual(['welcome', 'hi', 'echo: hi']), 5_000)
  })

  it('hands typing to the other side without storing it', async () => {
    const { line, seen, id, token } = await connect({ webSocket: true })
    await vi.waitFor(() => expect(seen).toHaveLength(1), 5_000)
    line.postActivity({ type: 'typing', from: { id: 'x' } }).subscribe()
    await vi.waitFor(() => expect(seen.at(-1)?.type).toBe('typing'), 5_000)
    const log = await call(`${web.base}/conversations/${id}/activities`, { token })
    expect(log.body.activities).toHaveLength(1)
  })

  it('uploads a picture with a Chinese name and gets it back as sent', async () => {
    const { line, seen } = await connect({ webSocket: true })
    await vi.waitFor(() => expect(seen).toHaveLength(1), 5_000)
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk',
      'base64',
    )
    const contentUrl = `data:image/png;base64,${png.toString('base64')}`
    const attachments = [
      { name: '小票.png', contentType: 'image/png', contentUrl, thumbnailUrl: contentUrl },
    ]
    await send(line, 'my slip', { attachments })
    await vi.waitFor(() => expect(seen).toHaveLength(3), 5_000)
    const [file, ...others] = seen[1]?.attachments ?? []
    expect(others).toEqual([])
    expect(file).toEqual({
      name: '小票.png',
      contentType: 'image/png',
      contentUrl: expect.stringContaining('/v3/directline/attachments/'),
      thumbnailUrl: expect.stringContaining('/v3/directline/attachments/'),
    })
    const answer = await fetch(file && 'contentUrl' in file ? file.contentUrl : '')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png)
  })

  it('stays connecting while the process has too much in hand, and starts when it has room', async () => {
    const work = { turns: mostInHand.turns, writes: 0 }
    await web.stop()
    web = await startTestWeb({ pressure: createPressure({ behind: () => work }) })
    const token = await web.tokens.conversation({
      conv: 'c-late',
      identity: { userId: 'dl_late', trusted: false },
    })
    const options = { domain: web.base, token, webSocket: true, timeout: 300 }
    const line = new DirectLine(options)
    open.push(line)
    const seen: Message[] = []
    const errors: unknown[] = []
    line.activity$.subscribe({
      next: (activity) => seen.push(activity as Message),
      error: (error) => errors.push(error),
    })
    await vi.waitFor(async () => {
      expect(await web.metrics.text()).toMatch(/refused_total\{code="Overloaded"\} [2-9]/)
    }, 5_000)
    expect([seen, errors]).toEqual([[], []])
    work.turns = 0
    await vi.waitFor(() => expect(texts(seen)).toEqual(['welcome']), 5_000)
  })
})
