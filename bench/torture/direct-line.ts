import { setTimeout as pause } from 'node:timers/promises'

/** A message as a customer's page gets it. */
export interface SeenActivity {
  id?: string
  type: string
  replyToId?: string
}

export interface ActivitySet {
  activities: SeenActivity[]
  watermark?: string
}

/** Finds a process that is believed to serve. */
export interface Net {
  /** Any of them; waits while there is none. */
  any(): Promise<string>
}

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: read as what the contract says it is.
  body: any
}

export interface Ask {
  path: string
  method?: 'GET' | 'POST'
  token: string
  body?: object
}

/** A customer gives a request up after so long and tries another process. */
const patienceMs = 4_000
/** No message may take longer than this to be taken, whatever happens meanwhile. */
const tooLongMs = 600_000

/** One request to one process; undefined when it was not answered. */
export async function askOnce(
  base: string,
  { path, method, token, body }: Ask,
): Promise<Answer | undefined> {
  try {
    const response = await fetch(base + path, {
      method: method ?? (body ? 'POST' : 'GET'),
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      signal: AbortSignal.timeout(patienceMs),
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : undefined }
  } catch {
    return undefined
  }
}

/** Asks, each time any process, until one says yes. */
export async function askUntilDone(net: Net, ask: Ask): Promise<Answer> {
  const startedAt = performance.now()
  for (;;) {
    const answer = await askOnce(await net.any(), ask)
    if (answer && answer.status < 300) return answer
    if (answer && answer.status < 500 && answer.status !== 429) throw refused(ask, answer)
    if (performance.now() - startedAt > tooLongMs) throw refused(ask, answer)
    await pause(40)
  }
}

function refused({ path }: Ask, answer: Answer | undefined): Error {
  const what = answer ? `${answer.status} ${JSON.stringify(answer.body)}` : 'no answer'
  return new Error(`${path}: ${what}`)
}

export const base = '/v3/directline'
