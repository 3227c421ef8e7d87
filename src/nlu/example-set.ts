import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Locale, locales } from '../domain/locale.ts'
import { Failure } from '../errors.ts'
import { type IntentName, intentNames } from '../ports/understanding.ts'

export interface Example {
  intent: IntentName
  text: string
}

/** What people write, per language, under the wish it carries. */
export type ExampleSet = Readonly<Record<Locale, readonly Example[]>>

const isIntent = (name: string): name is IntentName =>
  (intentNames as readonly string[]).includes(name)

/**
 * Reads the format of an example file: `# intent_name` opens a group, every other line that is not
 * empty is one example. Throws `knowledge_invalid` on an unknown name or a line before any name.
 */
export function parseExamples(content: string, source: string): Example[] {
  const examples: Example[] = []
  let intent: IntentName | undefined
  for (const line of content.split('\n').map((text) => text.trim())) {
    if (line.startsWith('#')) intent = headingOf(line, source)
    else if (line !== '') examples.push(exampleOf(intent, line, source))
  }
  return examples
}

function headingOf(line: string, source: string): IntentName {
  const name = line.slice(1).trim()
  if (isIntent(name)) return name
  throw new Failure('knowledge_invalid', `${source}: no intent is called ${name}`)
}

function exampleOf(intent: IntentName | undefined, text: string, source: string): Example {
  if (intent) return { intent, text }
  throw new Failure('knowledge_invalid', `${source}: examples before the first heading`)
}

function readLocale(folder: string, locale: Locale): Example[] {
  const file = `examples.${locale.toLowerCase()}.txt`
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .filter((directory) => readdirSync(directory).includes(file))
    .toSorted()
    .flatMap((directory) => {
      const path = join(directory, file)
      return parseExamples(readFileSync(path, 'utf8'), path)
    })
}

/** Reads `examples.<locale>.txt` of every folder below `folder`, in the order of their names. */
export function loadExamples(folder: string): ExampleSet {
  const [chinese, english] = locales
  return { [chinese]: readLocale(folder, chinese), [english]: readLocale(folder, english) }
}
