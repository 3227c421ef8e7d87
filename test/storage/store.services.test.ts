import { onTestFinished } from 'vitest'
import { createStore } from '../../src/storage/store.ts'
import { deskStoreContract } from '../contracts/desk-store.ts'
import { fileContract } from '../contracts/files.ts'
import { laterWorkContract } from '../contracts/later-work.ts'
import { storeContract } from '../contracts/store.ts'
import { temporaryDatabase } from '../support/postgres.ts'

const open = async () => {
  const { url, drop } = await temporaryDatabase()
  onTestFinished(drop)
  return createStore({ url, connections: 4 })
}

storeContract('Postgres', open)
laterWorkContract('Postgres', open)
deskStoreContract('Postgres', open)
fileContract('Postgres', open)
