import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseBook, caseOf } from '../../src/domain/tickets/case-book.ts'
import { findAnswers } from '../../src/knowledge-desk/answer-drafts/find-answers.ts'
import { casePage } from '../../src/knowledge-desk/case-book/case-page.ts'
import { lessonDrafts } from '../../src/knowledge-desk/case-book/lesson-drafts.ts'
import { reportPage } from '../../src/knowledge-desk/knowledge-report/report-page.ts'
import { asHtml } from '../../src/knowledge-desk/report/as-html.ts'
import { asMarkdown } from '../../src/knowledge-desk/report/as-markdown.ts'
import type { AskedQuestion } from '../../src/ports/knowledge-notes.ts'
import { conversation } from '../storage/sample.ts'
import { endedTicket } from './small-world.ts'

const wish = { month: '2026-11', today: '2026-12-03', timeZone: 'UTC' } as const
const filed = '2026-11-02T10:00:00Z'
const ended = '2026-11-05T10:00:00Z'

/** Long enough to stand nowhere by chance, as a card, an account, an amount or a telephone has it. */
const number = fc.integer({ min: 7_000_000, max: 9_999_999_999 }).map(String)
const written = fc
  .tuple(number, fc.constantFrom('', '¥', 'RRN', 'no.', '尾号', '，金额', 'TK-', '('))
  .map(([digits, before]) => ({ digits, text: `cheque ${before}${digits} 吗` }))

function ticketFull(of: string) {
  return endedTicket('RC_RISK_HOLD', [filed, ended], {
    no: `TK-${of}`,
    statement: of,
    desiredOutcome: of,
    lossMinor: Number(of),
    conversationId: of,
    transactionId: of,
    customer: { role: 'merchant', nameMasked: `王${of}`, contactRef: of },
    txn: { ref: { rrn: of }, amountMinor: Number(of), last4: of },
    resolution: { code: 'upheld', text: of, redressMinor: Number(of), nextInstance: of },
  })
}

function questionOf(text: string, n: number): AskedQuestion {
  const id = `c${n}|0000001`
  const at = '2026-11-10T00:00:00.000Z'
  return { id, conversationId: `c${n}`, askedIn: id, locale: 'en', outcome: 'unknown', at, text }
}

describe('no number of a customer', () => {
  it('reaches a case book or a lesson', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 6 }), (numbers) => {
        const book = caseBook(numbers.map(ticketFull).map(caseOf))
        const material = { ...wish, locale: 'zh-CN' as const, book, titleOf: () => undefined }
        const page = casePage(material)
        const out = [
          asMarkdown(page),
          asHtml(page),
          ...lessonDrafts(material).map(({ text }) => text),
        ]
        for (const each of numbers) expect(out.join('\n').includes(each)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('reaches a knowledge report', () => {
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 6 }), (all) => {
        const notes = all.map(({ text }, n) => questionOf(text, n))
        const page = reportPage({ ...wish, locale: 'en', notes, articles: [] })
        const out = asMarkdown(page) + asHtml(page)
        expect(out).toContain('cheque')
        for (const { digits } of all) expect(out.includes(digits)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('reaches a draft of agents’ answers', async () => {
    const two = fc.tuple(written, written)
    await fc.assert(
      fc.asyncProperty(two, async (all) => {
        const notes = all.map(({ text }, n) => questionOf(text, n))
        const found = await findAnswers(notes, {
          conversation: async (id) => ({ ...conversation(id), version: 1, updatedAt: ended }),
          activitiesAfter: async (id) => [
            entry(id, 1, {}),
            entry(id, 2, { from: { id: 'agent', name: 'Wu' }, text: `It is ${all[0].text}` }),
          ],
        })
        const out = JSON.stringify(found.map(({ questions, answers }) => [questions, answers]))
        for (const { digits } of all) expect(out.includes(digits)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})

function entry(conversationId: string, seq: number, activity: Record<string, never> | object) {
  return {
    conversationId,
    seq,
    id: `${conversationId}|000000${seq}`,
    direction: seq === 1 ? ('in' as const) : ('out' as const),
    activity: { type: 'message', ...activity },
    at: ended,
  }
}
