import { registerHooks } from 'node:module'
import { createInterface } from 'node:readline'
import { type Break, breaks, type Edit } from './breaks.ts'

/*
 * `node --import hooks/standby.ts src/main.ts`: the service as it is, except that it waits for one
 * line on its input before it opens its store. All that takes long and touches nothing (code, the
 * trained classifier, the index) is done by then, while the last process still serves: a round of
 * kills takes a second, not three. With `TORTURE_BREAK` one of its guards is taken out as well, as
 * the source is read; the files on disk stay as they are.
 */

declare global {
  var theWord: () => Promise<void>
}

const hold: Edit = {
  file: '/src/storage/store.ts',
  guard: '  const engine = await openEngine(options)\n',
  instead: '  await globalThis.theWord()\n  const engine = await openEngine(options)\n',
}

// biome-ignore lint/style/noProcessEnv: this is no part of the service, and runs before it.
const broken = process.env.TORTURE_BREAK as Break | undefined
const edits = [hold, ...(broken ? breaks[broken] : [])]

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    const mine = edits.filter(({ file }) => url.endsWith(file))
    if (mine.length === 0) return loaded
    return { ...loaded, source: mine.reduce(edited, String(loaded.source)) }
  },
})

function edited(source: string, { file, guard, instead }: Edit): string {
  if (!source.includes(guard)) throw new Error(`The torture’s edit does not fit ${file} any more`)
  return source.replace(guard, instead)
}

globalThis.theWord = async () => {
  process.stdout.write('standing by\n')
  const lines = createInterface({ input: process.stdin })
  await new Promise((resolve) => lines.once('line', resolve))
  lines.close()
  process.stdin.destroy()
}
