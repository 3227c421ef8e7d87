import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintKnowledge } from '../../src/knowledge-desk/checks/lint.ts'
import { publish } from '../../src/knowledge-desk/publish.ts'
import { retire } from '../../src/knowledge-desk/retire.ts'
import { nobodyReadIt } from '../../src/knowledge-desk/write-draft.ts'
import { loadArticles } from '../../src/retrieval/load-articles.ts'
import { article, knowledgeOf, pair } from './pairs.ts'

const today = '2026-11-27'
const draftOf = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`drafts/${name}`, text]))

describe('publishing', () => {
  it('moves both languages to where they are served, and retiring ends them there', async () => {
    const knowledge = await knowledgeOf(draftOf(pair('fees/monthly')))
    expect(await publish(knowledge, 'fees/monthly', today)).toMatchObject({ done: true })
    expect(existsSync(join(knowledge, 'drafts/en/fees/monthly.md'))).toBe(false)
    const served = await loadArticles(knowledge)
    expect(served.map(({ id, locale }) => `${locale} ${id}`)).toEqual([
      'zh-CN fees/monthly',
      'en fees/monthly',
    ])

    expect(await retire(knowledge, 'fees/monthly', '2026-12-31')).toMatchObject({ done: true })
    const ended = await loadArticles(knowledge)
    expect(ended.map(({ validTo }) => validTo)).toEqual(['2026-12-31', '2026-12-31'])
    expect((await lintKnowledge(knowledge, today)).findings).toEqual([])

    const again = await retire(knowledge, 'fees/monthly', '2026-12-01')
    expect(again.sentence).toContain('until the end of 2026-12-01 (before: 2026-12-31)')
    expect(await readFile(join(knowledge, 'en/fees/monthly.md'), 'utf8')).toMatch(
      /validFrom: 2026-11-01\nvalidTo: 2026-12-01\nreviewedAt/,
    )
  })

  it.each<[string, Record<string, string>, RegExp]>([
    ['a draft that does not exist', {}, /^There is no draft a\/b/],
    ['a published article', { ...pair('a/b'), ...draftOf(pair('a/b')) }, /is published already/],
    ['one language alone', { 'drafts/en/a/b.md': article('en') }, /not ready:.*missing in zh-CN/],
    [
      'a draft nobody has read',
      draftOf(pair('a/b', { unverified: [nobodyReadIt] })),
      /not ready:.*nobody has read/,
    ],
  ])('refuses %s and moves nothing', async (_, files, words) => {
    const knowledge = await knowledgeOf(files)
    const before = await loadArticles(knowledge)
    const { done, sentence, lines } = await publish(knowledge, 'a/b', today)
    expect(done).toBe(false)
    expect([sentence, ...lines].join(' ')).toMatch(words)
    expect(await loadArticles(knowledge)).toEqual(before)
    for (const name of Object.keys(files)) expect(existsSync(join(knowledge, name))).toBe(true)
  })

  it('refuses what is no id', async () => {
    const knowledge = await knowledgeOf({})
    for (const id of ['../../etc', 'cut-off', 'a/b/c', '']) {
      expect((await publish(knowledge, id, today)).sentence).toContain('is no id')
      expect((await retire(knowledge, id, today)).sentence).toContain('is no id')
    }
  })
})

describe('retiring', () => {
  it('names the articles that still point to it', async () => {
    const knowledge = await knowledgeOf({ ...pair('a/b'), ...pair('a/c', { related: ['a/b'] }) })
    const { lines } = await retire(knowledge, 'a/b', today)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/a\/c\.md points to it/)
  })

  it.each<[string, Record<string, string>, string, RegExp]>([
    ['an article that does not exist', {}, today, /^There is no article a\/b/],
    ['a draft', draftOf(pair('a/b')), today, /^There is no article a\/b/],
    ['one language alone', { 'en/a/b.md': article('en') }, today, /not stand in every language/],
    ['a faulty header', pair('a/b', { region: 'Mars' }), today, /has a faulty header/],
    ['a day before the first', pair('a/b'), '2026-10-31', /served from 2026-11-01 on, after/],
    ['a day that does not exist', pair('a/b'), '2026-02-30', /is no day; accepted: YYYY-MM-DD/],
    ['what is so already', pair('a/b', { validTo: today }), today, /is retired on .* already/],
  ])('refuses %s and changes nothing', async (...[, files, on, words]) => {
    const knowledge = await knowledgeOf(files)
    expect(await retire(knowledge, 'a/b', on)).toMatchObject({
      done: false,
      sentence: expect.stringMatching(words),
    })
    for (const [name, text] of Object.entries(files)) {
      expect(await readFile(join(knowledge, name), 'utf8')).toBe(text)
    }
  })

  it('keeps the line ends of a file written on Windows readable', async () => {
    const knowledge = await knowledgeOf(pair('a/b'))
    const file = join(knowledge, 'en/a/b.md')
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('\n', '\r\n'))
    expect(await retire(knowledge, 'a/b', today)).toMatchObject({ done: true })
    expect((await loadArticles(knowledge)).map(({ validTo }) => validTo)).toEqual([today, today])
  })
})
