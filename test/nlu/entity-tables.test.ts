import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { currencyDecimals } from '../../src/domain/money.ts'
import { findEntities } from '../../src/nlu/find-entities.ts'
import { readingOf } from '../../src/nlu/reading-form.ts'
import type { Entity, UnderstandingContext } from '../../src/ports/understanding.ts'

/*
 * The tables of test/nlu/entities: `text | what is understood`, one message a line. A line
 * `@ types | locale zone` begins a block and says which types its lines compare.
 */

const folder = join(import.meta.dirname, 'entities')
/** A Monday, ten in the morning in Shanghai. */
const now = new Date('2026-11-23T02:00:00Z')

interface Block {
  heading: string
  types: readonly string[]
  context: UnderstandingContext
  rows: { text: string; expected: string }[]
}

function blockOf(heading: string): Block {
  const [types = '', place = ''] = heading.slice(1).split('|')
  const [locale, timeZone = ''] = place.trim().split(' ')
  if (locale !== 'zh-CN' && locale !== 'en') throw new Error(`no locale in: ${heading}`)
  return {
    heading: heading.slice(1).trim(),
    types: types.trim().split(' '),
    context: { now, locale, timeZone },
    rows: [],
  }
}

function blocksOf(file: string): Block[] {
  const blocks: Block[] = []
  for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
    if (line.startsWith('@')) blocks.push(blockOf(line))
    else if (line !== '' && !line.startsWith('# ')) {
      const [text, expected, ...more] = line.split(' | ')
      const rows = blocks.at(-1)?.rows
      if (!rows || !text || !expected || more.length > 0) throw new Error(`${file}: ${line}`)
      rows.push({ text, expected })
    }
  }
  return blocks
}

type Amount = Extract<Entity, { type: 'amount' }>

function sumOf(minor: number, currency: string | undefined): string {
  const decimals = currencyDecimals(currency ?? 'CNY')
  const whole = minor / 10 ** decimals
  return Number.isInteger(whole) ? String(whole) : whole.toFixed(decimals)
}

function amountInWords(amount: Amount, withRole: boolean): string {
  const { minor, maxMinor, currency, role, approximate } = amount
  const about = approximate && maxMinor === undefined ? 'about' : ''
  const upTo = maxMinor === undefined ? '' : `..${sumOf(maxMinor, currency)}`
  const sum = `${sumOf(minor, currency)}${upTo}`
  return [withRole ? role : '', about, sum, currency].filter(Boolean).join(' ')
}

function inWords(entity: Entity, types: readonly string[]): string | undefined {
  const { type } = entity
  if (type === 'amount' && types.includes('amount+role')) return amountInWords(entity, true)
  if (!types.includes(type)) return undefined
  if (type === 'amount') return amountInWords(entity, false)
  if (type === 'date') return [entity.iso, ...(entity.alternatives ?? [])].join(' or ')
  if (type === 'time') return entity.iso
  if (type === 'elapsed') return `${entity.days} days`
  return type === 'role' ? entity.value : `${type} ${entity.value}`
}

/** Of a correction both references are named in a line, but only the sum or the day that is meant. */
const isMeant = (each: Entity) => !each.mistaken || 'value' in each

function understood(text: string, { types, context }: Block): string {
  const meant = findEntities(readingOf(text), context).filter(isMeant)
  return meant.flatMap((each) => inWords(each, types) ?? []).join(', ') || 'nothing'
}

describe.each(readdirSync(folder))('%s', (file) => {
  describe.each(blocksOf(file))('$heading', (block) => {
    it.each(block.rows)('$text | $expected', ({ text, expected }) => {
      expect(understood(text, block)).toBe(expected)
    })
  })
})
