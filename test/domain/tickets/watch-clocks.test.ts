import { describe, expect, it } from 'vitest'
import { lookAtClocks, nextClockLook } from '../../../src/domain/tickets/watch-clocks.ts'
import { calendarOf, sampleTicket } from './sample.ts'

const complaint = sampleTicket({ kind: 'complaint' })
const look = (at: string, ticket = complaint) => lookAtClocks(ticket, { at, calendarOf })

describe('lookAtClocks', () => {
  it('warns of each stage once', () => {
    const half = look('2026-12-02T00:00:00+08:00')
    expect(half.ticket.history.at(-1)).toMatchObject({ by: 'system', event: 'clock_half' })
    const again = look('2026-12-03T00:00:00+08:00', half.ticket)
    expect(again.ticket).toBe(half.ticket)
    expect(again.news).toEqual([])
  })

  it('makes a ticket urgent whose limit has run out', () => {
    const { ticket, broken } = look('2026-12-09T00:00:00+08:00')
    expect(broken).toBe(true)
    expect(ticket).toMatchObject({ severity: 'P1', escalated: true })
    expect(ticket.clocks[0]?.warned).toBe('over')
  })

  it('breaks no rule when a quick way out was missed', () => {
    const british = sampleTicket({ kind: 'complaint', region: 'GB' })
    const { ticket, broken } = look('2026-11-27T00:00:00Z', british)
    expect(ticket.clocks.map(({ regime, warned }) => [regime, warned])).toEqual([
      ['gb_quick', 'over'],
      ['gb_psd', undefined],
    ])
    expect([broken, ticket.severity]).toEqual([false, british.severity])
  })

  it('runs on while we wait for the customer, and stands once the ticket has ended', () => {
    const waiting = { ...complaint, state: 'waiting_customer' as const }
    expect(look('2026-12-09T00:00:00+08:00', waiting).broken).toBe(true)
    const ended = { ...complaint, state: 'resolved' as const }
    expect(look('2026-12-09T00:00:00+08:00', ended).news).toEqual([])
    expect(nextClockLook(ended, calendarOf)).toBeUndefined()
  })
})

describe('nextClockLook', () => {
  it('goes from stage to stage, and ends after the last', () => {
    const stages: string[] = []
    let ticket = complaint
    for (let at = nextClockLook(ticket, calendarOf); at; at = nextClockLook(ticket, calendarOf)) {
      ticket = look(at.toISOString(), ticket).ticket
      stages.push(ticket.history.at(-1)?.event ?? '')
    }
    expect(stages).toEqual(['clock_half', 'clock_most', 'clock_over'])
  })

  it('has nothing to look at without a clock', () => {
    expect(nextClockLook(sampleTicket(), calendarOf)).toBeUndefined()
  })
})
