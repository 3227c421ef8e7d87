import { paymentFlows } from '../../dialogs/catalogue.ts'
import { type Scene, type Turn, wants } from '../../dialogs/flow.ts'
import {
  articleBeside,
  type Found,
  sureArticle,
  tellArticle,
} from '../../dialogs/knowledge/flow.ts'
import type { FlowName } from '../../dialogs/memory.ts'
import { repairTexts } from '../../dialogs/repair/texts.ts'
import { asksSomething } from '../../dialogs/words/asks-something.ts'
import { demandsData } from '../../dialogs/words/demands-data.ts'
import { localTime } from '../domain/local-time.ts'
import type { IntentName } from '../ports/understanding.ts'
import { tellsOnlyFacts } from './choose-flow.ts'
import { setAside } from './repair/go-on.ts'
import { namesKey, namesOnlyDays } from './take-in.ts'

type Run = (flow: FlowName, scene: Scene) => Promise<Turn>

/** Asked for plainly, a complaint is filed and data deleted, however politely the wish is put. */
const plainly = 0.95
const aboutRules: readonly IntentName[] = ['settlement_window_question', 'knowledge_question']

/** Not about how the payment stands: after a verdict on it, something new is asked. */
const aboutOtherThings: readonly IntentName[] = [
  'dispute_response',
  'receipt_retrieval',
  'void_question',
]

/** Dialogs that look something up, and ask for what it is known by. */
const lookUps: readonly FlowName[] = [...paymentFlows, 'response-code']

function looksUp(wished: FlowName | undefined): wished is FlowName {
  return wished !== undefined && lookUps.includes(wished)
}

/** The first steps of a look-up, which the dialog takes itself. */
const firstSteps = /^start\//

/**
 * The answer to a question about how things are in general ("can a company complain there?") that
 * sounds like a wish of another kind. Undefined when a case is told, or no article surely answers.
 */
export async function answerGenerally(
  scene: Scene,
  wished: FlowName | undefined,
  run: Run,
): Promise<Turn | undefined> {
  const found = await generalArticle(scene, wished)
  if (!found) return undefined
  const { memory, actions } = scene
  const mayLookUp = !memory.question && !memory.verdict && !namesDayToCome(scene)
  if (looksUp(wished) && mayLookUp) return besideLookUp(found, run(wished, scene), scene)
  actions.noteQuestion({ outcome: 'answered', article: found.best.id })
  const facts = { ...memory.facts, date: undefined, otherDates: undefined }
  return tellArticle(found, { ...scene, memory: setAside({ ...memory, facts }) })
}

/** No payment of theirs can be on it: "are we paid over the New Year?" */
function namesDayToCome({ said, actions: { now, timeZone } }: Scene): boolean {
  const today = localTime(now, timeZone).day
  return said.understood.entities.some((each) => each.type === 'date' && each.iso > today)
}

async function generalArticle(
  scene: Scene,
  wished: FlowName | undefined,
): Promise<Found | undefined> {
  if (asksOfVerdict(scene, wished) || pointsAtOne.test(scene.said.text)) return undefined
  if (tellsCase(scene, wished) || !mayBeGeneral(scene, wished)) return undefined
  const found = await sureArticle(scene)
  return found && !firstSteps.test(found.best.id) ? found : undefined
}

/** 不是第一笔，是第二笔: of payments spoken of, and nothing about first payouts. */
const pointsAtOne = /第[一二两三][笔筆单單]|[前后後](?:面|边|邊)?那[笔筆单單]/u

/** After a verdict "why does it take so long?" asks about that payment. */
function asksOfVerdict(scene: Scene, wished: FlowName | undefined): boolean {
  const { said, memory } = scene
  if (!memory.verdict || wished === 'small-talk') return false
  const [top] = said.understood.intents
  return !top || !aboutOtherThings.includes(top.name)
}

const ofAnybody =
  /^(?:can|could|may|do|does|is|are) (?:a|an|one|anyone|companies|merchants|people)\b/iu

const besidesThat = /^(?:and|what about|how about|那|那么)(?![a-z])/iu

/** "And over New Year?" after an answer from an article goes on asking in general. */
function goesOn({ said, memory }: Scene): boolean {
  return memory.judging !== undefined && besidesThat.test(said.text.trim())
}

/** What happened is told, or one payment named; a day alone may be part of a rule that is asked for. */
function tellsCase(scene: Scene, wished: FlowName | undefined): boolean {
  const { said } = scene
  const { entities, cues } = said.understood
  if (entities.some(({ type }) => type === 'code')) return true
  if (!asksSomething(said.text)) {
    if (tellsOnlyFacts(said)) return true
    // "Please look up a payment" asks nothing of the articles.
    const plainly = said.understood.intents[0]?.name === 'check_status'
    // "Merchant. Not paid": who says which side they are on tells of themselves.
    const ofSelf = cues.length > 0 || entities.some(({ type }) => type === 'role')
    return !looksUp(wished) || plainly || namesKey(said) || ofSelf
  }
  return namesKey(said) && !(namesOnlyDays(said) && (wants(said, ...aboutRules) || goesOn(scene)))
}

/** What is for a case, or for nothing, may have been meant in general. */
function mayBeGeneral(scene: Scene, wished: FlowName | undefined): boolean {
  const { said, memory } = scene
  if (wished === undefined || looksUp(wished)) return true
  if (wished === 'small-talk') return wants(said, 'out_of_scope') || goesOn(scene)
  if (wished === 'privacy') return !demandsData(said.text)
  const [top] = said.understood.intents
  if (wished !== 'complaint' || memory.ticketNos.length > 0) return false
  const unsure = (top?.confidence ?? 0) < plainly || ofAnybody.test(said.text)
  return top?.name === 'complaint_status' || unsure
}

/** The article, and what a look-up needs if one payment was meant; the look-up alone when it needs nothing. */
async function besideLookUp(found: Found, lookUp: Promise<Turn>, scene: Scene): Promise<Turn> {
  const { said, memory, actions } = scene
  const turn = await lookUp
  if (!turn.ask) return turn
  actions.noteQuestion({ outcome: 'answered', article: found.best.id })
  const told = { ...turn, say: [await articleBeside(found, scene), ...turn.say] }
  const { ask } = turn
  if (!asksSomething(said.text) || ask.slot === 'code') return told
  // Who asked in general may have had their answer: they are not held to a look-up.
  const lead = repairTexts[memory.locale].ifOnePayment
  return { ...told, ask: undefined, offer: { ...ask, lead: undefined, text: `${lead}${ask.text}` } }
}
