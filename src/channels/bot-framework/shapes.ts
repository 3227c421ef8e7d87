import { z } from 'zod'
import { redact } from '../../domain/redaction/redact.ts'
import { localeTag } from '../locale-tag.ts'

const id = z.string().min(1).max(1000)
const name = z
  .string()
  .max(300)
  .transform((given) => redact(given).text)
const account = z.looseObject({ id, name: name.nullish() })

/** What an activity of the Bot Framework service must have for us to work on it. */
export const serviceActivity = z.looseObject({
  type: z.string().max(100),
  id,
  channelId: z.string().regex(/^[a-z0-9_-]{1,50}$/i),
  serviceUrl: z.url().max(500),
  conversation: z.looseObject({ id }),
  from: account,
  recipient: account,
  text: z.string().max(100_000).nullish(),
  value: z.json().optional(),
  locale: z.string().regex(localeTag).nullish().catch(undefined),
  timestamp: z.string().max(40).nullish(),
})

export type ServiceActivity = z.infer<typeof serviceActivity>
