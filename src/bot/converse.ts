import { catalogue, paymentFlows } from '../../dialogs/catalogue.ts'
import { namesPlanPart } from '../../dialogs/contingency-plan/read-answers.ts'
import { finish, type Said, type Scene, type Turn, wants } from '../../dialogs/flow.ts'
import { terminalWarning } from '../../dialogs/fraud/flow.ts'
import { answerFromKnowledge } from '../../dialogs/knowledge/flow.ts'
import { type FlowName, freshMemory, type Memory } from '../../dialogs/memory.ts'
import { repairTexts } from '../../dialogs/repair/texts.ts'
import { askingFreely, smallTalkTexts } from '../../dialogs/small-talk/flow.ts'
import { callPerson } from '../../dialogs/talk-to-a-person/call-person.ts'
import { personTexts } from '../../dialogs/talk-to-a-person/texts.ts'
import { asksSomething } from '../../dialogs/words/asks-something.ts'
import { plainAnswer } from '../../dialogs/words/plain-answer.ts'
import type { CaseFacts } from '../domain/case-facts.ts'
import { asksHowToComplain, handoffRules, handoffTrigger } from '../domain/handoff/triggers.ts'
import type { Understood } from '../ports/understanding.ts'
import {
  answersQuestion,
  asksAgain,
  currentPaymentFlow,
  hintsAtOwnMoney,
  isAside,
  overrides,
  tellsOnlyFacts,
  wishedFlow,
  wishIn,
} from './choose-flow.ts'
import { answerGenerally } from './general-question.ts'
import { inFreshWords } from './repair/fresh-words.ts'
import { resume, setAside, workOff } from './repair/go-on.ts'
import { interrupt } from './repair/interruptions.ts'
import { comesBack, withRecap } from './repair/recap.ts'
import { separateWishes } from './repair/separate-wishes.ts'
import { takeIn, tellsSomething } from './take-in.ts'

/**
 * One message of the customer: its wishes one by one, then what was set aside before it, in words that
 * were not just said.
 */
export async function converse(conversing: Conversing): Promise<Turn> {
  const { said, memory, actions, read } = conversing
  const { main, asides, payments } = separateWishes(said, memory, read)
  const queued = [...memory.queued, ...payments]
  const scene = { ...conversing, said: main, memory: { ...memory, queued } }
  const first = await withAsides(await oneWish(scene), asides, scene)
  const turn = await workOff(await resume(first, scene), async (text, then) => {
    const next = { ...conversing, said: { text, understood: read(text) }, memory: then }
    return resume(await oneWish(next), next)
  })
  const told = tellsWhereWeWere(scene) ? withRecap(turn, memory, actions) : turn
  const fresh = inFreshWords(told, memory)
  return { ...fresh, memory: { ...fresh.memory, lastAt: actions.now.toISOString() } }
}

function tellsWhereWeWere({ said, memory, actions }: Scene): boolean {
  return comesBack(memory, actions) && !wants(said, 'thanks', 'goodbye', 'resolved_close')
}

/**
 * First what cuts across every dialog, then the answer to the open question, then the dialog that the
 * message starts, then a knowledge answer, then an honest "I did not understand", and after two of
 * those a person.
 */
async function oneWish({ onFacts, ...scene }: Conversing): Promise<Turn> {
  const informed = takeIn(scene)
  onFacts(informed.memory.facts)
  const turn = (await interrupt(informed)) ?? (await respond(scene, informed))
  const heard = withNewRole(turn, scene.memory, informed.memory)
  return withPerson(await inLanguage(heard, informed), informed)
}

/** Who turns out to be on the other side of the sale hears that it was understood. */
function withNewRole(turn: Turn, before: Memory, { facts: { role }, locale }: Memory): Turn {
  const turned = role !== undefined && before.facts.role !== undefined && role !== before.facts.role
  if (!turned || !turn.ask) return turn
  return { ...turn, say: [{ text: repairTexts[locale].roleTaken[role] }, ...turn.say] }
}

/** What was asked beside the main wish is answered before the question that the main wish leads to. */
async function withAsides(turn: Turn, asides: readonly Said[], scene: Scene): Promise<Turn> {
  const say = [...turn.say]
  for (const said of asides) {
    const wished = wishedFlow(said)
    const flow = wished && isAside(wished) ? wished : 'knowledge'
    const { locale } = turn.memory
    const aside = await catalogue[flow].turn({
      ...scene,
      said,
      // The main wish waits: there is no room to offer a choice of articles.
      memory: { ...freshMemory(locale), facts: turn.memory.facts, queued: [said.text] },
    })
    // Two parts of one question may lead to the same answer.
    say.push(...aside.say.filter(({ text }) => !say.some((said) => said.text === text)))
  }
  return { ...turn, say }
}

