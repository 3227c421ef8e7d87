/** A bucket holds `burst` tokens and fills again at `perSecond`. */
export interface Bucket {
  burst: number
  perSecond: number
}

export const buckets = {
  /** New tokens for strangers from one address: each opens one conversation. */
  start: { burst: 30, perSecond: 0.5 },
  /** Any other request from one address, the Direct Line poll excepted. */
  address: { burst: 240, perSecond: 20 },
  /** Attempts to sign in from one address. */
  signIn: { burst: 20, perSecond: 0.5 },
  /** Messages into one conversation. */
  conversation: { burst: 20, perSecond: 1 },
} satisfies Record<string, Bucket>

export type BucketName = keyof typeof buckets

/** Answers how many seconds to wait; 0 means go ahead. Never rejects. */
export type RateLimit = (bucket: BucketName, key: string) => number | Promise<number>
