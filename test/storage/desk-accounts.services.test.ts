import { describe, expect, it, onTestFinished } from 'vitest'
import { openPostgres } from '../../src/storage/postgres.ts'
import { createStore } from '../../src/storage/store.ts'
import { auditChainContract } from '../contracts/audit-chain.ts'
import { deskAccountsContract } from '../contracts/desk-accounts.ts'
import { temporaryDatabase } from '../support/postgres.ts'
import { noon } from './sample.ts'

const address = async () => {
  const { url, drop } = await temporaryDatabase()
  onTestFinished(drop)
  return url
}

deskAccountsContract('Postgres', async () => createStore({ url: await address(), connections: 4 }))
auditChainContract({
  name: 'Postgres',
  open: async () => openPostgres({ url: await address(), connections: 2 }),
  disarm: ['alter table audit disable trigger all'],
})

describe('several processes on one Postgres', () => {
  it('append to one chain', async () => {
    const url = await address()
    const stores = await Promise.all([1, 2, 3].map(() => createStore({ url, connections: 3 })))
    onTestFinished(async () => {
      await Promise.all(stores.map((store) => store.close()))
    })
    const notes = stores.flatMap((store, process) =>
      Array.from({ length: 100 }, (_, n) =>
        store.noteAudit({ at: noon, actor: `a${process}`, act: `act.${n}`, object: 'tickets/1' }),
      ),
    )
    await Promise.all(notes)
    expect(await stores[0]?.verifyAudit()).toMatchObject({ intact: true, entries: 300 })
  })
})
