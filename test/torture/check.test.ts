import { describe, expect, it } from 'vitest'
import { type Calm, checkConversation, type Kept, type Told } from '../../bench/torture/check.ts'
import { checkHandoffs, checkTickets } from '../../bench/torture/check-tickets.ts'
import type { PlannedConversation } from '../../bench/torture/plan.ts'
import type { LogEntry } from '../../bench/torture/shape.ts'

// A conversation by hand: two messages, each with its answer; then one thing is wrong with it.

const plan: PlannedConversation = {
  key: 'c0',
  script: 'codes',
  contactRef: 'dl_1',
  userId: 'dl_1',
  watch: 'poll',
  waitsForAnswers: false,
  groups: [],
}

const calm: Calm = {
  greeting: ['message'],
  answers: [['message support/answer'], ['message support/question:role']],
  tickets: [],
  handoffs: 0,
}

const bot = (replyToId: string | undefined, entity?: { type: string; slot?: string }) => ({
  direction: 'out' as const,
  activity: {
    type: 'message',
    ...(replyToId && { replyToId }),
    ...(entity && { entities: [entity] }),
  },
})
const customer = (key: string) => ({
  direction: 'in' as const,
  activity: { type: 'message', text: key, channelData: { clientActivityID: key } },
})
const greeting = bot(undefined)
const first = customer('m0')
const second = customer('m1')
const toFirst = bot('2', { type: 'support/answer' })
const toSecond = bot('4', { type: 'support/question', slot: 'role' })

/** The entries as a log: ids are their numbers. */
function logOf(entries: Pick<LogEntry, 'direction' | 'activity'>[]): LogEntry[] {
  return entries.map((entry, index) => ({ ...entry, seq: index + 1, id: String(index + 1) }))
}

const good = logOf([greeting, first, toFirst, second, toSecond])

function wrongWith(
  log: LogEntry[],
  told: Partial<Told> = {},
  { handoffs = 0, ...kept }: Partial<Kept> & { handoffs?: number } = {},
): string[] {
  const sent = [
    { key: 'm0', step: 0, group: 0, ids: ['2'], acknowledgedAt: 0 },
    { key: 'm1', step: 1, group: 1, ids: ['4'], acknowledgedAt: 0 },
  ]
  const seen = log.map(({ id }) => id)
  const findings = checkConversation(
    { plan, sent, seen, ...told },
    { version: 3, log, ...kept },
    { ...calm, handoffs },
  )
  return [...new Set(findings.map(({ wrong }) => wrong))]
}

