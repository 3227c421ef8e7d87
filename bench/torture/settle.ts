import { setTimeout as pause } from 'node:timers/promises'
import { type CalmRuns, checkConversation, type Finding } from './check.ts'
import { checkHandoffs } from './check-tickets.ts'
import type { Account } from './customer.ts'
import type { Observer } from './observe.ts'

interface Means {
  watch: Observer
  calm: CalmRuns
  /** How long to wait for what is not worked or shown yet, in all. */
  patienceMs: number
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
        const kept = await watch.whenWorked(conversationId, sent.length + 1, until)
        const last = kept.log.findLast(({ activity }) => activity.type === 'message')
        if (last) await follower.catchUp(last.id, until)
        follower.close()
        return checkConversation({ plan, sent, seen: follower.seen() }, kept, calm[plan.script])
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
