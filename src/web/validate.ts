import type { z } from 'zod'
import { badArgument } from './refusal.ts'

/** Parses with `schema` or refuses with the path of the first wrong field, never its value. */
export function validate<Shape extends z.ZodType>(
  schema: Shape,
  value: unknown,
  what = 'The body',
): z.infer<Shape> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const path = (issue?.path ?? []).map(String).join('.').slice(0, 80)
  const where = path === '' ? what : `${what}: "${path}"`
  throw badArgument(`${where} is not as expected. ${teach(issue)}`)
}

function teach(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'invalid_type') return `Expected ${issue.expected}.`
  if (issue?.code === 'unrecognized_keys') return 'It has a field that does not exist.'
  if (issue?.code === 'invalid_value') return `Expected one of: ${issue.values.join(', ')}.`
  if (issue?.code === 'too_big') return `At most ${issue.maximum}.`
  if (issue?.code === 'too_small') return `At least ${issue.minimum}.`
  return issue?.code === 'custom' ? issue.message : 'Its format is wrong.'
}
