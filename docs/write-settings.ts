import { readFileSync, writeFileSync } from 'node:fs'
import { envExample, settingsTable, windowsTable, withPart } from './generated-parts.ts'

// Writes what the docs take from the code: README's settings table, `.env.example` and the windows
// of the world file. Run it after a change of src/config.ts or of the settlement windows.
const root = new URL('../', import.meta.url)

function renew(file: string, part: string, content: string): void {
  const url = new URL(file, root)
  writeFileSync(url, withPart(readFileSync(url, 'utf8'), part, content))
}

renew('README.md', 'settings', settingsTable())
renew('docs/world-file.md', 'windows', windowsTable())
writeFileSync(new URL('.env.example', root), envExample())
