import { describe, expect, it } from 'vitest'
import { Failure } from '../../src/errors.ts'
import { createLog } from '../../src/observability/log.ts'
import { tellEncoding } from '../../src/observability/tell-encoding.ts'

function telling() {
  const lines: Record<string, unknown>[] = []
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) }
  const watcher = tellEncoding(createLog({ level: 'info', destination }), 'articles')
  return { watcher, lines }
}

describe('the log while sentences are encoded', () => {
  it('tells every thousand of each language, and the end', () => {
    const { watcher, lines } = telling()
    for (let done = 0; done < 2_100; done += 300) watcher.encoded('en', done, 2_100)
    watcher.encoded('zh-CN', 1_100, 1_200)
    watcher.encoded('en', 2_100, 2_100)
    const told = lines.map(({ kind, state, count, total }) => [kind, state, count, total])
    expect(told).toEqual([
      ['articles.en', 'under_way', 1_200, 2_100],
      ['articles.zh-CN', 'under_way', 1_100, 1_200],
      ['articles.en', 'done', 2_100, 2_100],
    ])
  })

  it('tells why it has to be tried again, by its code', () => {
    const { watcher, lines } = telling()
    watcher.failed('en', new Failure('provider_unavailable', 'embeddings could not be reached'))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({
      msg: 'sentences_not_encoded',
      kind: 'articles.en',
      code: 'provider_unavailable',
    })
  })
})
