import { redact } from './redact.ts'

const longest = 1_000

/** What of a text another reader may see: nothing secret, and no digits at all. A wish needs none. */
export function withoutNumbers(text: string): string {
  return redact(text)
    .text.replaceAll(/\p{Nd}+/gu, '0')
    .slice(0, longest)
}
