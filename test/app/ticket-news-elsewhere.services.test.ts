import { onTestFinished } from 'vitest'
import { ticketNewsElsewhere } from '../contracts/ticket-news-elsewhere.ts'
import { temporaryDatabase } from '../support/postgres.ts'
import { temporaryFolder } from '../support/real-server.ts'

ticketNewsElsewhere('Postgres', async () => {
  const database = await temporaryDatabase()
  const folder = temporaryFolder()
  onTestFinished(async () => {
    folder.remove()
    await database.drop()
  })
  return { DATA_DIR: folder.path, DATABASE_URL: database.url }
})
