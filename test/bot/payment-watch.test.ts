import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { paymentWatchContract } from '../contracts/payment-watch.ts'

paymentWatchContract('The embedded store', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'daozhang-watch-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return { DATA_DIR: folder }
})
