import { z } from 'zod'
import { redact } from '../../domain/redaction/redact.ts'
import { localeTag } from '../locale-tag.ts'

const id = z.string().min(1).max(1000)
const name = z
  .string()
  .max(300)
  .transform((given) => redact(given).text)
const account = z.looseObject({ id, name: name.nullish() })
/** What some services want to hear again of a conversation besides its id. */
const conversationKind = {
  isGroup: z.boolean().optional().catch(undefined),
  conversationType: z.string().max(50).optional().catch(undefined),
  tenantId: z.string().max(100).optional().catch(undefined),
}

/** What an activity of the Bot Framework service must have for us to work on it. */
export const serviceActivity = z.looseObject({
  type: z.string().max(100),
  id,
  channelId: z.string().regex(/^[a-z0-9_-]{1,50}$/i),
  serviceUrl: z.url().max(500),
  conversation: z.looseObject({ id, ...conversationKind }),
  from: account,
  recipient: account,
  text: z.string().max(100_000).nullish(),
  value: z.json().optional(),
  locale: z.string().regex(localeTag).nullish().catch(undefined),
  timestamp: z.string().max(40).nullish(),
  /** Files have an address; some services also attach the text once more, without one. */
  attachments: z
    .array(z.looseObject({ name: z.string().max(300).nullish(), contentUrl: z.string().nullish() }))
    .max(50)
    .nullish()
    .catch(undefined),
})

export type ServiceActivity = z.infer<typeof serviceActivity>

/** Where and how the answers of a conversation are delivered. */
export const conversationReference = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.object({ id: z.string(), ...conversationKind }),
  bot: z.object({ id: z.string(), name: z.string().optional() }),
  user: z.object({ id: z.string(), name: z.string().optional() }),
})

export type ConversationReference = z.infer<typeof conversationReference>
