import { Worker } from 'node:worker_threads'
import type { PdfOrder } from './draw-pdf.ts'

/** Reading the font takes half a second of computing: a thread does it, and no conversation waits. */
export function packAsPdf(order: PdfOrder): Promise<Buffer> {
  const thread = new Worker(new URL('./pdf-thread.ts', import.meta.url), { workerData: order })
  return new Promise((resolve, reject) => {
    thread.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)))
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`The drawing ended early, with ${code}`)))
  })
}
