/* A bare answer is made of nothing but these words: anything else in the message is another matter. */
const yesWords = [
  // The numbers stand before the choices in a terminal.
  '1|好的|好|行|可以|要的|要|嗯+|恩|是的?|对的?|成|没问题|同意|愿意|需要|来吧|帮我|请',
  'yes|yeah|yep|yup|y|sure|ok|okay|alright|all right|go ahead|go on(?: then)?|please do|do it|do that|do so|of course|absolutely|definitely|sounds good|that works|please|i would|i do',
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

function someOf(words: readonly string[]): RegExp {
  return new RegExp(`(?<![a-z'])(?:${words.join('|')})(?![a-z'])`, 'u')
}

export type PlainAnswer = (text: string) => 'yes' | 'no' | undefined

/**
 * Reads a bare yes or no: `好的谢谢` is a yes, `no thanks` a no; thanks alone, and everything longer, is
 * neither. `alsoYes` are patterns that agree to what a question offers, such as "watch it".
 */
export function answerReader(alsoYes: readonly string[] = []): PlainAnswer {
  const agreeing = [...yesWords, ...alsoYes]
  const answerShape = onlyOf(agreeing, noWords, fillers)
  const someNo = someOf(noWords)
  const someYes = someOf(agreeing)
  return (text) => {
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
}

/** A bare yes or no to any question. */
export const plainAnswer: PlainAnswer = answerReader()
