import type { Locale } from '../../src/domain/locale.ts'
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
    /(?:别|不用|不要|不必|无需|停止?|取消|不).{0,6}(?:盯|守着|看着)|(?:盯|守着?).{0,4}(?:停|取消)|\b(?:stop|quit|don.?t|do not|no longer|cancel|end|no need to)\b.{0,20}\bwatch/iu,
  ],
  [
    'start',
    /(?<!(?:^|[^帮替给])我.{0,4})(?:盯[着住一紧]|守着|看着点)|(?:到账|到了|入账|有消息|有结果).{0,6}(?:告诉|通知|提醒|说一声|叫)我?|\bkeep (?:a |on )?watch|\bkeep an eye|\bwatch (?:it|this|that|over|for (?:it|me))\b|\b(?:let me know|tell me|notify me|message me|ping me) (?:when|once|as soon as|if) (?:it|the money|this|that)/iu,
  ],
]

/** Only what is said of watching itself; a plain yes or no is `plainAnswer`. */
export function watchWish(text: string): WatchWish | undefined {
  return wishes.find(([, pattern]) => pattern.test(text))?.[0]
}

/* A bare answer is made of nothing but these words: anything else in the message is another matter. */
const yesWords = [
  // The numbers stand before the choices in a terminal.
  '1|好的|好|行|可以|要的|要|嗯+|恩|是的?|对的?|成|没问题|同意|愿意|需要|来吧|盯着|盯|帮我|请',
  'yes|yeah|yep|yup|y|sure|ok|okay|alright|all right|go ahead|go on(?: then)?|please do|do it|do that|do so|of course|absolutely|definitely|sounds good|that works|please|keep watch(?:ing)?|keep an eye(?: on it)?|watch it|i would|i do',
]
const noWords = [
  '2|不用|不要|不必|不需要|不了|没必要|算了|免了|不',
  "no|nope|nah|n|no need|not needed|not necessary|not now|don't|do not|dont|never mind|nevermind|leave it|skip it|i'm fine|i am fine|i'm good",
]
const fillers = [
  '谢谢|多谢|感谢|麻烦|辛苦|拜托|[你您]|[了啦吧啊呀嘞嘛呢哈哦噢的]|那|就|一下|这笔|它',
  "thanks|thank you|thx|ty|cheers|then|so much|very much|a lot|that|would be|nice|great|lovely|helpful|kind|it|this|for me|i'd like that|mate|that's|very|well",
]

function onlyOf(...lists: readonly string[][]): RegExp {
  const alternatives = lists.flat().join('|')
  return new RegExp(`^(?:(?:${alternatives})(?![a-z'’0-9])\\s*)+$`, 'u')
}

const answerShape = onlyOf(yesWords, noWords, fillers)
const someNo = new RegExp(`(?<![a-z'])(?:${noWords.join('|')})(?![a-z'])`, 'u')
const someYes = new RegExp(`(?<![a-z'])(?:${yesWords.join('|')})(?![a-z'])`, 'u')

/** `好的谢谢` is a yes, `no thanks` a no; thanks alone, and everything longer, is neither. */
export function plainAnswer(text: string): 'yes' | 'no' | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
  if (!answerShape.test(plain)) return undefined
  if (someNo.test(plain)) return 'no'
  return someYes.test(plain) ? 'yes' : undefined
}

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
