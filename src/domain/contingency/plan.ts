import type { Day } from '../calendar.ts'

/** What a plan is asked for, in the order in which it is asked. */
export const planParts = ['shop', 'serviceLine', 'people', 'ways', 'funds', 'decider'] as const
export type PlanPart = (typeof planParts)[number]

/** Ways to be paid while the usual one is down; others stand in the customer's own words. */
export const backUpWays = ['second_terminal', 'other_code', 'bank_transfer', 'cash'] as const
export type BackUpWay = (typeof backUpWays)[number]

/** How long the takings can be missed, and what bridges that time. */
export interface PlanFunds {
  wait?: string | undefined
  reserve?: string | undefined
  canWait?: string | undefined
  account?: string | undefined
}

/** A merchant's contingency plan, in the merchant's own redacted words. What is absent is filled in by hand. */
export interface ContingencyPlan {
  shop?: string | undefined
  serviceLine?: string | undefined
  people?: string[] | undefined
  ways?: BackUpWay[] | undefined
  otherWays?: string | undefined
  funds?: PlanFunds | undefined
  decider?: string | undefined
}

/** Longer answers would not fit on one sheet. */
export const planLimits = { short: 40, long: 70, people: 4 } as const

/** For so long the link to the sheet works. */
export const sheetLifetimeDays = 30

const monthsToReview = 6

/** The day on which the plan is to be looked at again: six months on, or the end of that month. */
export function reviewDay(madeOn: Day): Day {
  const [year = 0, month = 1, day = 1] = madeOn.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + monthsToReview + 1, 0))
  last.setUTCDate(Math.min(day, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}

/** Whether a part of the plan has been told. */
export function hasPart(plan: ContingencyPlan, part: PlanPart): boolean {
  if (part === 'ways') return plan.ways !== undefined || plan.otherWays !== undefined
  return plan[part] !== undefined
}

/** A plan without the words that hold digits: they may have been parts of a card number. */
export function planWithoutDigits(plan: ContingencyPlan): ContingencyPlan {
  const clean = (words: string | undefined) => (words && /\p{Nd}/u.test(words) ? undefined : words)
  const { funds } = plan
  return {
    shop: clean(plan.shop),
    serviceLine: clean(plan.serviceLine),
    people: plan.people?.filter((each) => clean(each) !== undefined),
    ways: plan.ways,
    otherWays: clean(plan.otherWays),
    funds: funds && {
      wait: funds.wait,
      reserve: clean(funds.reserve),
      canWait: clean(funds.canWait),
      account: clean(funds.account),
    },
    decider: clean(plan.decider),
  }
}
