import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

export interface CachePlace {
  /** Where to look, and to write: the first that can be written is used. */
  folders: readonly string[]
  /** What is kept: one model of each name. */
  name: string
  /** Everything the model depends on. */
  madeFrom: readonly string[]
  /** Source files that prepare it; those of this folder count as well. */
  code?: readonly string[]
}

const own = sourcesIn(import.meta.dirname)

/** The source files of a folder, in a stable order. */
export function sourcesIn(folder: string): string[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name))
}

function sha256(parts: Iterable<string | Uint8Array>): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest()
}

/** When the code that a model comes out of changes, what was kept is no longer right. */
function fileName({ name, madeFrom, code = [] }: CachePlace): string {
  const sources = [...own, ...code].map((path) => readFileSync(path))
  const key = sha256([process.versions.v8, ...sources, ...madeFrom])
  return `${name}-${key.toString('hex').slice(0, 32)}.model`
}

const sumLength = 32

/** What stands in the file, or undefined: not there, cut off, or changed since it was written. */
function readKept(path: string): unknown {
  try {
    const bytes = readFileSync(path)
    const content = bytes.subarray(sumLength)
    if (!sha256([content]).equals(bytes.subarray(0, sumLength))) return undefined
    return deserialize(content)
  } catch {
    return undefined
  }
}

/** Whole or not at all. False where nothing can be written. */
function keep(folder: string, file: string, model: unknown): boolean {
  const mine = join(folder, `${file}.${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    const content = serialize(model)
    writeFileSync(mine, Buffer.concat([sha256([content]), content]))
    renameSync(mine, join(folder, file))
    discardOlder(folder, file)
    return true
  } catch {
    discard(mine)
    return false
  }
}

/** The models that a new one takes the place of. */
function discardOlder(folder: string, file: string): void {
  const name = file.slice(0, file.lastIndexOf('-') + 1)
  for (const each of readdirSync(folder)) {
    if (each.startsWith(name) && each.endsWith('.model') && each !== file) {
      discard(join(folder, each))
    }
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Then it stays: it is never read.
  }
}

/**
 * The model of an earlier start, or a new one. `make` must give plain data. Without a folder that can
 * be read and written it is made each time: a cache is never needed.
 */
export function cached<T>(place: CachePlace, make: () => T): T {
  const { kept, keepIt } = lookUp<T>(place)
  return kept ?? keepIt(make())
}

/** The same for a model that takes waiting for others to make. */
export async function cachedLater<T>(place: CachePlace, make: () => Promise<T>): Promise<T> {
  const { kept, keepIt } = lookUp<T>(place)
  return kept ?? keepIt(await make())
}

interface Found<T> {
  kept: T | undefined
  keepIt(model: T): T
}

function lookUp<T>(place: CachePlace): Found<T> {
  if (place.folders.length === 0) return { kept: undefined, keepIt: (model) => model }
  const file = fileName(place)
  const keepIt = (model: T) => {
    place.folders.some((folder) => keep(folder, file, model))
    return model
  }
  for (const folder of place.folders) {
    const kept = readKept(join(folder, file))
    if (kept !== undefined) return { kept: kept as T, keepIt }
  }
  return { kept: undefined, keepIt }
}
