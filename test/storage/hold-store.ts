/** Opens the store in the directory given and says how it went; holds it until it is killed. */
import { createStore } from '../../src/storage/store.ts'

try {
  await createStore({ dataDir: process.argv[2] ?? '' })
  process.stdout.write('open\n')
  setInterval(() => undefined, 60_000)
} catch (error) {
  const { code, message } = error as { code: string; message: string }
  process.stdout.write(`${JSON.stringify({ code, message })}\n`)
}
