import { energeticEncoder } from '../../src/connectors/encoder/energetic-encoder.ts'
import { knowledgeIndex } from '../../src/retrieval/knowledge-index.ts'
import type { Library } from '../../src/retrieval/load-articles.ts'
import { machine, machineLine, writeResults } from '../machine.ts'
import { evaluateOwnSet, type OwnFigures } from './own-sets.ts'
import { ownTable } from './report.ts'

/**
 * English search without and with the sentence encoder of the package, on the tuning split alone: its
 * weight was chosen there. Into `bench/results/knowledge-encoder.*`.
 */
export async function measureWithEncoder(library: Library, cacheFolders: readonly string[]) {
  const startedAt = performance.now()
  const endMachine = machine()
  const encoder = await energeticEncoder()
  const meant = await meantIndex(library, { encoder, cacheFolders })
  const own: { name: string; figures: OwnFigures }[] = [
    {
      name: 'without',
      figures: await evaluateOwnSet('tuning', 'en', knowledgeIndex(library, { cacheFolders })),
    },
    { name: 'with the encoder', figures: await evaluateOwnSet('tuning', 'en', meant) },
  ]
  await encoder.close()
  const seconds = (performance.now() - startedAt) / 1000
  const run = { machine: endMachine(), seconds, encoder: encoder.name, own }
  const report = [
    '# Knowledge: search with a leg of meaning\n',
    `${machineLine(run)} Made by \`npm run eval:knowledge -- --encoder\`.\n`,
    `English, tuning split, encoder ${encoder.name} in this process.\n`,
    `${ownTable(own)}\n`,
  ].join('\n')
  writeResults('knowledge-encoder', { results: run, report })
}

interface Meant {
  encoder: Awaited<ReturnType<typeof energeticEncoder>>
  cacheFolders: readonly string[]
}

/** An index whose leg of meaning has been learnt; it waits for the encoder as long as it takes. */
async function meantIndex(library: Library, { encoder, cacheFolders }: Meant) {
  const learnt = Promise.withResolvers<void>()
  const index = knowledgeIndex(library, {
    cacheFolders,
    meaning: {
      encoder,
      begun: Promise.resolve(),
      ended: new AbortController().signal,
      watcher: {
        encoded: (_, done, all) => done === all && learnt.resolve(),
        failed: (_, error) => learnt.reject(error),
      },
      timeoutMs: 20_000,
    },
  })
  await learnt.promise
  return index
}
