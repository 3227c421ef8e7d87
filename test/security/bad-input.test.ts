import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { longestText as readLimit } from '../../src/bot/check-text.ts'
import { longestText } from '../../src/channels/direct-line/shapes.ts'
import { redact } from '../../src/domain/redaction/redact.ts'
import {
  type Chat,
  inBatches,
  openChat,
  type RealServer,
  type Said,
  startServer,
  temporaryFolder,
} from '../support/real-server.ts'
import { call } from '../support/web.ts'
import { bigList, jsonCases, naughtyStrings } from './naughty-strings.ts'

const secret = 'direct-line-secret-of-this-test'
const admin = 'admin-token-of-this-test'
const folder = temporaryFolder()
let server: RealServer

beforeAll(async () => {
  server = await startServer({
    DATA_DIR: folder.path,
    DIRECT_LINE_SECRET: secret,
    ADMIN_TOKEN: admin,
    CLOCK_START: '2026-11-23T10:00:00+08:00',
  })
})

afterAll(async () => {
  expect(server.isRunning()).toBe(true)
  expect(await server.end()).toBe(0)
  folder.remove()
})

const chatIn = (locale: string) => openChat({ url: server.url, secret, adminToken: admin, locale })

/** What a text is kept as: well-formed, without U+0000 and leading byte order marks, redacted. */
function asKept(text: string): string {
  const plain = text
    .toWellFormed()
    .replaceAll('\u0000', '')
    .replace(/^\uFEFF+/, '')
  return redact(plain).text
}

