import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import homesJson from '../../knowledge/seed-homes.json' with { type: 'json' }
import { causeCodes } from '../../src/domain/diagnosis/causes.ts'

const home = z.strictObject({
  causes: z.array(z.enum(causeCodes)).optional(),
  articles: z.array(z.string()).optional(),
  code: z.array(z.string()).optional(),
})
const homes = z.record(z.string(), home).parse(homesJson)

/** Items of the founding article that list several things. */
const parts: Record<string, string> = {
  S1: 'abc',
  S2: 'abc',
  S3: 'ab',
  S56: 'abc',
  S57: 'ab',
  S59: 'abcd',
  S60: 'ab',
  S61: 'ab',
  S62: 'abc',
}
const items = Array.from({ length: 62 }, (_, at) => `S${at + 1}`).flatMap((item) => [
  item,
  ...[...(parts[item] ?? '')].map((part) => item + part),
])

describe('the homes of the founding article', () => {
  it('name all sixty-two items with their parts, and nothing else', () => {
    expect(Object.keys(homes).sort()).toEqual([...items].sort())
  })

  it('give every item at least one home', () => {
    const homeless = items.filter((item) => {
      const { causes = [], articles = [], code = [] } = homes[item] ?? {}
      return causes.length + articles.length + code.length === 0
    })
    expect(homeless).toEqual([])
  })

  it('name only articles that say so in their own header, in both languages', () => {
    for (const [item, { articles = [] }] of Object.entries(homes)) {
      for (const file of articles.flatMap((id) => [`zh-cn/${id}.md`, `en/${id}.md`])) {
        expect(readFileSync(`knowledge/${file}`, 'utf8'), `${item} in ${file}`).toContain(
          `  - ${item}\n`,
        )
      }
    }
  })

  it('name only code that exists', () => {
    const files = Object.values(homes).flatMap(({ code = [] }) => code)
    expect(files.filter((file) => !existsSync(file))).toEqual([])
  })
})