/** A lawyer, the press, or somebody who cannot cope: the answer, and a person as well. */
async function withPerson(turn: Turn, { said, actions }: Scene): Promise<Turn> {
  const { cues } = said.understood
  const trigger = handoffTrigger({
    vulnerable: cues.includes('vulnerable'),
    legalOrMedia: cues.includes('legal_threat') && !asksHowToComplain(said.text),
  })
  if (!trigger || turn.memory.handoff?.state === 'queued') return turn
  const reason = trigger === 'vulnerable' ? 'vulnerable' : 'policy'
  const severity = handoffRules[trigger].priority
  const call = await callPerson({ memory: turn.memory, actions }, { reason, severity })
  return { ...call, say: [...turn.say, ...call.say] }
}

function respond(scene: Scene, informed: Scene): Turn | Promise<Turn> {
  return saysNothingNew(scene, informed) ? acknowledge(informed) : proceed(informed)
}

/** A question put again after the language changed is put in the new one. */
async function inLanguage(turn: Turn, { memory, actions }: Scene): Promise<Turn> {
  const { question } = memory
  if (!question || turn.ask !== question || question.locale === memory.locale) return turn
  const understood = { language: memory.locale, intents: [], entities: [], cues: [] }
  const before = {
    ...memory,
    question: undefined,
    questionCount: Math.max(memory.questionCount - 1, 0),
    asked: { ...memory.asked, [question.name]: 0 },
  }
  const again = await catalogue[question.flow].turn({
    said: { text: '', understood },
    memory: before,
    actions,
  })
  return again.ask ? { ...turn, ask: { ...again.ask, flow: question.flow } } : turn
}

/** Who one is, said again after the verdict: no reason to say the verdict again. */
function saysNothingNew({ said, memory }: Scene, informed: Scene): boolean {
  const { entities, cues } = said.understood
  const onlyRole = entities.length > 0 && entities.every(({ type }) => type === 'role')
  const same = memory.facts.role === informed.memory.facts.role
  const tells = onlyRole && same && cues.length === 0 && !asksSomething(said.text)
  return Boolean(memory.verdict) && !memory.question && tells
}

export interface Conversing extends Scene {
  /** Reads a part of the message by itself. */
  read(text: string): Understood
  /** Told what is known as soon as the message is taken in: tickets and searches use it. */
  onFacts(facts: CaseFacts): void
}

async function proceed(scene: Scene): Promise<Turn> {
  const { memory } = scene
  const wished = wishIn(scene)
  const answers = answersQuestion(scene)
  const general = answers ? undefined : await answerGenerally(scene, wished, run)
  if (general) return general
  if (wished && overrides(wished, scene)) {
    return run(wished, { ...scene, memory: setAside(memory) })
  }
  if (changesPlan(scene)) return run('contingency-plan', scene)
  const onQuestion = toQuestion(scene, wished, answers)
  if (onQuestion) return onQuestion
  if (wished === 'small-talk' && (wantsNews(scene) || asksOfCase(scene)))
    return run(currentPaymentFlow(memory), scene)
  if (wished) return run(wished, memory.question?.slot === 'plan' ? besidePlan(scene) : scene)
  return withoutWish(scene)
}

/** The open question answered, or something asked in between; undefined when it is about neither. */
function toQuestion(
  scene: Scene,
  wished: FlowName | undefined,
  answers: boolean,
): Promise<Turn> | undefined {
  const open = scene.memory.question
  if (!open) return undefined
  if (answers) return run(open.flow, scene)
  const isFact = open.slot !== 'plan' && wished !== 'response-code'
  const bareFact = isFact && tellsOnlyFacts(scene.said)
  if (wished && isAside(wished) && !bareFact) return aside(scene, wished)
  return bareFact ? run(open.flow, scene) : undefined
}

/** Something else to be done in the middle of the plan: its question is put again after it. */
function besidePlan(scene: Scene): Scene {
  return { ...scene, memory: setAside(scene.memory) }
}

/** "The shop is called …", said of a finished plan. */
function changesPlan({ said, memory }: Scene): boolean {
  return memory.plan?.sheet !== undefined && !memory.question && namesPlanPart(said.text)
}

