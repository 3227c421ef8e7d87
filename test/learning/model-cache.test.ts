import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cached } from '../../src/learning/model-cache.ts'

let folder: string
let made: number

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daozhang-cache-'))
  made = 0
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
})

const model = () => {
  made += 1
  return { weights: new Float32Array([1, 2, 3]), words: new Map([['money', 7]]) }
}
const get = (madeFrom = ['examples'], folders = [folder]) =>
  cached({ folders, name: 'model', madeFrom }, model)

describe('the cache of trained models', () => {
  it('gives back what was made before, as it was', () => {
    const first = get()
    expect(get()).toEqual(first)
    expect(made).toBe(1)
  })

  it('makes anew when what the model is made from has changed, and forgets the old one', () => {
    get(['old examples'])
    get(['new examples'])
    expect(made).toBe(2)
    expect(readdirSync(folder)).toHaveLength(1)
  })

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 5)],
    ['empty', () => Buffer.alloc(0)],
    [
      'changed in one place',
      (bytes: Buffer) => {
        const changed = Buffer.from(bytes)
        const at = changed.length - 12
        changed[at] = (changed[at] ?? 0) ^ 1
        return changed
      },
    ],
  ])('makes anew when the file is %s, and mends it', (_, damage) => {
    const first = get()
    const path = join(folder, readdirSync(folder)[0] ?? '')
    writeFileSync(path, damage(readFileSync(path)))
    expect(get()).toEqual(first)
    expect(made).toBe(2)
    get()
    expect(made).toBe(2)
  })

  it('goes on without a folder that can be used, and takes the next one that can', () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    expect(get(['examples'], [file]).words.get('money')).toBe(7)
    get(['examples'], [file, join(folder, 'models')])
    get(['examples'], [file, join(folder, 'models')])
    expect(made).toBe(2)
  })

  it('leaves nothing half written behind', () => {
    get()
    expect(readdirSync(folder).filter((name) => !name.endsWith('.model'))).toEqual([])
  })
})
