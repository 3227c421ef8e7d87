import { z } from 'zod'
import { redact } from '../../domain/redaction/redact.ts'
import { localeTag } from '../locale-tag.ts'

/**
 * A language tag as clients send it; whatever else comes is ignored, not refused. The times
 * below are as narrow: what is kept as it comes must have no room for a card number.
 */
const locale = z.string().regex(localeTag).optional().catch(undefined)

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:?\d\d)?$/
const zoneName = /^[A-Za-z_+ -]{1,40}(\/[A-Za-z_+-]{1,40}){0,2}\d{0,2}$/

const word = (longest: number) => z.string().min(1).max(longest)

const holdsNoCard = (id: string) => redact(id).kinds.length === 0

/**
 * Body of `POST /v3/directline/tokens/generate`. The integrator's back end vouches for `user`: it
 * is sealed in the token. Without it the customer is anonymous.
 */
export const generateBody = z.object({
  user: z
    .object({
      id: z
        .string()
        .max(100)
        .regex(/^dl_[\w.@:-]+$/, 'The user id starts with dl_ and holds letters, digits, . _ @ : -')
        .refine(holdsNoCard, { error: 'The user id holds a card number. Use an id of your own.' }),
      name: word(100)
        .transform((name) => redact(name).text)
        .optional(),
      role: z.enum(['merchant', 'cardholder']).optional(),
      merchantId: word(64)
        .refine(holdsNoCard, {
          error: 'The merchant id holds a card number. Use an id of your own.',
        })
        .optional(),
    })
    .optional(),
  /** Pages that may open the web socket with this token, for example `https://shop.example`. */
  trustedOrigins: z.array(z.url().max(200)).max(20).optional(),
  locale,
})

/** Body of `POST /v3/directline/conversations`: who the user is comes from the token, not from it. */
export const startBody = z.object({ locale })

/** Longest text we take in; the bot itself answers politely to much shorter ones. */
export const longestText = 100_000
/** Bytes: 100,000 characters, each written as a JSON escape, and the rest of the activity. */
export const activityLimit = 700 * 1024

const shortText = z.string().max(200)

/** What we look at of an activity a client sends; everything else is left behind. */
export const clientActivity = z.object({
  type: z.string().max(100),
  text: z.string().max(longestText).nullish(),
  textFormat: z.enum(['plain', 'markdown', 'xml']).nullish().catch(undefined),
  value: z.json().optional(),
  name: shortText.nullish().catch(undefined),
  locale,
  localTimestamp: z.string().regex(isoTime).nullish().catch(undefined),
  localTimezone: z.string().regex(zoneName).nullish().catch(undefined),
  replyToId: shortText.nullish().catch(undefined),
  channelData: z
    .object({
      clientActivityID: shortText.optional().catch(undefined),
      postBack: z.boolean().optional().catch(undefined),
      messageBack: z
        .object({ displayText: z.string().max(1000).optional().catch(undefined) })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  attachments: z
    .array(
      z.object({
        name: shortText.optional().catch(undefined),
        contentType: shortText.optional().catch(undefined),
      }),
    )
    .max(10)
    .nullish(),
})

export type ClientActivity = z.infer<typeof clientActivity>
