import { finish, type Scene, type Turn, wants } from '../../dialogs/flow.ts'
import { answerFraud } from '../../dialogs/fraud/flow.ts'
import { freshMemory, type Memory, newCase, type OpenQuestion } from '../../dialogs/memory.ts'
import { answerWatch } from '../../dialogs/payment-watch/answer-watch.ts'
import { askingFreely, smallTalkTexts } from '../../dialogs/small-talk/flow.ts'
import type { SmallTalkTexts } from '../../dialogs/small-talk/texts.en.ts'
import { callPerson } from '../../dialogs/talk-to-a-person/flow.ts'
import { namesKey } from './take-in.ts'

/**
 * What cuts across every dialog, handled once and before any of them: danger, fraud, a person,
 * a watch, start over, stop, repeat, why, a moment, a language, abuse. Undefined: nothing of the kind.
 */
export async function interrupt(scene: Scene): Promise<Turn | undefined> {
  for (const handler of handlers) {
    const turn = await handler(scene)
    if (turn) return turn
  }
  return undefined
}

type Handler = (scene: Scene) => Turn | undefined | Promise<Turn | undefined>

const handlers: readonly Handler[] = [
  danger,
  answerFraud,
  person,
  answerWatch,
  startOver,
  cancel,
  repeat,
  whyAsked,
  moment,
  languageSwitch,
  abuse,
]

function wordsOf({ memory }: Scene): SmallTalkTexts {
  return smallTalkTexts[memory.locale]
}

/** Says something and puts the open question again, without counting it. */
function sayAndAskAgain(memory: Memory, text: string): Turn {
  const { question } = memory
  if (!question) return finish(memory, [{ text }])
  return { say: [{ text }], ask: question, memory }
}

async function danger(scene: Scene): Promise<Turn | undefined> {
  const sure = scene.said.understood.intents.some(
    ({ name, confidence }) => name === 'self_harm' && confidence >= 0.6,
  )
  if (!sure) return undefined
  const turn = await callPerson(scene, { reason: 'vulnerable', severity: 'P1' })
  return { ...turn, say: [{ text: wordsOf(scene).careful }, ...turn.say] }
}

function person(scene: Scene): Promise<Turn> | undefined {
  if (!wants(scene.said, 'talk_to_human')) return undefined
  return callPerson(scene, { reason: 'asked', severity: 'P3' })
}

function startOver(scene: Scene): Turn | undefined {
  if (!wants(scene.said, 'start_over')) return undefined
  const { memory } = scene
  const fresh = {
    ...freshMemory(memory.locale),
    greeted: true,
    ticketNos: memory.ticketNos,
    watches: memory.watches,
  }
  return finish(fresh, [askingFreely(wordsOf(scene).startedOver, fresh)])
}

function cancel(scene: Scene): Turn | undefined {
  if (!wants(scene.said, 'cancel')) return undefined
  return finish(newCase(scene.memory), [{ text: wordsOf(scene).cancelled }])
}

function repeat(scene: Scene): Turn | undefined {
  if (!wants(scene.said, 'repeat')) return undefined
  const { memory } = scene
  const nothing = memory.question ? [] : [wordsOf(scene).nothingToRepeat]
  const said = memory.lastReply.length > 0 ? memory.lastReply : nothing
  const say = said.map((text) => ({ text }))
  return memory.question ? { say, ask: memory.question, memory } : finish(memory, say)
}

function whyAsked(scene: Scene): Turn | undefined {
  const { question } = scene.memory
  if (!question || !wants(scene.said, 'why_asked')) return undefined
  return sayAndAskAgain(scene.memory, becauseOf(question, wordsOf(scene)))
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

function moment(scene: Scene): Turn | undefined {
  // "No wait, I mean the 899 one" goes on at once.
  if (!wants(scene.said, 'wait_a_moment') || namesKey(scene.said)) return undefined
  const { memory } = scene
  return { say: [{ text: wordsOf(scene).wait }], memory }
}

function languageSwitch(scene: Scene): Turn | undefined {
  if (!wants(scene.said, 'switch_language')) return undefined
  return sayAndAskAgain(scene.memory, wordsOf(scene).languageSwitched)
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
  return sayAndAskAgain({ ...memory, abusive }, wordsOf(scene).calm)
}
