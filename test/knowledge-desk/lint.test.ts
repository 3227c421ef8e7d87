import { relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintKnowledge, reportOf } from '../../src/knowledge-desk/checks/lint.ts'
import { nobodyReadIt } from '../../src/knowledge-desk/write-draft.ts'
import { quantitiesIn } from '../../src/retrieval/quantities.ts'
import { article, knowledgeOf, pair } from './pairs.ts'

const today = '2026-11-27'

/** What is found in these files, a line each: file:line, level, rule and words. */
async function found(files: Record<string, string>): Promise<string[]> {
  const knowledge = await knowledgeOf(files)
  const { findings } = await lintKnowledge(knowledge, today)
  return findings.map(
    ({ file, line, level, rule, text }) =>
      `${relative(knowledge, file)}:${line} ${level} ${rule}: ${text}`,
  )
}

const alone = (row: Parameters<typeof article>[1]) => ({
  ...pair('a/b'),
  'en/a/b.md': article('en', row),
})

describe('the linter', () => {
  it('has nothing to say about faultless articles', async () => {
    expect(await found(pair('a/b'))).toEqual([])
  })

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'a header value that is not accepted',
      alone({ rows: { region: 'Mars' } }),
      /^en\/a\/b\.md:5 error header: region: .*accepted: any, CN, GB, US or EU$/,
    ],
    [
      'an item of a header list, on its own line',
      alone({ rows: { related: ['a/c', 'nonsense'], questions: ['one?', 'two?', 'three?'] } }),
      /^en\/a\/b\.md:18 error header: related: .*accepted: lines, each “ {2}- topic\/slug”$/,
    ],
    [
      'a misspelt key',
      alone({ rows: { validUntil: '2027-01-01' } }),
      /^en\/a\/b\.md:1 error header: .*validUntil/,
    ],
    [
      'a header that is none',
      { ...pair('a/b'), 'en/a/b.md': '---\nnonsense\n---\ntext' },
      /^en\/a\/b\.md:2 error header: expected "key: value"/,
    ],
    [
      'a path that makes no id',
      pair('a/b/c'),
      /^zh-cn\/a\/b\/c\.md:1 error header: the path is no article’s/,
    ],
    [
      'a missing translation',
      { 'en/a/b.md': article('en') },
      /^en\/a\/b\.md:1 error translation: a\/b is missing in zh-CN/,
    ],
    [
      'a translation with another day',
      {
        'en/a/b.md': article('en', { rows: { validFrom: '2026-11-02' } }),
        'zh-cn/a/b.md': article('zh-cn'),
      },
      /^en\/a\/b\.md:13 error translation: validFrom is not as in .*zh-cn\/a\/b\.md:13;/,
    ],
    [
      'an overdue review',
      pair('a/b', { reviewBy: '2026-11-26' }),
      /^en\/a\/b\.md:15 warning review: the review was due on 2026-11-26$/,
    ],
    [
      'a text that is not in force yet',
      pair('a/b', { validFrom: '2026-11-28' }),
      /^en\/a\/b\.md:13 warning in force: not served until 2026-11-28$/,
    ],
    [
      'a text that is in force no more',
      pair('a/b', { validTo: '2026-11-26' }),
      /^en\/a\/b\.md:16 warning in force: not served since the end of 2026-11-26$/,
    ],
    [
      'a telephone number of nobody we know',
      alone({ body: 'Call 12363, or 020 7946 0000.' }),
      /^en\/a\/b\.md:18 error phone: “020 7946 0000” stands in no directory of ours; accepted: 95516,/,
    ],
    [
      'a summary that says no to one way of asking',
      alone({ rows: { summary: 'No, it goes only to the card that paid.' } }),
      /^en\/a\/b\.md:3 error summary: begins with yes or no; accepted: a sentence that stands by itself$/,
    ],
    [
      'a number copied out of the directory',
      alone({ body: 'Call 12363.' }),
      /^en\/a\/b\.md:18 error phone: “12363” stands in the directory; write {{phone cn_pboc_12363}}$/,
    ],
    [
      'a figure that does not exist',
      alone({ body: 'It takes {{answered gb}}.' }),
      /^en\/a\/b\.md:18 error header: {{answered gb}} is no figure; accepted: .*answered gb_psd/,
    ],
    [
      'a number that only begins like one we know',
      alone({ body: 'Call 9551600.' }),
      /error phone: “9551600”/,
    ],
    [
      'a number that only ends like one we know',
      alone({ body: 'Call 8695516.' }),
      /error phone: “8695516”/,
    ],
    [
      'a telephone number in a question',
      alone({ rows: { questions: ['is 10086 real?', 'two?', 'three?'] } }),
      /^en\/a\/b\.md:7 error phone: “10086”/,
    ],
    [
      'an address of nobody we know',
      alone({ body: 'See pos.example.cn/apply or reportfraud.ftc.gov.' }),
      /^en\/a\/b\.md:18 error address: “pos\.example\.cn\/apply”/,
    ],
    [
      'an address that only begins like one we know',
      alone({ body: 'See reportfraud.ftc.gov.example.com now.' }),
      /error address: “example\.com”/,
    ],
    ['a link', alone({ body: 'See [here](other).' }), /error address: “\]\(other\)\.”/],
    [
      'what looks like a card number',
      alone({ body: 'Card 4111 1111 1111 1111.' }),
      /^en\/a\/b\.md:18 error card number: /,
    ],
    [
      'a question that stands in two texts',
      {
        ...pair('a/b'),
        ...pair('a/c'),
        'en/a/b.md': article('en', { rows: { questions: ['x y?', 'two?', 'three?'] } }),
        'en/a/c.md': article('en', { rows: { questions: ['1?', 'x y?', '3?'] } }),
      },
      /^en\/a\/c\.md:8 error question twice: “x y\?” stands in .*en\/a\/b\.md:7, too/,
    ],
    [
      'a related article that does not exist',
      pair('a/b', { related: ['a/none'] }),
      /^en\/a\/b\.md:17 error related: a\/none is no article/,
    ],
    [
      'an article related to itself',
      pair('a/b', { related: ['a/b'] }),
      /related: points to itself/,
    ],
    [
      'a related article that is retired',
      { ...pair('a/b', { related: ['a/c'] }), ...pair('a/c', { validTo: '2026-11-26' }) },
      /^en\/a\/b\.md:17 warning related: a\/c is not served since/,
    ],
    [
      'a text that is too short',
      { ...pair('a/b'), 'en/a/b.md': `${article('en').split('\n\n')[0]}\n\nShort.\n` },
      /^en\/a\/b\.md:17 error length: is too short with 1 words; accepted: 80 to 250$/,
    ],
    [
      'a text that is too long',
      alone({ body: 'long '.repeat(200) }),
      /error length: is too long with 305 words/,
    ],
    [
      'an owner who is no role',
      alone({ rows: { owner: 'Jane Doe' } }),
      /:10 error owner: “Jane Doe”/,
    ],
    [
      'a draft that nobody has read',
      {
        'drafts/en/a/b.md': article('en', { rows: { unverified: [nobodyReadIt] } }),
        'drafts/zh-cn/a/b.md': article('zh-cn'),
      },
      /^drafts\/en\/a\/b\.md:17 error unread: /,
    ],
    [
      'two texts that nearly ask the same and give other numbers',
      {
        ...pair('a/b'),
        ...pair('a/c'),
        'en/a/b.md': article('en', {
          rows: { title: 'How long does a refund take' },
          body: 'It takes 7 working days.',
        }),
        'en/a/c.md': article('en', {
          rows: { title: 'How long will the refund take' },
          body: 'It takes fifteen days.',
        }),
      },
      /^en\/a\/c\.md:2 warning look at these two: and .*en\/a\/b\.md:2: .*the texts say 15 and 7 \(day\)$/,
    ],
    [
      'the same in Chinese',
      {
        ...pair('a/b'),
        ...pair('a/c'),
        'zh-cn/a/b.md': article('zh-cn', {
          rows: { title: '退款几天到账' },
          body: '一般七个工作日。',
        }),
        'zh-cn/a/c.md': article('zh-cn', {
          rows: { title: '退款几天能到账' },
          body: '一般 15 天。',
        }),
      },
      /^zh-cn\/a\/c\.md:2 warning look at these two: .*the texts say 15 and 7 \(day\)$/,
    ],
  ])('names %s', async (_, files, words) => {
    const lines = await found(files)
    expect(lines.find((line) => words.test(line)) ?? lines).toMatch(words)
  })

  it('accepts what comes from the directory', async () => {
    const body = 'Call {{phone cn_unionpay}} or {{phone us_cfpb}}; see {{site gb_report_fraud}}.'
    const rows = { questions: ['is 12363 real?', 'two?', 'three?'] }
    expect(await found(alone({ body, rows }))).toEqual([])
  })

  it('says nothing of texts that ask the same and agree', async () => {
    const title = { title: 'How long does a refund take' }
    const files = {
      ...pair('a/b'),
      ...pair('a/c'),
      'en/a/b.md': article('en', { rows: title, body: 'It takes 7 days.' }),
      'en/a/c.md': article('en', { rows: title, body: 'It takes seven days, rarely 10.' }),
    }
    expect(await found(files)).toEqual([])
  })

  it('does not take two codes for one question', async () => {
    const files = {
      ...pair('a/b'),
      ...pair('a/c'),
      'zh-cn/a/b.md': article('zh-cn', { rows: { title: 'T+1是什么意思' }, body: '一天。' }),
      'zh-cn/a/c.md': article('zh-cn', { rows: { title: '68是什么意思' }, body: '七天。' }),
    }
    expect(await found(files)).toEqual([])
  })

  it('ends with a table, and counts drafts without listing them until asked', async () => {
    const files = { ...pair('a/b'), 'drafts/en/c/d.md': article('en') }
    const result = await lintKnowledge(await knowledgeOf(files), today)
    const short = reportOf(result, false)
    expect(short).toMatch(/\ntranslation {16}0 {9}0\n/)
    expect(short).toMatch(/\n2 articles, 1 draft, not ready: 1$/)
    expect(short).not.toContain('d.md')
    expect(reportOf(result, true)).toMatch(
      /d\.md:1: error: translation: .*\n[\s\S]*\nall {24}1 {9}0\n/,
    )
  })
})

describe('the numbers of a text', () => {
  it.each([
    [
      'en',
      'within 1,000 days, 3–5 working days, thirty-day, 2 months',
      'day 1000, day 5, day 30, month 2',
    ],
    ['en', '0.6% of £50, not Friday 13 or day 4', 'percent 0.6, amount 50'],
    ['zh-CN', '七个工作日或十五日，二十四小时', 'day 7, day 15, hour 24'],
    ['zh-CN', '11月23日、第3天，费率0.6%，200元', 'percent 0.6, amount 200'],
  ] as const)('are read in %s: %s', (locale, text, numbers) => {
    const read = quantitiesIn(text, locale).map(({ unit, value }) => `${unit} ${value}`)
    expect(read.join(', ')).toBe(numbers)
  })
})
