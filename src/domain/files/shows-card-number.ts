import { redact } from '../redaction/redact.ts'

/** Long enough for the shortest card number. */
const texts = /[ -~]{13,}/gu
/** What a PDF writes on its pages, where that is not packed. Its tables are full of other numbers. */
const textsOfPdf = /\((?:[ -~]{13,400}?)\)/gu

const latin1 = new TextDecoder('latin1')

/**
 * Whether a card number stands in what can be read of a file without opening it: a PDF's plain text, the
 * notes in a picture. What a picture shows, and what is packed, only a person sees.
 */
export function showsCardNumber(bytes: Uint8Array, contentType: string): boolean {
  const found = contentType === 'application/pdf' ? textsOfPdf : texts
  for (const [text] of latin1.decode(bytes).matchAll(found)) {
    const digits = text.replace(/\D/gu, '').length
    if (digits >= 13 && redact(text).kinds.includes('card_number')) return true
  }
  return false
}
