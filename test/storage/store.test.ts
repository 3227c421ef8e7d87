import { createStore } from '../../src/storage/store.ts'
import { deskStoreContract } from '../contracts/desk-store.ts'
import { fileContract } from '../contracts/files.ts'
import { laterWorkContract } from '../contracts/later-work.ts'
import { storeContract } from '../contracts/store.ts'
import { temporaryDirectory } from './sample.ts'

const open = () => createStore({ dataDir: temporaryDirectory() })

storeContract('SQLite', open)
laterWorkContract('SQLite', open)
deskStoreContract('SQLite', open)
fileContract('SQLite', open)
