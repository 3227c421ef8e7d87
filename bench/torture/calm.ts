import type { Calm, CalmRuns, KeptTicket } from './check.ts'
import { converse, type Town } from './customer.ts'
import type { Observer } from './observe.ts'
import type { PlannedConversation } from './plan.ts'
import { type ScriptName, scriptNames, scriptOf } from './scripts.ts'
import { shapeOf } from './shape.ts'
import { shopId } from './world.ts'

const patientMs = 60_000

/** Plays every script once, undisturbed: what the bot does then is what it must always do. */
export async function runCalm(town: Town, observer: Observer): Promise<CalmRuns> {
  const runs: Partial<CalmRuns> = {}
  for (const [index, name] of scriptNames.entries()) {
    runs[name] = await runScript(calmPlan(name, index), town, observer)
  }
  // Every name had its turn.
  return runs as CalmRuns
}

/** No repeats, no haste, and a shop for each script. */
function calmPlan(script: ScriptName, index: number): PlannedConversation {
  const key = `calm-${script}`
  const userId = `dl_${key}`
  const { as, says } = scriptOf(script)
  const shop = as === 'shop' ? shopId(index) : undefined
  return {
    key,
    script,
    contactRef: shop ?? userId,
    shop,
    userId,
    watch: 'poll',
    waitsForAnswers: false,
    groups: says.map((text, step) => ({
      thinkMs: 0,
      messages: [{ key: `${key}-${step}`, step, text, copies: [] }],
    })),
  }
}

async function runScript(plan: PlannedConversation, town: Town, observer: Observer): Promise<Calm> {
  const { conversationId, sent, follower } = await converse(plan, town)
  follower.close()
  const { log, handoff } = await observer.whenWorked(
    conversationId,
    sent.length + 1,
    performance.now() + patientMs,
  )
  const out = log.filter(({ direction }) => direction === 'out')
  const answersTo = (id: string | undefined) =>
    out.filter(({ activity }) => activity.replyToId === id).map(shapeOf)
  const tickets = await observer.allTickets()
  return {
    greeting: answersTo(undefined),
    answers: sent.map(({ ids }) => answersTo(ids[0])),
    tickets: tickets.filter(({ customer }: KeptTicket) => customer.contactRef === plan.contactRef),
    handoffs: handoff ? 1 : 0,
  }
}
