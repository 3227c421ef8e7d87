import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadArticles } from '../../src/retrieval/load-articles.ts'

const good = `---
title: A title
summary: An answer in a sentence.
audience: both
region: any
questions:
  - one?
  - two?
  - three?
owner: support lead
sources:
  - contract
validFrom: 2026-11-01
reviewedAt: 2026-11-20
reviewBy: 2027-05-20
---

The text.
`

describe('loadArticles', () => {
  let directory: string
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'knowledge-'))
    for (const language of ['zh-cn', 'en']) {
      await mkdir(join(directory, language, 'topic'), { recursive: true })
      await writeFile(join(directory, language, 'topic', 'slug.md'), good)
    }
  })
  afterEach(() => rm(directory, { recursive: true }))

  it('takes id and language from the path', async () => {
    const loaded = await loadArticles(directory)
    expect(loaded.map(({ id, locale }) => [id, locale])).toEqual([
      ['topic/slug', 'zh-CN'],
      ['topic/slug', 'en'],
    ])
    expect(loaded[0]).toMatchObject({ updated: '2026-11-20', body: 'The text.', related: [] })
  })

  it('names file and line of every bad value of a header', async () => {
    const file = join(directory, 'en', 'topic', 'slug.md')
    await writeFile(file, good.replace('region: any', 'region: Mars').replace('2026-11-01', 'soon'))
    await expect(loadArticles(directory)).rejects.toMatchObject({
      code: 'knowledge_invalid',
      message: expect.stringMatching(/slug\.md:5: region: .*\n.*slug\.md:13: validFrom: /),
    })
  })

  it('fails when a language is missing', async () => {
    await rm(join(directory, 'en'), { recursive: true })
    await expect(loadArticles(directory)).rejects.toMatchObject({ code: 'knowledge_invalid' })
  })
})
