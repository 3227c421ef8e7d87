import type { Choice } from '../../../dialogs/memory.ts'
import type { Understood } from '../../ports/understanding.ts'

/** "First tell me", "wait a second" and "the first time" pick nothing. */
const ordinal = (sign: string, chinese: string, english: string) =>
  new RegExp(
    [
      `^(?:${sign})$`,
      `第\\s*(?:${chinese})\\s*(?:个|笔|条)`,
      `\\bthe (?:${english})\\b(?! (?:time|day|thing|place|week))`,
      `\\b(?:${english}) (?:one|payment|sale|transaction|charge|option|choice|line|please|of (?:them|those|these))\\b`,
      `^\\W*(?:(?:no|yes|sorry|it's|its)\\W+)?(?:${english})\\W*$`,
    ].join('|'),
    'iu',
  )

const ordinals: readonly RegExp[] = [
  ordinal('1|一|①', '1|一', 'first|1st'),
  ordinal('2|二|②', '2|二|两', 'second|2nd'),
  ordinal('3|三|③', '3|三', 'third|3rd'),
  ordinal('4|四|④', '4|四', 'fourth|4th'),
  ordinal('5|五|⑤', '5|五', 'fifth|5th'),
  ordinal('6|六|⑥', '6|六', 'sixth|6th'),
]
/** The list begins with the newest. */
const newest = /最(?:新|近|后)(?:的|刷)?(?:那|一)|\b(?:latest|newest|most recent)\b/iu
const oldest = /最早|最(?:老|旧)|\b(?:earliest|oldest)\b/iu
const fromTheEnd: readonly RegExp[] = [
  /倒数第\s*(?:2|二|两)|\bsecond (?:to )?last\b|\blast but one\b/iu,
  /倒数第\s*(?:3|三)|\bthird (?:to )?last\b|\blast but two\b/iu,
]
const lastOne = /最后\s*(?:一)?\s*(?:个|笔|条)|\b(?:the )?last one\b/iu
const none = /都不是|没有一个|none of|neither/iu

/** What is said not to be meant: 不是第一笔, "not the first one". */
const negated =
  /(?:不是|不要|不选|不对是|排除)\s*([^，,。.;；!！?？\s是]+)|\b(?:not|isn['’]t|wasn['’]t|except)\s+(?:the\s+)?([^,.;!?]+?)(?=\s*(?:[,.;!?]|\bbut\b|$))/giu

interface Parts {
  /** The pieces that follow a negation. */
  not: string[]
  rest: string
}

function partsOf(text: string): Parts {
  if (none.test(text)) return { not: [], rest: text }
  const not = [...text.matchAll(negated)].map(([, chinese, english]) => chinese ?? english ?? '')
  return { not, rest: text.replace(negated, ' ') }
}

/** The offered answers that the message rules out. */
export function rejected(
  text: string,
  choices: readonly Choice[],
  understood: Understood,
): string[] {
  return partsOf(text).not.flatMap((part) => {
    const value = pickMeant(part, choices, within(understood, part))
    return value === undefined || value === 'none' ? [] : [value]
  })
}

function within(understood: Understood, part: string): Understood {
  return { ...understood, entities: understood.entities.filter(({ text }) => part.includes(text)) }
}

/**
 * Which of the offered answers was meant: by its words, its place, a detail only it has, or because
 * every other one was ruled out.
 */
export function pickChoice(
  text: string,
  choices: readonly Choice[],
  understood: Understood,
): string | undefined {
  const out = rejected(text, choices, understood)
  if (out.length === 0) return pickMeant(text, choices, understood)
  const left = choices.filter(({ value }) => !out.includes(value))
  const { rest } = partsOf(text)
  const meant = pickMeant(rest, left, within(understood, rest))
  if (meant) return meant
  const real = left.filter(({ value }) => value !== 'none')
  return real.length === 1 ? real[0]?.value : undefined
}

