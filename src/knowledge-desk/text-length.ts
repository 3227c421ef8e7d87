import type { Locale } from '../domain/locale.ts'

/** How long a text is: in words, or in Chinese characters. */
export function lengthOf(text: string, locale: Locale): number {
  if (locale === 'en') return text.split(/\s+/).filter((word) => word !== '').length
  return text.match(/\p{Script=Han}/gu)?.length ?? 0
}

/** Neither a stub nor more than a screen. */
export const goodLength: Record<Locale, { least: number; most: number; unit: string }> = {
  en: { least: 80, most: 250, unit: 'words' },
  'zh-CN': { least: 110, most: 420, unit: 'Chinese characters' },
}
