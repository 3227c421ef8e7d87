/** Longer than this no sentence of a customer is; the rest of a pasted wall of text is not read. */
export const longestText = 4_000

export type TextTrouble = 'empty' | 'no_words' | 'too_long'

/** Why a text cannot be worked as it is, if it cannot. */
export function textTrouble(text: string): TextTrouble | undefined {
  if (text.length > longestText) return 'too_long'
  const plain = readable(text)
  if (plain.trim() === '') return text.trim() === '' ? 'empty' : 'no_words'
  return /[\p{L}\p{N}]/u.test(plain) ? undefined : 'no_words'
}

/** The text without what nobody can see: control, zero-width and stacked combining characters. */
export function readable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cc}|\p{Cf}|\u034F/gu, (each) => (/\s/u.test(each) ? ' ' : ''))
    .replace(/\p{M}{2,}/gu, '')
}
