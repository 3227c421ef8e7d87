const signatures: readonly { type: string; at: number; bytes: string }[] = [
  { type: 'image/png', at: 0, bytes: '\x89PNG\r\n\x1A\n' },
  { type: 'image/jpeg', at: 0, bytes: '\xFF\xD8\xFF' },
  { type: 'image/gif', at: 0, bytes: 'GIF8' },
  { type: 'image/webp', at: 8, bytes: 'WEBP' },
  { type: 'image/heic', at: 4, bytes: 'ftyphei' },
  { type: 'application/pdf', at: 0, bytes: '%PDF-' },
]

/** The media type of a file, from its first bytes; undefined when it is no picture and no PDF. */
export function kindOfFile(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 32))
  return signatures.find(({ at, bytes: mark }) => head.startsWith(mark, at))?.type
}
