import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { calmRuns, storm } from '../../bench/torture/storm.ts'
import { temporaryDatabase } from '../support/postgres.ts'

const seed = 20_261_126
let options: Omit<Parameters<typeof storm>[0], 'rounds'>

beforeAll(async () => {
  options = { seed, processes: 2, customers: 8, say: () => undefined, calm: await calmRuns(seed) }
}, 120_000)

let database: Awaited<ReturnType<typeof temporaryDatabase>>

beforeEach(async () => {
  database = await temporaryDatabase()
})

afterEach(() => database.drop())

describe('the torture on Postgres with two processes', () => {
  it('finds nothing lost, doubled or out of order', async () => {
    const { counts, findings } = await storm({ ...options, rounds: 4, databaseUrl: database.url })
    expect(findings).toEqual([])
    expect(counts.kills).toBeGreaterThanOrEqual(4)
  }, 240_000)

  it('turns red when the lease is broken', async () => {
    const { findings } = await storm({
      ...options,
      rounds: 2,
      databaseUrl: database.url,
      broken: 'lease',
    })
    expect(findings.map(({ wrong }) => wrong)).toContain('doubled')
  }, 240_000)
})
