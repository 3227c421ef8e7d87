import { matchesOf } from '../matches.ts'
import { type SignEntry, signCatalogue } from './catalogue.ts'
import { normaliseText } from './normalise-text.ts'
import type { SignPatterns } from './pattern.ts'
import { type FraudSign, fraudSigns } from './signs.ts'

/** A sign found in a message. `matched` is the folded text, for records, not for display. */
export interface FoundSign {
  sign: FraudSign
  hard: boolean
  matched: string
}

/**
 * The warning signs a message tells of, hard ones first. A word alone is no sign: "验证码收不到" is
 * ordinary, "对方要我提供验证码" is W8. What is denied ("nobody asked for my PIN") is not found.
 * With `wanted` only those signs are looked for.
 */
export function detectFraudSigns(
  text: string,
  wanted: readonly FraudSign[] = fraudSigns,
): FoundSign[] {
  return signsIn(normaliseText(text), wanted)
}

/** A question about a word, not a story: "what is secondary settlement?". */
const definition =
  /^(?:请问|请解释|解释一下|解释|那)?(?:什么是|什么叫|啥是|啥叫|怎么防范|如何防范|怎么预防|解释)[^,.;!?。]{1,14}[?.。]?$|^[^,.;!?。]{1,8}(?:是什么意思|什么意思|是啥意思?)[?.。]?$|^(?:please )?(?:what (?:is|are|does)|what's|explain|define|how do i (?:avoid|prevent))\s(?:(?!\b(?:my|he|she|they|me)\b)[^,.;!?]){1,40}[?.]?$/

/** The same on text that is folded already. */
export function signsIn(folded: string, wanted: readonly FraudSign[] = fraudSigns): FoundSign[] {
  const chinese = /\p{Script=Han}/u.test(folded)
  const latin = /[a-z]{3}/.test(folded)
  const askedAsTerm = definition.test(folded)
  return signCatalogue.flatMap((entry) => {
    if (!wanted.includes(entry.sign) || (askedAsTerm && !entry.hard)) return []
    const matched = matchOf(entry, folded, { chinese, latin })
    return matched === undefined ? [] : [{ sign: entry.sign, hard: entry.hard, matched }]
  })
}

function matchOf(
  { zh, en }: SignEntry,
  text: string,
  { chinese, latin }: { chinese: boolean; latin: boolean },
): string | undefined {
  const inChinese = chinese ? firstMatch(zh, text) : undefined
  return inChinese ?? (latin ? firstMatch(en, text) : undefined)
}

function firstMatch({ any, unless }: SignPatterns, text: string): string | undefined {
  if (unless?.test(text)) return undefined
  for (const pattern of any) {
    for (const match of matchesOf(text, pattern)) {
      if (!isDenied(text, match.index, match[0])) return match[0]
    }
  }
  return undefined
}

const deniedBefore =
  /(?:没有?|没人|无人|未曾|从未|不要|千万别|别(?!人|的)|不会|不能|不可|不用|不是|并非)[^,]{0,3}$|\b(?:no one|nobody|never)\s[^,]{0,25}$|\b(?:(?:did|have|has|do|does|will) not|(?:did|have|has|do|does)n't|won't)\s[^,]{0,8}$/
const notDeniedAfterAll =
  /(?:要不要|会不会|能不能|是不是|用不用|有没有|可不可以|不是说|要是|如果)[^,]{0,3}$|\b(?:if|because|since) [^,]{0,20}$|not to [^,]{0,8}$/
const deniedInside =
  /(?:没有?|从不|从没|不曾|没人)(?:人)?(?:问|要|让|叫|找|请|索|催)|(?<!\bif (?:i|we) )\b(?:did|do|does|have|has|had|will|would)(?: not|n't)(?: \w+)? (?:ask|want|need|request|demand|share|give|tell|install|download|click)|\b(?:nobody|no one|never)\b/

/** Whether the words around a match say that it did not happen. */
function isDenied(text: string, index: number, matched: string): boolean {
  const before =
    text
      .slice(Math.max(0, index - 30), index)
      .split(/[.;!?。\n]/)
      .at(-1) ?? ''
  if (deniedBefore.test(before) && !notDeniedAfterAll.test(before)) return true
  return deniedInside.test(matched)
}
