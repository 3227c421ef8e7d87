import { describe, expect, it } from 'vitest'
import { findCues } from '../../src/nlu/find-cues.ts'
import { findEntities } from '../../src/nlu/find-entities.ts'
import { readingOf } from '../../src/nlu/reading-form.ts'
import type { Entity } from '../../src/ports/understanding.ts'

/** A Wednesday afternoon in Shanghai. */
const context = {
  now: new Date('2026-08-12T06:00:00Z'),
  timeZone: 'Asia/Shanghai',
  locale: 'en',
} as const

const found = (text: string) => findEntities(readingOf(text), context)

function values(type: Entity['type'], text: string): unknown[] {
  return found(text)
    .filter((entity) => entity.type === type)
    .map((entity) => {
      if ('minor' in entity) return entity.minor
      if ('iso' in entity) return entity.iso
      return 'value' in entity ? entity.value : undefined
    })
}

describe('sums as people say them', () => {
  it.each([
    ['eighteen pound fifty yesterday lunchtime, not showing', [1_850]],
    ['I took 4,200 yuan 12 days ago', [420_000]],
    ['sold for 80 dollars 12 Nov', [8_000]],
    ['charged 80 dollars twenty days ago', [8_000]],
    ['paid 20 pounds 30 minutes ago', [2_000]],
    ['took 18 pounds 50 on friday', [1_850]],
    ['3100 this morning. when?', [310_000]],
    ['£64 x 2 yesterday, card 4001', [6_400]],
    ['came out of my account two times, 64 each', [6_400]],
    ['refund 89.99 card 2001', [8_999]],
    ['no wait I mean the 899 one', [89_900]],
  ])('reads %s', (text, sums) => {
    expect(values('amount', text)).toEqual(sums)
  })

  it.each([
    ["still haven't got me 199 back", undefined],
    ['I should have got 12,800 for it', 'sale'],
  ])('knows what the sum was in: %s', (text, role) => {
    const [sum] = found(text).filter((entity) => entity.type === 'amount')
    expect(sum).toMatchObject({ type: 'amount' })
    expect(sum?.type === 'amount' && sum.role).toBe(role)
  })
})

describe('last four digits without a label', () => {
  it.each([
    ['why was my card turned down, £42, 7002, today', ['7002']],
    ['2600, 1001', ['1001']],
    ['640 yuan from friday, slip 1718', ['1718']],
    ['£300 since last night. tail 3003', ['3003']],
    ["880 hasn't landed in my new account 9017", []],
    ['£300 paid in may, 2026', []],
  ])('reads %s', (text, tails) => {
    expect(values('last4', text)).toEqual(tails)
  })
})

describe('times in words', () => {
  it.each([
    ['today half ten', ['10:30']],
    ['ten past six I think', ['06:10']],
    ['at quarter to five in the afternoon', ['16:45']],
    ['5 past 10 last night', ['22:05']],
    ['twenty to one', ['12:40']],
    ['ten five pound notes', []],
  ])('reads %s', (text, times) => {
    expect(values('time', text)).toEqual(times)
  })
})

describe('statements', () => {
  it.each([
    ['the receipt says worldpay and the shop name is not mine', 'slip_other_name'],
    ['someone in another country is using my card', 'not_my_transaction'],
    ['a refund went out to a card that never bought anything here', 'refund_without_sale'],
    ['double-dipped me for $55', 'charged_twice'],
    ["my wallet was nicked and somebody's been using my card", 'not_my_transaction'],
    ['£12.40 debited yesterday, reader said error', 'bank_debited'],
    ["the payouts come from some bloke's personal bank account", 'paid_by_person'],
  ])('hears in "%s": %s', (text, cue) => {
    expect(findCues(text)).toContain(cue)
  })

  it.each([
    ['money gone from account but shop say fail', 'loss_happened'],
    ["we can't take payments since this morning", 'bank_debited'],
    ['tried to take 90,000 yesterday', 'bank_debited'],
    ['your app says paid, my bank says nothing', 'bank_debited'],
    ['the shop name is not mine on it', 'not_my_transaction'],
    ['he swears blind that the bank took it', 'vulnerable'],
  ])('does not hear in "%s": %s', (text, cue) => {
    expect(findCues(text)).not.toContain(cue)
  })
})
