import { describe, expect, it } from 'vitest'
import {
  type ReportWish,
  reportPage,
  reportSpans,
} from '../../src/knowledge-desk/knowledge-report/report-page.ts'
import { asMarkdown } from '../../src/knowledge-desk/report/as-markdown.ts'
import type { Part } from '../../src/knowledge-desk/report/page.ts'
import { loadArticles } from '../../src/retrieval/load-articles.ts'
import { article, knowledgeOf, pair } from './pairs.ts'
import { smallWorld } from './small-world.ts'

const wish: ReportWish = { month: '2026-11', locale: 'en', today: '2026-11-27', timeZone: 'UTC' }

type World = Awaited<ReturnType<typeof smallWorld>>

/** The report of a month, made from what stands in the store. */
async function report(
  { store }: World,
  files: Record<string, string> = pair('a/b'),
  asked: Partial<ReportWish> = {},
) {
  const whole = { ...wish, ...asked }
  const { from, until } = reportSpans(whole).all
  const notes = await store.questions({ since: from, until, limit: 1000 })
  return reportPage({ ...whole, notes, articles: await loadArticles(await knowledgeOf(files)) })
}

function partsOf<Kind extends Part['kind']>(parts: readonly Part[], kind: Kind) {
  return parts.filter((part): part is Extract<Part, { kind: Kind }> => part.kind === kind)
}

describe('the knowledge report', () => {
  it('counts each question once, by how it ended', async () => {
    const world = await smallWorld()
    const answered = { outcome: 'answered', article: 'a/b' } as const
    await world.ask('one', [answered])
    await world.ask('two', [answered, { outcome: 'right', article: 'a/b' }])
    await world.ask('three', [
      answered,
      { outcome: 'wrong', article: 'a/b' },
      { outcome: 'wrong', article: 'a/b', reason: 'unclear' },
    ])
    await world.ask('four', [{ outcome: 'offered' }])
    await world.ask('five', [{ outcome: 'unknown' }])
    await world.ask('before', [{ outcome: 'unknown' }], { at: '2026-10-31T23:59:59.999Z' })
    await world.ask('after', [{ outcome: 'unknown' }], { at: '2026-12-01T00:00:00.000Z' })
    const { parts, subtitle } = await report(world)
    const [{ figures = [] } = {}] = partsOf(parts, 'figures')
    expect(figures.map(({ value, label }) => `${value} ${label}`).slice(0, 5)).toEqual([
      '5 questions',
      '2 answered',
      '1 answer called wrong',
      '1 asked back',
      '1 without an answer',
    ])
    const [bars] = partsOf(parts, 'bars')
    expect(bars?.bars).toHaveLength(13)
    expect(bars?.bars.map(({ text }) => text).slice(-3)).toEqual([
      '2 + 1 + 1 + 1',
      '0 + 0 + 0 + 0',
      '0 + 0 + 0 + 0',
    ])
    const bases = partsOf(parts, 'basis').map(({ text }) => text)
    expect(bases[0]).toBe('From Sun 1 Nov 2026 to Fri 27 Nov 2026; rests on 5 questions.')
    expect(bases[1]).toBe('From Mon 31 Aug 2026 to Fri 27 Nov 2026; rests on 6 questions.')
    expect(subtitle).toContain('The month is not over yet.')
    const tables = partsOf(parts, 'table')
    expect(tables[0]?.rows).toEqual([['A title (a/b, English)', '3', '1', '1']])
    expect(tables[1]?.rows).toEqual([
      ['A title (a/b, English)', '1', '1 × It is hard to understand'],
    ])
  })

  it('shows what is missing in customers’ words, without a number or a name', async () => {
    const world = await smallWorld()
    await world.ask('do you accept cheques', [{ outcome: 'unknown', article: 'a/b' }])
    await world.ask('do you accept cheques over 5,000 from Mr Smith', [{ outcome: 'unknown' }])
    const { parts } = await report(world)
    expect(partsOf(parts, 'cards')[0]?.cards).toEqual([
      {
        title: expect.stringContaining('do you accept cheques'),
        lines: [
          { text: 'English, asked 2 times: 2 × without an answer' },
          { name: 'Nearest', text: 'a/b' },
        ],
        quotes: [expect.stringContaining('do you accept cheques')],
      },
    ])
    expect(JSON.stringify(parts)).toContain('over […] from Mr […]')
  })

  it('names what is stale, what may contradict and what was never used', async () => {
    const world = await smallWorld()
    const files = {
      ...pair('a/b', { reviewBy: '2026-11-26' }),
      ...pair('a/c', { validTo: '2026-11-20' }),
      'en/a/d.md': article('en', {
        rows: { title: 'How long does a refund take' },
        body: 'It takes 7 days.',
      }),
      'en/a/e.md': article('en', {
        rows: { title: 'How long does the refund take' },
        body: 'It takes 15 days.',
      }),
    }
    const { parts } = await report(world, files)
    const stale = partsOf(parts, 'table')[0]?.rows.map(
      ([name, why]) => `${name?.slice(-15)} ${why}`,
    )
    expect(stale?.filter((row) => row.includes('English'))).toEqual([
      expect.stringContaining('no longer served'),
      expect.stringContaining('review overdue'),
    ])
    expect(partsOf(parts, 'cards')[0]?.cards).toEqual([
      {
        title: 'How long does the refund take / How long does a refund take',
        lines: [
          { name: 'a/e (English)', text: '15 (days)' },
          { name: 'a/d (English)', text: '7 (days)' },
        ],
        quotes: ['It takes 15 days.', 'It takes 7 days.'],
      },
    ])
    const [{ items = [] } = {}] = partsOf(parts, 'list')
    expect(items).toHaveLength(4)
    expect(items.join()).not.toContain('a/c')
  })

  it.each([
    ['en', 'Nobody asked the articles anything from Mon 31 Aug 2026'],
    ['zh-CN', '2026年8月31日（周一）至2026年11月27日（周五）没有人问过'],
  ] as const)('says kindly in %s that nobody has asked anything', async (locale, words) => {
    const page = await report(await smallWorld(), pair('a/b'), { locale })
    const text = asMarkdown(page)
    expect(text).toContain(words)
    expect(text).not.toMatch(/NaN|undefined|Infinity/)
    expect(partsOf(page.parts, 'bars')).toEqual([])
  })

  it('is of the whole month when that is over', async () => {
    const { subtitle } = await report(await smallWorld(), pair('a/b'), { today: '2026-12-24' })
    expect(subtitle).toBe(
      'What customers asked from Sun 1 Nov 2026 to Mon 30 Nov 2026, and what became of it. Made on Thu 24 Dec 2026.',
    )
  })
})
