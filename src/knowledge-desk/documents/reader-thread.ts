import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { readDocument } from './read-document.ts'

/*
 * Reads one document in a thread of its own, so that a file made to take for ever, or all memory,
 * costs only itself.
 */

const task = z.object({
  name: z.string(),
  bytes: z.instanceof(Uint8Array),
  limits: z.object({ bytes: z.number(), unpackedBytes: z.number(), milliseconds: z.number() }),
})

const { name, bytes, limits } = task.parse(workerData)
parentPort?.postMessage(await readDocument(name, Buffer.from(bytes), limits))
