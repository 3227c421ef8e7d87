import { responseCodes } from '../../../src/domain/codes/response-codes.ts'
import type { Case, Expected, Wish } from '../case.ts'
import type { Making } from '../make-world.ts'
import { phrases } from '../phrases.ts'
import { type Goal, sayingOnly, talk } from './make-case.ts'
import { isWaiting, payoutCase, shopSale, type Waiting } from './shop-goals.ts'

const knownCodes = ['51', '05', '55', '61', '68', '91', '96', '14', '54', '57', '65', '75'] as const

export const codeQuestion: Goal = (making) => {
  const { random, scene } = making
  const code = random.pick([...knownCodes])
  const meaning = responseCodes.iso8583_39?.get(code)?.meaning[scene.locale]
  const words = random.pick(phrases[scene.locale].codes).replace('{code}', code)
  const wish = sayingOnly(making, 'code', { says: meaning })
  return talk(making, [{ ...wish, facts: { ...wish.facts, code }, words }])
}

export const knowledgeQuestion: Goal = (making) => {
  const { random, scene } = making
  const [first, ...rest] = phrases[scene.locale].questions
  // The articles are in force from the day of their first review on.
  if (!first || scene.now < '2026-11-23') return undefined
  const { words, articles, says, also } = random.pick([first, ...rest])
  return talk(making, [
    {
      ...sayingOnly(making, 'knowledge', { articles, or: says ? { says } : also }),
      words: random.pick(words),
    },
  ])
}

const anyTicket: Expected = { ticket: 'any' }

/** A complaint about a payout, late or not, and what is wanted of it then. */
function complaint(making: Making, then: (role: Wish) => Wish): Case | undefined {
  const late = making.random.chance(0.5)
  const wanted: Waiting = (answer) => (late ? answer.status === 'overdue' : isWaiting(answer))
  const made = shopSale(making, { daysBack: late ? [5, 12] : [0.05, 3], wanted })
  if (!made) return undefined
  const begun = payoutCase(making, made, { story: 'complain', ...anyTicket })
  const [first] = begun.wishes
  if (!first) return undefined
  const wish = { ...first, expected: anyTicket }
  return { ...begun, wishes: [wish, then(wish)] }
}

export const complaintAndState: Goal = (making) =>
  complaint(making, (wish) => ({ ...wish, story: 'complaintState' }))

export const withdrawal: Goal = (making) =>
  complaint(making, (wish) => ({
    ...wish,
    story: 'withdraw',
    expected: { ticket: 'any', ticketState: 'withdrawn' },
    confirms: true,
  }))

export const fraud: Goal = (making) =>
  talk(making, [sayingOnly(making, 'fraud', { warnedFirst: true, ticket: 'fraud', handoff: true })])

export const person: Goal = (making) =>
  talk(making, [sayingOnly(making, 'person', { handoff: true })])
