import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import MiniSearch from 'minisearch'

/** A text with the id that it is found by. */
export interface PlainDocument {
  id: string
  text: string
}

const jieba = Jieba.withDict(dict)

/** Words as the library cuts them; Chinese by a kept segmenter. */
function wordsOf(text: string): string[] {
  const words = /\p{Script=Han}/u.test(text) ? jieba.cutForSearch(text, true) : [text]
  return words.flatMap((word) => word.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}

/** The kept library that a search of our own must beat: BM25 as MiniSearch has it. */
export function plainBm25(documents: readonly PlainDocument[]): (query: string) => string[] {
  const index = new MiniSearch<PlainDocument>({ fields: ['text'], tokenize: wordsOf })
  index.addAll(documents)
  return (query) => index.search(query).map(({ id }) => String(id))
}
