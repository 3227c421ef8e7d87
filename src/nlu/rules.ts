import { englishRules } from './rules.en.ts'
import { chineseRules } from './rules.zh-cn.ts'
import { englishTopicRules } from './topic-rules.en.ts'
import { chineseTopicRules } from './topic-rules.zh-cn.ts'

/** All phrase rules of a language, in the order in which the models know them. */
export const rulesOf = {
  'zh-CN': [...chineseRules, ...chineseTopicRules],
  en: [...englishRules, ...englishTopicRules],
} as const
