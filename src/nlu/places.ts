import { matchesOf } from '../domain/matches.ts'
import { regionNames } from '../domain/regions.ts'
import { type EntityStep, spanAt } from './entity-step.ts'

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
  ['KR', /韩国|\b(?:south )?korea\b/gi],
  ['IN', /印度(?!尼西亚)|\bindia\b/gi],
]

/** Countries named, as ISO 3166 codes. */
export const namedCountries: EntityStep = ({ reading }) =>
  countries.flatMap(([value, pattern]) =>
    Array.from(matchesOf(reading.plain, pattern), (match) => ({
      type: 'country' as const,
      ...spanAt(reading, match.index, match.index + match[0].length),
      value,
    })),
  )

/** 上海银行, "Bank of Scotland" and 北京时间 name no place where anybody is. */
const noPlace = '(?!银行|农信|农商|农村|信用社|时间|联通|移动|电信|路|鲜|话)'

const isHan = (name: string) => /^[\u4e00-\u9fff]/.test(name)

const codeOf = new Map(regionNames.flatMap(([code, ...names]) => names.map((name) => [name, code])))

const anyRegion = new RegExp(
  [...codeOf.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((name) =>
      isHan(name) ? `${name}${noPlace}` : `(?<!\\bbank of |new south |west )\\b${name}\\b`,
    )
    .join('|'),
  'g',
)

/** Parts of a country named, as ISO 3166-2 codes. */
export const namedRegions: EntityStep = ({ reading }) =>
  Array.from(matchesOf(reading.low, anyRegion), ({ 0: name, index }) => ({
    type: 'region' as const,
    ...spanAt(reading, index, index + name.length),
    value: codeOf.get(name) ?? name,
  }))
