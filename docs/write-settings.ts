import { readFileSync, writeFileSync } from 'node:fs'
import { envExample, settingsTable, withPart } from './generated-parts.ts'

// Writes README's settings table and `.env.example` anew: run it after a change of src/config.ts.
const root = new URL('../', import.meta.url)
const readme = new URL('README.md', root)
writeFileSync(readme, withPart(readFileSync(readme, 'utf8'), 'settings', settingsTable()))
writeFileSync(new URL('.env.example', root), envExample())
