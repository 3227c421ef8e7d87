/** 128 random bits in letters, so that no check takes them for a number. Also works on plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const letters = (byte: number) => String.fromCharCode(97 + (byte >> 4), 97 + (byte & 15))
  return Array.from(bytes, letters).join('')
}
