import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { megabytes, type Reading, type ReadingLimits, readingLimits } from './reading.ts'

const MEMORY_MB = 1_024

/** Reads one file in a thread of its own, which ends at the limits. Never rejects. */
export async function readAside(
  file: string,
  limits: ReadingLimits = readingLimits,
): Promise<Reading> {
  try {
    const { size } = await stat(file)
    if (size === 0) return { refused: 'is empty' }
    if (size > limits.bytes) {
      return { refused: `is larger than ${megabytes(limits.bytes)}: split it first` }
    }
    return await inThread({ name: file, bytes: await readFile(file), limits })
  } catch {
    return { refused: 'cannot be opened' }
  }
}

interface Task {
  name: string
  bytes: Buffer
  limits: ReadingLimits
}

function inThread(task: Task): Promise<Reading> {
  const thread = new Worker(join(import.meta.dirname, 'reader-thread.ts'), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    // A parser that grumbles must not write between our lines.
    stdout: true,
    stderr: true,
  })
  return new Promise<Reading>((resolve) => {
    const seconds = Math.round(task.limits.milliseconds / 1_000)
    const late = setTimeout(
      () => resolve({ refused: `took longer than ${seconds} seconds to read: split it first` }),
      task.limits.milliseconds,
    )
    thread.once('message', resolve)
    thread.once('error', () => resolve({ refused: 'cannot be read: it needs too much memory' }))
    thread.once('exit', () => resolve({ refused: 'cannot be read: it is broken' }))
    thread.once('exit', () => clearTimeout(late))
  }).finally(() => thread.terminate())
}
