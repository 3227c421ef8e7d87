import { copyContract } from '../../contracts/copies.ts'
import { temporaryDirectory } from '../sample.ts'

const folder = async () => ({ dataDir: temporaryDirectory() })

copyContract('SQLite to SQLite', folder, folder)
