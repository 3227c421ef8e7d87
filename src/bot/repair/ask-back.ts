import { planTexts } from '../../../dialogs/contingency-plan/plan-words.ts'
import { finish, type Scene, type Turn, wants } from '../../../dialogs/flow.ts'
import type { Memory, OpenQuestion } from '../../../dialogs/memory.ts'
import { explainTerm } from '../../../dialogs/repair/explain-term.ts'
import { type SlipTerm, slipTerms } from '../../../dialogs/repair/slip-picture.ts'
import { smallTalkTexts } from '../../../dialogs/small-talk/flow.ts'
import type { SmallTalkTexts } from '../../../dialogs/small-talk/texts.en.ts'

/** What was just said or asked, asked back: what is that, where does it stand, what is it for. */
export function askBack(scene: Scene): Turn | undefined {
  return whatIsIt(scene) ?? whyAsked(scene)
}

const names: readonly [SlipTerm, RegExp][] = [
  ['authCode', /授权(?:码|号)|auth(?:ori[sz]ation|orisation)?\.? ?(?:code|no|number)\b/iu],
  ['terminalId', /终端(?:编)?号|\b(?:terminal (?:id|no|number)|tid)\b/iu],
  ['merchantId', /商户(?:编)?号|\b(?:merchant (?:id|no|number)|mid)\b/iu],
  ['batchNo', /批次号|\bbatch (?:no|number)\b/iu],
  [
    'last4',
    /后四位|尾号|后4位|\blast (?:four|4)\b|\bcard(?:['’]?s)? (?:no|num(?:ber)?s?|digits)\b|\bdigits\b/iu,
  ],
  ['rrn', /参考号|检索号|检索参考号|\b(?:rrn|ref(?:erence)?(?: ?(?:no|num(?:ber)?))?)\b/iu],
]

const asksWhat =
  /是(?:什么|啥|个?什么|哪个|多少位)|什么(?:是|叫|意思)|啥(?:是|意思)|在哪|哪[里儿]|怎么(?:找|看|查)|长什么样|\bwhat(?:'s|s| is| are| does)\b|\bwetin\b|\bwhere\b|\bhow (?:do|can|to) (?:i )?(?:find|get|see)\b|\bwhich number\b/iu

/** "What's that?", "where do I find it?": about the number that was just asked for. */
const pointsBack =
  /^(?:那|这|它)?(?:个)?(?:是|又是)?(?:什么|啥)(?:东西|意思|玩意儿?)?[呀啊呢吗]?[?？]*$|^(?:在|去|从)?(?:哪里|哪儿|哪)(?:能|可以)?(?:找|看|查)?(?:到)?[呀啊呢]?[?？]*$|^怎么(?:找|看)[?？]*$|^(?:what(?:'s| is) (?:that|this|it)|where (?:is (?:it|that)|(?:do|can) i (?:find|see|get) (?:it|that|this)))[?]*$/iu

/** "What is an RRN, where do I find it?": said with a picture, and the question again. */
function whatIsIt({ said, memory }: Scene): Turn | undefined {
  const { question, locale } = memory
  const text = said.text.trim()
  if (!question || text.length > 60) return undefined
  const named = asksWhat.test(text) ? names.find(([, name]) => name.test(text))?.[0] : undefined
  const term = named ?? (pointsBack.test(text) ? termOf(question) : undefined)
  return term && sayAndAskAgain(memory, explainTerm(term, locale))
}

function termOf({ slot }: OpenQuestion): SlipTerm | undefined {
  return slot === 'orderNo' ? 'rrn' : slipTerms.find((term) => term === slot)
}

function whyAsked({ said, memory }: Scene): Turn | undefined {
  const { question, locale } = memory
  if (!question || !wants(said, 'why_asked')) return undefined
  const words = smallTalkTexts[locale]
  const isPlan = question.slot === 'plan'
  return sayAndAskAgain(memory, {
    text: isPlan ? planTexts[locale].because : becauseOf(question, words),
  })
}

const keySlots: readonly string[] = [
  'amount',
  'date',
  'time',
  'last4',
  'rrn',
  'authCode',
  'orderNo',
  'terminalId',
  'merchantId',
  'candidate',
]

function becauseOf(question: OpenQuestion, words: SmallTalkTexts): string {
  if (question.slot === 'role') return words.becauseRole
  return keySlots.includes(question.slot) ? words.becauseKey : words.becauseOther
}

/** Says something and puts the open question again, without counting it. */
export function sayAndAskAgain(memory: Memory, message: Turn['say'][number]): Turn {
  const { question } = memory
  if (!question) return finish(memory, [message])
  return { say: [message], ask: question, memory }
}
