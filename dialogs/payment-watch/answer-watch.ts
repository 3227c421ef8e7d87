import { type Actions, finish, type Said, type Scene, type Turn } from '../flow.ts'
import { formatMoment } from '../format.ts'
import type { Memory, Watch } from '../memory.ts'
import { concludeCase } from '../payment/conclude.ts'
import { begunWatch, takenWords, watchOf, watchOn, withWatch } from './offer-watch.ts'
import { arrivalAnswer, watchAnswer, watchTexts, watchWish } from './watch-words.ts'

/**
 * What is said of a watch, from any state: an offer taken or declined, a watch wanted, asked after or
 * ended, "has it arrived?" answered. Undefined: the message is about something else, and the offer
 * is no hindrance.
 */
export async function answerWatch(scene: Scene): Promise<Turn | undefined> {
  const { said, memory } = scene
  const wish = watchWish(said.text)
  if (wish === 'ask') return tellState(scene)
  if (wish === 'stop') return stop(memory)
  const open = memory.offered ? watchOf(memory, memory.offered) : undefined
  const answered = open && (await answer(open, scene))
  return answered ?? (wish === 'start' ? start(scene) : undefined)
}

async function answer(watch: Watch, scene: Scene): Promise<Turn | undefined> {
  const { said, memory, actions } = scene
  if (watch.state === 'asking') return answerArrival(watch, scene)
  const taken = watch.state === 'offered' ? shortAnswer(said) : undefined
  if (taken === 'yes') return take(watch, memory, actions)
  return taken === 'no' ? decline(watch, memory) : undefined
}

/** Any detail of a payment makes the message more than an answer. */
function namesSomething({ understood }: Said): boolean {
  return understood.entities.length > 0
}

/** A "no" has to be plain: with more words it may well be about the verdict. */
function shortAnswer(said: Said): 'yes' | 'no' | undefined {
  const plain = watchAnswer(said.text)
  if (plain || namesSomething(said)) return plain
  return watchWish(said.text) === 'start' || agrees(said) ? 'yes' : undefined
}

function agrees({ text, understood }: Said): boolean {
  const [first] = understood.intents
  if (understood.cues.length > 0 || text.length > short) return false
  return first?.name === 'affirm' && first.confidence >= sure
}

const sure = 0.7
const short = 24

function take(watch: Watch, memory: Memory, actions: Actions): Turn {
  const { locale } = memory
  return finish(withWatch(memory, begunWatch(watch, actions.now)), [takenWords(watch, locale)])
}

function decline(watch: Watch, memory: Memory): Turn {
  const text = watchTexts[memory.locale].declined
  return finish(withWatch(memory, { ...watch, state: 'ended' }), [{ text }])
}

/** Ends every watch, and the offer of one; undefined when there is neither. */
function stop(memory: Memory): Turn | undefined {
  const isOn = ({ state, transactionId }: Watch) =>
    state === 'watching' || (state === 'offered' && transactionId === memory.offered)
  if (!memory.watches.some(isOn)) return undefined
  const watched = memory.watches.some(({ state }) => state === 'watching')
  const texts = watchTexts[memory.locale]
  const watches = memory.watches.map((each) => (isOn(each) ? endedWatch(each) : each))
  return withQuestion({ ...memory, watches }, watched ? texts.stopped : texts.declined)
}

/** A watch that looks no more. */
export function endedWatch(watch: Watch): Watch {
  return { ...watch, state: 'ended', nextLookAt: undefined }
}

function tellState({ memory }: Scene): Turn {
  const { locale, watches } = memory
  const texts = watchTexts[locale]
  const next = watches
    .filter(({ state, nextLookAt }) => state === 'watching' && nextLookAt)
    .toSorted((a, b) => (a.nextLookAt ?? '').localeCompare(b.nextLookAt ?? ''))[0]
  const text = next?.nextLookAt
    ? texts.still(formatMoment(next.nextLookAt, locale, next.told.timeZone))
    : texts.notWatching
  return withQuestion(memory, text)
}

/** Something said in between: the open question is put again. */
function withQuestion(memory: Memory, text: string): Turn {
  return memory.question
    ? { say: [{ text }], ask: memory.question, memory }
    : finish(memory, [{ text }])
}

/** "Keep an eye on it": the payment talked about, whether or not a watch was offered. */
async function start(scene: Scene): Promise<Turn | undefined> {
  const { said, memory, actions } = scene
  const transactionId = memory.verdict?.transactionId
  if (!transactionId || memory.question || namesSomething(said)) return undefined
  const known = watchOf(memory, transactionId)
  if (known?.state === 'watching') return tellState(scene)
  const seen = await actions.lookAgain({ transactionId, facts: known?.facts ?? memory.facts })
  if (seen.kind !== 'seen') return undefined
  const watch = watchOn(seen.explanation, { facts: memory.facts, now: actions.now })
  return watch && take(watch, memory, actions)
}

/** The record cannot tell, the customer can: good news ends it, bad news files the ticket. */
async function answerArrival(watch: Watch, scene: Scene): Promise<Turn | undefined> {
  const { said, memory, actions } = scene
  const there = namesSomething(said) ? watchAnswer(said.text) : arrivalAnswer(said.text)
  if (!there) return undefined
  const known = withWatch(memory, endedWatch(watch))
  if (there === 'yes') return finish(known, [{ text: watchTexts[memory.locale].glad }])
  const seen = await actions.lookAgain(watch)
  if (seen.kind !== 'seen') return fileWithoutRecord(known, actions)
  const turn = await concludeCase.explanation({
    memory: known,
    actions,
    explanation: missing(seen.explanation),
  })
  return turn
}

type Explanation = Parameters<typeof concludeCase.explanation>[0]['explanation']

/** The customer says it is not there although its time has passed: then a ticket is due. */
function missing(explanation: Explanation): Explanation {
  return { ...explanation, plan: { ...explanation.plan, ticketNow: true } }
}

async function fileWithoutRecord(memory: Memory, actions: Actions): Promise<Turn> {
  const category = memory.facts.role === 'cardholder' ? 'other' : 'payout_late'
  const ticket = await actions.openTicket({ category })
  return concludeCase.ticket({ memory, actions, ticket })
}
