import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mostFilesKept } from '../../src/domain/files/look-at-file.ts'
import { type LiveApp, startLiveApp } from '../support/live-app.ts'
import { type Chat, openChat } from '../support/real-server.ts'
import { type Answer, call } from '../support/web.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const picture = (name = '小票.png') => new File([png], name, { type: 'image/png' })

let app: LiveApp
beforeAll(async () => {
  app = await startLiveApp()
})
afterAll(() => app.stop())

function chatIn(locale: string): Promise<Chat> {
  const { directLineSecret: secret, adminToken } = app.secrets
  return openChat({ url: app.url, secret, adminToken, locale })
}

interface Attachment {
  name: string
  contentType: string
  contentUrl?: string
  content?: { notKept: string }
}

/** The attachments of an upload, as they came back, and what the bot said of them. */
async function sent(chat: Chat, file: File, text = '') {
  const { status, body, replies } = await chat.upload(text, file)
  const own = (await chat.history()).find(({ id }) => id === body.id)
  const [attachment] = (own?.activity.attachments ?? []) as Attachment[]
  const said = replies.map((reply) => reply.text).join('\n')
  return { status, attachment, said, id: attachment?.contentUrl?.split('/').at(-1) ?? '' }
}

const api = (path: string, init: { method?: string } = {}): Promise<Answer> =>
  call(`${app.url}/api/v1/${path}`, { token: app.secrets.adminToken, ...init })

async function audited(conversationId: string): Promise<{ act: string; detail?: string }[]> {
  const { body } = await api(`audit?object=conversations/${conversationId}`)
  return body.entries
}

describe('a file that a customer sends', () => {
  it.each([
    ['zh-CN', '同事可以打开看'],
    ['en', 'a colleague can open it'],
  ])('is kept as it came, and the bot says so in %s', async (locale, words) => {
    const chat = await chatIn(locale)
    const { status, attachment, said } = await sent(chat, picture())
    expect(status).toBe(200)
    expect(said).toContain(words)
    expect(attachment).toMatchObject({ name: '小票.png', contentType: 'image/png' })
    const answer = await fetch(attachment?.contentUrl ?? '')
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png)
  })

  it('is served so that no browser runs it, shows it as a page or keeps it', async () => {
    const chat = await chatIn('en')
    const { attachment } = await sent(chat, picture("it's (1).png"))
    const { headers } = await fetch(attachment?.contentUrl ?? '')
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': "attachment; filename*=UTF-8''it%27s%20%281%29.png",
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  })

  it('has an address that nobody guesses', async () => {
    const chat = await chatIn('en')
    const ids = [await sent(chat, picture()), await sent(chat, picture())].map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(id).toMatch(/^[a-z]{32}$/)
    const guess = await call(`${app.url}/v3/directline/attachments/${'a'.repeat(32)}`)
    expect(guess.status).toBe(404)
  })

  it('comes with its words, which are answered', async () => {
    const chat = await chatIn('en')
    const said = 'I am the merchant, I took $120 yesterday and it has not arrived'
    const answer = await sent(chat, picture(), said)
    expect(answer.said).toContain('a colleague can open it')
    expect(answer.said).toMatch(/card|amount|day|time/)
    expect(answer.said.split('\n').length).toBeGreaterThan(1)
  })

  it('is kept once, however often the same message is sent', async () => {
    const chat = await chatIn('en')
    const key = randomUUID()
    const upload = () => {
      const form = new FormData()
      const activity = { type: 'message', channelData: { clientActivityID: key } }
      form.append('activity', new Blob([JSON.stringify(activity)]), 'blob')
      form.append('file', picture())
      const headers = { authorization: `Bearer ${chat.token}` }
      return fetch(`${chat.base}/conversations/${chat.id}/upload`, {
        method: 'POST',
        headers,
        body: form,
      })
    }
    const answers = [await upload(), await upload()]
    const [first, second] = await Promise.all(answers.map((answer) => answer.json()))
    expect(second).toEqual(first)
    expect((await api(`conversations/${chat.id}`)).body.files).toHaveLength(1)
  })

  it.each<[string, File, string, string]>([
    ['text', new File(['4111111111111111'], 'a.png'), 'kind', 'only pictures and PDF are'],
    [
      'a page',
      new File(['<html><script>1</script>'], 'a.pdf', { type: 'application/pdf' }),
      'kind',
      'only pictures and PDF are',
    ],
    [
      'a PDF with a card number',
      new File(['%PDF-1.4 BT (4111 1111 1111 1111) Tj'], 'a.pdf'),
      'card_number',
      'a full card number stands in it',
    ],
  ])('stays with the customer when it is %s, and the bot says why', async (...given) => {
    const [, file, notKept, words] = given
    const chat = await chatIn('en')
    const { status, attachment, said } = await sent(chat, file)
    expect(status).toBe(200)
    expect(attachment).toEqual({
      name: file.name,
      contentType: 'application/octet-stream',
      content: { notKept },
    })
    expect(said).toContain(words)
    expect((await api(`conversations/${chat.id}`)).body.files).toEqual([])
  })

  it('is refused when it is larger than an upload may be', async () => {
    const chat = await chatIn('en')
    const large = new File([png, Buffer.alloc(4 * 1024 * 1024)], 'large.png')
    const { status, body } = await chat.upload('', large)
    expect([status, body.error.message]).toEqual([413, expect.stringContaining('at most 4 MB')])
  })

  it('is not kept any more once the conversation holds many, and the bot says so', async () => {
    const chat = await chatIn('en')
    for (let count = 0; count < mostFilesKept; count += 1) {
      expect((await sent(chat, picture())).attachment).toHaveProperty('contentUrl')
    }
    const { attachment, said } = await sent(chat, picture())
    expect(attachment?.content).toEqual({ notKept: 'too_many' })
    expect(said).toContain('as many files as it can')
  }, 60_000)

  it('has its name kept without a card number in it', async () => {
    const chat = await chatIn('en')
    const { attachment } = await sent(chat, picture('card 4111111111111111.png'))
    const { body } = await api(`conversations/${chat.id}`)
    expect(attachment?.name).toBe('card [card ••••1111].png')
    expect(body.files[0].name).toBe('card [card ••••1111].png')
  })
})

