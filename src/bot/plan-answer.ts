import { partOfQuestion } from '../../dialogs/contingency-plan/open-part.ts'
import {
  endsQuestions,
  isEnough,
  namesPlanPart,
  skipsPart,
} from '../../dialogs/contingency-plan/read-answers.ts'
import type { OpenQuestion } from '../../dialogs/memory.ts'
import { asksSomething } from '../../dialogs/words/asks-something.ts'
import type { IntentName, Understood } from '../ports/understanding.ts'

/** Names, numbers and money for bad days sound like many wishes: only a plain one counts as one. */
const surely = 0.75
const almostCertain = 0.9

/** These are guessed at names and numbers; a real one asks, or says what it wants of us. */
const guessed: readonly IntentName[] = [
  'out_of_scope',
  'contact_channels',
  'provide_details',
  'bot_identity',
  'knowledge_question',
]
const askedForPerson =
  /人工|真人|客服人员|\b(?:agent|human|representative|talk|speak|connect|transfer me)\b/iu

/** Said of the conversation, not of a payment: sure enough is enough. */
const aboutTheTalk: readonly IntentName[] = [
  'cancel',
  'start_over',
  'repeat',
  'why_asked',
  'wait_a_moment',
  'switch_language',
  'thanks',
  'goodbye',
  'greeting',
  'affirm',
  'deny',
  'dont_know',
  'refuse_to_say',
  'correct_details',
  'self_harm',
]

/**
 * What is said to a question of the plan. An answer is nobody's payment: sums, days and languages in it
 * mean nothing outside the plan.
 */
export function readPlanWords(text: string, first: Understood, question: OpenQuestion): Understood {
  const intents = isPlainAnswer(text, question)
    ? []
    : first.intents.filter((intent) => counts(intent, text))
  const leads = intents.some(({ name }) => !aboutTheTalk.includes(name) && name !== 'affirm')
  if (leads || asksSomething(text)) return { ...first, intents }
  const switches = intents.some(({ name }) => name === 'switch_language')
  const language = switches ? first.language : question.locale
  return { language, intents, entities: [], cues: [] }
}

function isPlainAnswer(text: string, question: OpenQuestion): boolean {
  if (asksSomething(text)) return false
  const part = partOfQuestion(question)
  const isLabel = question.choices.some(({ label }) => label === text.trim())
  const hasNumber = part !== 'funds' && /\d(?:[\d\s().+-]*\d){4,}/u.test(text)
  const says = skipsPart(text) || endsQuestions(text) || isEnough(text) || namesPlanPart(text)
  return isLabel || hasNumber || says
}

function counts({ name, confidence }: Understood['intents'][number], text: string): boolean {
  if (name === 'talk_to_human') return confidence >= surely && askedForPerson.test(text)
  if (guessed.includes(name)) return confidence >= surely && asksSomething(text)
  const asked = aboutTheTalk.includes(name) || asksSomething(text)
  return confidence >= (asked ? surely : almostCertain)
}
