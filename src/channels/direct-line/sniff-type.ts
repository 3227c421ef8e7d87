const signatures: readonly { type: string; at: number; bytes: string }[] = [
  { type: 'image/png', at: 0, bytes: '\x89PNG\r\n\x1A\n' },
  { type: 'image/jpeg', at: 0, bytes: '\xFF\xD8\xFF' },
  { type: 'image/gif', at: 0, bytes: 'GIF8' },
  { type: 'image/webp', at: 8, bytes: 'WEBP' },
  { type: 'image/heic', at: 4, bytes: 'ftyphei' },
  { type: 'application/pdf', at: 0, bytes: '%PDF-' },
]

/** The kind of a file, from its first bytes; undefined when it is none we take. */
export function sniffType(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 32).toString('latin1')
  const match = signatures.find(({ at, bytes: mark }) => head.startsWith(mark, at))
  return match?.type ?? (isText(bytes) ? 'text/plain' : undefined)
}

function isText(bytes: Buffer): boolean {
  if (bytes.length === 0 || bytes.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
