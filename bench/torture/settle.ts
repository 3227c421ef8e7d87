import { setTimeout as pause } from 'node:timers/promises'
import { type CalmRuns, checkConversation, type Finding, type Kept } from './check.ts'
import { checkHandoffs } from './check-tickets.ts'
import type { Account } from './customer.ts'
import type { Observer } from './observe.ts'

interface Means {
  watch: Observer
  calm: CalmRuns
  /** How long to wait for what is not worked or shown yet, in all. */
  patienceMs: number
}

/**
 * The log and what the page has shown of it. A timer may say something between the two looks: then
 * the log is read again.
 */
async function bothSides(
  { conversationId, follower }: Pick<Account, 'conversationId' | 'follower'>,
  watch: Observer,
  until: number,
): Promise<{ kept: Kept; seen: string[] }> {
  const kept = await watch.conversation(conversationId)
  const last = kept.log.findLast(({ activity }) => activity.type === 'message')
  if (last) await follower.catchUp(last.id, until)
  const seen = follower.seen()
  const isAhead = seen.at(-1) !== last?.id && !kept.log.some(({ id }) => id === seen.at(-1))
  if (!isAhead || performance.now() > until) return { kept, seen }
  return bothSides({ conversationId, follower }, watch, until)
}

/** Waits until all is worked and shown, then compares; ends the calls for a person. */
export async function checkAccounts(
  accounts: readonly Account[],
  { watch, calm, patienceMs }: Means,
): Promise<Finding[]> {
  const findings: Finding[] = []
  const until = performance.now() + patienceMs
  const keyOf = new Map(accounts.map(({ conversationId, plan }) => [conversationId, plan.key]))
  for (let at = 0; at < accounts.length; at += 8) {
    const checked = accounts
      .slice(at, at + 8)
      .map(async ({ plan, conversationId, sent, follower }) => {
        await watch.whenWorked(conversationId, sent.length + 1, until)
        const { kept, seen } = await bothSides({ conversationId, follower }, watch, until)
        follower.close()
        return checkConversation({ plan, sent, seen }, kept, calm[plan.script])
      })
    findings.push(...(await Promise.all(checked)).flat())
  }
  const waiting = await watch.waitingForPerson()
  const calls = new Map<string, number>()
  for (const id of waiting) {
    const key = keyOf.get(id) ?? id
    calls.set(key, (calls.get(key) ?? 0) + 1)
  }
  findings.push(
    ...checkHandoffs(
      accounts.map(({ plan }) => plan),
      calls,
      calm,
    ),
  )
  for (const id of new Set(waiting)) await watch.closeHandoff(id)
  while ((await watch.waitingForPerson()).length > 0) await pause(100)
  return findings
}
