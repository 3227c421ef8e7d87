import { randomUUID } from 'node:crypto'
import WebSocket from 'ws'
import { postJson } from '../post-json.ts'

/** A customer's page: what it was shown, and when. */
export interface DeskCustomer {
  conversationId: string
  say(text: string): Promise<void>
  /** What people of the desk said, in the order it was shown. */
  heard(): readonly string[]
  /** Resolves to `performance.now()` when that text was shown; rejects after ten seconds. */
  shown(text: string): Promise<number>
  close(): void
}

const patienceMs = 10_000

/** Begins a conversation on one process, tells a worry and asks for a person. */
export async function askForPerson(base: string, secret: string): Promise<DeskCustomer> {
  const customer = await begin(base, secret)
  await customer.say('昨天刷卡10000，钱还没到账')
  await customer.say('转人工')
  return customer
}

async function begin(base: string, secret: string): Promise<DeskCustomer> {
  const directLine = `${base}/v3/directline`
  const user = { id: `dl_${randomUUID()}` }
  const grant = await postJson({
    url: `${directLine}/tokens/generate`,
    token: secret,
    body: { user, locale: 'zh-CN' },
  })
  const token = String(grant.token)
  const started = await postJson({ url: `${directLine}/conversations`, token, body: {} })
  const socket = new WebSocket(String(started.streamUrl), { perMessageDeflate: false })
  const page = createPage(socket)
  const url = `${directLine}/conversations/${started.conversationId}/activities`
  return {
    conversationId: String(started.conversationId),
    async say(text) {
      const channelData = { clientActivityID: randomUUID() }
      await postJson({ url, token, body: { type: 'message', text, channelData } })
    },
    ...page,
    close: () => socket.terminate(),
  }
}

interface Shown {
  type: string
  text?: string
  from?: { id?: string }
}

function createPage(socket: WebSocket): Pick<DeskCustomer, 'heard' | 'shown'> {
  const heard: string[] = []
  const times = new Map<string, number>()
  const waiting = new Map<string, (at: number) => void>()
  socket.on('error', () => {})
  socket.on('message', (data) => {
    const frame = String(data)
    if (!frame) return
    const at = performance.now()
    const { activities = [] } = JSON.parse(frame) as { activities?: Shown[] }
    for (const { type, text = '', from } of activities) {
      if (type !== 'message' || from?.id !== 'agent') continue
      heard.push(text)
      times.set(text, at)
      waiting.get(text)?.(at)
    }
  })
  return {
    heard: () => heard,
    shown(text) {
      const known = times.get(text)
      if (known !== undefined) return Promise.resolve(known)
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('not shown in 10 s')), patienceMs)
        waiting.set(text, (at) => {
          clearTimeout(timer)
          waiting.delete(text)
          resolve(at)
        })
      })
    },
  }
}
