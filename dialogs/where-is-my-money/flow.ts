import type { Flow, Scene, Turn } from '../flow.ts'
import { wants } from '../flow.ts'
import { answerFromKnowledge } from '../knowledge/flow.ts'
import { findAndExplain } from '../payment/find-and-explain.ts'
import { paymentTexts } from '../payment/questions.ts'

/** "I sold something by card: where is my money?" */
export const whereIsMyMoney: Flow = {
  name: 'where-is-my-money',
  intents: [
    'money_not_arrived',
    'payout_paid_not_credited',
    'payout_destination_question',
    'amount_mismatch',
    'check_status',
    'settlement_window_question',
    'provide_details',
    'correct_details',
    'dispute_response',
    'receipt_retrieval',
  ],
  async turn(scene) {
    if (await asksAboutRule(scene)) return explainRule(scene)
    return asksTooEarly(scene) ?? findAndExplain(scene)
  },
}

const howLong =
  /^(?:那|请问|大概)?(?:还)?(?:要|得|需要)?(?:等)?(?:多久|多长时间|几天|什么时候|几时|啥时候)[^，。]{0,6}$|^(?:(?:ok(?:ay)?|so|and|but)[, ]+)*(?:how long|when)\b[^,.;]{0,16}$/iu

/** "How long?" before the payment is found: the question for it stays. */
function asksTooEarly({ said, memory }: Scene): Turn | undefined {
  const { question, locale } = memory
  const isSearch = question !== undefined && !memory.verdict && question.choices.length === 0
  if (!isSearch || said.understood.entities.length > 0 || !howLong.test(said.text)) return undefined
  return { say: [], ask: { ...question, lead: paymentTexts[locale].onceFound }, memory }
}

/** "What does T+1 mean?" asks about the rule, not about a payment of one's own. */
async function asksAboutRule(scene: Scene): Promise<boolean> {
  const { said, memory, actions } = scene
  if (!wants(said, 'settlement_window_question') || wants(said, 'money_not_arrived')) return false
  // "When does it come?" after a verdict asks about that payment again.
  if (memory.verdict && !asksForMeaning.test(said.text)) return false
  const { entities } = said.understood
  const named = supposed.test(said.text) ? entities.filter(({ type }) => !isDay(type)) : entities
  if (named.length > 0) return false
  return (await actions.searchKnowledge(said.text)).answerable
}

/** "If a customer pays on Friday": a day of no sale yet. */
const supposed =
  /^(?:[^a-z]|and |so |ok(?:ay)?,? |but |hi,? |hello,? )*(?:if|suppose|say)\b|如果|假如|要是|假设/iu
const isDay = (type: string) => type === 'date' || type === 'time' || type === 'role'

/** Asks what a rule means, not how one payment stands. */
export const asksForMeaning =
  /什么意思|是什么|啥意思|为什么会|规则|怎么算|区别|[TtDd] ?\+ ?\d|一般|\bmeans?\b|\bwhy\b|how (?:does|do|is)|difference/iu

/** The rule from an article; a question that waits is put again. */
async function explainRule(scene: Scene): Promise<Turn> {
  const { question, questionCount } = scene.memory
  const facts = { ...scene.memory.facts, date: undefined, otherDates: undefined }
  const turn = await answerFromKnowledge({ ...scene, memory: { ...scene.memory, facts } })
  if (!question) return turn
  return { ...turn, ask: question, memory: { ...turn.memory, questionCount } }
}
