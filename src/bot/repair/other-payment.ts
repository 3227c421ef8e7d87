import { catalogue } from '../../../dialogs/catalogue.ts'
import { type Scene, type Turn, wants } from '../../../dialogs/flow.ts'
import { type FlowName, type Memory, newCase, type OpenQuestion } from '../../../dialogs/memory.ts'
import { repairTexts } from '../../../dialogs/repair/texts.ts'
import { namesKey } from '../take-in.ts'
import { rejected } from './pick-choice.ts'

const other =
  /^(?:那|还有|再看看?|那么)?(?:另外?|其[他它]|剩下|别的|下)(?:的)?(?:那|一|几)?[笔个单条](?:呢|怎么样|怎样|在哪|到哪|什么情况|也|没|\?|？|$)|\b(?:what about|how about|and) (?:the |my )?(?:other|next|remaining|second|earlier|later|previous|first) (?:ones?|payments?|sales?|transactions?)\b|^(?:the )?other (?:one|payment|sale)\??$/iu

/** "And the other one?": of those listed before, the one not explained yet; else which one it is. */
export async function otherPayment(scene: Scene): Promise<Turn | undefined> {
  const { said, memory } = scene
  if (!other.test(said.text.trim()) || namesKey(said) || !memory.verdict) return undefined
  const isNew = (id: string) => !memory.explained.includes(id)
  const left = memory.listed.filter(isNew)
  const mayList = isMerchantHere(scene)
  if (left.length === 0 && !mayList) return askWhich(memory)
  const turn = await lookFor(left.length === 1 ? left[0] : undefined, scene)
  const choices = turn.ask?.choices?.filter(({ value }) => isNew(value)) ?? []
  const [only, ...more] = choices.filter(({ value }) => value !== 'none')
  if (turn.ask?.slot !== 'candidate') return turn
  if (!only) return askWhich(memory)
  return more.length === 0 ? lookFor(only.value, scene) : { ...turn, ask: { ...turn.ask, choices } }
}

const ordinal =
  /^那?(?:么|麼)?第([一二两兩三])[笔筆单單个個](?:呢|怎么样|怎樣|怎麼樣|到了[吗嗎没沒]|到哪了?)?[?？]*$/u
const places: Readonly<Record<string, number>> = { 一: 0, 二: 1, 两: 1, 兩: 1, 三: 2 }

/** 那第一笔呢, when several were explained in this talk: as it stands now. */
export function backToExplained(scene: Scene): Turn | Promise<Turn> | undefined {
  const told = explainedBefore(scene)
  if (!told) return undefined
  // Who has to prove a payment is asked for its keys once more.
  return isMerchantHere(scene) ? lookFor(told, scene) : askWhich(scene.memory)
}

/** Signed in as a merchant: their own payments are at hand. */
function isMerchantHere({ actions: { asker } }: Scene): boolean {
  return asker.trusted && asker.role === 'merchant'
}

function explainedBefore({ said, memory }: Scene): string | undefined {
  const place = places[ordinal.exec(said.text.trim())?.[1] ?? '']
  const listed = memory.question?.slot === 'candidate'
  return place === undefined || listed ? undefined : memory.explained[place]
}

function askWhich(memory: Memory): Turn {
  const text = repairTexts[memory.locale].otherWhich
  const ask = { slot: 'other', name: 'other', text, flow: 'where-is-my-money' } as const
  return { say: [], ask, memory: newCase(memory) }
}

function lookFor(transactionId: string | undefined, scene: Scene): Promise<Turn> {
  const base = newCase(scene.memory)
  const memory = { ...base, facts: { ...base.facts, transactionId }, flow: currentFlow }
  return catalogue[currentFlow].turn({
    ...scene,
    said: { ...scene.said, answer: undefined },
    memory,
  })
}

const currentFlow: FlowName = 'where-is-my-money'

/** "Not the first one": the list again without it. The last one left was picked already. */
export function narrowChoices({ said, memory }: Scene): Turn | undefined {
  const { question } = memory
  if (question?.slot !== 'candidate' || said.answer !== undefined) return undefined
  const out = rejected(said.text, question.choices, said.understood)
  if (out.length === 0) return undefined
  const choices = question.choices.filter(({ value }) => !out.includes(value))
  const left: OpenQuestion = { ...question, choices, text: repairTexts[memory.locale].narrowed }
  return { say: [], ask: left, memory: { ...memory, question } }
}

/** "Wrong amount": what is right is asked for, and what was wrong is forgotten. */
export function correctWithoutValue({ said, memory }: Scene): Turn | undefined {
  const { facts, locale, question } = memory
  if (!wants(said, 'correct_details') || said.understood.entities.length > 0) return undefined
  if (said.understood.cues.length > 0 || !(memory.verdict || question)) return undefined
  if (question?.slot === 'plan') return undefined
  const kept = { ...facts, transactionId: undefined, ...forgotten(said.text) }
  const ask = {
    slot: 'other' as const,
    name: 'correction',
    text: repairTexts[locale].correctWhat,
    flow: question?.flow ?? memory.flow ?? ('where-is-my-money' as const),
  }
  return {
    say: [],
    ask,
    memory: { ...memory, facts: kept, verdict: undefined, question: undefined },
  }
}

function forgotten(text: string) {
  return {
    ...(/金额|钱数|数字|多少钱|amount|sum/iu.test(text) && { amount: undefined }),
    ...(/日期|时间|哪天|日子|date|day|time/iu.test(text) && { date: undefined, time: undefined }),
    ...(/尾号|后四位|卡号|card|digits/iu.test(text) && { last4: undefined }),
    ...(/参考号|订单号|单号|reference|order/iu.test(text) && {
      rrn: undefined,
      orderNo: undefined,
    }),
  }
}
