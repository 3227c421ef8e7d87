import { basename, join } from 'node:path'
import { sourcesIn } from '../learning/model-cache.ts'

/** These only ask a model that is made already. */
const users = [
  'create-understanding.ts',
  'encoder-reader.ts',
  'find-intents.ts',
  'message-language.ts',
  'unforeseen.ts',
]

/** The code that a trained model depends on. */
export const recipe = [
  ...sourcesIn(import.meta.dirname).filter((path) => !users.includes(basename(path))),
  join(import.meta.dirname, '../domain/simplified-chinese.ts'),
]
