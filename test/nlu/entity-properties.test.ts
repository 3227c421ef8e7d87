import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findEntities } from '../../src/nlu/find-entities.ts'
import { readingOf, readLimit } from '../../src/nlu/reading-form.ts'
import type { Entity, UnderstandingContext } from '../../src/ports/understanding.ts'
import { nastyPieces } from './nasty-pieces.ts'
import { spellings } from './spelled-numbers.ts'

const shanghai: UnderstandingContext = {
  now: new Date('2026-11-23T02:00:00Z'),
  timeZone: 'Asia/Shanghai',
  locale: 'zh-CN',
}
const london: UnderstandingContext = { ...shanghai, timeZone: 'Europe/London', locale: 'en' }

const entitiesOf = (text: string, context = shanghai) => findEntities(readingOf(text), context)

function only<Type extends Entity['type']>(type: Type, text: string, context = shanghai) {
  return entitiesOf(text, context).filter(
    (entity): entity is Extract<Entity, { type: Type }> => entity.type === type,
  )
}

const minors = (text: string, context = shanghai) =>
  only('amount', text, context).map(({ minor, maxMinor, currency }) => [minor, maxMinor, currency])

const whole = fc.integer({ min: 1, max: 99_999_999 })
const cents = fc.integer({ min: 0, max: 99 })

describe('an amount', () => {
  it.each(Object.entries(spellings))('is read back from %s', (_name, spell) => {
    fc.assert(
      fc.property(whole, (value) => {
        const yuan = [[value * 100, undefined, 'CNY']]
        expect(minors(`昨天收了${spell(value)}元没到账`)).toEqual(yuan)
        const dollars = [[value * 100, undefined, 'USD']]
        expect(minors(`I took ${spell(value)} dollars and nothing came`, london)).toEqual(dollars)
      }),
      { numRuns: 300 },
    )
  })

  it('is read back with its cents', () => {
    fc.assert(
      fc.property(whole, cents, (value, hundredths) => {
        const minor = value * 100 + hundredths
        const [jiao, fen] = [Math.floor(hundredths / 10), hundredths % 10]
        const decimal = (minor / 100).toFixed(2)
        const small = (jiao > 0 ? `${jiao}角` : '') + (fen > 0 ? `${fen}分` : '')
        expect(minors(`扣了${decimal}元`)).toEqual([[minor, undefined, 'CNY']])
        expect(minors(`扣了${value}元${small}`)).toEqual([[minor, undefined, 'CNY']])
        expect(minors(`charged £${decimal}.`, london)).toEqual([[minor, undefined, 'GBP']])
      }),
      { numRuns: 300 },
    )
  })

  it('is read back as a range', () => {
    fc.assert(
      fc.property(whole, whole, (one, other) => {
        fc.pre(one !== other)
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        const ends = [low * 100, high * 100]
        expect(minors(`大概${low}到${high}块没到`)).toEqual([[...ends, 'CNY']])
        expect(minors(`£${low}-£${high} is missing`, london)).toEqual([[...ends, 'GBP']])
        expect(minors(`between ${low} and ${high} euros`, london)).toEqual([[...ends, 'EUR']])
      }),
      { numRuns: 200 },
    )
  })
})

const msPerDay = 86_400_000
const isoOf = (day: number) => new Date(day * msPerDay).toISOString().slice(0, 10)
const dayOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / msPerDay
/** The day in a zone, told by the platform. */
const dayIn = (now: Date, timeZone: string) =>
  dayOf(new Intl.DateTimeFormat('en-CA', { timeZone }).format(now))

const monthNames =
  'January February March April May June July August September October November December'.split(' ')

