import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { browserParts, distFolder } from '../../src/web/browser-parts.ts'
import { buildPart } from '../../src/web/build.ts'

const root = join(import.meta.dirname, '../..')

/** Before all tests: what browsers run is built where it is missing or older than its source. */
export async function setup(): Promise<void> {
  for (const part of browserParts) {
    const manifest = join(distFolder, part.name, 'manifest.json')
    const builtAt = existsSync(manifest) ? statSync(manifest).mtimeMs : 0
    // The console speaks of stages in the widget's words.
    const own = [`src/web/${part.name}/**/*.*`, 'src/web/widget/**/*.*']
    const sources = [...own, 'src/{domain,ports}/**/*.ts', 'src/web/b*.ts']
    const changedAt = sources
      .flatMap((pattern) => globSync(pattern, { cwd: root }))
      .map((file) => statSync(join(root, file)).mtimeMs)
    if (Math.max(...changedAt) > builtAt) await buildPart(part)
  }
}
