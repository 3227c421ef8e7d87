import { describe, expect, it } from 'vitest'
import type { Ticket, TicketState } from '../../../src/domain/tickets/ticket.ts'
import { isOpen, ticketStates } from '../../../src/domain/tickets/ticket.ts'
import {
  changeState,
  pausesOf,
  type StateChange,
  transitions,
} from '../../../src/domain/tickets/ticket-states.ts'
import { sampleTicket } from './sample.ts'

const result = {
  code: 'upheld',
  text: '打款账户已更正，款项已重新打出。',
  nextInstance: '30日内可向……',
} as const

function move(ticket: Ticket, to: TicketState, more: Partial<StateChange> = {}): Ticket {
  const changed = changeState(ticket, { to, at: '2026-11-24T09:00:00+08:00', by: 'agent', ...more })
  if (changed.kind !== 'changed') throw new Error(changed.kind)
  return changed.ticket
}

const resolved = move(move(sampleTicket(), 'investigating'), 'resolved', { resolution: result })
const closed = move(resolved, 'closed', { at: '2026-11-25T09:00:00+08:00' })

describe('changeState', () => {
  it('moves a ticket and writes down who did it', () => {
    const moved = move(sampleTicket(), 'investigating', { note: '已转运营' })
    expect(moved.state).toBe('investigating')
    expect(moved.history.at(-1)).toEqual({
      at: '2026-11-24T09:00:00+08:00',
      by: 'agent',
      event: 'investigating',
      note: '已转运营',
    })
    expect(moved.updatedAt).toBe('2026-11-24T09:00:00+08:00')
  })

  it.each([
    ['acknowledged', 'closed'],
    ['acknowledged', 'draft'],
    ['acknowledged', 'reopened'],
  ] as const)('does not go from %s to %s', (from, to) => {
    const answer = changeState(sampleTicket(), { to, at: '2026-11-24T09:00:00+08:00', by: 'agent' })
    expect(answer).toEqual({ kind: 'not_allowed', from, to })
  })

  it.each([
    ['no result', undefined],
    ['an empty text', { ...result, text: ' ' }],
    ['no next instance', { ...result, nextInstance: '' }],
  ])('does not resolve with %s', (_what, resolution) => {
    const at = '2026-11-24T09:00:00+08:00'
    const ticket = move(sampleTicket(), 'investigating')
    expect(changeState(ticket, { to: 'resolved', at, by: 'agent', resolution })).toEqual({
      kind: 'resolution_missing',
    })
  })

  it('closes with the result it was resolved with', () => {
    expect(closed.resolution).toEqual(result)
  })

  it.each([
    ['on the 30th day', '2026-12-25T09:00:00+08:00', 'changed'],
    ['after the 30th day', '2026-12-25T09:00:01+08:00', 'too_late_to_reopen'],
  ])('reopens until the 30th day: %s', (_when, at, kind) => {
    expect(changeState(closed, { to: 'reopened', at, by: 'customer' }).kind).toBe(kind)
  })

  it('asks for a new result after reopening', () => {
    expect(move(closed, 'reopened', { by: 'customer' }).resolution).toBeUndefined()
  })

  it('leaves the clocks of the law alone while it waits for the customer', () => {
    const complaint = move(sampleTicket({ kind: 'complaint' }), 'investigating')
    const waiting = move(complaint, 'waiting_customer')
    expect(waiting.clocks).toEqual(complaint.clocks)
    expect(waiting.clocks).toHaveLength(1)
  })
})

describe('transitions', () => {
  it.each(ticketStates)('leads from %s to an end', (state) => {
    const reached = new Set<TicketState>([state])
    for (const from of reached) for (const to of transitions[from]) reached.add(to)
    expect([...reached].some((each) => !isOpen(each))).toBe(true)
  })
})

describe('pausesOf', () => {
  it('finds each wait for the customer, and nothing else', () => {
    const first = move(sampleTicket(), 'investigating')
    const waiting = move(first, 'waiting_customer', { at: '2026-11-24T10:00:00+08:00' })
    const back = move(waiting, 'investigating', { at: '2026-11-25T10:00:00+08:00' })
    const again = move(back, 'waiting_customer', { at: '2026-11-26T10:00:00+08:00' })
    expect(pausesOf(first)).toEqual([])
    expect(pausesOf(again)).toEqual([
      { from: '2026-11-24T10:00:00+08:00', to: '2026-11-25T10:00:00+08:00' },
      { from: '2026-11-26T10:00:00+08:00', to: undefined },
    ])
  })
})
