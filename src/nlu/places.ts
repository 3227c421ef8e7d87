import { matchesOf } from '../domain/matches.ts'
import { regionNames } from '../domain/regions.ts'
import type { Entity } from '../ports/understanding.ts'
import { type EntityStep, spanAt } from './entity-step.ts'

/** What people also call a country, and where its name is part of another. */
const countries: readonly (readonly [string, RegExp])[] = [
  [
    'CN',
    /中国大陆|中国(?!银|建设|农业|工商|移动|电信|联通|银联|人民)|大陆|\b(?:mainland )?china\b/gi,
  ],
  ['HK', /香港|\bhong kong\b/gi],
  ['MO', /澳门|\bmacau\b/gi],
  ['TW', /台湾|\btaiwan\b/gi],
  [
    'GB',
    /英国|\b(?:UK|U\.K\.|[Uu]nited [Kk]ingdom|[Gg]reat [Bb]ritain|[Bb]ritain|(?<!\b[Bb]ank of )(?:[Ee]ngland|[Ss]cotland|(?<!South )[Ww]ales)|[Nn]orthern [Ii]reland)\b|北爱尔兰/g,
  ],
  [
    'US',
    /美国|\b(?:USA|U\.S\.A?\.?|[Uu]nited [Ss]tates|[Aa]merica)(?![\w])|\b(?:[Ii]n the|[Tt]he) US\b/g,
  ],
  ['CA', /加拿大|\bcanada\b/gi],
  ['AU', /澳大利亚|澳洲|\baustralia\b/gi],
  ['NZ', /新西兰|\bnew zealand\b/gi],
  ['IE', /(?<!北)爱尔兰|(?<!\bnorthern |\bbank of )\bireland\b/gi],
  ['DE', /德国|\bgermany\b/gi],
  ['FR', /法国|\bfrance\b/gi],
  ['ES', /西班牙|\bspain\b/gi],
  ['IT', /意大利|\bitaly\b/gi],
  ['NL', /荷兰|\b(?:the )?netherlands\b/gi],
  ['SG', /新加坡|\bsingapore\b/gi],
  ['MY', /马来西亚|\bmalaysia\b/gi],
  ['TH', /泰国|\bthailand\b/gi],
  ['JP', /日本|\bjapan\b/gi],
  ['KR', /韩国|(?<!north )\b(?:south )?korea\b/gi],
  ['IN', /印度(?!尼西亚)|\bindia\b/gi],
  ['AE', /阿联酋|\bu\.?a\.?e\b|\bemirates\b/gi],
  ['BD', /孟加拉国?|\bbangladesh\b/gi],
  ['CZ', /捷克|\bczech(?:ia| republic)\b/gi],
  ['MN', /(?<!内)蒙古|(?<!inner )\bmongolia\b/gi],
  ['MX', /墨西哥|(?<!new )\bmexico\b/gi],
  ['SA', /沙特(?:阿拉伯)?|\bsaudi(?: arabia)?\b/gi],
  ['TR', /土耳其|\btürkiye\b|\b(?:in|to|from) turkey\b/gi],
]

/** Names that are more often something else: a person, a state, 上海地铁, 增加纳税. */
const ambiguous = new Set(
  'georgia jordan chad jersey togo 马里 海地 加纳 也门 汤加 多哥 不丹 阿曼'.split(' '),
)

/** Codes of unions and of no place. */
const noCountry = /^(?:E[UZ]|UN|QO|X[AB]|ZZ)$/
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
const isName = /^(?:[a-z]+(?: [a-z]+)*|[\u4e00-\u9fff]+)$/

/** The names by which the platform knows the other countries, in both languages. */
function otherCountries(): Map<string, string> {
  const listed = new Set(countries.map(([code]) => code))
  const names = ['en', 'zh-Hans'].map(
    (locale) => new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }),
  )
  const codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    // A country renamed has a new code.
    .filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`)
    .filter((code) => !listed.has(code) && !noCountry.test(code))
  return new Map(
    codes.flatMap((code) =>
      names
        .map((known) => (known.of(code) ?? '').toLowerCase())
        .filter((name) => isName.test(name) && !ambiguous.has(name))
        .map((name) => [name, code] as const),
    ),
  )
}

const isHan = (name: string) => /^[\u4e00-\u9fff]/.test(name)

/** Any of the names, the longer before the shorter. */
const anyOf = (names: Iterable<string>, asPattern: (name: string) => string) =>
  new RegExp(
    [...names]
      .toSorted((a, b) => b.length - a.length)
      .map(asPattern)
      .join('|'),
    'g',
  )

const codeOfCountry = otherCountries()
const anyCountry = anyOf(codeOfCountry.keys(), (name) => (isHan(name) ? name : `\\b${name}\\b`))

/** "Country LT", "for country put DE": two capitals where a country is asked for. */
const countryCode = /\b[Cc]ountry(?: code)?(?: is| was| put)?[\s:]{1,2}([A-Z]{2})\b/g

/** Countries named, as ISO 3166 codes. */
export const namedCountries: EntityStep = ({ reading, free }) => {
  const result: Entity[] = []
  const take = ({ 0: name, index }: RegExpExecArray, value: string) =>
    result.push({ type: 'country', ...spanAt(reading, index, index + name.length), value })
  for (const [code, pattern] of countries)
    for (const match of matchesOf(reading.plain, pattern)) take(match, code)
  for (const { index, ...match } of matchesOf(reading.plain, countryCode)) {
    const code = match[1] ?? ''
    const start = index + match[0].length - code.length
    result.push({ type: 'country', ...spanAt(reading, start, start + 2), value: code })
  }
  for (const match of matchesOf(free, anyCountry)) take(match, codeOfCountry.get(match[0]) ?? '')
  return result
}

/** 上海银行, "Bank of Scotland" and 北京时间 name no place where anybody is. */
const noPlace = '(?!银行|农信|农商|农村|信用社|时间|联通|移动|电信|路|鲜|话)'

const codeOf = new Map(regionNames.flatMap(([code, ...names]) => names.map((name) => [name, code])))

const anyRegion = anyOf(codeOf.keys(), (name) =>
  isHan(name) ? `${name}${noPlace}` : `(?<!\\bbank of |new south |west )\\b${name}\\b`,
)

/** Parts of a country named, as ISO 3166-2 codes. */
export const namedRegions: EntityStep = ({ reading }) =>
  Array.from(matchesOf(reading.low, anyRegion), ({ 0: name, index }) => ({
    type: 'region' as const,
    ...spanAt(reading, index, index + name.length),
    value: codeOf.get(name) ?? name,
  }))