const leaks =
  /\.ts:\d|node_modules|node:internal|\b\w*Error\b|undefined|\[object |NaN|SQLITE|RC_[A-Z]|\b[a-z]+_[a-z_]+\b/

/** What is wrong with an answer; empty when it is a clear sentence and nothing else. */
function faultsOf(said: string, replies: readonly Said[], locale: string): string[] {
  return replies.flatMap(({ text, activity }) => {
    const entities = JSON.stringify(activity.entities ?? [])
    const checks: Record<string, boolean> = {
      'is no sentence': !/[\p{L}\p{N}].*[.。?？!！:：”"）)]/su.test(text),
      'is not well-formed': text !== text.toWellFormed(),
      'echoes markup': /<\w+[\s>/]|javascript:|onerror=/i.test(text + entities),
      'is no plain text': activity.textFormat !== 'plain',
      'leaks our insides': leaks.test(text) && !said.includes(leaks.exec(text)?.[0] ?? ''),
      'is in the wrong language': !inLanguage(text, said, locale),
    }
    return Object.keys(checks).filter((name) => checks[name])
  })
}

/** A message without letters is answered in the language of the conversation. */
function inLanguage(text: string, said: string, locale: string): boolean {
  if (/\p{L}/u.test(said)) return true
  return /\p{Script=Han}/u.test(text) === (locale === 'zh-CN')
}

interface Outcome {
  said: string
  faults: string[]
}

/** Says a text in a conversation of its own, then something plain, and reads the transcript. */
async function survive(said: string, index: number): Promise<Outcome> {
  const locale = index % 2 === 0 ? 'zh-CN' : 'en'
  const chat = await chatIn(locale)
  const { status, body, replies } = await chat.send({ text: said })
  if (status !== 200)
    return { said, faults: [...refusalFaults(status, body), ...(await deaf(chat))] }
  const faults = faultsOf(said, replies, locale)
  const kept = (await chat.history()).find(({ id }) => id === body.id)
  if (kept?.text !== asKept(said)) faults.push(`is kept as ${JSON.stringify(kept?.text)}`)
  if (replies.length === 0) faults.push('is not answered')
  const handedOver = JSON.stringify(replies).includes('support/handoff')
  return { said, faults: handedOver ? faults : [...faults, ...(await deaf(chat))] }
}

function refusalFaults(status: number, body: { error?: { message?: string } }): string[] {
  const message = body.error?.message ?? ''
  const teaches = /^[A-Z].+\.$/s.test(message) && !/\.ts:\d|at .*\(/.test(message)
  return status >= 400 && status < 500 && teaches ? [] : [`${status} ${message}`]
}

/** Whether the conversation no longer answers. */
async function deaf(chat: Chat): Promise<string[]> {
  const replies = await chat.say('我是商户，昨天刷了500元，没到账')
  return replies.some(({ text }) => text !== '') ? [] : ['leaves a deaf conversation']
}

describe('a naughty string', () => {
  it('comes in at least three hundred forms', () => {
    expect(new Set(naughtyStrings).size).toBeGreaterThanOrEqual(300)
  })

  it('gets a clear answer, is kept, and harms nothing', async () => {
    const outcomes = await inBatches(naughtyStrings, 12, survive)
    expect(outcomes.filter(({ faults }) => faults.length > 0)).toEqual([])
  }, 120_000)

  const listed = bigList()
  it.skipIf(listed.length === 0)(
    'of the big list does so too (needs EVAL_DATA_DIR with blns/blns.json)',
    async () => {
      const outcomes = await inBatches(listed, 12, survive)
      expect(outcomes.filter(({ faults }) => faults.length > 0)).toEqual([])
    },
    120_000,
  )
})

describe('a message', () => {
  it.each(['', ' ', '\u0000', '\ufeff', '\n\t '])(
    'of nothing (%j) is answered in the language of the conversation',
    async (text) => {
      for (const [locale, words] of [
        ['en', /arrived empty/],
        ['zh-CN', /空消息/],
      ] as const) {
        const chat = await chatIn(locale)
        const { status, replies } = await chat.send({ text })
        expect(status).toBe(200)
        expect(replies.map((each) => each.text).join()).toMatch(words)
        expect(await deaf(chat)).toEqual([])
      }
    },
  )

  it.each([
    ['zh-CN', '看不了文件', '只收图片和 PDF'],
    ['en', 'I cannot look into files here', 'only pictures and PDF are'],
  ])(
    'with a file alone, named or of a kind that is not kept, is told so in %s',
    async (...[locale, words, kinds]) => {
      const chat = await chatIn(locale)
      const named = [
        { contentType: 'image/png', contentUrl: 'https://x.example/a.png', name: 'slip.png' },
      ]
      const { replies } = await chat.send({ attachments: named })
      expect(replies.map(({ text }) => text).join()).toContain(words)
      const slip = new File(['x'], 'card 4111111111111111.exe')
      const uploaded = await chat.upload('', slip)
      expect(uploaded.replies.map(({ text }) => text).join()).toContain(kinds)
      const kept = (await chat.history()).find(({ id }) => id === uploaded.body.id)
      expect(kept?.activity.attachments).toEqual([
        {
          name: 'card [card ••••1111].exe',
          contentType: 'application/octet-stream',
          content: { notKept: 'kind' },
        },
      ])
    },
  )

  it('with a file beside words is answered, and told that the file is not kept', async () => {
    const chat = await chatIn('en')
    const said = 'I am the merchant, I took $120 yesterday and it has not arrived'
    const { status, replies } = await chat.upload(said, new File(['x'], 'slip.png'))
    expect(status).toBe(200)
    const texts = replies.map(({ text }) => text)
    expect(texts.join()).toContain('only pictures and PDF are')
    expect(texts.length).toBeGreaterThan(1)
    expect(await deaf(chat)).toEqual([])
  })

  it.each(['zh-CN', 'en'])(
    'of 100,000 characters is answered with the limit in %s',
    async (locale) => {
      const chat = await chatIn(locale)
      for (const text of [
        '钱'.repeat(longestText),
        `${'where is my money? '.repeat(6_000)}`.slice(0, longestText),
      ]) {
        const { status, body, replies } = await chat.send({ text })
        expect(status).toBe(200)
        expect(replies.map((each) => each.text).join()).toContain(String(readLimit))
        expect((await chat.history()).find(({ id }) => id === body.id)?.text).toBe(text)
      }
      const over = await chat.send({ text: 'a'.repeat(longestText + 1) })
      expect([over.status, over.body.error.code]).toEqual([400, 'BadArgument'])
      expect(await deaf(chat)).toEqual([])
    },
  )

  it.each([
    [
      'an attachment',
      {
        text: 'here',
        attachments: [
          { contentType: 'image/png', contentUrl: 'https://x.example/a.png', name: 'slip.png' },
        ],
      },
    ],
    [
      'an attachment alone',
      { attachments: [{ contentType: 'image/png', contentUrl: 'data:image/png;base64,AA==' }] },
    ],
    ['a form', { value: { amount: '500', role: 'merchant' } }],
    ['a form of nonsense', { value: [[[{ a: null }]]] }],
    ['a time from the future', { text: 'my sale of 500 yuan on 2031-01-01 has not arrived' }],
    ['a negative amount', { text: '刷了-500元，没到账' }],
    ['two currencies', { text: 'I took 100 USD and 90 EUR and got neither' }],
    ['a card number', { text: 'card 4111 1111 1111 1111 was charged twice' }],
    [
      'unknown fields',
      { text: 'hello', nonsense: { deep: [1, 2] }, deliveryMode: 'expectReplies' },
    ],
    [
      'wrong times',
      { text: 'hello', localTimestamp: 'soon', localTimezone: 7, locale: 12, textFormat: 'pdf' },
    ],
    ['a wrong reply-to', { text: 'hello', replyToId: 'x'.repeat(9_000) }],
  ])('with %s is answered or refused clearly', async (_case, activity) => {
    const chat = await chatIn('en')
    const { status, body, replies } = await chat.send(activity)
    if (status !== 200) expect(refusalFaults(status, body)).toEqual([])
    else {
      expect(replies.length).toBeGreaterThan(0)
      expect(faultsOf(JSON.stringify(activity), replies, 'en')).toEqual([])
    }
    expect(await deaf(chat)).toEqual([])
  })

  it('of a future day is questioned, not taken', async () => {
    const chat = await chatIn('en')
    const replies = await chat.say(
      'I am the merchant, my sale of 500 yuan on 2026-12-24 has not arrived',
    )
    expect(replies.map(({ text }) => text).join('\n')).toMatch(/has not come yet/)
  })
})

describe('a body', () => {
  const deep = (levels: number) =>
    `{"type":"message","text":"a","value":${'['.repeat(levels)}${']'.repeat(levels)}}`
  const refused: [
    name: string,
    body: string | Buffer,
    status: number,
    headers?: Record<string, string>,
  ][] = [
    ['of nothing', '', 400],
    ['that is cut off', '{"type":"message","text":"mon', 400],
    ['that is no JSON', 'text=money', 400],
    ['with a comment', '{"type":"message" /* x */}', 400],
    ['of two values', '{"type":"message","text":"a"}{}', 400],
    ['that is a list', '[{"type":"message","text":"a"}]', 400],
    ['that is null', 'null', 400],
    ['that is a number', '5', 400],
    ['that is a string', '"money"', 400],
    ['without a type', '{"text":"a"}', 400],
    ['with a type of the wrong kind', '{"type":5,"text":"a"}', 400],
    ['of an unknown type', '{"type":"teleport","text":"a"}', 400],
    ['with a text of the wrong kind', '{"type":"message","text":{"a":1}}', 400],
    [
      'with attachments of the wrong kind',
      '{"type":"message","text":"a","attachments":"all"}',
      400,
    ],
    ['that is not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400],
    ['of UTF-16', Buffer.from('{"type":"message","text":"a"}', 'utf16le'), 400],
    ['nested a hundred levels', deep(100), 400],
    ['nested a hundred thousand levels', deep(100_000), 400],
    ['of too many values', `{"type":"message","value":[${'1,'.repeat(9_000)}1]}`, 400],
    ['over the limit', `{"type":"message","text":"${'a'.repeat(800 * 1024)}"}`, 413],
    [
      'that is compressed',
      gzipSync('{"type":"message","text":"a"}'),
      415,
      { 'content-encoding': 'gzip' },
    ],
    [
      'that says it is compressed',
      '{"type":"message","text":"a"}',
      415,
      { 'content-encoding': 'gzip' },
    ],
  ]

  async function postRaw(chat: Chat, body: string | Buffer, headers: Record<string, string> = {}) {
    const response = await fetch(`${chat.base}/conversations/${chat.id}/activities`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${chat.token}`,
        'content-type': 'application/json',
        ...headers,
      },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    })
    return { status: response.status, text: await response.text() }
  }

  it.each(refused)(
    '%s is refused with a sentence that teaches',
    async (...[, body, status, headers]) => {
      const chat = await chatIn('en')
      const answer = await postRaw(chat, body, headers)
      expect(answer.status).toBe(status)
      expect(refusalFaults(answer.status, JSON.parse(answer.text))).toEqual([])
      expect(await deaf(chat)).toEqual([])
    },
  )

  const cases = jsonCases()
  it.skipIf(cases.length === 0)(
    'of the JSON test suite never breaks the service (needs EVAL_DATA_DIR with JSONTestSuite)',
    async () => {
      const chat = await chatIn('en')
      const answers = await inBatches(cases, 8, async ({ name, bytes }) => {
        const { status, text } = await postRaw(chat, bytes)
        return { name, faults: status === 200 ? [] : refusalFaults(status, JSON.parse(text)) }
      })
      expect(answers.filter(({ faults }) => faults.length > 0)).toEqual([])
      expect(await deaf(chat)).toEqual([])
    },
    60_000,
  )
})

describe('the service after all this', () => {
  it('is the same process, ready, and has parked nothing', async () => {
    expect(server.isRunning()).toBe(true)
    expect((await call(`${server.url}/readyz`)).status).toBe(200)
    expect(server.printed()).not.toMatch(/turn_parked|turn_failed|request_failed|apology_failed/)
  })
})
