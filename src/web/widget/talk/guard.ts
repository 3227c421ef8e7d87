/** What the check of a message before it is sent comes to. */
export interface Checked {
  /** What may be sent; the same as typed when nothing had to be hidden. */
  text: string
  isChanged: boolean
}

/** Digits as people write them: plain, full-width, Chinese, or as words. */
const digit =
  /\p{Nd}|[零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖幺]|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|oh)\b/giu
/** A card number has more; with fewer, the server's own check is enough. */
const fewestDigits = 8

const load = () => import('../../../domain/redaction/redact.ts')

/**
 * Hides card numbers, codes and passwords by the server's own rules before anything leaves the
 * browser. A number told in pieces is the server's: only it can hide the pieces it already has. Rejects
 * when the rules cannot be loaded: then nothing is sent.
 */
export async function check(text: string): Promise<Checked> {
  const digits = text.match(digit)?.length ?? 0
  if (digits < fewestDigits) return { text, isChanged: false }
  const { redact } = await load()
  const hidden = redact(text).text
  return { text: hidden, isChanged: hidden !== text }
}

/** Loads the rules ahead, as soon as a digit is typed. */
export function warm(text: string): void {
  if (/\p{Nd}/u.test(text)) load().catch(() => {})
}
