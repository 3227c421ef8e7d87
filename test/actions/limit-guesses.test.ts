import { expect, it } from 'vitest'
import { lookUpGuarded } from '../../src/actions/limit-guesses.ts'
import { createStore } from '../../src/storage/store.ts'
import { sampleRecord } from '../domain/diagnosis/sample.ts'
import { temporaryDirectory } from '../storage/sample.ts'
import { recordedProvider } from './recorded-provider.ts'

const record = sampleRecord()
const rrn = record.refs.rrn ?? ''
const morning = new Date('2026-11-17T10:05:00+08:00')
const nextHour = new Date('2026-11-17T11:00:00+08:00')

/** Somebody who names the reference and an amount, again and again. */
async function start() {
  const store = await createStore({ dataDir: temporaryDirectory() })
  const { provider } = recordedProvider({ records: [record] })
  const needs = { store, provider, timeZone: 'Asia/Shanghai', timeoutMs: 1_000 }
  return {
    end: () => store.close(),
    async guess(minor: number, userId: string, now = morning) {
      const facts = { cues: [], rrn, amount: { minor } }
      const who = { asker: { trusted: false }, identity: { userId, trusted: false } }
      return (await lookUpGuarded(facts, who, { ...needs, now })).kind
    },
    async own(merchantId: string) {
      const asker = { trusted: true, role: 'merchant' as const, merchantId }
      const who = { asker, identity: { userId: 'dl_owner', trusted: true } }
      return (await lookUpGuarded({ cues: [], rrn }, who, { ...needs, now: morning })).kind
    },
  }
}

it('shows a record to somebody who names two keys of it', async () => {
  const { guess, end } = await start()
  expect(await guess(record.amount.minor, 'dl_1')).toBe('found')
  await end()
})

it('stops one customer after six wrong guesses, also for the right one, until the next hour', async () => {
  const { guess, end } = await start()
  for (let wrong = 1; wrong <= 6; wrong += 1) expect(await guess(wrong, 'dl_1')).toBe('not_proven')
  expect(await guess(record.amount.minor, 'dl_1')).toBe('locked')
  expect(await guess(record.amount.minor, 'dl_1', nextHour)).toBe('found')
  await end()
})

it('hides a record after ten wrong guesses at it, whoever makes them', async () => {
  const { guess, end } = await start()
  for (let wrong = 1; wrong <= 10; wrong += 1) await guess(wrong, `dl_${wrong}`)
  expect(await guess(record.amount.minor, 'dl_99')).toBe('locked')
  expect(await guess(record.amount.minor, 'dl_99', nextHour)).toBe('found')
  await end()
})

it('does not count the merchant of the record', async () => {
  const { guess, own, end } = await start()
  for (let wrong = 1; wrong <= 12; wrong += 1) await guess(wrong, `dl_${wrong}`)
  expect(await own(record.merchantId)).toBe('found')
  await end()
})
