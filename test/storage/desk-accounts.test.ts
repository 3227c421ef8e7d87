import { openSqlite } from '../../src/storage/sqlite.ts'
import { createStore } from '../../src/storage/store.ts'
import { auditChainContract } from '../contracts/audit-chain.ts'
import { deskAccountsContract } from '../contracts/desk-accounts.ts'
import { temporaryDirectory } from './sample.ts'

deskAccountsContract('SQLite', () => createStore({ dataDir: temporaryDirectory() }))
auditChainContract({
  name: 'SQLite',
  open: async () => openSqlite({ dataDir: temporaryDirectory() }),
  disarm: ['drop trigger audit_no_update', 'drop trigger audit_no_delete'],
})
