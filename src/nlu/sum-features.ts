import type { Entity } from '../ports/understanding.ts'

/** A number in its message: `low`, where it stands, and what was found around it. */
export interface NumberInPlace {
  low: string
  start: number
  end: number
  value: number
  /** What is no word any more: a day, a tail. What overlaps the number is left out. */
  claimed: readonly Pick<Entity, 'type' | 'start' | 'end'>[]
}

/** Whether a number without a currency is a sum, by what stands around it. */
export type SumSense = (number: NumberInPlace) => boolean

/** Kinds that stand around numbers, each by one letter; references are all alike. */
const letters: Partial<Record<Entity['type'], string>> = {
  amount: 'a',
  date: 'd',
  time: 't',
  elapsed: 'e',
  last4: 'l',
  code: 'c',
}

/** A claimed place is one word, behind a sign that nobody types. */
const sign = '\u0002'
const word = new RegExp(`${sign}.|[a-z']+|\\d+|\\S`, 'g')
/** So many words on each side say what the message is about. */
const reach = 15
const longest = 4

/** What a number looks like and what stands around it, as names of features. */
export function sumFeatures(number: NumberInPlace): string[] {
  const { low, start, end, value } = number
  const written = withMarks(number)
  const left = ['^', ...wordsOf(written(0, start))]
  const right = [...wordsOf(written(end, low.length)), '$']
  return [...new Set([...shapeOf(low.slice(start, end), value), ...around(left, right)])]
}

/** The message between two places, what was claimed in it as marks. */
function withMarks({ low, start, end, claimed }: NumberInPlace) {
  const beside = claimed.filter((each) => each.end <= start || each.start >= end)
  return (from: number, to: number): string => {
    let text = ''
    let at = from
    for (const each of beside.filter((place) => place.start >= from && place.end <= to)) {
      text += `${low.slice(at, Math.max(at, each.start))} ${sign}${letters[each.type] ?? 'r'} `
      at = Math.max(at, each.end)
    }
    return text + low.slice(at, to)
  }
}

/** Every number is the same word; Chinese is read character by character. */
function wordsOf(text: string): string[] {
  return Array.from(text.match(word) ?? [], (each) => each.replace(/^\d+$/, '0'))
}

function shapeOf(text: string, value: number): string[] {
  const isDigits = /^[\d.,]+$/.test(text)
  const length = isDigits ? text.replaceAll(/\D/g, '').length : text.length
  const point = text.includes('.') ? '.' : ''
  return [
    `${isDigits ? 'digits' : 'words'}${point}${Math.min(length, 9)}`,
    `round:${text.endsWith('00')}`,
    `size:${Math.floor(Math.log10(value + 1) * 2)}`,
  ]
}

function around(left: readonly string[], right: readonly string[]): string[] {
  const features: string[] = []
  for (let n = 1; n <= longest; n += 1) {
    features.push(`<${left.slice(-n).join(' ')}`, `>${right.slice(0, n).join(' ')}`)
  }
  const [one, two] = [left.slice(-1).join(' '), left.slice(-2).join(' ')]
  features.push(`${one}_${right[0]}`, `${two}_${right[0]}`, `${one}_${right.slice(0, 2).join(' ')}`)
  const near = [...left.slice(-reach), '_', ...right.slice(0, reach)]
  for (const [i, each] of near.entries()) features.push(`~${each}`, `~${each} ${near[i + 1]}`)
  return features
}