/** No dialog was asked for: a detail, a bare yes, a vague word about the money, or nothing we know. */
async function withoutWish(scene: Scene): Promise<Turn> {
  const { memory, said } = scene
  // What asked something is no answer for the sheet, whatever it names.
  if (memory.question?.slot === 'plan') return notUnderstood(scene)
  const flow = memory.question?.flow ?? currentPaymentFlow(memory)
  if (tellsSomething(said)) return run(flow, scene)
  if (asksAgain(scene) || contradicts(scene)) return run(flow, scene)
  if (wants(said, 'affirm', 'deny')) return acknowledge(scene)
  return hintsAtOwnMoney(scene) ? run(flow, scene) : notUnderstood(scene)
}

/** "No, it is late!" after the verdict: looked at again, where a bare "no" needs no answer. */
function contradicts({ said, memory }: Scene): boolean {
  const denies = wants(said, 'deny') && plainAnswer(said.text) === undefined
  return memory.verdict?.transactionId !== undefined && !memory.question && denies
}

/** A bare "yes" answers nothing that was asked: the question again, or "what else?". */
function acknowledge({ memory }: Scene): Turn {
  const { question } = memory
  if (question) return { say: [], ask: question, memory }
  return finish(memory, [{ text: smallTalkTexts[memory.locale].affirm }])
}

/** Something asked in between: answered, and the open question waits meanwhile. */
function aside(scene: Scene, flow: FlowName): Promise<Turn> {
  return catalogue[flow].turn({ ...scene, memory: setAside(scene.memory) })
}

/** Who says hello after days wants to know how the payment stands. */
function wantsNews({ said, memory, actions }: Scene): boolean {
  const greets = wants(said, 'greeting', 'affirm')
  return greets && memory.verdict !== undefined && comesBack(memory, actions)
}

/** "What do I do next?", taken for something that is not ours. */
function asksOfCase(scene: Scene): boolean {
  return asksAgain(scene) && wants(scene.said, 'out_of_scope')
}

async function run(flow: FlowName, scene: Scene): Promise<Turn> {
  const memory = { ...scene.memory, flow, misunderstood: 0 }
  const turn = await catalogue[flow].turn({ ...scene, memory })
  const warning = paymentFlows.includes(flow) ? terminalWarning(scene) : undefined
  if (!warning) return turn
  const warned = [...new Set([...turn.memory.warned, warning.sign])]
  return { ...turn, say: [warning.message, ...turn.say], memory: { ...turn.memory, warned } }
}

/** Beside an open question only a likely answer is worth the interruption. */
const likely = 0.5

async function isAnswerable({ said, memory, actions }: Scene): Promise<boolean> {
  const { answerable, results } = await actions.searchKnowledge(said.text)
  return answerable && (!memory.question || (results[0]?.score ?? 0) >= likely)
}

const patience = 2

async function notUnderstood(scene: Scene): Promise<Turn> {
  const { memory, said } = scene
  const tellsNothing = wants(said, 'dont_know', 'refuse_to_say', 'deny')
  if (!tellsNothing && (await isAnswerable(scene))) {
    return memory.question ? aside(scene, 'knowledge') : offerOrPerson(scene)
  }
  return clarify(scene)
}

/** Titles to choose from are a clarification too: the second in vain leads to a person. */
async function offerOrPerson(scene: Scene): Promise<Turn> {
  const { said, memory } = scene
  const turn = await answerFromKnowledge(scene)
  if (turn.offer?.name !== 'which_article' || asksSomething(said.text)) return turn
  if (memory.misunderstood > 0) return clarify(scene)
  return { ...turn, memory: { ...turn.memory, misunderstood: 1 } }
}

/** An honest "I did not understand", and after two of those a person. */
async function clarify(scene: Scene): Promise<Turn> {
  const { memory, actions } = scene
  const words = smallTalkTexts[memory.locale]
  actions.noteQuestion({ outcome: 'unknown' })
  if (memory.handoff?.state === 'queued') {
    // A colleague is on the way and reads it: no second call, no counting.
    return { say: [{ text: personTexts[memory.locale].kept }], leavesOpen: memory.question, memory }
  }
  const misunderstood = memory.misunderstood + 1
  if (misunderstood >= patience) {
    const turn = await callPerson(
      { ...scene, memory: { ...memory, misunderstood } },
      { reason: 'not_understood', severity: 'P3' },
    )
    return { ...turn, say: [{ text: words.stillNotUnderstood }, ...turn.say] }
  }
  const turn = finish({ ...memory, misunderstood }, [askingFreely(words.notUnderstood, memory)])
  return memory.question
    ? {
        ...turn,
        ask: memory.question,
        memory: { ...turn.memory, questionCount: memory.questionCount },
      }
    : turn
}
