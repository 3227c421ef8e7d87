import type { Account } from './customer.ts'

export interface RoundFigures {
  round: number
  acknowledged: number
  ms: number
  /** From each kill until all that was acknowledged before it was answered, as pages that poll saw it. */
  recoveriesMs: number[]
}

interface Played {
  /** How many rounds were before these. */
  from: number
  /** When each round began, and when the last one ended. */
  times: readonly number[]
  accounts: readonly Account[]
  kills: readonly number[]
}

/** What happened in each round, as the customers felt it. */
export function figuresOf({ from, times, accounts, kills }: Played): RoundFigures[] {
  const waits = accounts.flatMap(waitsOf)
  const taken = accounts.flatMap(({ sent }) => sent.map(({ acknowledgedAt }) => acknowledgedAt))
  return times.slice(0, -1).map((begin, index) => {
    const end = times[index + 1] ?? begin
    const within = (at: number) => at >= begin && at < end
    return {
      round: from + index + 1,
      acknowledged: taken.filter(within).length,
      ms: end - begin,
      recoveriesMs: kills.filter(within).map((kill) => recoveryFrom(kill, waits)),
    }
  })
}

interface Wait {
  acknowledgedAt: number
  answeredAt: number
}

function recoveryFrom(kill: number, waits: readonly Wait[]): number {
  const open = waits.filter((wait) => wait.acknowledgedAt <= kill && wait.answeredAt > kill)
  return Math.max(0, ...open.map(({ answeredAt }) => answeredAt - kill))
}

/** The longest that a page which polls waited for an answer. */
export function slowestAnswer(accounts: readonly Account[]): number {
  const waits = accounts.flatMap(waitsOf)
  return Math.max(0, ...waits.map((wait) => wait.answeredAt - wait.acknowledgedAt))
}

/** From acknowledgement to answer, on the pages that poll: they see an answer when it is there. */
function waitsOf({ plan, sent, follower }: Account): Wait[] {
  if (plan.watch !== 'poll') return []
  return sent.flatMap(({ ids, acknowledgedAt }) => {
    const answeredAt = follower.answeredAt(ids[0] ?? '')
    return answeredAt === undefined ? [] : [{ acknowledgedAt, answeredAt }]
  })
}
