import { z } from 'zod'

/** A language tag as clients send it; whatever else comes is ignored, not refused. */
const locale = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/)
  .optional()
  .catch(undefined)

const word = (longest: number) => z.string().min(1).max(longest)

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
        .regex(
          /^dl_[\w.@:-]+$/,
          'The user id starts with dl_ and holds letters, digits, . _ @ : -',
        ),
      name: word(100).optional(),
      role: z.enum(['merchant', 'cardholder']).optional(),
      merchantId: word(64).optional(),
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
  localTimestamp: shortText.nullish().catch(undefined),
  localTimezone: shortText.nullish().catch(undefined),
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
