import { createReadStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline as pipe, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { Failure } from '../../errors.ts'
import { damaged, readHeader, readParts, toLines } from './backup-lines.ts'
import { batchSize } from './bulk.ts'
import { type Progress, type Source, type Totals, watch } from './source.ts'
import { createTally, firstDifference } from './tally.ts'

/** Nearly as small as gzip's usual level, in a third of the time. */
const COMPRESSION = 3
/** No row of ours comes near; a line without end would else fill the memory. */
const LONGEST_LINE = 256 * 1024 * 1024

interface Writing {
  signal?: AbortSignal | undefined
  progress?: Progress | undefined
}

/**
 * Writes everything to a new file, readable by its owner only. It has its name only when it is whole
 * and on disk; what fails or is called off leaves nothing behind. Answers what was written.
 */
export async function writeBackup(
  path: string,
  source: Source,
  { signal, progress }: Writing = {},
): Promise<Totals> {
  if (await isThere(path)) {
    throw new Failure('config_invalid', `${path} is already there: choose a new name`)
  }
  const unfinished = `${path}.unfinished`
  const { parts, totals } = watch(source, progress)
  try {
    await rm(unfinished, { force: true })
    const file = await open(unfinished, 'wx', 0o600)
    const lines = Readable.from(toLines(source.header, parts))
    const zip = createGzip({ level: COMPRESSION })
    await pipeline(lines, zip, file.createWriteStream({ flush: true }), { signal })
    await rename(unfinished, path)
    await syncFolder(dirname(path))
    return totals()
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw asSentence(path, error)
  }
}

/** A backup that was read once from end to end, so that what is wrong with it shows before use. */
export async function openBackup(path: string): Promise<Source> {
  const source = await sourceOf(path)
  const tally = createTally(source.header)
  let stated: Totals | undefined
  for await (const part of source.parts()) {
    if ('totals' in part) stated = part.totals
    else tally.add(part.table, part.rows)
  }
  if (!stated || firstDifference(stated, tally.totals())) throw damaged()
  return source
}

async function sourceOf(path: string): Promise<Source> {
  for await (const [first] of linesOf(path)) {
    const header = readHeader(first)
    return { header, parts: () => readParts(header, withoutFirst(linesOf(path))) }
  }
  throw damaged()
}

async function* withoutFirst(batches: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  let skipped = false
  for await (const lines of batches) {
    yield skipped ? lines : lines.slice(1)
    skipped = true
  }
}

/** The lines of the file, some at a time. */
async function* linesOf(path: string): AsyncGenerator<string[]> {
  const text = createGunzip().setEncoding('utf8')
  // What goes wrong with either ends the reading below.
  pipe(createReadStream(path), text, () => undefined)
  let rest = ''
  try {
    for await (const chunk of text) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > LONGEST_LINE) throw damaged()
      for (let at = 0; at < lines.length; at += batchSize) yield lines.slice(at, at + batchSize)
    }
  } catch (error) {
    throw isAboutZip(error) ? damaged(error) : asSentence(path, error)
  }
  if (rest !== '') throw damaged()
}

function isAboutZip(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_|^ERR_/.test(String(error.code))
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'no permission',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  ABORT_ERR: 'it was called off',
}

function asSentence(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = reasons[code]
  if (error instanceof Failure || !reason) return error
  return new Failure('config_invalid', `${path}: ${reason}`, { cause: error })
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
