import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { asHtml } from '../../src/knowledge-desk/report/as-html.ts'
import { asMarkdown } from '../../src/knowledge-desk/report/as-markdown.ts'
import type { Page } from '../../src/knowledge-desk/report/page.ts'

const evil = '<img src=x onerror=alert(1)> | *a* [b](c) `d`\n# e'
const page: Page = {
  locale: 'en',
  title: evil,
  subtitle: evil,
  parts: [
    { kind: 'heading', text: evil },
    { kind: 'text', text: evil },
    { kind: 'basis', text: evil },
    { kind: 'figures', figures: [{ label: evil, value: evil, share: evil }] },
    { kind: 'table', head: [evil, evil], rows: [[evil, evil]] },
    {
      kind: 'bars',
      title: evil,
      legend: [{ tone: 'good', name: evil }],
      bars: [
        {
          label: evil,
          text: evil,
          stretches: [
            { tone: 'good', share: 0.25 },
            { tone: 'bad', share: 0.5 },
          ],
        },
      ],
    },
    {
      kind: 'cards',
      cards: [{ title: evil, lines: [{ name: evil, text: evil }], quotes: [evil] }],
    },
    { kind: 'list', items: [evil] },
  ],
}

describe('a report as HTML', () => {
  const text = asHtml(page)

  it('loads nothing, runs nothing and lets only its own style in', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(text).toContain(`default-src 'none'; style-src 'sha256-${hash}'`)
    const withoutValues = text.replaceAll(/="[^"]*"/g, '=""')
    expect(withoutValues).not.toMatch(
      /<(?:script|link|img|iframe)\b|<[^>]* (?:style|src|href|on\w+)=|url\(|@import/,
    )
  })

  it('takes what people wrote for words only', () => {
    expect(text.split('&lt;img src=x onerror=alert(1)&gt;').length).toBeGreaterThan(15)
  })

  it('draws stretches end to end', () => {
    expect(text).toContain('<rect class="bad" x="25.00%" width="50.00%" height="100%"/>')
  })
})

describe('a report as Markdown', () => {
  it('takes what people wrote for words only, a line each', () => {
    const text = asMarkdown(page)
    expect(text).not.toMatch(/(?<!\\)<img|(?<!\\)\*a|(?<!\\)\[b|(?<!\\)`d|^# e/m)
    expect(text).toContain('| --- | --- |')
  })
})
