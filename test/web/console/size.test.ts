import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { builtEntry } from '../../../src/web/browser-files.ts'
import { consolePart, distFolder } from '../../../src/web/browser-parts.ts'

it('brings the first screen, sign-in and queue, in at most 250 KB over the wire', () => {
  const { script, imports, styles } = builtEntry(consolePart, 'main')
  const sizes = [script, ...imports, ...styles].map(
    (file) => gzipSync(readFileSync(join(distFolder, file)), { level: 9 }).byteLength,
  )
  const total = sizes.reduce((sum, size) => sum + size, 0)
  expect(total).toBeLessThan(250 * 1024)
  expect(total).toBeGreaterThan(50 * 1024)
})
