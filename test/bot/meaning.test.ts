import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAiEncoder } from '../../src/connectors/encoder/openai-encoder.ts'
import { knowledgeIndex } from '../../src/retrieval/knowledge-index.ts'
import { liveIndex } from '../../src/retrieval/live-index.ts'
import { loadLibrary } from '../../src/retrieval/load-articles.ts'
import { embedding, startOpenAi, status } from '../support/openai-server.ts'
import { learnMind, startEngine, type TestEngine } from '../support/talk.ts'

const server = await startOpenAi(embedding)
const encoder = openAiEncoder({ baseUrl: server.baseUrl, model: 'words' })
const ending = new AbortController()
let engine: TestEngine

/** A few of the real articles: enough to answer, and little to encode. */
async function fewArticles() {
  const { articles } = await loadLibrary('knowledge')
  const few = articles.filter(({ id, locale }) => locale === 'en' && id.startsWith('settlement/'))
  return few.map((article) => ({ ...article, alsoAsked: [] }))
}

beforeAll(async () => {
  const learnt = Promise.withResolvers<void>()
  const knowledge = knowledgeIndex(
    { articles: await fewArticles(), unanswered: { 'zh-CN': [], en: ['who won the match'] } },
    {
      meaning: {
        encoder,
        begun: Promise.resolve(),
        ended: ending.signal,
        watcher: {
          encoded: (locale, done, all) => locale === 'en' && done === all && learnt.resolve(),
          failed: (_, error) => learnt.reject(error),
        },
        timeoutMs: 5_000,
      },
    },
  )
  await learnt.promise
  const { understanding } = await learnMind()
  engine = await startEngine(
    { DEFAULT_LOCALE: 'en' },
    { mind: { understanding, knowledge: liveIndex(knowledge) } },
  )
})

afterAll(async () => {
  ending.abort()
  await engine.stop()
  await encoder.close()
  await server.stop()
})

const asked = () => server.asked.flatMap(({ body }) => JSON.parse(body).input as string[])
const question = 'What time is the cut-off?'

describe('a conversation with an embedding service beside the search', () => {
  it('asks it once for a question, and answers', async () => {
    server.asked.length = 0
    const [bubble] = await (await engine.talk()).say(question)
    expect(bubble?.text).toContain('cut-off')
    expect(asked().filter((text) => text === question)).toHaveLength(1)
  })

  it('shows it no digit of what is typed, card number or not', async () => {
    server.asked.length = 0
    for (const text of [
      `${question} 4242 4242 4242 4242 and 737`,
      'how do I close the batch on a reader of type 737?',
      '卡号６２２２ ０２１２ ３４５６ ７８９０ 日切几点',
      'xqz vlorb 4242 4242 then dax 4242 wug',
    ]) {
      await (await engine.talk()).say(text)
    }
    expect(asked().length).toBeGreaterThan(1)
    expect(asked().join()).not.toMatch(/[1-9１-９]/)
  })

  it('answers the same while it is broken', async () => {
    const [before] = await (await engine.talk()).say(question)
    server.answerWith(status(500))
    const [after] = await (await engine.talk()).say(question)
    expect(after?.text).toBe(before?.text)
  })
})
