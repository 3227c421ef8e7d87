/** The languages customers are served in. Chinese and English are equals. */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]
