import { locales } from '../../domain/locale.ts'
import { articleId } from '../places.ts'
import { type Finding, finding, lineOf } from './finding.ts'
import type { ShelfText } from './shelf.ts'

const equal = ['audience', 'region', 'validFrom', 'validTo', 'reviewedAt', 'related'] as const

/** Each text stands in every language under the same id, with the same facts in its header. */
export function checkTranslations(texts: ShelfText[]): Finding[] {
  const pairs = Map.groupBy(texts, ({ id, isDraft }) => `${isDraft} ${id}`)
  return [...pairs.values()].flatMap((pair) => {
    const [first, ...others] = pair
    if (!first) return []
    return [
      ...namedWell(first),
      ...missing(first, pair),
      ...others.flatMap((other) => differing(first, other)),
    ]
  })
}

function namedWell(text: ShelfText): Finding[] {
  if (articleId.test(text.id)) return []
  const words = 'the path is no article’s; accepted: <topic>/<slug>.md in a-z, 0-9 and hyphens'
  return [finding(text, { line: 1, rule: 'header', level: 'error', text: words })]
}

function missing(text: ShelfText, pair: ShelfText[]): Finding[] {
  const lacking = locales.filter((locale) => !pair.some((each) => each.locale === locale))
  return lacking.map((locale) =>
    finding(text, {
      line: 1,
      rule: 'translation',
      level: 'error',
      text: `${text.id} is missing in ${locale}; each text stands in every language`,
    }),
  )
}

function differing(first: ShelfText, other: ShelfText): Finding[] {
  const [mine, theirs] = [other.header, first.header]
  if (!mine || !theirs) return []
  return equal
    .filter((key) => JSON.stringify(mine[key]) !== JSON.stringify(theirs[key]))
    .map((key) =>
      finding(other, {
        line: lineOf(other, key),
        rule: 'translation',
        level: 'error',
        text: `${key} is not as in ${first.file}:${lineOf(first, key)}; both say the same`,
      }),
    )
}
