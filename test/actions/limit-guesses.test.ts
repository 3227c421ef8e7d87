import { expect, it } from 'vitest'
import { mayGuessAgain } from '../../src/actions/limit-guesses.ts'
import type { CaseFacts } from '../../src/domain/case-facts.ts'
import { createStore } from '../../src/storage/store.ts'
import { temporaryDirectory } from '../storage/sample.ts'

const stranger = (userId: string) => ({
  asker: { trusted: false },
  identity: { userId, trusted: false },
})
const morning = new Date('2026-11-17T10:05:00+08:00')
const nextHour = new Date('2026-11-17T11:00:00+08:00')

/** Which of so many guesses, one after the other, may be followed by another. */
async function guess(
  times: number,
  who: (index: number) => string,
  facts: Partial<CaseFacts> = {},
) {
  const store = await createStore({ dataDir: temporaryDirectory() })
  const told = { cues: [], ...facts }
  const allowed: boolean[] = []
  for (let i = 0; i < times; i += 1) {
    allowed.push(await mayGuessAgain(told, stranger(who(i)), { store, now: morning }))
  }
  const later = await mayGuessAgain(told, stranger(who(0)), { store, now: nextHour })
  await store.close()
  return { allowed, later }
}

it('lets one customer guess six times an hour', async () => {
  const { allowed, later } = await guess(7, () => 'dl_1')
  expect(allowed).toEqual([true, true, true, true, true, true, false])
  expect(later).toBe(true)
})

it('lets ten guesses an hour be made at one reference, whoever makes them', async () => {
  const { allowed, later } = await guess(11, (index) => `dl_${index}`, { rrn: '123456789012' })
  expect(allowed).toEqual([...Array.from({ length: 10 }, () => true), false])
  expect(later).toBe(true)
})

it('counts customers apart when no reference is named', async () => {
  const { allowed } = await guess(12, (index) => `dl_${index}`)
  expect(allowed).not.toContain(false)
})

it('does not count somebody an integrator vouched for', async () => {
  const store = await createStore({ dataDir: temporaryDirectory() })
  const identity = { userId: 'dl_1', trusted: true }
  const who = { asker: { trusted: true }, identity }
  for (let i = 0; i < 20; i += 1) {
    expect(await mayGuessAgain({ cues: [] }, who, { store, now: morning })).toBe(true)
  }
  await store.close()
})
