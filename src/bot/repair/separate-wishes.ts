import { flowOf, paymentFlows } from '../../../dialogs/catalogue.ts'
import type { Said } from '../../../dialogs/flow.ts'
import type { FlowName, Memory } from '../../../dialogs/memory.ts'
import { asksForMeaning } from '../../../dialogs/where-is-my-money/flow.ts'
import type { IntentName, Understood } from '../../ports/understanding.ts'

export interface SeparateWishes {
  /** What the message is mostly for, read without the rest. */
  main: Said
  /** Questions that need nothing of a payment: what a word means, whom to call. */
  asides: Said[]
  /** Other payments, and a complaint beside one, in the customer's words. */
  payments: string[]
}

type Read = (text: string) => Understood

/** Asked beside something else, these are answered by themselves and lead nowhere else. */
const besides: readonly FlowName[] = ['knowledge', 'pos-application', 'contact-channels']

/** A question for the meaning of something is one by its words; it need only be clear of what. */
const sureEnough = { meaning: 0.4, other: 0.6 } as const

/**
 * "It was 12,800, and what does T+1 mean?": what answers, and what asks. "1,200 is late, and another
 * payment of 3,400 too": one after the other.
 */
export function separateWishes(said: Said, memory: Memory, read: Read): SeparateWishes {
  const whole = { main: said, asides: [], payments: [] }
  const texts = piecesOf(said.text)
  // Most messages are of one piece, and that has been read already.
  if (texts.length < 2) return whole
  const pieces = texts.map((text) => ({ text, understood: read(bare(text)) }))
  const payments = pieces.filter(
    (piece, i) => isAnotherPayment(piece, pieces, i) || isComplaintBeside(piece, pieces, i),
  )
  const asides = pieces.filter((piece) => !payments.includes(piece) && asksBeside(piece))
  const rest = pieces.filter((piece) => !payments.includes(piece) && !asides.includes(piece))
  const found = asides.length + payments.length > 0
  const [only] = asides
  if (only && asides.length === 1 && rest.every(isIdle) && payments.length === 0)
    return { ...whole, main: { ...only, text: bare(only.text) } }
  if (!found || !hasSubstance(rest, memory)) return whole
  const text = rest.map((piece) => piece.text).join(' ')
  return {
    main: { text, understood: read(text) },
    asides: asides.slice(0, mostAtOnce).map((piece) => ({ ...piece, text: bare(piece.text) })),
    payments: payments.slice(0, mostAtOnce).map((piece) => piece.text),
  }
}

/** More than these are not kept in mind at once. */
const mostAtOnce = 2

interface Piece {
  text: string
  understood: Understood
}

/** Before a word that begins something else, after the end of a sentence, and at spaces in Chinese. */
const borders = new RegExp(
  [
    '(?<=[。！？!?；;\\n])',
    '[，,、]?\\s*(?=另外|还有(?!没)|[还也](?:要|想)投诉|顺便|对了[，, ]?|再问|还想问|也想问)',
    '[，,]\\s*(?=[^，,。！？!?]*(?:什么|啥|怎么|[吗哪谁]|多少|为什么|[?？]))',
    '(?<=[\\u4e00-\\u9fff])(?<![和跟与或])\\s+(?=\\S)',
    '(?<=[.?!])\\s+(?=[a-z])',
    '[,;]?\\s+(?=(?:(?:and|but) )?(?:also|by the way|btw|another thing|meanwhile|in the meantime)\\b)',
    '[,;]\\s+(?=(?:and )?(?:what|how|who|where|why|when|can|could|do|does)\\b)',
    '\\s+(?=and (?:what|how|who|where|why|when|can|could|do|does|another|the other|there is another)\\b)',
  ].join('|'),
  'iu',
)

function piecesOf(text: string): string[] {
  return text
    .split(borders)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece))
}

const asks =
  /[?？]|[吗呢么啥哪谁]|什么|怎么|如何|多少|多久|几|为什么|\b(?:what|how|where|when|who|which|why|can|could|do|does|is|are|will)\b/iu

/** A wish said as one: 另外我想换个结算卡. */
const wishes = /想|要|需要|\b(?:want|need|like) to\b/iu

