/** Fewer digits than this are no card number. */
const fewestDigits = 8

/**
 * A text with card numbers and secrets hidden, by the rules that the service itself keeps; undefined
 * when there is nothing to hide. The rules are loaded when a text first has enough digits in it.
 */
export async function withoutSecrets(text: string): Promise<string | undefined> {
  if ((text.match(/\p{Nd}/gu) ?? []).length < fewestDigits) return undefined
  const { redact } = await import('../../../domain/redaction/redact.ts')
  const safe = redact(text).text
  return safe === text ? undefined : safe
}
