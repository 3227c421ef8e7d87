import {
  type ContingencyPlan,
  hasPart,
  type PlanPart,
  planParts,
  reviewDay,
} from '../../src/domain/contingency/plan.ts'
import { localTime } from '../../src/domain/local-time.ts'
import { type Ask, type Flow, finish, type Message, type Scene, type Turn, wants } from '../flow.ts'
import { formatDay } from '../format.ts'
import { answerFromKnowledge } from '../knowledge/flow.ts'
import type { Memory, PlanDraft, PlanSheet } from '../memory.ts'
import { mergePlans } from './merge-plans.ts'
import { partOfQuestion } from './open-part.ts'
import { planLines, planTexts, waysInWords } from './plan-words.ts'
import {
  endsQuestions,
  isEnough,
  readPlanAnswer,
  saysWhatIsRight,
  skipsPart,
  takesBack,
} from './read-answers.ts'

/** "Help me make a contingency plan": six questions, a summary, and a page to print. */
export const contingencyPlan: Flow = {
  name: 'contingency-plan',
  intents: ['contingency_plan'],
  async turn(scene) {
    const { said, memory } = scene
    const open = partOfQuestion(memory.question)
    if (said.text === '') return goOn(scene, draftOf(memory))
    if (open) return takeAnswer(scene, open)
    return asksAbout(said.text) ? answerFromKnowledge(scene) : begin(scene)
  },
}

const empty: PlanDraft = { told: {}, skipped: [] }

function draftOf({ plan }: Memory): PlanDraft {
  return plan ?? empty
}

const anew =
  /新(?:做|建|写)?(?:一?份|预案)|重新?做|另做|\b(?:new|another|fresh|redo)\b|from scratch/iu

/** What a plan holds is for the article to say, which offers to make one. */
const asksAboutPlans =
  /^\s*(?:how|what|which|should|who|why|when|does|do (?:i|we) need)\b|怎么(?:写|做|编|制定|弄|准备)|如何|什么|哪些|要不要|有没有必要|写啥/iu
