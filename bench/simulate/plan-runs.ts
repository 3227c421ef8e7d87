import type { Locale } from '../../src/domain/locale.ts'
import { randomFrom } from '../random.ts'
import type { Case } from './case.ts'
import { type GoalName, goalNames, goals } from './goals.ts'
import { type PersonaName, personaNames, personas } from './personas.ts'
import { type Scene, scenes } from './scenes.ts'
import type { Voice } from './speak.ts'

/** One customer of a simulation: made from the seed, the language and its number alone. */
export interface Run {
  index: number
  locale: Locale
  goal: GoalName
  persona: PersonaName
  scene: Scene
  key: string
  case: Case
  voice: Voice
  /** From this turn on the customer asks for a person instead. */
  asksPersonAt?: number | undefined
}

export interface Choice {
  seed: number
  locale: Locale
  index: number
  goal?: GoalName | undefined
  persona?: PersonaName | undefined
}

/** How often a customer loses patience with the machine altogether. */
const asksForPerson = 0.12

/** Goals take turns, so that each has its share; the persona is drawn. */
export function planRun(choice: Choice): Run {
  const { seed, locale, index } = choice
  const draw = randomFrom('simulate', seed, locale, index)
  const goal = choice.goal ?? goalNames[index % goalNames.length] ?? goalNames[0]
  const drawn = draw.pick(personaNames)
  const persona = choice.persona ?? drawn
  const key = `${locale === 'en' ? 'E' : 'Z'}${index}`
  const { scene, made } = makeCase(goal, choice, key)
  const random = randomFrom('voice', seed, locale, index, goal, persona)
  const { now, timeZone } = scene
  return {
    index,
    locale,
    goal,
    persona,
    scene,
    key,
    case: made,
    voice: { random, locale, now, timeZone, persona: personas[persona] },
    asksPersonAt: draw.chance(asksForPerson) ? draw.int(1, 4) : undefined,
  }
}

/** The first place where the goal is possible; another shop there is tried a few times. */
function makeCase(goal: GoalName, { seed, locale, index }: Choice, key: string) {
  const random = randomFrom('case', seed, locale, index, goal)
  const places = scenes[locale]
  const start = random.int(0, places.length - 1)
  for (let step = 0; step < 5 * places.length; step += 1) {
    const scene = places[(start + step) % places.length]
    const made = scene && goals[goal]({ random, scene, key })
    if (scene && made) return { scene, made }
  }
  throw new Error(`no place for "${goal}"`)
}
