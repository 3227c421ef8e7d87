import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { distFolder } from '../../../src/web/browser-parts.ts'

interface Built {
  file: string
  name?: string
  isEntry?: boolean
  isDynamicEntry?: boolean
}

const manifest: Record<string, Built> = JSON.parse(
  readFileSync(join(distFolder, 'widget/manifest.json'), 'utf8'),
)

/** Bytes of a built file as it goes over the wire, by the path of its source. */
function sizeOf(source: string): number {
  const built = manifest[`src/${source}`]
  if (!built) throw new Error(`${source} is no file of its own`)
  return gzipSync(readFileSync(join(distFolder, built.file)), { level: 9 }).length
}

describe('the size of the widget, gzipped', () => {
  it.each([
    ['the loader', 'web/widget/loader.ts', 1_024],
    ['the chat with its styles', 'web/widget/chat.tsx', 15_360],
    ['its cards', 'web/widget/cards/cards-kit.tsx', 8_192],
    ['English', 'web/widget/words/en.ts', 2_560],
    ['Chinese', 'web/widget/words/zh-cn.ts', 2_560],
    [
      'the check for card numbers, loaded with the first digit',
      'domain/redaction/redact.ts',
      15_360,
    ],
    ['Adaptive Cards, loaded with the first of them', 'web/widget/adaptive/draw-card.ts', 49_152],
  ])('of %s stays in bounds', (_what, source, most) => {
    expect(sizeOf(source)).toBeLessThan(most)
  })

  it('holds nothing besides', () => {
    expect(Object.keys(manifest)).toHaveLength(7)
  })
})
