import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { causeCodes } from '../../src/domain/diagnosis/causes.ts'
import { caseBook } from '../../src/domain/tickets/case-book.ts'
import { ticketCategories } from '../../src/domain/tickets/ticket.ts'
import { type CaseWish, casePage } from '../../src/knowledge-desk/case-book/case-page.ts'
import { lessonArticles } from '../../src/knowledge-desk/case-book/lesson.ts'
import { lessonDrafts } from '../../src/knowledge-desk/case-book/lesson-drafts.ts'
import { readCases } from '../../src/knowledge-desk/case-book/make-case-book.ts'
import { lintKnowledge } from '../../src/knowledge-desk/checks/lint.ts'
import { keepDrafts } from '../../src/knowledge-desk/keep-drafts.ts'
import { publish } from '../../src/knowledge-desk/publish.ts'
import { asMarkdown } from '../../src/knowledge-desk/report/as-markdown.ts'
import { nobodyApprovedIt } from '../../src/knowledge-desk/write-draft.ts'
import { loadArticles } from '../../src/retrieval/load-articles.ts'
import { knowledgeOf, pair } from './pairs.ts'
import { endedTicket, smallWorld } from './small-world.ts'

const wish: CaseWish = { month: '2026-11', locale: 'en', today: '2026-12-03', timeZone: 'UTC' }
const filed = '2026-11-02T10:00:00Z'
const ended = '2026-11-05T10:00:00Z'

/** Articles to which the lessons may point. */
const shelf = () =>
  Object.assign(
    {},
    ...['settlement/risk-hold-documents', 'settlement/payout-returned'].map((id) => pair(id)),
  )

async function busyMonth() {
  const world = await smallWorld()
  await world.file(
    ...Array.from({ length: 4 }, () => endedTicket('RC_RISK_HOLD', [filed, ended])),
    endedTicket('RC_RISK_HOLD', [filed, '2026-11-25T10:00:00Z'], { escalated: true }),
    ...Array.from({ length: 3 }, () => endedTicket('RC_SETTLE_ACCOUNT_INVALID', [filed, ended])),
    ...(['RC_NETWORK', 'RC_CASHOUT', 'RC_ERQING'] as const).map((cause) =>
      endedTicket(cause, [filed, ended]),
    ),
    endedTicket('RC_RISK_HOLD', [filed, '2026-12-01T00:00:00Z']),
    endedTicket('RC_RISK_HOLD', [filed, filed], { state: 'investigating' }),
  )
  return world
}

describe('the case book', () => {
  it.each([
    [
      'en',
      [
        '11 ended tickets',
        'Held for review',
        'Usually put right by: the merchant and the risk team',
      ],
    ],
    ['zh-CN', ['11 张办结的工单', '风控延迟结算', '一般由谁解决: 商户和风控部门']],
  ] as const)('tells a month in %s', async (locale, words) => {
    const knowledge = await knowledgeOf(shelf())
    const { store: view } = await busyMonth()
    const material = await readCases({ ...wish, locale }, { view, knowledge })
    const text = asMarkdown(casePage(material))
    for (const word of words) expect(text).toContain(word)
    for (const rare of ['unstable', '网络', 'cash-out', '套现']) expect(text).not.toContain(rare)
    expect(text).toContain('settlement/risk-hold-documents')
    expect(text).not.toMatch(/NaN|undefined|Infinity/)
  })

  it.each([
    [0, 'No ticket ended from Sun 1 Nov 2026 to Mon 30 Nov 2026'],
    [2, 'Only 2 ended: too few to say more'],
  ])('says kindly that %i tickets ended', async (count, words) => {
    const world = await smallWorld()
    await world.file(
      ...Array.from({ length: count }, () => endedTicket('RC_NETWORK', [filed, ended])),
    )
    const knowledge = await knowledgeOf({})
    const material = await readCases(wish, { view: world.store, knowledge })
    const text = asMarkdown(casePage(material))
    expect(text).toContain(words)
    expect(text).not.toContain('unstable')
  })

  it('reads a month of any length, page by page', async () => {
    const world = await smallWorld()
    const many = Array.from({ length: 1_001 }, () => endedTicket('RC_NETWORK', [filed, ended]))
    await world.file(...many)
    const { book } = await readCases(wish, { view: world.store, knowledge: await knowledgeOf({}) })
    expect(book.count).toBe(1_001)
  })

  it('points to articles that are there', async () => {
    const articles = await loadArticles('knowledge')
    const ids = new Set(articles.map(({ id }) => id))
    expect(Object.values(lessonArticles).filter((id) => !ids.has(id))).toEqual([])
  })
})

describe('the lessons as drafts', () => {
  it('wait for approval, are published then, and are written once', async () => {
    const knowledge = await knowledgeOf(shelf())
    const { store: view } = await busyMonth()
    const drafts = lessonDrafts(await readCases(wish, { view, knowledge }))
    const { written } = await keepDrafts(knowledge, drafts)
    expect(written).toHaveLength(4)
    expect(await loadArticles(knowledge)).toHaveLength(4)
    expect(await keepDrafts(knowledge, drafts)).toEqual({ written: [], kept: 4 })

    const refused = await publish(knowledge, 'cases/risk-hold', wish.today)
    expect(refused.lines.join()).toContain('nobody has approved this text')
    const approved = await approve(drafts)
    expect(await keepDrafts(approved, drafts)).toMatchObject({ written: [] })
    expect(await publish(approved, 'cases/risk-hold', wish.today)).toMatchObject({ done: true })
    const december = lessonDrafts({
      ...(await readCases(wish, { view, knowledge })),
      month: '2026-12',
    })
    expect((await keepDrafts(approved, december)).written).toEqual([])
  })

  it('lack nothing but approval, whatever the cause', async () => {
    const subjects = [...causeCodes, ...ticketCategories]
    const cases = subjects.flatMap((subject) =>
      Array.from({ length: 3 }, () => ({
        subject,
        category: 'other' as const,
        hours: 60.3,
        inTime: true,
        outcome: 'success' as const,
        redress: false,
        signs: [],
      })),
    )
    const drafts = lessonDrafts({ ...wish, book: caseBook(cases), titleOf: () => undefined })
    expect(drafts).toHaveLength(2 * causeCodes.length)
    const { findings } = await lintKnowledge(await approve(drafts), wish.today)
    const wrong = findings.filter(({ rule, isDraft }) => isDraft && rule !== 'related')
    expect(wrong.map(({ file, rule, text }) => `${file.slice(-40)}: ${rule}: ${text}`)).toEqual([])
  })
})

/** The drafts in a folder of their own, each approved by a person. */
async function approve(drafts: ReturnType<typeof lessonDrafts>): Promise<string> {
  const folder = { en: 'en', 'zh-CN': 'zh-cn' }
  const files = drafts.map(({ id, locale, text }) => [
    `drafts/${folder[locale]}/${id}.md`,
    text.replace(`unverified:\n  - ${nobodyApprovedIt}\n`, ''),
  ])
  const knowledge = await knowledgeOf({ ...shelf(), ...Object.fromEntries(files) })
  expect(await readFile(`${knowledge}/${files[0]?.[0]}`, 'utf8')).not.toContain(nobodyApprovedIt)
  return knowledge
}
