import { withoutMarkdown } from '../../src/domain/search/without-markdown.ts'
import { finish, type Said, type Scene, type Turn } from '../flow.ts'
import type { JudgedAnswer, Memory } from '../memory.ts'
import { wordsFor } from '../talk-to-a-person/words-for.ts'
import { plainAnswer } from '../words/plain-answer.ts'
import { choicesOf, knowledgeTexts, saidOf } from './flow.ts'

const wantsMore =
  /^(?:(?:please )?(?:tell me |a bit |some )?more(?: details?| please)?|details?|go on|and\?*|(?:再|更)?(?:详细|具体)(?:一?点|一?些)?(?:说说?)?|还有呢|继续|多说(?:一?点|些))\W*$/iu

/**
 * What a customer says of the answer just given: right, wrong and why, or more of it. Undefined: the
 * message is about something else, and nobody is held to the question.
 */
export async function judgeAnswer(scene: Scene): Promise<Turn | undefined> {
  const { said, memory } = scene
  const { judging } = memory
  if (!judging) return undefined
  if (judging.asks === 'reason') return giveReason(judging, scene)
  const chosen = await choose(judging, scene)
  if (chosen || judging.asks === 'which') return chosen
  return more(judging, scene) ?? vote(said, judging, scene)
}

const ordinals: readonly RegExp[] = [
  /^(?:1|一|第一[个条项]?|(?:the )?(?:first|1st)(?: one)?)\W*$/iu,
  /^(?:2|二|第二[个条项]?|(?:the )?(?:second|2nd)(?: one)?)\W*$/iu,
  /^(?:3|三|第三[个条项]?|最后一?[个条项]|(?:the )?(?:third|3rd|last)(?: one)?)\W*$/iu,
]

/** The title that was tapped or typed or, from a list, counted. */
function titleIn(said: string, { asks, offered }: JudgedAnswer): string | undefined {
  const named = offered.find((title) => title === said)
  if (named !== undefined || asks !== 'which') return named
  return offered[ordinals.findIndex((ordinal) => ordinal.test(said))]
}

/** One of the titles that were offered: it may sound like a wish of another kind. */
async function choose(judging: JudgedAnswer, scene: Scene): Promise<Turn | undefined> {
  const { said, actions } = scene
  const { askedIn } = judging
  const title = titleIn(said.text.trim(), judging)
  if (title === undefined) return undefined
  const { results } = await actions.searchKnowledge(title)
  const chosen = results.find((each) => each.title === title)
  if (!chosen) return undefined
  actions.noteQuestion({ askedIn, outcome: 'answered', article: chosen.id })
  const others = results.filter((each) => each !== chosen)
  return saidOf({ best: chosen, others, scene })
}

function more(judging: JudgedAnswer, { said, memory, actions }: Scene): Turn | undefined {
  const text = said.text.trim()
  if (text !== knowledgeTexts[memory.locale].more && !wantsMore.test(text)) return undefined
  const article = actions.article(judging.article, judging.locale)
  return article && finish(memory, [{ text: withoutMarkdown(article.body) }])
}

function vote(said: Said, judging: JudgedAnswer, { memory, actions }: Scene): Turn | undefined {
  const texts = knowledgeTexts[memory.locale]
  const { askedIn, article } = judging
  const verdict = verdictOf(said.text.trim(), memory)
  if (verdict === 'yes') {
    actions.noteQuestion({ askedIn, article, outcome: 'right' })
    return finish(memory, [{ text: texts.thanks }])
  }
  if (verdict !== 'no') return undefined
  actions.noteQuestion({ askedIn, article, outcome: 'wrong' })
  return {
    ...finish({ ...memory, judging: { ...judging, asks: 'reason' } }, []),
    offer: {
      slot: 'other',
      name: 'why_wrong',
      text: texts.whyWrong,
      choices: choicesOf(Object.values(texts.reasons)),
    },
  }
}

const noUse =
  /^(?:but |i |we )*(?:already |have |'ve )*(?:tried|did) (?:that|this|it|all that)(?: already)?\W*$|^(?:that|this|it) (?:did|does|is|was)(?:n['’]?t| not|n) (?:help|work|what i (?:asked|meant)|it|the answer)\b|^(?:试过了|这没用|没用|不管用|答非所问)/iu

function verdictOf(text: string, { locale }: Memory): 'yes' | 'no' | undefined {
  const { right, wrong } = knowledgeTexts[locale]
  if (text.startsWith(right)) return 'yes'
  if (text.startsWith(wrong) || noUse.test(text)) return 'no'
  return plainAnswer(text)
}

/** One of the reasons offered; words of one's own are a new message, understood as any other. */
function giveReason(judging: JudgedAnswer, { said, memory, actions }: Scene): Turn | undefined {
  const texts = wordsFor(knowledgeTexts, memory)
  const reason = Object.entries(texts.reasons).find(([, label]) => label === said.text.trim())?.[0]
  if (reason === undefined) return undefined
  const { askedIn, article } = judging
  actions.noteQuestion({ askedIn, article, outcome: 'wrong', reason })
  return finish(memory, [{ text: texts.noted }])
}
