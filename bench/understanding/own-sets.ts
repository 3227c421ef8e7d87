import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '../../src/domain/locale.ts'
import { createUnderstanding } from '../../src/nlu/create-understanding.ts'
import { loadExamples } from '../../src/nlu/example-set.ts'
import type { Entity, IntentName } from '../../src/ports/understanding.ts'
import { type Answer, figuresOf } from './figures.ts'

/** What a person wrote down about a sentence of our own sets. */
interface Sentence {
  text: string
  intent: IntentName
  also?: IntentName[]
  entities: Expected[]
}

type Expected = { type: Entity['type']; text: string } & Record<string, unknown>

/** How many of the things named were read exactly, and how many were read that nobody named. */
export interface EntityFigures {
  named: number
  exact: number
  needless: number
}

const root = join(import.meta.dirname, '../..')
const now = new Date('2026-11-25T10:00:00Z')
const surroundings = {
  'zh-CN': { now: new Date('2026-11-25T02:00:00Z'), timeZone: 'Asia/Shanghai', locale: 'zh-CN' },
  en: { now, timeZone: 'Europe/London', locale: 'en' },
} as const

export function ownSetPath(set: string, locale: Locale): string {
  return join(root, 'test/nlu/sets', `${set}.${locale.toLowerCase()}.jsonl`)
}

/** Measures the whole understanding of the bot, rules and all, on a set of our own. */
export function evaluateOwnSet(set: string, locale: Locale) {
  const path = ownSetPath(set, locale)
  if (!existsSync(path)) return undefined
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  const sentences = lines.map((line) => JSON.parse(line) as Sentence)
  const { understand } = createUnderstanding({
    examples: loadExamples(join(root, 'dialogs')),
    cacheFolders: [join(root, 'node_modules/.cache/daozhang/models')],
  })
  const read = sentences.map((sentence) => ({
    sentence,
    understood: understand(sentence.text, surroundings[locale]),
  }))
  const answers = read.map(({ sentence, understood }): Answer => {
    const ranked = understood.intents.map(({ name, confidence }) => ({ label: name, confidence }))
    return { label: sentence.intent, also: sentence.also, ranked }
  })
  const startedAt = performance.now()
  for (const { text } of sentences) understand(text, surroundings[locale])
  const microseconds = ((performance.now() - startedAt) * 1000) / sentences.length
  // What the bot answers is decided with its rules: no threshold comes after them.
  const scope = { outOfScope: 'out_of_scope', threshold: 0 }
  return {
    sentences: sentences.length,
    answers,
    scope,
    figures: { ...figuresOf(answers, scope), microsecondsPerSentence: Math.round(microseconds) },
    perIntent: perIntent(answers),
    entities: entityFigures(
      read.map(({ sentence, understood }) => [sentence.entities, understood.entities]),
    ),
  }
}

export type OwnFigures = NonNullable<ReturnType<typeof evaluateOwnSet>>

function perIntent(answers: readonly Answer[]) {
  const names = [...new Set(answers.map(({ label }) => label))].toSorted()
  return names.map((name) => {
    const own = answers.filter(({ label }) => label === name)
    const right = own.filter(
      ({ ranked: [best], also }) =>
        best?.label === name || also?.some((one) => one === best?.label),
    )
    return { name, sentences: own.length, right: right.length }
  })
}

/** By kind of entity; `role` is left out, because only plain ones are written down. */
function entityFigures(pairs: readonly (readonly [Expected[], Entity[]])[]) {
  const kinds: Record<string, EntityFigures> = {}
  const kindOf = (type: string) => {
    kinds[type] ??= { named: 0, exact: 0, needless: 0 }
    return kinds[type]
  }
  for (const [expected, found] of pairs) {
    const left = found.filter(({ type }) => type !== 'role')
    for (const each of expected.filter(({ type }) => type !== 'role')) {
      const kind = kindOf(each.type)
      kind.named += 1
      const at = left.findIndex((entity) => isSame(entity, each))
      if (at < 0) continue
      kind.exact += 1
      left.splice(at, 1)
    }
    for (const { type } of left) kindOf(type).needless += 1
  }
  return kinds
}

/** The same value; where exactly it begins and ends is not asked. */
function isSame(found: Entity, expected: Expected): boolean {
  if (found.type !== expected.type) return false
  const fields: Record<string, unknown> = { ...found }
  const asked = ['minor', 'maxMinor', 'currency', 'iso', 'days', 'value']
  const values = asked.every((name) => !(name in expected) || expected[name] === fields[name])
  return values && (!('alternatives' in expected) || meansSameDays(found, expected))
}

/** A label names every day that is meant; what was read names the likeliest apart from the others. */
function meansSameDays(found: Entity, { alternatives }: Expected): boolean {
  if (found.type !== 'date' || !Array.isArray(alternatives)) return false
  const days = [...new Set([found.iso, ...(found.alternatives ?? [])])]
  return days.toSorted().join() === alternatives.toSorted().join()
}
