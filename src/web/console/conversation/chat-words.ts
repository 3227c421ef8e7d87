import type { Locale } from '../../../domain/locale.ts'
import { en } from '../../widget/words/en.ts'
import type { Words } from '../../widget/words/words.ts'
import { zhCn } from '../../widget/words/zh-cn.ts'

/** The customer's chat in each language: stages and stations are called the same on both sides. */
export const chatWords: Readonly<Record<Locale, Words>> = { en, 'zh-CN': zhCn }
