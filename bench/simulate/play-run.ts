import type { Bubble, TestEngine } from '../../test/support/talk.ts'
import type { Wish } from './case.ts'
import { type Move, makeCustomer } from './customer.ts'
import { phrases } from './phrases.ts'
import type { Run } from './plan-runs.ts'
import { type OwnWorld, type Violation, watchProperties } from './properties.ts'
import { entitiesIn, missingOf, questionOf } from './seen.ts'

/** How a run went. */
export interface Outcome {
  success: boolean
  /** A person took over before the wish was fulfilled, rightly: asked for, or a fact stayed wrong. */
  withPerson: boolean
  /** Why not: what of the end state was missing. */
  missing: string[]
  /** Messages of the customer. */
  turns: number
  /** Questions put again although they had been answered. */
  askedTwice: string[]
  deadEnd: boolean
  violations: Violation[]
  script: string[]
}

type End = 'fulfilled' | 'person' | 'given up'

/** Then the customer gives up. */
const mostTurns = 14

export interface Stage {
  engine: TestEngine
  own: OwnWorld
  isForeign(id: string): boolean
}

/** Plays one customer against the engine, from the first word to the end state or to giving up. */
export async function playRun(run: Run, stage: Stage): Promise<Outcome> {
  const { engine } = stage
  engine.clock.moveTo(run.scene.now)
  const talk = await engine.talk({ locale: run.locale, ...run.case.identity })
  const customer = makeCustomer(run.voice)
  const properties = watchProperties(stage.own, stage.isForeign)
  for (const { facts } of run.case.wishes) properties.hearDay(facts.date, run.voice.persona)
  const outcome: Outcome = {
    success: false,
    withPerson: false,
    missing: [],
    turns: 0,
    askedTwice: [],
    deadEnd: false,
    violations: [],
    script: [],
  }
  let bubbles: Bubble[] = []

  async function say(words: string): Promise<void> {
    outcome.turns += 1
    outcome.script.push(`> ${words}`)
    properties.hear(words, engine.clock.now())
    take(await talk.say(words))
  }

  async function wait(until: string): Promise<void> {
    outcome.script.push(`@ ${until}`)
    take(await talk.pass(until))
  }

  function take(heard: Bubble[]): void {
    bubbles = heard
    outcome.script.push(...heard.flatMap(inScript))
    const found = properties.check(heard, engine.clock.now())
    outcome.violations.push(...found)
    outcome.script.push(...found.map(({ property, what }) => `  ✗ ${property}: ${what}`))
  }

  /** One move after the other, until the wish is fulfilled; `turns` are the bot's so far. */
  async function pursue(wish: Wish, turns: Bubble[][], move: Move | undefined): Promise<End> {
    if (wantsPerson()) return 'person'
    if (!move || outcome.turns >= mostTurns) return giveUp(wish, turns)
    await answer(move)
    const heard = [...turns, bubbles]
    if (missingOf(wish.expected, heard).length === 0) return 'fulfilled'
    if (isHandedOver(heard.flat())) return leave(wish, heard)
    return pursue(wish, heard, customer.next(bubbles))
  }

  /** Notes when the question is put again although this answered it. */
  async function answer({ words, answers }: Move): Promise<void> {
    const told = answers !== undefined && customer.hasTold(answers)
    await say(words)
    if (told && questionOf(bubbles)?.slot === answers) outcome.askedTwice.push(answers)
  }

  /** A person takes over: right for a customer who was still wrong, and too early for any other. */
  function leave(wish: Wish, turns: Bubble[][]): End {
    return customer.isStillWrong() ? 'person' : giveUp(wish, turns)
  }

  function giveUp(wish: Wish, turns: Bubble[][]): End {
    outcome.missing = missingOf(wish.expected, turns)
    outcome.deadEnd = !isHandedOver(turns.flat())
    return 'given up'
  }

  function wantsPerson(): boolean {
    return run.asksPersonAt !== undefined && outcome.turns >= run.asksPersonAt
  }

  async function watch(wish: Wish, until: string): Promise<void> {
    const texts = phrases[run.locale]
    if (questionOf(bubbles)?.slot !== 'consent') outcome.missing.push('no watch offered')
    await say(run.voice.random.pick(texts.yes))
    await wait(until)
    const [verdict] = entitiesIn(bubbles, 'support/verdict')
    const told = verdict?.stage === 'CREDITED' && verdict.transactionId
    if (!told || !wish.expected.transactionIds?.includes(told)) {
      outcome.missing.push('arrival not told')
    }
  }

  /** At the end, or where patience ends: a person can always be had. */
  async function askForPerson(): Promise<void> {
    if (isHandedOver(seen)) return
    await say(run.voice.random.pick(phrases[run.locale].stories.person ?? ['person']))
    if (isHandedOver(bubbles)) return
    outcome.violations.push({ property: 'a person can be had', what: 'asked, and none came' })
    outcome.missing.push('no person')
  }

  const seen: Bubble[] = []
  let left = false
  for (const wish of run.case.wishes) {
    const end = await pursue(wish, [], customer.begin(wish))
    seen.push(...bubbles)
    if (end === 'fulfilled' && wish.waitsUntil) await watch(wish, wish.waitsUntil)
    left = end === 'person'
    if (end !== 'fulfilled' || outcome.missing.length > 0) break
  }
  if (left) await askForPerson()
  outcome.withPerson = left
  outcome.missing.push(...(await untrueTickets()))
  outcome.success = outcome.missing.length === 0
  return outcome

  /** Every ticket the bot named is kept, with that category. */
  async function untrueTickets(): Promise<string[]> {
    const { conversationId } = talk
    const kept = await engine.engine.store.tickets({ conversationId, limit: 20 })
    const named = outcome.script.flatMap(
      (line) => /· ticket (\S+) (\S+)/.exec(line)?.slice(1, 3) ?? [],
    )
    const untrue: string[] = []
    for (let at = 0; at < named.length; at += 2) {
      const [no, category] = named.slice(at, at + 2)
      if (!kept.some((each) => each.no === no && each.category === category)) {
        untrue.push(`ticket ${no} is not kept`)
      }
    }
    return untrue
  }
}

function isHandedOver(bubbles: readonly Bubble[]): boolean {
  return entitiesIn(bubbles, 'support/handoff').length > 0
}

/** A bubble in the transcript: its words, its choices and what is published beside it, in short. */
function inScript({ text, entities, choices }: Bubble): string[] {
  const offered = choices.length > 0 ? [`  [${choices.join('] [')}]`] : []
  return [`  ${text.replaceAll('\n', '\n  ')}`, ...offered, ...entities.map(entityLine)]
}

function entityLine(entity: Bubble['entities'][number]): string {
  switch (entity.type) {
    case 'support/question':
      return `  · question ${entity.slot}`
    case 'support/verdict':
      return `  · verdict ${entity.cause} ${entity.stage} ${entity.transactionId ?? ''} ${entity.expectedBy ?? ''}`.trimEnd()
    case 'support/ticket':
      return `  · ticket ${entity.no} ${entity.category} ${entity.severity} ${entity.state}`
    case 'support/handoff':
      return `  · handoff ${entity.state}`
    case 'support/warning':
      return `  · warning ${entity.sign}`
    case 'support/answer':
      return `  · answer ${entity.articles.map(({ id }) => id).join(', ')}`
    case 'support/redaction':
      return `  · redaction ${entity.kinds.join(', ')}`
    case 'support/plan':
      return '  · plan'
  }
}
