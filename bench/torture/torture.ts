import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { temporaryDatabase } from '../../test/support/postgres.ts'
import { type Break, breaks } from './hooks/breaks.ts'
import { type StormResult, storm } from './storm.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    rounds: { type: 'string', default: '20' },
    store: { type: 'string', default: 'sqlite' },
    processes: { type: 'string', default: '2' },
    customers: { type: 'string', default: '12' },
    break: { type: 'string' },
  },
})
const database = values.store === 'postgres' ? await temporaryDatabase() : undefined
const seed = Number(values.seed ?? randomInt(1_000_000))
console.log('seed', seed)
const result: StormResult = await storm({
  seed, rounds: Number(values.rounds), processes: database ? Number(values.processes) : 1, customers: Number(values.customers),
  databaseUrl: database?.url, broken: values.break as Break | undefined, say: console.log,
})
await database?.drop()
console.log(result.counts, result.findings.slice(0, 20), result.findings.length, Object.keys(breaks))
process.exit(result.findings.length ? 1 : 0)
