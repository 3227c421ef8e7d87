import { type Locale, locales } from '../domain/locale.ts'
import { type Entity, isCircumstance, type Understanding } from '../ports/understanding.ts'
import { withoutTakenBack } from './corrections.ts'
import type { ExampleSet } from './example-set.ts'
import { findCues } from './find-cues.ts'
import { findEntities } from './find-entities.ts'
import { findIntents } from './find-intents.ts'
import { trainIntentModel } from './intent-model.ts'
import { messageLanguage } from './message-language.ts'
import { readingOf } from './reading-form.ts'
import { seenByModel } from './seen-by-model.ts'
import { learnSumSense } from './sum-sense.ts'
import { unforeseen } from './unforeseen.ts'

export interface UnderstandingOptions {
  examples: ExampleSet
  /** Where trained models are kept for the next start; none: they are trained each time. */
  cacheFolders?: readonly string[] | undefined
}

/**
 * Understanding without any outside service: own extractors, phrase rules, and a small model learnt
 * from the examples (a minute or two) or kept from an earlier start. Only the first 2,000 UTF-16 units
 * of a message are read.
 */
export function createUnderstanding(options: UnderstandingOptions): Understanding {
  const [chinese, english] = locales
  const cacheFolders = options.cacheFolders ?? []
  const train = (locale: Locale) =>
    trainIntentModel(options.examples[locale], { locale, cacheFolders })
  const models = { [chinese]: train(chinese), [english]: train(english) }
  const senseOf = (locale: Locale) =>
    learnSumSense(options.examples[locale], { locale, cacheFolders })
  const sums = { [chinese]: senseOf(chinese), [english]: senseOf(english) }

  const understanding: Understanding = {
    understand(text, context) {
      const reading = readingOf(text)
      const language = messageLanguage(reading.low, context.locale)
      const entities = findEntities(reading, context)
      const named = entities.filter((each) => !isCircumstance(each))
      const seen = seenByModel(reading, { entities, locale: language })
      const intents = findIntents(seen, named, models[language])
      const more = unforeseen({ reading, context, entities, intents }, sums[language])
      return {
        language,
        intents,
        entities: more.length === 0 ? entities : withoutTakenBack(byPlace(entities, more), reading),
        cues: findCues(seen.repaired),
      }
    },
  }
  warmUp(understanding)
  return understanding
}

/** The first messages would pay for compiling the patterns; start-up pays instead. */
function warmUp(understanding: Understanding): void {
  const context = { now: new Date(0), timeZone: 'Asia/Shanghai', locale: 'zh-CN' } as const
  for (const text of ['昨天下午3点刷了1万2没到账', 'paid $20 on nov 22 and no money']) {
    understanding.understand(text, context)
  }
}

const byPlace = (entities: readonly Entity[], more: readonly Entity[]): Entity[] =>
  [...entities, ...more].toSorted((a, b) => a.start - b.start)
