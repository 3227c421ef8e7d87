import { onTestFinished } from 'vitest'
import { copyContract } from '../../contracts/copies.ts'
import { temporaryDatabase } from '../../support/postgres.ts'
import { temporaryDirectory } from '../sample.ts'

const folder = async () => ({ dataDir: temporaryDirectory() })
const database = async () => {
  const { url, drop } = await temporaryDatabase()
  onTestFinished(drop)
  return { url, connections: 4 }
}

copyContract('SQLite to Postgres', folder, database)
copyContract('Postgres to SQLite', database, folder)
copyContract('Postgres to Postgres', database, database)
