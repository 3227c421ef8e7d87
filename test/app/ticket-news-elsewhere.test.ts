import { onTestFinished } from 'vitest'
import { ticketNewsElsewhere } from '../contracts/ticket-news-elsewhere.ts'
import { temporaryFolder } from '../support/real-server.ts'

ticketNewsElsewhere('SQLite', async () => {
  const folder = temporaryFolder()
  onTestFinished(() => folder.remove())
  return { DATA_DIR: folder.path }
})