/** Every way to write a day with its year. */
const fullDates: Readonly<Record<string, (iso: string) => string>> = {
  'ISO 8601': (iso) => iso,
  'digits alone': (iso) => iso.replaceAll('-', ''),
  slashes: (iso) => iso.replaceAll('-', '/'),
  dots: (iso) => iso.replaceAll('-', '.'),
  Chinese: (iso) => iso.replace(/(.+)-(.+)-(.+)/, '$1年$2月$3日'),
  'full width': (iso) =>
    iso.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  'day, month, year': (iso) => {
    const [year, month, day] = iso.split('-').map(Number)
    return `${day} ${monthNames[(month ?? 1) - 1]} ${year}`
  },
  'month, day, year': (iso) => {
    const [year, month, day] = iso.split('-').map(Number)
    return `${monthNames[(month ?? 1) - 1]?.slice(0, 3)} ${day}, ${year}`
  },
}

const zones = [
  'Asia/Shanghai',
  'Europe/London',
  'America/New_York',
  'Pacific/Auckland',
  'Pacific/Honolulu',
  'Asia/Kolkata',
  'UTC',
]

const relativeDays: readonly (readonly [string, number])[] = [
  ['今天', 0],
  ['昨天', -1],
  ['昨晚', -1],
  ['前天', -2],
  ['大前天', -3],
  ['三天前', -3],
  ['明天', 1],
  ['today', 0],
  ['yesterday', -1],
  ['last night', -1],
  ['the day before yesterday', -2],
  ['ten days ago', -10],
  ['a week ago', -7],
  ['tomorrow', 1],
]

/** Any minute of two years, and the minutes about midnight and about the changes of the clock. */
const anyMoment = fc.oneof(
  fc.date({
    min: new Date('2025-11-01T00:00:00Z'),
    max: new Date('2027-11-01T00:00:00Z'),
    noInvalidDate: true,
  }),
  fc
    .tuple(
      fc.constantFrom(
        '2026-03-08T07:00:00Z',
        '2026-03-29T01:00:00Z',
        '2026-10-25T01:00:00Z',
        '2026-11-01T06:00:00Z',
        '2026-12-31T16:00:00Z',
        '2027-01-01T00:00:00Z',
        '2026-02-28T23:00:00Z',
      ),
      fc.integer({ min: -26 * 60, max: 26 * 60 }),
    )
    .map(([near, minutes]) => new Date(Date.parse(near) + minutes * 60_000)),
)

describe('a day', () => {
  const today = dayIn(shanghai.now, 'Asia/Shanghai')

  it.each(Object.entries(fullDates))('is read back from %s', (_name, write) => {
    for (let day = today - 400; day <= today + 400; day += 1) {
      const iso = isoOf(day)
      const text = `paid on ${write(iso)} by card`
      expect([text, only('date', text).map((date) => date.iso)]).toEqual([text, [iso]])
    }
  })

  it('without its year is the last one that was, where that is not long ago', () => {
    for (let day = today - 300; day <= today; day += 1) {
      const [, month = 0, date = 0] = isoOf(day).split('-').map(Number)
      for (const text of [`${month}月${date}日刷的`, `${date} ${monthNames[month - 1]}`])
        expect([text, only('date', text).map(({ iso }) => iso)]).toEqual([text, [isoOf(day)]])
    }
  })

  it('may be any day of the week before', () => {
    for (let day = today - 6; day <= today; day += 1) {
      const name = new Intl.DateTimeFormat('zh-CN', { weekday: 'long', timeZone: 'UTC' })
      const text = `${name.format(new Date(day * msPerDay))}刷的`
      expect(only('date', text).map(({ iso }) => iso)).toEqual([isoOf(day)])
    }
  })

  it.each(relativeDays)('named %s is counted from the clock of the customer', (word, shift) => {
    fc.assert(
      fc.property(anyMoment, fc.constantFrom(...zones), (now, timeZone) => {
        const [date] = only('date', word, { ...shanghai, now, timeZone })
        expect(date?.iso).toBe(isoOf(dayIn(now, timeZone) + shift))
      }),
      { numRuns: 60 },
    )
  })
})

