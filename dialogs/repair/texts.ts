import type { Locale } from '../../src/domain/locale.ts'
import { en, type RepairTexts } from './texts.en.ts'
import { zhCn } from './texts.zh-cn.ts'

/** The words that keep a conversation on its thread. */
export const repairTexts: Record<Locale, RepairTexts> = { en, 'zh-CN': zhCn }
