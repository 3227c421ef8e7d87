import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { paymentWatchContract } from '../contracts/payment-watch.ts'
import { temporaryDatabase } from '../support/postgres.ts'

paymentWatchContract('Postgres', async () => {
  const { url, drop } = await temporaryDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'daozhang-watch-'))
  onTestFinished(async () => {
    rmSync(folder, { recursive: true, force: true })
    await drop()
  })
  return { DATA_DIR: folder, DATABASE_URL: url }
})
