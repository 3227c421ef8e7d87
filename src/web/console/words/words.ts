import type { Locale } from '../../../domain/locale.ts'
import { type ConsoleWords, en } from './en.ts'
import { zhCn } from './zh-cn.ts'

/** The words of the console in each language. */
export const words: Readonly<Record<Locale, ConsoleWords>> = { en, 'zh-CN': zhCn }
