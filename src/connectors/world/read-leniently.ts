import type { z } from 'zod'

/** A place in a JSON document and what is wrong there. */
export interface Problem {
  /** `transactions[3].amount.minor`; empty for the document itself. */
  path: string
  message: string
}

/** What was read, with the unknown keys that were ignored, or what stands against it. */
export type Reading<T> = { value: T; ignored: string[] } | { problems: Problem[] }

type Path = readonly PropertyKey[]

/** A JSON path as people write it: `transactions[3].amount.minor`. */
function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')
}

/** The value at a path, or undefined. */
function valueAt(json: unknown, path: Path): unknown {
  let value = json
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, step)
  }
  return value
}

/** Deeper than any schema of ours: what lies below is refused or ignored as it is. */
const deepest = 20

/** A copy without keys that hold null: for an optional field null means absent. */
function withoutNulls(json: unknown, depth = 0): unknown {
  if (typeof json !== 'object' || json === null || depth > deepest) return json
  if (Array.isArray(json)) return json.map((each) => withoutNulls(each, depth + 1))
  const kept = Object.entries(json).filter(([, value]) => value !== null)
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutNulls(value, depth + 1)]))
}

/** Takes the keys no schema knows out of the copy; returns their paths. */
function dropUnknownKeys(json: unknown, issues: readonly z.core.$ZodIssue[]): string[] {
  const ignored: string[] = []
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue
    const owner = valueAt(json, issue.path)
    for (const key of issue.keys) {
      ignored.push(pathText([...issue.path, key]))
      if (typeof owner === 'object' && owner !== null) Reflect.deleteProperty(owner, key)
    }
  }
  return ignored
}

/**
 * Reads JSON with a schema of strict objects: null counts as absent, an unknown key is ignored and
 * reported, everything else that does not fit is a problem. Problems hold no value of the document.
 */
export function readLeniently<T>(schema: z.ZodType<T>, json: unknown): Reading<T> {
  const copy = withoutNulls(json)
  const first = schema.safeParse(copy)
  if (first.success) return { value: first.data, ignored: [] }
  const ignored = dropUnknownKeys(copy, first.error.issues)
  const second = ignored.length > 0 ? schema.safeParse(copy) : first
  if (second.success) return { value: second.data, ignored }
  const problems = second.error.issues.map(({ path, message }) => ({
    path: pathText(path),
    message,
  }))
  return { problems }
}
