import { lookIntoContract } from '../contracts/look-into.ts'
import { temporaryDirectory } from './sample.ts'

lookIntoContract('SQLite', async () => ({ dataDir: temporaryDirectory() }))