const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${length - 1}}$`))

const valuesOf = (type: Entity['type'], text: string) =>
  entitiesOf(text).flatMap((each) => (each.type === type && 'value' in each ? [each.value] : []))

/** A reference with the words that lead to it in both languages. */
const references = [
  [
    'last4',
    digits(4),
    ['尾号', '卡尾', '后四位是', '卡', '招行', 'card ending in ', 'last four ', 'card '],
  ],
  ['rrn', digits(12), ['参考号', '检索参考号：', 'RRN ', 'reference number is ']],
  ['terminalId', digits(8), ['终端号', '终端编号：', '终端', 'terminal id ', 'TID ', 'reader ']],
  ['merchantId', digits(15), ['商户号', '商户编号：', '商户', 'merchant id ', 'MID ', 'merchant ']],
  ['authCode', digits(6), ['授权码', '授权号是', 'auth code ', 'approval code ', 'auth ']],
  ['batchNo', digits(6), ['批次号', '批次', 'batch no. ', 'batch ']],
  ['orderNo', digits(16), ['订单号', '商户单号：', 'order no. ', 'order number is ']],
] as const

const numbered = new Set<Entity['type']>(references.map(([type]) => type))

describe('a reference', () => {
  it.each(references)('of the kind %s survives what is said about it', (type, values, labels) => {
    const before = fc.constantFrom('', '你好，', '我的钱没到，', 'hi, ', '😭', '昨天刷了500元，')
    const after = fc.constantFrom('', '，没到账', '。', ' 怎么回事', ', still nothing', '\n谢谢')
    const said = fc.tuple(before, fc.constantFrom(...labels), values, after)
    fc.assert(
      fc.property(said, (parts) => {
        const text = parts.join('')
        expect([text, valuesOf(type, text)]).toEqual([text, [parts[2]]])
      }),
      { numRuns: 200 },
    )
  })
})

const slots = [
  'amount',
  'date',
  'time',
  'last4',
  'rrn',
  'orderNo',
  'code',
  'role',
  'account',
] as const

/** Digits are part of a sum or of a reference, never of both. */
function expectNoSumInReferences(entities: Entity[]): void {
  const sums = entities.filter(({ type }) => type === 'amount')
  const others = entities.filter((each) => each.type === 'code' || numbered.has(each.type))
  for (const sum of sums)
    for (const other of others)
      expect(sum.end <= other.start || other.end <= sum.start, `${sum.text} ${other.text}`).toBe(
        true,
      )
}

/** Every span is of the text and holds what it says it holds. */
function expectSound(text: string, entities: Entity[]): void {
  expectNoSumInReferences(entities)
  let last = 0
  for (const entity of entities) {
    const { start, end, text: said } = entity
    expect(start).toBeGreaterThanOrEqual(last)
    expect(end).toBeGreaterThan(start)
    expect(text.slice(start, end)).toBe(said)
    if (entity.type === 'amount') expect(Number.isSafeInteger(entity.minor)).toBe(true)
    if (entity.type === 'date') expect(isoOf(dayOf(entity.iso))).toBe(entity.iso)
    if (entity.type === 'time') expect(entity.iso).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    last = start
  }
}

describe('any text', () => {
  const hostile = fc
    .array(fc.oneof(fc.constantFrom(...nastyPieces), fc.string({ unit: 'binary', maxLength: 4 })), {
      maxLength: 40,
    })
    .map((pieces) => pieces.join(''))
  const context = fc.record({
    now: anyMoment,
    timeZone: fc.constantFrom(...zones, 'Mars/Olympus'),
    locale: fc.constantFrom('zh-CN' as const, 'en' as const),
    expecting: fc.option(fc.constantFrom(...slots), { nil: undefined }),
  })

  it('is read without an error, and every span is of the text', () => {
    fc.assert(
      fc.property(hostile, context, (text, seen) => {
        expectSound(text, findEntities(readingOf(text), seen))
      }),
      { numRuns: 1_500 },
    )
  })

  it.each(nastyPieces)('of nothing but %j is read to the end', (piece) => {
    const text = piece.repeat(readLimit / piece.length + 1).slice(0, readLimit)
    for (const expecting of [undefined, 'amount', 'date', 'orderNo'] as const)
      expectSound(text, entitiesOf(text, { ...shanghai, expecting }))
  })
})
