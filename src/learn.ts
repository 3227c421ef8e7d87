import { once } from 'node:events'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { locales } from './domain/locale.ts'
import { failureKind } from './errors.ts'
import { learnLanguage } from './mind.ts'

/*
 * Run by `npm ci`: learns the wishes and the subjects of articles from examples and keeps them, so that the first start need
 * not. Without it the first start learns by itself; a failure here is therefore told and forgiven.
 */

async function learnAll(): Promise<void> {
  process.stdout.write('Learning from the examples of both languages, once: about a minute …\n')
  const startedAt = performance.now()
  try {
    // Each in a thread of its own: the wait is that for the longer one.
    const threads = locales.map((workerData) => new Worker(import.meta.filename, { workerData }))
    await Promise.all(threads.map((thread) => once(thread, 'exit')))
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    process.stdout.write(`Learnt in ${seconds} s; kept in node_modules/.cache/daozhang.\n`)
  } catch (error) {
    const kind = JSON.stringify(failureKind(error))
    process.stdout.write(`Not learnt now ${kind}: the first start learns by itself.\n`)
  }
}

if (isMainThread) await learnAll()
else {
  const locale = locales.find((each) => each === workerData)
  if (locale) await learnLanguage(locale)
}
