import { describe, expect, it } from 'vitest'
import { createCalendars } from '../../../src/connectors/calendars.ts'
import { isComplaintOverdue } from '../../../src/domain/complaints/complaint-overdue.ts'
import type { ComplaintRecord } from '../../../src/domain/transaction.ts'

const calendarOf = createCalendars()
const now = '2026-11-23T10:00:00+08:00'

function standing(change: Partial<ComplaintRecord>, at = now) {
  const complaint: ComplaintRecord = {
    no: 'TS-1',
    merchantId: 'M1',
    openedAt: '2026-11-01T10:00:00+08:00',
    regime: 'cn_payment_institution',
    state: 'open',
    ...change,
  }
  return isComplaintOverdue(complaint, new Date(at), calendarOf)
}

describe('isComplaintOverdue', () => {
  it('counts fifteen days from receipt for a Chinese payment institution', () => {
    expect(standing({})).toEqual({
      overdue: true,
      dueAt: '2026-11-16T23:59:59+08:00',
      regime: 'cn_payment_institution',
      nextInstance: 'cn_pboc_12363',
    })
  })

  it.each([
    ['on the last second', '2026-11-16T23:59:59+08:00', false],
    ['one second later', '2026-11-17T00:00:00+08:00', true],
  ])('is late only after the last day: %s', (_when, at, overdue) => {
    expect(standing({}, at).overdue).toBe(overdue)
  })

  it.each([
    ['a final answer', { finalResponseAt: '2026-11-20T10:00:00+08:00' }],
    ['closed', { state: 'Closed' }],
    ['resolved', { state: 'resolved' }],
    ['withdrawn', { state: 'withdrawn' }],
    ['its final response sent', { state: 'final_response_sent' }],
    ['closed in Chinese', { state: '已结案' }],
  ])('is not late with %s', (_what, change) => {
    expect(standing(change).overdue).toBe(false)
  })

  it('is still late when only received or being worked on', () => {
    expect(
      standing({ state: 'investigating', ackSentAt: '2026-11-02T10:00:00+08:00' }).overdue,
    ).toBe(true)
  })

  it.each([
    ['2026-11-22', true],
    ['2026-11-23', false],
    ['2026-11-23T09:59:59+08:00', true],
    ['2026-11-23T10:00:00+08:00', false],
  ])("takes the record's own date %s before a computed one", (dueAt, overdue) => {
    expect(standing({ dueAt }).overdue).toBe(overdue)
  })

  it.each([
    ['CN payment institution', 'cn_payment_institution', '2026-11-16T23:59:59+08:00'],
    ['cn_npi', 'cn_payment_institution', '2026-11-16T23:59:59+08:00'],
    ['cn-npi-pboc', 'cn_payment_institution', '2026-11-16T23:59:59+08:00'],
    ['CN_NonBank', 'cn_payment_institution', '2026-11-16T23:59:59+08:00'],
    ['CN-Bank', 'cn_bank', '2026-11-16T23:59:59+08:00'],
    ['cn_nfra_bank', 'cn_bank', '2026-11-16T23:59:59+08:00'],
    // Sunday in London too; 15 business days.
    ['gb_psd', 'gb_psd', '2026-11-20T23:59:59+00:00'],
    ['UK PSD', 'gb_psd', '2026-11-20T23:59:59+00:00'],
    ['gb_other', 'gb_other', '2026-12-27T23:59:59+00:00'],
    ['gb_8weeks', 'gb_other', '2026-12-27T23:59:59+00:00'],
    ['eu.psd2', 'eu_psd2', '2026-11-20T23:59:59+01:00'],
    // Still October in New York; ten business days, without Veterans Day.
    ['us_rege', 'us_reg_e', '2026-11-16T23:59:59-05:00'],
    ['us_regz', 'us_reg_z', '2027-01-29T23:59:59-05:00'],
    ['US-CFPB', 'us_cfpb', '2026-11-15T23:59:59-05:00'],
  ])('reads the regime %s', (regime, id, dueAt) => {
    expect(standing({ regime })).toMatchObject({ regime: id, dueAt })
  })

  it('is not late under a regime nobody knows, unless the record gives a date', () => {
    expect(standing({ regime: 'mars' })).toMatchObject({ overdue: false, dueAt: undefined })
    expect(standing({ regime: 'mars', dueAt: '2026-11-20' }).overdue).toBe(true)
  })

  it('is not late under a duty without a number', () => {
    expect(standing({ regime: 'cn_payment_institution_duty' }).overdue).toBe(false)
  })
})
