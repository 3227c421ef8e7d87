import { contingencyPlan } from '../../../dialogs/contingency-plan/flow.ts'
import { answerPlanOffer } from '../../../dialogs/contingency-plan/offer-plan.ts'
import { finish, type Scene, type Turn, wants, wantsSurely } from '../../../dialogs/flow.ts'
import { answerFraud } from '../../../dialogs/fraud/flow.ts'
import { judgeAnswer } from '../../../dialogs/knowledge/judge-answer.ts'
import { answerWatch } from '../../../dialogs/payment-watch/answer-watch.ts'
import { repairTexts } from '../../../dialogs/repair/texts.ts'
import { smallTalkTexts } from '../../../dialogs/small-talk/flow.ts'
import type { SmallTalkTexts } from '../../../dialogs/small-talk/texts.en.ts'
import { callPerson } from '../../../dialogs/talk-to-a-person/call-person.ts'
import { isPoor, scoreIn } from '../../../dialogs/talk-to-a-person/rate-person.ts'
import { personTexts } from '../../../dialogs/talk-to-a-person/texts.ts'
import { whileQueued } from '../../../dialogs/talk-to-a-person/while-queued.ts'
import { wordsFor } from '../../../dialogs/talk-to-a-person/words-for.ts'
import { rateTicket } from '../../../dialogs/ticket-news/rate-ticket.ts'
import { reopenTicket } from '../../../dialogs/ticket-news/reopen-ticket.ts'
import { asksOfThatPayment } from '../../../dialogs/words/asks-of-that-payment.ts'
import { handoffRules, handoffTrigger } from '../../domain/handoff/triggers.ts'
import type { Locale } from '../../domain/locale.ts'
import { asksOfTicket } from '../choose-flow.ts'
import { namesKey } from '../take-in.ts'
import { askBack, sayAndAskAgain } from './ask-back.ts'
import { correctAfterComplaint } from './correct-after-complaint.ts'
import { cancel, startOver, withdraw } from './drop.ts'
import { urgedOn } from './hurry.ts'
import {
  backToExplained,
  correctWithoutValue,
  narrowChoices,
  otherPayment,
} from './other-payment.ts'

/**
 * What cuts across every dialog, handled once and before any of them: danger, fraud, a person,
 * a watch or a plan offered, start over, stop, repeat, asking back, a moment, a language, abuse, and what corrects or
 * narrows what was said before. Undefined: nothing of the kind.
 */
export async function interrupt(scene: Scene): Promise<Turn | undefined> {
  const answered = scene.said.answer !== undefined
  const settled = answered || asksOfThatPayment(scene)
  for (const handler of settled ? always : [...always, ...unlessAnswered]) {
    const turn = await handler(scene)
    if (turn) return turn
  }
  return undefined
}

type Handler = (scene: Scene) => Turn | undefined | Promise<Turn | undefined>

const always: readonly Handler[] = [
  danger,
  answerFraud,
  whileQueued,
  ratePerson,
  person,
  rateTicket,
  reopenTicket,
  byMachineAlone,
  answerWatch,
  judgeAnswer,
  planOffer,
  correctAfterComplaint,
  withdraw,
]

/** "The second" picks from a list, "when does it drop off?" asks of a hold, whatever else it sounds like. */
const unlessAnswered: readonly Handler[] = [
  narrowChoices,
  backToExplained,
  otherPayment,
  startOver,
  cancel,
  repeat,
  askBack,
  moment,
  languageSwitch,
  urgedOn,
  abuse,
  correctWithoutValue,
]

function wordsOf({ memory }: Scene): SmallTalkTexts {
  return wordsFor(smallTalkTexts, memory)
}

async function danger(scene: Scene): Promise<Turn | undefined> {
  if (!wantsSurely(scene.said, 'self_harm', 0.6)) return undefined
  const turn = await callPerson(scene, { reason: 'vulnerable', severity: 'P1' })
  return { ...turn, say: [{ text: wordsOf(scene).careful }, ...turn.say] }
}

function person(scene: Scene): Promise<Turn> | undefined {
  const { said, memory } = scene
  if (!wants(said, 'talk_to_human')) return undefined
  // "The man at your desk shouted at me", told where a complaint is asked about.
  const tells = memory.question?.slot === 'other' && memory.question.flow === 'complaint'
  if (tells && !wantsSurely(said, 'talk_to_human')) return undefined
  return callPerson(scene, { reason: 'asked', severity: 'P3' })
}

