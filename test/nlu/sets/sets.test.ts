import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadExamples } from '../../../src/nlu/example-set.ts'
import { intentNames } from '../../../src/ports/understanding.ts'
import { type Labelled, readLabelled, referenceShapes } from './labelled.ts'

const folder = import.meta.dirname
const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
const read = (file: string) => readLabelled(join(folder, file))

const sizes = {
  test: { sentences: 640, perIntent: 8 },
  dev: { sentences: 160, perIntent: 2 },
} as const
const splitOf = (file: string) => (file.startsWith('test.') ? 'test' : 'dev')

/** The letters and digits alone, so that a comma or a capital does not make a sentence new. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const sharedWith = (known: readonly string[], sentences: readonly Labelled[]) => {
  const seen = new Set(known.map(bare))
  return sentences.map(({ text }) => text).filter((text) => seen.has(bare(text)))
}

const entitiesIn = (sentences: readonly Labelled[], isWanted: (type: string) => boolean) =>
  sentences.flatMap(({ entities }) => entities).filter(({ type }) => isWanted(type)).length

describe('labelled sets', () => {
  it('are there, each with its development half', () => {
    const tests = files.filter((name) => splitOf(name) === 'test')
    expect(tests.length).toBeGreaterThan(0)
    for (const name of tests) expect(files).toContain(name.replace('test.', 'dev.'))
  })
})

describe.each(files)('%s', (file) => {
  const sentences = read(file)
  const size = sizes[splitOf(file)]

  it('holds enough sentences, of every intent', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(size.sentences)
    for (const name of intentNames) {
      const count = sentences.filter(({ intent }) => intent === name).length
      expect(count, name).toBeGreaterThanOrEqual(size.perIntent)
    }
  })

  it('says no sentence twice', () => {
    const texts = sentences.map(({ text }) => text)
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([])
  })

  it('quotes each entity from its sentence, as often as it is labelled', () => {
    const missing = sentences.flatMap(({ text, entities }) =>
      entities.filter((entity) => {
        const labels = entities.filter((other) => other.text === entity.text).length
        return text.split(entity.text).length - 1 < labels
      }),
    )
    expect(missing).toEqual([])
  })

  it('names no second intent that is the first', () => {
    expect(sentences.filter(({ intent, also }) => also?.includes(intent))).toEqual([])
  })

  it('shares no sentence with what the model learns from', () => {
    const learned = Object.values(loadExamples(join(folder, '../../../dialogs'))).flat()
    const texts = learned.map(({ text }) => text)
    expect(texts.length).toBeGreaterThan(0)
    expect(sharedWith(texts, sentences)).toEqual([])
  })
})

describe.each(files.filter((name) => splitOf(name) === 'test'))('%s', (file) => {
  const sentences = read(file)

  it('holds enough amounts, dates, references and sentences with any of them', () => {
    const named = sentences.filter(({ entities }) => entities.length > 0)
    expect(named.length / sentences.length).toBeGreaterThanOrEqual(0.45)
    expect(entitiesIn(sentences, (type) => type === 'amount')).toBeGreaterThanOrEqual(250)
    expect(entitiesIn(sentences, (type) => type === 'date')).toBeGreaterThanOrEqual(140)
    expect(entitiesIn(sentences, (type) => type in referenceShapes)).toBeGreaterThanOrEqual(120)
  })

  it('holds at least sixty sentences about something else', () => {
    const others = sentences.filter(({ intent }) => intent === 'out_of_scope')
    expect(others.length).toBeGreaterThanOrEqual(60)
  })

  it('shares no sentence with its development half', () => {
    const dev = read(file.replace('test.', 'dev.')).map(({ text }) => text)
    expect(sharedWith(dev, sentences)).toEqual([])
  })
})
