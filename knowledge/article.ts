import { z } from 'zod'

/** A calendar day, `YYYY-MM-DD`. */
const day = z.iso.date()

/** Where an article applies: an ISO 3166 country, the European Union, or anywhere. */
export const articleRegions = ['any', 'CN', 'GB', 'US', 'EU'] as const

/** Whom an article speaks to. */
export const articleAudiences = ['merchant', 'cardholder', 'both'] as const

/** The identity of an article: `<topic>/<slug>`, the same in every language. */
const articleId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'is not <topic>/<slug>')

/**
 * What every article must say about itself before a customer may read it. An unknown key is an
 * error, so that a misspelt one cannot silently lose a date.
 */
export const articleHeader = z
  .strictObject({
    /** Shown above the answer: a statement or question of at most a line. */
    title: z.string().min(4).max(90),
    /** The answer in one sentence. */
    summary: z.string().min(10).max(240),
    audience: z.enum(articleAudiences),
    region: z.enum(articleRegions),
    /** Ways people ask it, in their words: what search mostly looks at. */
    questions: z.array(z.string().min(2)).min(3).max(12),
    /** The role that answers for the text, never a person's name. */
    owner: z.string().min(3),
    /** Where the facts come from. */
    sources: z.array(z.string().min(3)).min(1),
    /** Facts still to be checked against the primary text before they are quoted as a rule. */
    unverified: z.array(z.string().min(3)).optional(),
    validFrom: day,
    /** Last day it is served. */
    validTo: day.optional(),
    reviewedAt: day,
    reviewBy: day,
    /** Items of the founding article that found their home here: `S1` … `S62`, parts as `S1a`. */
    seed: z.array(z.string().regex(/^S[1-9]\d?[a-d]?$/)).optional(),
    related: z.array(articleId).optional(),
  })
  .refine((header) => header.validTo === undefined || header.validFrom <= header.validTo, {
    path: ['validTo'],
    message: 'lies before validFrom',
  })
  .refine((header) => header.reviewedAt < header.reviewBy, {
    path: ['reviewBy'],
    message: 'does not lie after reviewedAt',
  })

export type ArticleHeader = z.infer<typeof articleHeader>

/** An article as it lies in `knowledge/<language>/<topic>/<slug>.md`: header and Markdown body. */
export interface Article extends ArticleHeader {
  id: string
  /** Folder of its language: `zh-cn` or `en`. */
  language: string
  body: string
}
