/** A charset that the page itself names. */
const named = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})/i

/** Tried in this order where nothing is named: the rest of the Chinese web, then the rest. */
const guesses = ['utf-8', 'gb18030', 'windows-1252']

/** Bytes to text; undefined when they are no text at all. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const marked = decodeMarked(bytes)
  if (marked !== undefined) return marked
  if (bytes.includes(0)) return undefined
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2_000))
  const label = named.exec(start)?.[1]
  for (const encoding of label ? [label, ...guesses] : guesses) {
    const text = decodeAs(bytes, encoding)
    if (text !== undefined) return text
  }
  return undefined
}

function decodeMarked([first, second, ...rest]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return decodeAs(Uint8Array.from(rest), 'utf-16le')
  if (first === 0xfe && second === 0xff) return decodeAs(Uint8Array.from(rest), 'utf-16be')
  return undefined
}

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
