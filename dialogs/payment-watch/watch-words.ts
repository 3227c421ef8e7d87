import type { Locale } from '../../src/domain/locale.ts'
import { answerReader, plainAnswer } from '../words/plain-answer.ts'
import { en, type WatchTexts } from './texts.en.ts'
import { zhCn } from './texts.zh-cn.ts'

export const watchTexts: Record<Locale, WatchTexts> = { en, 'zh-CN': zhCn }

/** What a customer wants of a watch. */
export type WatchWish = 'start' | 'stop' | 'ask'

const wishes: readonly [WatchWish, RegExp][] = [
  [
    'ask',
    /(?:还|在|有没有|是不是).{0,6}(?:盯|守着|看着).{0,4}(?:吗|呢|么|没有?)\W*$|\b(?:are you|r u|you) (?:still )?(?:watching|keeping (?:watch|an eye))|\bstill watching/iu,
  ],
  [
    'stop',
    /(?:别|不用|不要|不必|无需|停止?|取消|不).{0,6}(?:盯|守着|看着)|(?:盯|守着?).{0,4}(?:停|取消)|(?:别|不用|不要|不必|停止?|取消|关掉?)(?:再)?(?:给我|这个|那个|到账)?的?(?:提醒|通知)|\b(?:stop|quit|don.?t|do not|no longer|cancel|end|no need to)\b.{0,20}\bwatch/iu,
  ],
  [
    'start',
    /(?<!(?:^|[^帮替给])我.{0,4})(?:盯[着住一紧]|守着|看着点)|(?:到账|到了|入账|有消息|有结果).{0,6}(?:告诉|通知|提醒|说一声|叫)我?|\bkeep (?:a |on )?watch|\bkeep an eye|\bwatch (?:it|this|that|over|for (?:it|me))\b|\b(?:let me know|tell me|notify me|message me|ping me) (?:when|once|as soon as|if) (?:it|the money|this|that)/iu,
  ],
]

/** Only what is said of watching itself; a plain yes or no is `watchAnswer`. */
export function watchWish(text: string): WatchWish | undefined {
  return wishes.find(([, pattern]) => pattern.test(text))?.[0]
}

/** A bare yes or no to the offer to keep watch. */
export const watchAnswer = answerReader([
  '盯着|盯',
  'keep watch(?:ing)?|keep an eye(?: on it)?|watch it',
])

const notThere = /没|未|不在|\bnot\b|n't\b|\bno\b|nothing|\bnope\b|still waiting/iu
const isThere =
  /收到|到了|到账|有了|进来了|入账|\bit(?:'?s| is) (?:there|in|here)\b|arrived|received|\bgot it\b|came/iu
const briefly = 40

/** "Has it arrived?", answered in a few words. */
export function arrivalAnswer(text: string): 'yes' | 'no' | undefined {
  if (text.length > briefly) return undefined
  if (notThere.test(text)) return 'no'
  return isThere.test(text) ? 'yes' : plainAnswer(text)
}
