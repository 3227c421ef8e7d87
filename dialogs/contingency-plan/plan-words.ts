import {
  type ContingencyPlan,
  hasPart,
  type PlanFunds,
  type PlanPart,
  planParts,
} from '../../src/domain/contingency/plan.ts'
import type { Locale } from '../../src/domain/locale.ts'
import { type ContingencyPlanTexts, en } from './texts.en.ts'
import { zhCn } from './texts.zh-cn.ts'

export const planTexts: Record<Locale, ContingencyPlanTexts> = { en, 'zh-CN': zhCn }

const joints: Record<Locale, { list: string; colon: string }> = {
  en: { list: '; ', colon: ': ' },
  'zh-CN': { list: '；', colon: '：' },
}

/** The plan as lines of a message: what was told, and what is left to be written by hand. */
export function planLines(plan: ContingencyPlan, locale: Locale): string[] {
  const texts = planTexts[locale]
  const { colon, list } = joints[locale]
  const told = planParts.filter((part) => hasPart(plan, part))
  const blank = planParts.filter((part) => !told.includes(part)).map((part) => texts.parts[part])
  return [
    ...told.map((part) => `• ${texts.parts[part]}${colon}${partInWords(plan, part, locale)}`),
    ...(blank.length > 0 ? [texts.toFillIn(blank.join(list))] : []),
  ]
}

/** One part of the plan in words. */
function partInWords(plan: ContingencyPlan, part: PlanPart, locale: Locale): string {
  const { list } = joints[locale]
  if (part === 'ways') return waysInWords(plan, locale)
  if (part === 'funds') return fundsInWords(plan.funds ?? {}, locale)
  if (part === 'people') return (plan.people ?? []).join(list)
  return plan[part] ?? ''
}

/** The back-up ways, those of our list first. */
export function waysInWords({ ways = [], otherWays }: ContingencyPlan, locale: Locale): string {
  const known = ways.map((way) => planTexts[locale].ways[way])
  return [...known, ...(otherWays ? [otherWays] : [])].join(joints[locale].list)
}

function fundsInWords(funds: PlanFunds, locale: Locale): string {
  const texts = planTexts[locale]
  const { list } = joints[locale]
  const said = [
    funds.wait && `${texts.fund.wait} ${howLong(funds.wait, texts)}`,
    // Most say what it is themselves.
    funds.reserve,
    funds.canWait,
    funds.account,
  ]
  return said.filter(Boolean).join(list)
}

/** How long takings can be missed for: a bare number is of days. */
export function howLong(words: string, { days }: Pick<ContingencyPlanTexts, 'days'>): string {
  return /^\d+$/u.test(words) ? days(words) : words
}