/** A question of its own that needs nothing of the payment: what a word means, whom to call. */
function asksBeside({ text, understood }: Piece): boolean {
  if (!asks.test(text) && !(opening.test(text) && wishes.test(text))) return false
  const [top] = understood.intents
  const meaning = asksForMeaning.test(text)
  if (!top || top.confidence < (meaning ? sureEnough.meaning : sureEnough.other)) return false
  if (top.name === 'settlement_window_question') return meaning
  const flow = flowOf(top.name)
  return flow !== undefined && besides.includes(flow.name)
}

const another =
  /^[，,]?\s*(?:另外|还有|再有)\S{0,3}[笔单个]|\b(?:another|(?:the |an )?other|second) (?:payment|sale|one|transaction)\b/iu

const alsoComplains =
  /^[，,]?\s*(?:另外|还有|顺便|同时|再|[还也](?:要|想)).{0,6}投诉|\balso\b.{0,30}\bcomplain/iu

/** "Look up a payment, and I also want to complain": the payment first, the complaint then has its facts. */
function isComplaintBeside(piece: Piece, pieces: Piece[], index: number): boolean {
  const [first] = pieces[0]?.understood.intents ?? []
  const looksUp = first !== undefined && first.confidence >= 0.6 && isPayment(flowOf(first.name))
  return index > 0 && looksUp && alsoComplains.test(piece.text)
}

function isPayment(flow: ReturnType<typeof flowOf>): boolean {
  return flow !== undefined && paymentFlows.includes(flow.name)
}

/** A second payment with details of its own beside a first one. */
function isAnotherPayment(piece: Piece, pieces: Piece[], index: number): boolean {
  const isAnother = another.test(piece.text) && namesKey(piece)
  return (isAnother || isLateAsWell(piece)) && pieces.slice(0, index).some(namesSum)
}

/** 另外前天的7777也没到: a sum of its own, and missing too. */
function isLateAsWell(piece: Piece): boolean {
  return opening.test(piece.text) && namesSum(piece) && missing.test(piece.text)
}

const missing =
  /[没沒未冇](?:有)?(?:到|收|入|见|見|进|進|打|结|結)|\b(?:not|n['’]t|never)\b.{0,20}\b(?:arriv|come|came|here|there|paid)/iu

const sums: readonly string[] = ['amount', 'rrn', 'orderNo']

function namesSum({ understood }: Piece): boolean {
  return understood.entities.some(({ type }) => sums.includes(type))
}

function namesKey(piece: Piece): boolean {
  return namesSum(piece) || piece.understood.entities.some(({ type }) => type === 'date')
}

/** What is left is an answer or a wish, not only "hello" or "by the way". */
function hasSubstance(rest: Piece[], { question }: Memory): boolean {
  return rest.some(({ understood: { entities, cues, intents } }) => {
    const wish = intents.some(
      ({ name, confidence }) => confidence >= 0.45 && isBusiness(flowOf(name)),
    )
    return (
      entities.length > 0 ||
      cues.length > 0 ||
      wish ||
      question?.slot === 'other' ||
      question?.slot === 'plan'
    )
  })
}

const idle: readonly IntentName[] = ['greeting', 'thanks', 'affirm', 'wait_a_moment']

/** "Never mind, I'll wait" before a question: words that lead nowhere by themselves. */
function isIdle({ understood: { entities, cues, intents } }: Piece): boolean {
  const [top] = intents
  const says = entities.length > 0 || cues.length > 0
  return !says && (top === undefined || top.confidence < 0.4 || idle.includes(top.name))
}

function isBusiness(flow: ReturnType<typeof flowOf>): boolean {
  return flow !== undefined && flow.name !== 'small-talk' && !besides.includes(flow.name)
}

const opening =
  /^[，,、；;\s]*(?:另外|还有|顺便(?:再?问一?下?)?|对了|再问一?下?|(?:and |but )?(?:also|by the way|btw|another thing|meanwhile|in the meantime)|and)[，,:\s]*/iu

/** Without the words that only join it to what stood before. */
function bare(text: string): string {
  return text.replace(opening, '') || text
}