describe('a file at the desk', () => {
  it('is listed with its conversation, opened, and the look is noted', async () => {
    const chat = await chatIn('en')
    const { id } = await sent(chat, picture())
    const { body } = await api(`conversations/${chat.id}`)
    expect(body.files).toEqual([
      { id, name: '小票.png', contentType: 'image/png', size: png.length, at: expect.any(String) },
    ])
    const path = `conversations/${chat.id}/files/${id}`
    const answer = await fetch(`${app.url}/api/v1/${path}`, {
      headers: { authorization: `Bearer ${app.secrets.adminToken}` },
    })
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(await audited(chat.id)).toContainEqual(
      expect.objectContaining({ act: 'look.conversations.files', detail: `file ${id}` }),
    )
  })

  it('is deleted for good: nobody opens it again, that it was sent stays known, and who did it', async () => {
    const chat = await chatIn('en')
    const { id, attachment } = await sent(chat, picture())
    const path = `conversations/${chat.id}/files/${id}`
    const gone = await api(`${path}/delete`, { method: 'POST' })
    expect(gone).toMatchObject({ status: 200, body: { id, deletedAt: expect.any(String) } })
    expect((await fetch(attachment?.contentUrl ?? '')).status).toBe(404)
    expect((await api(path)).status).toBe(404)
    const { files } = (await api(`conversations/${chat.id}`)).body
    expect(files).toMatchObject([{ id, name: '小票.png', deletedBy: 'admin-token' }])
    expect(await audited(chat.id)).toContainEqual(
      expect.objectContaining({ act: 'conversations.files.delete', detail: `file ${id}` }),
    )
    const again = await api(`${path}/delete`, { method: 'POST' })
    expect(again).toMatchObject({ status: 200, body: gone.body })
  })

  it('is found in its own conversation only', async () => {
    const [one, other] = [await chatIn('en'), await chatIn('en')]
    const { id, attachment } = await sent(one, picture())
    const path = `conversations/${other.id}/files/${id}`
    expect((await api(path)).status).toBe(404)
    expect((await api(`${path}/delete`, { method: 'POST' })).status).toBe(404)
    expect((await fetch(attachment?.contentUrl ?? '')).status).toBe(200)
  })
})
