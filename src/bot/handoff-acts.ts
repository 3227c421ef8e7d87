import { z } from 'zod'
import { skills } from '../domain/handoff/skills.ts'
import { locales } from '../domain/locale.ts'
import type { JsonObject } from '../ports/json.ts'

/** Who acts. An event without it comes from inside, or from the holder of the admin token. */
const by = {
  by: z.string().optional(),
  byName: z.string().optional(),
  lead: z.boolean().optional(),
}

const acts = {
  'handoff.claim': z.object({
    ...by,
    agent: z.string().min(1),
    name: z.string().optional(),
    capacity: z.number().optional(),
  }),
  'handoff.transfer': z.object({
    ...by,
    to: z.string().optional(),
    toName: z.string().optional(),
    skill: z.enum(skills).optional(),
    language: z.enum(locales).optional(),
    note: z.string().optional(),
  }),
  'handoff.message': z.object({ ...by, text: z.string() }),
  'handoff.close': z.object({ ...by, outcome: z.enum(['returned', 'solved']).optional() }),
  'support.note': z.object({ ...by, text: z.string() }),
  'support.rating': z.object({
    score: z.number().int().min(1).max(5),
    comment: z.string().optional(),
  }),
  'handoff.status': z.object({
    state: z.enum(['accepted', 'completed', 'failed']),
    agent: z.string().optional(),
  }),
}

export type ActName = keyof typeof acts
export type ActValue<Name extends ActName> = z.infer<(typeof acts)[Name]>

/** What an event says, or undefined when it cannot be read: then it does nothing. */
export function readAct<Name extends ActName>(
  name: Name,
  value: JsonObject,
): ActValue<Name> | undefined {
  return acts[name].safeParse(value).data as ActValue<Name> | undefined
}
