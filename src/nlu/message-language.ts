import type { Locale } from '../domain/locale.ts'

const han = /[\u3400-\u4dbf\u4e00-\u9fff]/g
const latinWord = /[a-zà-ÿ][a-zà-ÿ'’]*/gi
/** What stands for a hidden number. */
const mark = /\[[^\]\n]*\]/g
/** Order and merchant numbers belong to no language. */
const identifier = /[a-z]*[-_]?\d[\w-]*/gi
/** Words a Chinese sentence borrows: they do not make it English. */
const borrowed =
  /^(?:pos|rrn|app|ok|t|d|w|k|rmb|cny|usd|wifi|qq|vip|id|sim|pin|cvv|otp|nfc|apple|pay|visa|mastercard|tk|kyc|pin|ka|fen)$/i

/** Words that only a sentence in English has. */
const functionWord =
  /^(?:the|my|is|are|does|do|what|it|has|have|not|i|an?|of|to|for|in|on|why|when|where|how|was|you)$/i

/** The language that carries a message; with neither, the one spoken so far. */
export function messageLanguage(text: string, spokenSoFar: Locale): Locale {
  const chinese = text.match(han)?.length ?? 0
  const plain = text.replaceAll(mark, ' ').replaceAll(identifier, ' ')
  const words = plain.match(latinWord) ?? []
  const english = words.filter((word) => !borrowed.test(word)).length
  if (chinese === 0 && words.length === 0) return spokenSoFar
  if (chinese === 0) return english === 0 && spokenSoFar === 'zh-CN' ? spokenSoFar : 'en'
  // Two characters make about one Chinese word.
  const mostlyChinese = chinese / 2 >= english
  // A Chinese sentence full of English terms stays Chinese while Chinese is spoken.
  const terms = words.filter((word) => functionWord.test(word)).length < 2
  return mostlyChinese || (spokenSoFar === 'zh-CN' && terms) ? 'zh-CN' : 'en'
}
