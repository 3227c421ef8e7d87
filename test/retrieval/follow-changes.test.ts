import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { followChanges } from '../../src/retrieval/follow-changes.ts'
import { knowledgeIndex } from '../../src/retrieval/knowledge-index.ts'
import type { LearntLibrary } from '../../src/retrieval/learn-library-thread.ts'
import { liveIndex } from '../../src/retrieval/live-index.ts'
import { loadLibrary } from '../../src/retrieval/load-articles.ts'

const now = new Date('2026-11-27T08:00:00Z')
let folder: string
let following: ReturnType<typeof followChanges> | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daozhang-articles-'))
  for (const thing of ['lamp', 'chair', 'window', 'garden']) write(`a/${thing}`, thing)
})

afterEach(async () => {
  await following?.stop()
  rmSync(folder, { recursive: true, force: true })
})

function write(id: string, thing: string, header = '') {
  for (const language of ['en', 'zh-cn']) {
    const file = join(folder, language, `${id}.md`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(
      file,
      `---
title: What to do about the ${thing}
summary: The ${thing} is mended by a carpenter.
audience: both
region: any
questions:
  - The ${thing} is broken
  - My ${thing} fell down
  - Who mends a ${thing}
owner: support lead
sources:
  - manual
validFrom: 2026-11-01
reviewedAt: 2026-11-20
reviewBy: 2027-01-01
${header}---

Call the carpenter about the ${thing}.
`,
    )
  }
}

/** Follows the folder until the next news. */
function nextNews(): Promise<LearntLibrary> {
  return new Promise((resolve, reject) => {
    following = followChanges({ folder, cacheFolders: [], onLearnt: resolve, onTrouble: reject })
  })
}

it('serves a new article while the service runs', async () => {
  const index = liveIndex(knowledgeIndex(await loadLibrary(folder)))
  const ask = () => index.search('who mends a piano', { locale: 'en', k: 3, now })
  expect((await ask()).results.map(({ id }) => id)).not.toContain('a/piano')

  const news = nextNews()
  write('a/piano', 'piano')
  const learnt = await news
  if ('refused' in learnt) throw new Error(learnt.refused)
  index.exchange(knowledgeIndex(learnt.library, { learnt: learnt.learnt }))

  expect((await ask()).results[0]?.id).toBe('a/piano')
  expect(index.article('a/piano', 'zh-CN')?.title).toBe('What to do about the piano')
})

it('says where a changed article cannot be served', async () => {
  const news = nextNews()
  write('a/lamp', 'lamp', 'validUntil: 2027-01-01\n')
  expect(await news).toEqual({ refused: expect.stringMatching(/a\/lamp\.md:\d+: .*validUntil/) })
})

it('sees a file that is replaced, and a topic that is new', async () => {
  const first = nextNews()
  rmSync(join(folder, 'en/a/lamp.md'))
  rmSync(join(folder, 'zh-cn/a/lamp.md'))
  write('b/lamp', 'lamp')
  const learnt = await first
  await following?.stop()
  if ('refused' in learnt) throw new Error(learnt.refused)
  const ids = new Set(learnt.library.articles.map(({ id }) => id))
  expect([...ids].toSorted()).toEqual(['a/chair', 'a/garden', 'a/window', 'b/lamp'])
})

it('tells when the folder cannot be followed', async () => {
  rmSync(folder, { recursive: true, force: true })
  await expect(nextNews()).rejects.toMatchObject({ code: 'ENOENT' })
})
