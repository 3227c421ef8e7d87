import { randomUUID } from 'node:crypto'
import WebSocket from 'ws'
import type { Talk } from './load.ts'
import { postJson } from './post-json.ts'

/** A new conversation after so many turns: its tokens, greeting and web socket are part of the load. */
export const turnsPerConversation = 20
const answerMs = 10_000

/** Payments of the demo world's merchant M1001, each named by amount and last four digits. */
const questions = [
  '10000元尾号6225的那笔什么时候到账',
  '1580元尾号8812的钱怎么还没到',
  '3260元尾号9034那笔什么时候到账',
]

interface Reply {
  type: string
  replyToId?: string
  entities?: { type: string; stage?: string; cause?: string }[]
}

/** Conversations of a signed-in merchant over Direct Line: REST out, web socket back. */
export function daozhangTalks(base: string, secret: string) {
  return async function open(): Promise<Talk> {
    let line = await connect(base, secret)
    let turns = 0
    return {
      async turn() {
        if (turns > 0 && turns % turnsPerConversation === 0) {
          line.close()
          line = await connect(base, secret)
        }
        const question = questions[turns % questions.length] ?? ''
        turns += 1
        return line.ask(question)
      },
      close: () => line.close(),
    }
  }
}

async function connect(base: string, secret: string) {
  const directLine = `${base}/v3/directline`
  const user = { id: `dl_${randomUUID()}`, role: 'merchant', merchantId: 'M1001' }
  const grant = await postJson({
    url: `${directLine}/tokens/generate`,
    token: secret,
    body: { user, locale: 'zh-CN' },
  })
  const started = await postJson({
    url: `${directLine}/conversations`,
    token: String(grant.token),
    body: {},
  })
  const socket = await openSocket(String(started.streamUrl))
  const verdicts = collectVerdicts(socket)
  const url = `${directLine}/conversations/${started.conversationId}/activities`
  return {
    /** Sends a message; resolves to the milliseconds until its verdict has come. */
    async ask(text: string): Promise<number> {
      const startedAt = performance.now()
      const body = { type: 'message', text, channelData: { clientActivityID: randomUUID() } }
      const [{ at, replyToId }, { id }] = await Promise.all([
        verdicts.next(),
        postJson({ url, token: String(grant.token), body }),
      ])
      if (replyToId !== id) throw new Error('a verdict on another message')
      return at - startedAt
    },
    close: () => socket.terminate(),
  }
}

function openSocket(url: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false })
    socket.once('open', () => resolve(socket))
    socket.once('error', reject)
  })
}

interface Verdict {
  at: number
  replyToId: string | undefined
}

/** Reads the socket; a reply without a verdict does not count as an answer. */
function collectVerdicts(socket: WebSocket) {
  let resolveNext: ((verdict: Verdict) => void) | undefined
  socket.on('error', () => {})
  socket.on('message', (data) => {
    const text = String(data)
    if (!text) return
    const { activities = [] } = JSON.parse(text) as { activities?: Reply[] }
    for (const { entities = [], replyToId } of activities) {
      const verdict = entities.find(({ type }) => type === 'support/verdict')
      if (verdict?.stage && verdict.cause) resolveNext?.({ at: performance.now(), replyToId })
    }
  })
  return {
    next: () =>
      new Promise<Verdict>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('no verdict in 10 s')), answerMs)
        resolveNext = (verdict) => {
          clearTimeout(timer)
          resolve(verdict)
        }
      }),
  }
}
