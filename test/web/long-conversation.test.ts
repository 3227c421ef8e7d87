import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conversationView } from '../../src/web/api/conversation-schemas.ts'
import { accepted, message, reply, startConversation, work } from '../storage/sample.ts'
import { type DeskServer, startDeskServer } from '../support/desk-server.ts'
import { call } from '../support/web.ts'

const length = 1_205

let server: DeskServer
beforeAll(async () => {
  server = await startDeskServer()
  const { store } = server
  await startConversation(store, 'long')
  await accepted(store, message('long', 'entry 1'))
  const replies = Array.from({ length: length - 1 }, (_, index) => reply(`entry ${index + 2}`))
  await work(store, 'long', { replies })
  await startConversation(store, 'empty')
})
afterAll(() => server.stop())

const get = (query: string, id = 'long') =>
  call(`${server.url}/api/v1/conversations/${id}${query}`, { token: server.adminToken })

/** First and last number of a page, how many there are, and whether more comes before it. */
async function page(query: string) {
  const { transcript, earlier } = conversationView.parse((await get(query)).body)
  return [transcript[0]?.seq, transcript.at(-1)?.seq, transcript.length, earlier]
}

describe('a conversation of more than a thousand entries', () => {
  it('is read from its end, with the way back', async () => {
    expect(await page('?last=200')).toEqual([1_006, 1_205, 200, true])
    expect(await page('?last=200&before=1006')).toEqual([806, 1_005, 200, true])
    expect(await page('?before=6')).toEqual([1, 5, 5, false])
    expect(await page('?last=1000&before=1000')).toEqual([1, 999, 999, false])
  })

  it('is read from its beginning as before', async () => {
    expect(await page('')).toEqual([1, 500, 500, false])
    expect(await page('?after=1000&limit=1000')).toEqual([1_001, 1_205, 205, true])
  })

  it('is read back page by page without a gap or a repeat', async () => {
    const seqs: number[] = []
    for (let query = '?last=300', more = true; more; ) {
      const { transcript, earlier } = conversationView.parse((await get(query)).body)
      seqs.unshift(...transcript.map(({ seq }) => seq))
      query = `?last=300&before=${seqs[0]}`
      more = earlier
    }
    expect(seqs).toEqual(Array.from({ length }, (_, index) => index + 1))
  })

  it('has nothing before its first entry, and nothing at all when nothing was said', async () => {
    expect(await page('?before=1')).toEqual([undefined, undefined, 0, false])
    const { body } = await get('?last=10', 'empty')
    expect(body).toMatchObject({ transcript: [], earlier: false })
  })

  it.each(['?last=0', '?last=1001', '?last=all', '?before=0', '?before=x'])(
    'refuses %s and names what is wrong',
    async (query) => {
      const { status, body } = await get(query)
      expect(status).toBe(400)
      expect(body.error.message).toContain(query.slice(1).split('=')[0])
    },
  )
})