/** PIPL art. 24: nobody has to put up with what a machine alone has decided. */
const refusesMachine =
  /(?:自动化|机器|系统|算法|机器人|AI)(?:自动|单方面?|擅自)?(?:的)?(?:决策|决定|判定|判断|审核).{0,12}(?:不服|不认|不接受|拒绝|异议|复核|说明|解释|人工)|(?:不服|不认|不接受|拒绝|反对|异议).{0,8}(?:自动化|机器|系统|算法|机器人|AI).{0,6}(?:决策|决定|判定|判断|审核)|人工复核|\b(?:object to|refuse|reject|don['’]?t accept|do not accept|appeal|human review of|review by a (?:human|person))\b[^.!?]{0,30}\b(?:automated?|automatic|machine|algorithm\w*|computer|bot)\b|\bautomated (?:decision|decision-making)\b[^.!?]{0,40}\b(?:explain|object|appeal|human|person|review)\b/iu

function byMachineAlone(scene: Scene): Promise<Turn> | undefined {
  if (!refusesMachine.test(scene.said.text)) return undefined
  const trigger = handoffTrigger({ automatedRefusal: true })
  return (
    trigger && callPerson(scene, { reason: 'policy', severity: handoffRules[trigger].priority })
  )
}

/** "5", said to "how was it?". */
async function ratePerson({ said, memory, actions }: Scene): Promise<Turn | undefined> {
  const score = memory.handoff?.asksRating ? scoreIn(said.text, memory) : undefined
  if (score === undefined) return undefined
  await actions.ratePerson(score)
  const words = personTexts[memory.locale]
  const handoff = memory.handoff && { ...memory.handoff, asksRating: undefined }
  const text = isPoor(score) ? words.ratedPoorly : words.rated
  return { say: [{ text }], leavesOpen: memory.question, memory: { ...memory, handoff } }
}

function planOffer(scene: Scene): Turn | Promise<Turn> | undefined {
  const answer = answerPlanOffer(scene)
  if (answer !== 'yes') return answer
  const memory = { ...scene.memory, flow: contingencyPlan.name, misunderstood: 0 }
  return contingencyPlan.turn({ ...scene, memory })
}

const unclear = /懂|明白|\b(?:confus\w*|understand|get it|make sense)\b/iu
const again = /再|重复|重複|\b(?:again|repeat|once more)\b/iu

/** "I don't get it", said of a verdict: its first sentence, which says it all, and not the whole again. */
function inShort({ said, memory }: Scene): Turn | undefined {
  const { unchanged, onceMore, inShort: short } = repairTexts[memory.locale]
  const [sentence, ...rest] = (memory.lastReply[0] ?? '')
    .replace(unchanged, '')
    .replace(onceMore, '')
    .split('\n')
  const told = memory.verdict !== undefined && !memory.question && rest.length > 0
  if (!told || !unclear.test(said.text) || again.test(said.text)) return undefined
  return finish(memory, [{ text: short(sentence ?? '') }])
}

function repeat(scene: Scene): Turn | undefined {
  // "Sorry, 3302" is no "sorry?"; "what was the number again?" asks for the ticket's.
  if (!wants(scene.said, 'repeat') || namesKey(scene.said) || asksOfTicket(scene)) return undefined
  const short = inShort(scene)
  if (short) return short
  const { memory } = scene
  const { onceMore } = repairTexts[memory.locale]
  const [first, ...rest] = memory.lastReply
  const onceAgain = first?.startsWith(onceMore)
    ? first.slice(onceMore.length)
    : `${onceMore}${first}`
  const said = first === undefined ? [] : [onceAgain, ...rest]
  const nothing = memory.question ? [] : [wordsOf(scene).nothingToRepeat]
  const say = (said.length > 0 ? said : nothing).map((text) => ({ text }))
  return memory.question ? { say, ask: memory.question, memory } : finish(memory, say)
}

function moment(scene: Scene): Turn | undefined {
  // "No wait, I mean the 899 one" goes on at once; 等结算 waits for money, not for a moment.
  const { said } = scene
  const tells = namesKey(said) || said.understood.entities.some(({ type }) => type === 'role')
  if (!wants(said, 'wait_a_moment') || tells) return undefined
  const { memory } = scene
  return { say: [{ text: wordsOf(scene).wait }], leavesOpen: memory.question, memory }
}

/** "Speak Chinese, please" is written in English. */
const languageNames: readonly (readonly [Locale, RegExp])[] = [
  [
    'zh-CN',
    /\b(?:chinese|mandarin|putonghua|cantonese)\b|中文|普通话|普通話|国语|國語|汉语|漢語/iu,
  ],
  ['en', /\benglish\b|英文|英语|英語/iu],
]

function languageSwitch(scene: Scene): Turn | undefined {
  const { said, memory } = scene
  if (!wants(said, 'switch_language')) return undefined
  const named = languageNames.find(([, name]) => name.test(said.text))?.[0]
  const turned = { ...memory, locale: named ?? memory.locale }
  const words = wordsOf({ ...scene, memory: turned })
  return sayAndAskAgain(turned, { text: words.languageSwitched })
}

/** Calm once; if it goes on, a person. */
async function abuse(scene: Scene): Promise<Turn | undefined> {
  const { said, memory } = scene
  const { entities, cues } = said.understood
  const onlyAbuse =
    entities.length === 0 && cues.length === 0 && !/钱|款|money|payment|refund/iu.test(said.text)
  if (!wants(said, 'abuse') || !onlyAbuse) return undefined
  const abusive = memory.abusive + 1
  if (abusive >= 2) {
    return callPerson(
      { ...scene, memory: { ...memory, abusive } },
      { reason: 'abuse', severity: 'P3' },
    )
  }
  return sayAndAskAgain({ ...memory, abusive }, { text: wordsOf(scene).calm })
}
