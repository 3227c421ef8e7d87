import type { PageLocale, Words } from './words.ts'

/** The words of a language, loaded when it is the one that is spoken. */
export async function wordsIn(locale: PageLocale): Promise<Words> {
  if (locale === 'en') return (await import('./en.ts')).en
  return (await import('./zh-cn.ts')).zhCn
}
