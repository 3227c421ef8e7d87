import { onTestFinished } from 'vitest'
import { lookIntoContract } from '../contracts/look-into.ts'
import { temporaryDatabase } from '../support/postgres.ts'

lookIntoContract('Postgres', async () => {
  const { url, drop } = await temporaryDatabase()
  onTestFinished(drop)
  return { url, connections: 4 }
})
