import { join } from 'node:path'
import { knowledgeIndex } from '../../src/retrieval/knowledge-index.ts'
import { loadLibrary } from '../../src/retrieval/load-articles.ts'

const root = join(import.meta.dirname, '../..')

/** Search over the real articles, with what `npm ci` learnt. */
export async function openKnowledge() {
  const cacheFolders = [join(root, 'node_modules/.cache/daozhang/models')]
  return knowledgeIndex(await loadLibrary(join(root, 'knowledge')), { cacheFolders })
}