const asksForOne =
  /帮|替我|给我|带我|陪我|\b(?:help|make (?:me|us|one)|for me|with me|let['’]s|please)\b/iu

function asksAbout(text: string): boolean {
  return asksAboutPlans.test(text) && !asksForOne.test(text)
}

/** Started, taken up again, or changed after it was finished. */
function begin(scene: Scene): Turn {
  const { said, memory } = scene
  const texts = planTexts[memory.locale]
  const draft = draftOf(memory)
  const told = readPlanAnswer(said.text, undefined)
  if (draft.sheet && !anew.test(said.text)) {
    const changed = Object.keys(told).length > 0
    const next = { ...draft, told: mergePlans(draft.told, told) }
    return conclude(scene, next, changed ? texts.changed : texts.again)
  }
  const isNew = draft.sheet !== undefined || draft === empty
  const next = { ...(isNew ? empty : draft), told: mergePlans(isNew ? {} : draft.told, told) }
  return goOn(scene, next, [{ text: isNew ? texts.intro : texts.goOn }])
}

function takeAnswer(scene: Scene, open: PlanPart): Turn {
  const { said, memory } = scene
  const draft = draftOf(memory)
  if (endsQuestions(said.text)) return conclude(scene, skipAll(draft))
  if (isEnough(said.text) && draft.moreWays) return goOn(scene, { ...draft, moreWays: undefined })
  if (skipsPart(said.text) || wants(said, 'dont_know', 'refuse_to_say')) {
    return goOn(scene, skip(draft, open))
  }
  if (wants(said, 'affirm', 'deny', 'contingency_plan')) return goOn(scene, draft)
  if (draft.last && isCorrection(scene, open)) return correct(scene, draft.last)
  const told = readPlanAnswer(said.text, open)
  const merged = mergePlans(draft.told, told)
  const next = { ...draft, told: merged, last: lastOf(told) ?? open, moreWays: undefined }
  return tappedOneOfSeveral(scene, open) ? askMoreWays(scene, next) : goOn(scene, next)
}

/** Of several parts told at once, the one told last. */
function lastOf(told: ContingencyPlan): PlanPart | undefined {
  const names = Object.entries(told).filter(([, value]) => value !== undefined)
  const last = names.at(-1)?.[0]
  return last === 'otherWays' ? 'ways' : planParts.find((part) => part === last)
}

/** Something said before is put right, and the open question is not meant. */
function isCorrection({ said }: Scene, open: PlanPart): boolean {
  const takes = takesBack(said.text) || wants(said, 'correct_details')
  const parts = Object.keys(readPlanAnswer(said.text, open))
  return takes && parts.every((part) => part === open)
}

/** The last answer again, or the question for it when only "that is wrong" was said. */
function correct(scene: Scene, part: PlanPart): Turn {
  const { said, memory } = scene
  const texts = planTexts[memory.locale]
  const draft = draftOf(memory)
  if (!saysWhatIsRight(said.text)) {
    const told = withoutPart(draft.told, part)
    const again = { ...draft, told, skipped: draft.skipped.filter((each) => each !== part) }
    return goOn(scene, { ...again, last: undefined }, [{ text: texts.whichRight }])
  }
  const right = { ...withoutPart(draft.told, part), ...readPlanAnswer(said.text, part) }
  const note = { text: texts.corrected(texts.parts[part]) }
  return goOn(scene, { ...draft, told: right }, [note])
}

function withoutPart(plan: ContingencyPlan, part: PlanPart): ContingencyPlan {
  const rest = { ...plan, [part]: undefined }
  return part === 'ways' ? { ...rest, otherWays: undefined } : rest
}

function skip(draft: PlanDraft, part: PlanPart): PlanDraft {
  return { ...draft, skipped: [...draft.skipped, part], last: part, moreWays: undefined }
}

function skipAll(draft: PlanDraft): PlanDraft {
  return { ...draft, skipped: [...planParts], moreWays: undefined }
}

/** The first question that has no answer yet, or the plan when there is none. */
function goOn(scene: Scene, draft: PlanDraft, say: Message[] = []): Turn {
  if (draft.moreWays) return { ...askMoreWays(scene, draft), say }
  const part = planParts.find((each) => !hasPart(draft.told, each) && !draft.skipped.includes(each))
  if (!part) {
    const turn = conclude(scene, draft)
    return { ...turn, say: [...say, ...turn.say] }
  }
  return { say, ask: askFor(part, scene.memory), memory: { ...scene.memory, plan: draft } }
}

function askFor(part: PlanPart, { locale }: Memory): Ask {
  const texts = planTexts[locale]
  const place = planParts.indexOf(part) + 1
  const skipping = { label: texts.skip, value: 'skip' }
  const ways = Object.entries(texts.ways).map(([value, label]) => ({ label, value }))
  // "1" answers the question for days.
  const choices = part === 'funds' ? undefined : [...(part === 'ways' ? ways : []), skipping]
  const text = texts.counted(place, planParts.length, texts.questions[part])
  return { slot: 'plan', name: `plan-${part}`, text, choices }
}

/** A tap names one way only: the others are offered again. */
function tappedOneOfSeveral({ said, memory }: Scene, open: PlanPart): boolean {
  const labels: string[] = Object.values(planTexts[memory.locale].ways)
  return open === 'ways' && labels.includes(said.text.trim())
}

function askMoreWays(scene: Scene, draft: PlanDraft): Turn {
  const { memory } = scene
  const texts = planTexts[memory.locale]
  const chosen = draft.told.ways ?? []
  const left = Object.entries(texts.ways).filter(([way]) => !chosen.some((each) => each === way))
  if (left.length === 0) return goOn(scene, { ...draft, moreWays: undefined })
  const choices = left.map(([value, label]) => ({ label, value }))
  const ask: Ask = {
    slot: 'plan',
    name: 'plan-ways',
    text: texts.moreWays(waysInWords(draft.told, memory.locale)),
    choices: [...choices, { label: texts.enough, value: 'enough' }],
  }
  return { say: [], ask, memory: { ...memory, plan: { ...draft, moreWays: true } } }
}

/** Says the whole plan, and where its sheet is; the sheet itself is saved with the turn. */
function conclude(scene: Scene, draft: PlanDraft, lead?: string): Turn {
  const { memory, actions } = scene
  const { locale } = memory
  const texts = planTexts[locale]
  const sheet = { ...actions.planSheet(draft.sheet), locale }
  const review = reviewDay(sheet.madeOn)
  const thisYear = localTime(actions.now, actions.timeZone).day.slice(0, 4)
  const text = [
    lead ?? texts.done,
    ...planLines(draft.told, locale),
    texts.steps,
    texts.review(formatDay(review, locale, thisYear)),
    texts.howToChange,
  ].join('\n')
  const plan = { ...draft, skipped: [], moreWays: undefined, sheet }
  const known = draft.sheet?.id === sheet.id
  const say = [{ text }, ...sheetMessage(sheet, known, scene)]
  return finish({ ...memory, plan }, say)
}

/** Where no page can be reached, the text is the plan. */
function sheetMessage(sheet: PlanSheet, known: boolean, { memory, actions }: Scene): Message[] {
  const url = actions.planAddress(sheet.id)
  if (url === undefined) return []
  const { locale } = memory
  const expiresOn = localTime(new Date(sheet.expiresAt), actions.timeZone).day
  const until = formatDay(expiresOn, locale, sheet.madeOn.slice(0, 4))
  const reviewOn = reviewDay(sheet.madeOn)
  const entity = { type: 'support/plan', url, expiresAt: sheet.expiresAt, reviewOn } as const
  // A bare path means something to the chat page only, which draws the link itself.
  const texts = planTexts[locale]
  const text = known ? texts.sheetAgain(until) : texts.sheet(until)
  const words = [text, url.startsWith('/') ? '' : url]
  return [{ text: words.filter(Boolean).join('\n'), entities: [entity] }]
}
