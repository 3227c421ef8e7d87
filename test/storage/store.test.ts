import { createStore } from '../../src/storage/store.ts'
import { storeContract } from '../contracts/store.ts'
import { temporaryDirectory } from './sample.ts'

storeContract('SQLite', () => createStore({ dataDir: temporaryDirectory() }))
