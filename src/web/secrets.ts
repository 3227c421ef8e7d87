import { createHash, timingSafeEqual } from 'node:crypto'

/** Compares without telling, by time, how much was right. An empty secret never matches. */
export function sameSecret(given: string, secret: string): boolean {
  if (secret === '') return false
  return timingSafeEqual(digest(given), digest(secret))
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest()
}

/** The token of an `Authorization: Bearer …` header. */
export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1]
}
