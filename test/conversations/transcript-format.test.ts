import { describe, expect, it } from 'vitest'
import type { SupportEntity } from '../../src/domain/support-entity.ts'
import type { Bubble } from '../support/talk.ts'
import { parseTranscript } from '../support/transcript.ts'
import { faultsOf, holds } from '../support/transcript-checks.ts'

const header = '# A title\nworld: demo\nclock: 2026-11-23T10:00:00+08:00\n'

const bubble = (text: string, ...entities: SupportEntity[]): Bubble => ({
  text,
  entities,
  choices: [],
})

const ticket = {
  type: 'support/ticket',
  no: 'TK1',
  category: 'payout_failed',
  severity: 'P3',
  state: 'acknowledged',
  dueAt: '2026-12-02',
} as const

const verdict = {
  type: 'support/verdict',
  stage: 'PAYOUT_FAILED',
  cause: 'RC_ACCOUNT_LIMIT',
  transactionId: 'T1',
  ticketFrom: '2026-11-23',
  dataAsOf: '2026-11-23T10:00:00Z',
  evidence: [],
  ruledOut: ['RC_DECLINED'],
  candidates: [],
} as const

const question = { type: 'support/question', slot: 'role' } as const

const seen = {
  bubbles: [
    bubble(
      '退回了',
      { ...verdict, ruledOut: ['RC_DECLINED'], evidence: [], candidates: [] },
      ticket,
    ),
    bubble('您是商户吗？', question),
  ],
  ticketNos: ['TK1'],
}

describe('a transcript', () => {
  it('is read into what is said and what must hold of the answer', () => {
    const text = `${header}as: merchant M1\nlocale: en\n\n> hi\n< question role\n# why\n>event handoff.close {"a": "b"}\n< silent\n@ 2026-11-24T18:05:00+08:00\n< says ok\n`
    const { title, identity, steps } = parseTranscript('en/x.txt', text)
    expect(title).toBe('A title')
    expect(identity).toEqual({ locale: 'en', trusted: true, role: 'merchant', merchantId: 'M1' })
    expect(steps).toEqual([
      { line: 7, said: { text: 'hi' }, checks: [{ line: 8, text: 'question role' }] },
      {
        line: 10,
        said: { event: 'handoff.close', value: { a: 'b' } },
        checks: [{ line: 11, text: 'silent' }],
      },
      {
        line: 12,
        said: { until: '2026-11-24T18:05:00+08:00' },
        checks: [{ line: 13, text: 'says ok' }],
      },
    ])
  })

  it.each([
    ['no title', 'clock: 2026-11-23\n> hi'],
    ['no clock', '# A title\n> hi'],
    ['no such header', `${header}word: demo\n> hi`],
    ['as: is', `${header}as: nobody\n> hi`],
    ['neither ">" nor "<"', `${header}> hi\nhello`],
    ['not an instant with offset', `${header}> hi\n@ tomorrow`],
  ])('is refused with %s', (reason, text) => {
    expect(() => parseTranscript('en/x.txt', text)).toThrow(reason)
  })
})

describe('a check', () => {
  it.each([
    'says 退回',
    'not 密码',
    'question role',
    'question',
    'verdict RC_ACCOUNT_LIMIT',
    'verdict PAYOUT_FAILED txn T1 ticket-from: 2026-11, ruled-out RC_DECLINED expected none',
    'ticket payout_failed P3 same',
    'no handoff',
  ])('holds: %s', (check) => {
    expect(holds(check, seen)).toBe(true)
  })

  it.each([
    'says 密码',
    'not 退回',
    'silent',
    'question amount',
    'verdict RC_DECLINED',
    'verdict RC_ACCOUNT_LIMIT CREDITED',
    'verdict RC_ACCOUNT_LIMIT txn T2',
    'verdict RC_ACCOUNT_LIMIT ticket-from 2026-12',
    'verdict RC_ACCOUNT_LIMIT ruled-out RC_NETTED',
    'ticket payout_failed P2',
    'ticket new',
    'no ticket',
    'handoff queued',
    'warning W8',
    'redaction card_number',
    'answer',
  ])('does not hold: %s', (check) => {
    expect(holds(check, seen)).toBe(false)
  })

  it('that does not exist is an error, not a pass', () => {
    expect(() => holds('sais 退回', seen)).toThrow('no such check')
  })
})

describe('a turn', () => {
  it('has no fault when it asks once and shows no code', () => {
    expect(faultsOf(seen)).toEqual([])
  })

  it.each([
    ['a code of ours is shown', [bubble('RC_NOT_FOUND')]],
    ['more than one question', [bubble('a?', question), bubble('b?', question)]],
    ['an empty bubble', [bubble(' ')]],
    ['the same bubble twice', [bubble('a'), bubble('a')]],
  ])('has a fault: %s', (fault, bubbles) => {
    expect(faultsOf({ bubbles, ticketNos: [] })).toEqual([fault])
  })
})
