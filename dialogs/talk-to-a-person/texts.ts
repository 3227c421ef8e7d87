import type { Locale } from '../../src/domain/locale.ts'
import { en, type PersonTexts } from './texts.en.ts'
import { zhCn } from './texts.zh-cn.ts'

/** Words about people: the queue, the hours, their coming and going. */
export const personTexts: Record<Locale, PersonTexts> = { en, 'zh-CN': zhCn }
