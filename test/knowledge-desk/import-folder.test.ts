import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Locale } from '../../src/domain/locale.ts'
import { readingLimits } from '../../src/knowledge-desk/documents/reading.ts'
import { type ImportWish, importFolder } from '../../src/knowledge-desk/import-folder.ts'
import { loadArticles } from '../../src/retrieval/load-articles.ts'
import { temporaryFolder } from '../support/real-server.ts'
import { makeDocx, makePdf, makeZip } from './make-documents.ts'

/** A folder with these documents, and an empty folder of knowledge beside it. */
async function desk(documents: Record<string, string | Buffer>, locale: Locale = 'en') {
  const { path, remove } = temporaryFolder()
  onTestFinished(remove)
  const folder = join(path, 'documents')
  const knowledge = join(path, 'knowledge')
  for (const [name, content] of Object.entries(documents)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  const wish: ImportWish = { folder, knowledge, locale, topic: 'fees', today: '2026-11-27' }
  const drafts = join(knowledge, 'drafts', locale === 'en' ? 'en' : 'zh-cn', 'fees')
  return {
    wish,
    run: (more: Partial<ImportWish> = {}) => importFolder({ ...wish, ...more }),
    draft: (slug: string) => readFile(join(drafts, `${slug}.md`), 'utf8'),
    names: () => readdir(drafts).then((found) => found.sort()),
  }
}

const words = (count: number) => `${'word '.repeat(count - 1)}end.`

describe('the import of a folder', () => {
  it('makes a draft of each section of a Markdown file, with a header as far as it is known', async () => {
    const { run, draft } = await desk({
      'guide.md':
        '# Guide\n\n## What is the fee?\n\nThe fee is 0.6% of a sale. It is taken from the payout.\n\n- one\n- two\n',
    })
    expect(await run()).toMatchObject([{ name: 'guide.md', drafts: [expect.any(String)] }])
    expect(await draft('what-is-the-fee')).toBe(`---
title: What is the fee?
summary: The fee is 0.6% of a sale.
audience:
region:
questions:
  - What is the fee?
owner: support lead
sources:
  - guide.md, “What is the fee?”
unverified:
  - Imported as it stood; nobody has read it against its source yet
validFrom: 2026-11-27
reviewedAt: 2026-11-27
reviewBy: 2027-05-27
related:
---

The fee is 0.6% of a sale. It is taken from the payout.

- one
- two
`)
  })

  it('keeps links, images and tables of a page as text and leaves out its scripts', async () => {
    const { run, draft } = await desk({
      'page.html': `<title>T</title><h1>Fees</h1><script>document.write('stolen')</script>
        <p onclick="go()">See <a href="https://bank.example/fees">the list</a> <img src="a/b.png" alt="a slip"></p>
        <p style="display:none">not for readers</p>
        <table><tr><th>Card</th><th>Fee</th></tr><tr><td>Debit</td><td>0.5%</td></tr></table>`,
    })
    expect(await run()).toMatchObject([{ notes: ['scripts in it were left out (2)'] }])
    const text = await draft('fees')
    expect(text).toContain('See the list (https://bank.example/fees) [a slip]\n')
    expect(text).toContain('Card | Fee')
    expect(text).toContain('Debit | 0.5%')
    expect(text).not.toMatch(/stolen|not for readers|onclick/)
  })

  it('reads a Chinese page in GB 18030', async () => {
    const text = Buffer.from(
      '3c68323ecad6d0f8b7d13c2f68323e3c703ecad6d0f8b7d1302e36a1a33c2f703e',
      'hex',
    )
    const { run, draft } = await desk({ 'fees.html': text }, 'zh-CN')
    await run()
    expect(await draft('fees-1')).toContain('title: 手续费\nsummary: 手续费0.6。\n')
  })

  it('reads a Word file at its headings', async () => {
    const { run, draft, names } = await desk({
      'handbook.docx': makeDocx(['# Cut-off', 'It is 23:00.', '# Holidays', 'Banks rest.']),
    })
    await run()
    expect(await names()).toEqual(['cut-off.md', 'holidays.md'])
    expect(await draft('cut-off')).toContain('  - handbook.docx, “Cut-off”\n')
    expect(await draft('holidays')).toMatch(/\n\nBanks rest\.\n$/)
  })

  it('reads a PDF at its larger lines, names the page and drops what repeats', async () => {
    const page = (title: string, text: string, number: number) => [
      { text: 'Handbook 2026', size: 9, y: 800 },
      { text: title, size: 16, y: 700 },
      { text, size: 11, y: 660 },
      { text: 'and it goes on here.', size: 11, y: 646 },
      { text: String(number), size: 9, y: 30 },
    ]
    const { run, draft, names } = await desk({
      'handbook.pdf': makePdf([
        page('Cut-off', 'It is at 23:00 on most days', 1),
        page('Holidays', 'Banks rest on these days,', 2),
        page('Refunds', 'Seven days are usual', 3),
      ]),
    })
    await run()
    expect(await names()).toEqual(['cut-off.md', 'holidays.md', 'refunds.md'])
    const text = await draft('holidays')
    expect(text).toContain('  - handbook.pdf, page 2\n')
    expect(text).toMatch(/\n---\n\nBanks rest on these days, and it goes on here\.\n$/)
  })

  it('reads a Chinese PDF that names its characters by a table it does not hold', async () => {
    const lines = [
      { text: '到账时间', size: 18, y: 700 },
      { text: '通常下一个工作日到账。', size: 11, y: 660 },
    ]
    const { run, draft } = await desk(
      { '手册.pdf': makePdf([lines], { isChinese: true }) },
      'zh-CN',
    )
    const [file] = await run()
    expect(file?.drafts).toMatchObject([expect.stringMatching(/document-[0-9a-f]{6}-1\.md$/)])
    const name = file?.drafts[0]?.match(/document-.*(?=\.md)/)?.[0] ?? ''
    const text = await draft(name)
    expect(text).toContain('title: 到账时间\nsummary: 通常下一个工作日到账。\n')
    expect(text).toContain('  - 手册.pdf, page 1\n')
  })

  it('begins a paragraph after a short line of a PDF, and takes radicals for their characters', async () => {
    const lines = [
      { text: '⽇切时间在⼆⼗三点，晚了就顺延到第⼆天，', size: 11, y: 660 },
      { text: '请看合同。', size: 11, y: 646 },
      { text: '写得⻓。', size: 11, y: 632, x: 70 },
      { text: '另一条。', size: 11, y: 618, x: 70 },
    ]
    const { run } = await desk({ 'a.pdf': makePdf([lines], { isChinese: true }) }, 'zh-CN')
    const [file] = await run()
    const text = await readFile(file?.drafts[0] ?? '', 'utf8')
    expect(text).toMatch(
      /\n---\n\n日切时间在二十三点，晚了就顺延到第二天，请看合同。\n\n写得长。\n\n另一条。\n$/,
    )
  })

  it('cuts a PDF without headings at its pages', async () => {
    const { run, names } = await desk({
      'notes.pdf': makePdf([
        [{ text: 'First.', size: 11, y: 700 }],
        [{ text: 'Second.', size: 11, y: 700 }],
      ]),
    })
    await run()
    expect(await names()).toEqual(['notes-page-1.md', 'notes-page-2.md'])
  })

  it('makes no draft longer than a screen', async () => {
    const { run, names, draft } = await desk({
      'long.md': `# Long\n\n${words(200)}\n\n${words(200)}\n\n${Array(9).fill(words(50)).join(' ')}\n`,
    })
    await run()
    expect(await names()).toEqual(['long-2.md', 'long-3.md', 'long-4.md', 'long.md'])
    for (const slug of ['long', 'long-2', 'long-3', 'long-4']) {
      const body = (await draft(slug)).split('\n---\n')[1] ?? ''
      expect(body.split(/\s+/).length).toBeLessThanOrEqual(252)
    }
  })

  const good = { 'a.md': '# Good\n\nText.\n' }
  const limits = { ...readingLimits, unpackedBytes: 1_000_000 }
  const zeros = Buffer.alloc(5_000_000)
  it.each<[string, string, string | Buffer, RegExp]>([
    ['a broken PDF', 'b.pdf', '%PDF-1.7\nnonsense', /cannot be read: it is broken/],
    ['half a PDF', 'b.pdf', makePdf([]).subarray(0, 60), /cannot be read: it is broken/],
    ['a locked PDF', 'b.pdf', makePdf([[]], { locked: true }), /locked with a password/],
    ['a PDF of pictures', 'b.pdf', makePdf([[]]), /only pictures/],
    ['a broken Word file', 'b.docx', 'no zip', /cannot be read: it is broken/],
    ['a ZIP that is no Word file', 'b.docx', makeZip([]), /cannot be read/],
    ['a locked Word file', 'b.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /locked.*or an old/],
    ['a bomb', 'b.docx', makeDocx(['x'], [{ name: 'x', content: zeros }]), /more than 1 MB/],
    [
      'a bomb that lies about its size',
      'b.docx',
      makeDocx(['x'], [{ name: 'x', content: zeros, claims: 10 }]),
      /cannot be read|more than 1 MB/,
    ],
    ['an empty file', 'b.md', '', /is empty/],
    ['a file without text', 'b.html', '<script>1</script><h1>Only a heading</h1>', /no text in it/],
    ['bytes that are no text', 'b.md', Buffer.from([0, 1, 2, 3]), /is not text/],
    ['an old Word file', 'b.doc', 'x', /is not Markdown, HTML, DOCX or PDF/],
  ])('names %s with a sentence and takes the rest', async (...[, name, content, sentence]) => {
    const { run } = await desk({ ...good, [name]: content })
    const [first, second] = await run({ limits })
    expect(first?.drafts).toHaveLength(1)
    expect(second).toMatchObject({ name, drafts: [], refused: expect.stringMatching(sentence) })
  })

  it('refuses a file over the limit, and one that takes too long', async () => {
    const { run } = await desk(good)
    expect(await run({ limits: { ...readingLimits, bytes: 5 } })).toMatchObject([
      { refused: 'is larger than 0 MB: split it first' },
    ])
    expect(await run({ limits: { ...readingLimits, milliseconds: 1 } })).toMatchObject([
      { refused: expect.stringMatching(/^took longer than/) },
    ])
  })

  it('does not follow a link out of the folder, and passes over hidden files', async () => {
    const { run, wish } = await desk({ ...good, '.git/x.md': '# X\n\nText.\n' })
    await writeFile(join(wish.folder, '../secret.md'), '# Secret\n\nText.\n')
    await symlink(join(wish.folder, '../secret.md'), join(wish.folder, 'link.md'))
    expect((await run()).map(({ name }) => name)).toEqual(['a.md'])
  })

  it('leaves the drafts of an earlier run as they are', async () => {
    const { run, draft, wish } = await desk({ ...good, 'z.md': '# Good\n\nOther text.\n' })
    await run()
    const file = join(wish.knowledge, 'drafts/en/fees/good.md')
    await writeFile(file, (await draft('good')).replace('title: Good', 'title: Better'))
    expect(await run()).toMatchObject([
      { drafts: [], kept: 1 },
      { drafts: [], kept: 1 },
    ])
    expect(await draft('good')).toContain('title: Better')
    expect(await draft('good-2')).toContain('Other text.')
  })

  it('serves no draft', async () => {
    const { run, wish } = await desk(good)
    await run()
    for (const folder of ['en', 'zh-cn']) await mkdir(join(wish.knowledge, folder))
    expect(await loadArticles(wish.knowledge)).toEqual([])
  })
})
