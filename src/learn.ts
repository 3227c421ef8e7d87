import { createMind } from './app.ts'
import { failureKind } from './errors.ts'

/*
 * Run by `npm ci`: learns the wishes from the examples and keeps them, so that the first start need
 * not. Without it the first start learns by itself; a failure here is therefore told and forgiven.
 */

process.stdout.write('Learning from the examples of both languages, once: about half a minute …\n')
const startedAt = performance.now()
try {
  await createMind()
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  process.stdout.write(`Learnt in ${seconds} s; kept in node_modules/.cache/daozhang.\n`)
} catch (error) {
  const kind = JSON.stringify(failureKind(error))
  process.stdout.write(`Not learnt now ${kind}: the first start learns by itself.\n`)
}