describe('the torture’s checker', () => {
  it('finds nothing in a conversation where all is well', () => {
    expect(wrongWith(good)).toEqual([])
  })

  it('finds a message that was acknowledged and is not in the log', () => {
    expect(wrongWith(logOf([greeting, first, toFirst]))).toContain('lost')
  })

  it('finds a message that stands twice in the log', () => {
    expect(wrongWith(logOf([greeting, first, toFirst, second, toSecond, second]))).toContain(
      'doubled',
    )
  })

  it('finds a message that was acknowledged under two ids', () => {
    const sent = [{ key: 'm0', step: 0, group: 0, ids: ['2', '9'], acknowledgedAt: 0 }]
    expect(wrongWith(logOf([greeting, first, toFirst]), { sent })).toEqual(['doubled'])
  })

  it('finds messages in another order than they were sent', () => {
    const log = logOf([
      greeting,
      second,
      bot('2', { type: 'support/question', slot: 'role' }),
      first,
      bot('4', { type: 'support/answer' }),
    ])
    const sent = [
      { key: 'm0', step: 0, group: 0, ids: ['4'], acknowledgedAt: 0 },
      { key: 'm1', step: 1, group: 1, ids: ['2'], acknowledgedAt: 0 },
    ]
    expect(wrongWith(log, { sent })).toEqual(['out of order'])
    const atOnce = sent.map((message) => ({ ...message, group: 0 }))
    expect(wrongWith(log, { sent: atOnce })).toEqual([])
  })

  it('finds answers in another order than the messages', () => {
    const sent = [
      { key: 'm0', step: 0, group: 0, ids: ['2'], acknowledgedAt: 0 },
      { key: 'm1', step: 1, group: 1, ids: ['3'], acknowledgedAt: 0 },
    ]
    const log = logOf([
      greeting,
      first,
      second,
      bot('3', { type: 'support/question', slot: 'role' }),
      toFirst,
    ])
    expect(wrongWith(log, { sent })).toEqual(['out of order'])
  })

  it('finds an answer that is missing, and one that came twice', () => {
    const without = logOf([greeting, first, toFirst, second])
    expect(wrongWith(without)).toEqual(['lost'])
    const together = logOf([greeting, first, toFirst, second, toSecond, toSecond])
    expect(wrongWith(together)).toEqual(['doubled'])
    const apart = logOf([greeting, first, toFirst, second, toSecond, toFirst])
    expect(wrongWith(apart)).toContain('doubled')
  })

  it('finds a greeting said twice', () => {
    const sent = [{ key: 'm0', step: 0, group: 0, ids: ['3'], acknowledgedAt: 0 }]
    const log = logOf([greeting, greeting, first, bot('3', { type: 'support/answer' })])
    expect(wrongWith(log, { sent })).toEqual(['doubled'])
  })

  it('finds an answer that a calm run does not give', () => {
    const log = logOf([greeting, first, bot('2'), second, toSecond])
    expect(wrongWith(log)).toEqual(['answered otherwise'])
  })

  it('finds what a page was not shown, or shown in another order', () => {
    expect(wrongWith(good, { seen: ['1', '2', '3', '4'] })).toEqual(['not shown'])
    expect(wrongWith(good, { seen: ['1', '2', '4', '3', '5'] })).toEqual(['out of order'])
  })

  it('finds a message that still waits', () => {
    expect(wrongWith(good, {}, { version: 2 })).toEqual(['not worked'])
  })

  it('takes a call back for what a long wait brings, once, and only where a person was called', () => {
    const entities = [{ type: 'support/handoff' }, { type: 'support/ticket' }]
    const back = { ...bot(undefined), activity: { type: 'message', entities } }
    const news = { ...bot(undefined), activity: { type: 'event' } }
    const wrong = (times: number, handoffs: number) => {
      const promises = Array.from({ length: times }, () => back)
      const log = logOf([greeting, first, toFirst, second, toSecond, news, ...promises])
      const seen = log.filter(({ activity }) => activity.type === 'message').map(({ id }) => id)
      return wrongWith(log, { seen }, { handoffs })
    }
    expect(wrong(1, 1)).toEqual([])
    expect(wrong(2, 1)).toEqual(['doubled'])
    expect(wrong(1, 0)).toEqual(['doubled'])
  })

  it('takes the ticket of a promised call back, once, and only where a person was called', () => {
    const wrong = (promises: number, handoffs: number) => {
      const history = ['submitted', ...Array.from({ length: promises }, () => 'call_back_promised')]
      const ticket = {
        no: '1',
        category: 'other',
        customer: { contactRef: 'dl_1' },
        history: history.map((event) => ({ event })),
      }
      const runs = new Proxy({}, { get: () => ({ ...calm, handoffs }) })
      return checkTickets([plan], [ticket], runs as Parameters<typeof checkTickets>[2]).length
    }
    expect(wrong(1, 1)).toBe(0)
    expect(wrong(2, 1)).toBe(1)
    expect(wrong(1, 0)).toBe(1)
    expect(wrong(0, 1)).toBe(1)
  })

  it('finds tickets lost, doubled, unasked for, and a contact that was forgotten', () => {
    const ticket = (no: string, contactRef: string, contacts: number) => ({
      no,
      category: 'other',
      customer: { contactRef },
      history: Array.from({ length: contacts }, () => ({ event: 'contact' })),
    })
    // Every script files one ticket with two contacts.
    const everyScript = { ...calm, tickets: [ticket('T', 'calm', 2)] }
    const runs = new Proxy({}, { get: () => everyScript }) as Parameters<typeof checkTickets>[2]
    const wrong = (tickets: Parameters<typeof checkTickets>[1]) =>
      checkTickets([plan], tickets, runs).map((finding) => finding.wrong)
    expect(wrong([ticket('1', 'dl_1', 2)])).toEqual([])
    expect(wrong([])).toEqual(['ticket lost'])
    expect(wrong([ticket('1', 'dl_1', 1)])).toEqual(['ticket contact lost'])
    expect(wrong([ticket('1', 'dl_1', 1), ticket('2', 'dl_1', 1)])).toEqual(['ticket doubled'])
    expect(wrong([ticket('1', 'dl_1', 2), ticket('2', 'dl_9', 2)])).toEqual(['ticket doubled'])
    expect(checkHandoffs([plan], new Map([['c0', 1]]), runs)).toHaveLength(1)
  })
})
