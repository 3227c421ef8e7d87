import { simplifiedChinese } from '../domain/simplified-chinese.ts'

/** One form of a text for every way to write it: half width, lower case, simplified characters. */
export function plainText(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase()
  return /\p{Script=Han}/u.test(plain) ? simplifiedChinese(plain) : plain
}