function pickMeant(
  text: string,
  choices: readonly Choice[],
  understood: Understood,
): string | undefined {
  const plain = fold(text)
  const exact = choices.find(({ label, value }) => fold(label) === plain || fold(value) === plain)
  if (exact) return exact.value
  const begun =
    plain.length >= 2 ? choices.filter(({ label }) => fold(label).startsWith(plain)) : []
  if (begun.length === 1) return begun[0]?.value
  if (none.test(text)) return choices.find(({ value }) => value === 'none')?.value
  const real = choices.filter(({ value }) => value !== 'none')
  if (oldest.test(text)) return real.at(-1)?.value
  const place = fromTheEnd.findIndex((ordinal) => ordinal.test(text))
  if (place >= 0) return real.at(-2 - place)?.value
  if (lastOne.test(text)) return real.at(-1)?.value
  if (newest.test(text)) return real[0]?.value
  const bySize = bySum(real, text) ?? byPartOfDay(real, text)
  if (bySize) return bySize
  const index = ordinals.findIndex((ordinal) => ordinal.test(text.trim()))
  return real[index]?.value ?? byDetail(real, understood) ?? byNumber(real, text)
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '')
}

const largest =
  /最大的?那?|金额大|\b(?:the )?(?:big|bigger|biggest|large|larger|largest)(?: one)?\b/iu
const smallest = /最小的?那?|金额小|\b(?:the )?(?:small|smaller|smallest|little)(?: one)?\b/iu

/** "The big one": the amounts stand in the labels. */
function bySum(choices: readonly Choice[], text: string): string | undefined {
  const sums = choices.map(({ value, label }) => ({
    value,
    sum: Number(/(\d[\d,]*\.\d\d)/u.exec(label)?.[1]?.replaceAll(',', '') ?? Number.NaN),
  }))
  if (sums.length < 2 || sums.some(({ sum }) => Number.isNaN(sum))) return undefined
  const sorted = sums.toSorted((a, b) => a.sum - b.sum)
  if (largest.test(text)) return sorted.at(-1)?.value
  return smallest.test(text) ? sorted[0]?.value : undefined
}

const partsOfDay: readonly [RegExp, from: number, to: number][] = [
  [/早上|早晨|上午|清早|\bmorning\b/iu, 5, 12],
  [/中午|\b(?:noon|lunch ?time|midday)\b/iu, 11, 14],
  [/下午|\bafternoon\b/iu, 13, 18],
  [/晚上|傍晚|夜里|半夜|\b(?:evening|night)\b/iu, 18, 24],
]

/** "The afternoon one", when the time of exactly one fits. */
function byPartOfDay(choices: readonly Choice[], text: string): string | undefined {
  const [, from, to] = partsOfDay.find(([name]) => name.test(text)) ?? []
  if (from === undefined || to === undefined) return undefined
  const fitting = choices.filter(({ label }) => {
    const hour = Number(/(\d\d):\d\d/u.exec(label)?.[1] ?? -1)
    return hour >= from && hour < to
  })
  return fitting.length === 1 ? fitting[0]?.value : undefined
}

/** A last four, an amount or a time that stands in exactly one label. */
function byDetail(choices: readonly Choice[], { entities }: Understood): string | undefined {
  for (const entity of entities) {
    const detail = detailOf(entity)
    const having = detail ? choices.filter(({ label }) => label.includes(detail)) : []
    if (having.length === 1) return having[0]?.value
  }
  return undefined
}

/** "The 5600 one": a number that stands in exactly one label. */
function byNumber(choices: readonly Choice[], text: string): string | undefined {
  for (const [number] of text.normalize('NFKC').matchAll(/\d[\d.:]{2,}/gu)) {
    const having = choices.filter(({ label }) => label.replaceAll(',', '').includes(number))
    if (having.length === 1) return having[0]?.value
  }
  return undefined
}

function detailOf(entity: Understood['entities'][number]): string | undefined {
  if (entity.type === 'last4') return entity.value
  if (entity.type === 'time') return entity.iso
  if (entity.type === 'amount') {
    return new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(entity.minor / 100)
  }
  return undefined
}
