import { describe, expect, it } from 'vitest'
import { targetsOf } from '../../../src/domain/tickets/targets.ts'
import type { Ticket, TicketEvent } from '../../../src/domain/tickets/ticket.ts'
import { calendarOf, sampleTicket } from './sample.ts'

const calendar = calendarOf('cn_state_council')
if (!calendar) throw new Error('no calendar')
const place = { calendar, timeZone: 'Asia/Shanghai' }
const filed = sampleTicket({
  customer: { role: 'merchant', contactRef: 'M1001', vulnerable: true },
})
const at = (now: string, ticket: Ticket = filed) => targetsOf(ticket, new Date(now), place)
const withEvents = (...events: TicketEvent[]): Ticket => ({
  ...filed,
  history: [...filed.history, ...events],
})

describe('targetsOf', () => {
  it('aims at a first touch, an update and a result, from the filing on', () => {
    const { firstTouch, update, resolve, acknowledge } = at('2026-11-23T10:00:00+08:00')
    expect(filed.severity).toBe('P2')
    expect(acknowledge.metAt).toBe(filed.createdAt)
    expect(firstTouch).toMatchObject({ dueAt: '2026-11-23T14:00:00+08:00', warn: 'none' })
    expect(update?.dueAt).toBe('2026-11-24T18:00:00+08:00')
    expect(resolve.dueAt).toBe('2026-11-26T18:00:00+08:00')
  })

  it.each([
    ['2026-11-23T11:00:00+08:00', 'none'],
    ['2026-11-23T12:00:00+08:00', 'half'],
    ['2026-11-23T13:15:00+08:00', 'most'],
    ['2026-11-23T14:00:01+08:00', 'over'],
  ])('warns of the first touch at %s: %s', (now, warn) => {
    expect(at(now).firstTouch.warn).toBe(warn)
  })

  it('is met by the first thing an agent does, and was late when that was late', () => {
    const touch = { at: '2026-11-23T11:00:00+08:00', by: 'agent' as const, event: 'note' }
    expect(at('2026-11-25T11:00:00+08:00', withEvents(touch)).firstTouch).toMatchObject({
      metAt: touch.at,
      warn: 'none',
    })
    const late = { ...touch, at: '2026-11-24T11:00:00+08:00' }
    expect(at('2026-11-25T11:00:00+08:00', withEvents(late)).firstTouch.warn).toBe('over')
  })

  it('wants the next update a while after what the customer was told last', () => {
    const told = {
      at: '2026-11-24T11:00:00+08:00',
      by: 'agent' as const,
      event: 'investigating',
    }
    const noted = { at: '2026-11-24T15:00:00+08:00', by: 'agent' as const, event: 'note' }
    const { update } = at('2026-11-24T16:00:00+08:00', withEvents(told, noted))
    expect(update?.dueAt).toBe('2026-11-25T18:00:00+08:00')
  })

  it('moves while we wait for the customer', () => {
    const waiting = {
      ...withEvents(
        { at: '2026-11-23T12:00:00+08:00', by: 'agent', event: 'investigating' },
        { at: '2026-11-23T13:00:00+08:00', by: 'agent', event: 'waiting_customer' },
      ),
      state: 'waiting_customer' as const,
    }
    const { resolve } = at('2026-11-25T13:00:00+08:00', waiting)
    expect(resolve.dueAt).toBe('2026-11-28T18:00:00+08:00')
  })

  it('begins again when the ticket is opened again', () => {
    const reopened = {
      ...withEvents({ at: '2026-11-30T10:00:00+08:00', by: 'customer', event: 'reopened' }),
      state: 'reopened' as const,
    }
    const { firstTouch } = at('2026-11-30T10:00:00+08:00', reopened)
    expect(firstTouch).toMatchObject({ dueAt: '2026-11-30T14:00:00+08:00', warn: 'none' })
  })
})
