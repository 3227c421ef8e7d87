import { setTimeout as pause } from 'node:timers/promises'
import type { Fleet } from './fleet.ts'
import type { PlannedRound } from './plan.ts'
import type { RedisServer } from './redis-server.ts'

interface Stage {
  fleet: Fleet
  redis: RedisServer | undefined
  /** How many acknowledgements the customers have had. */
  acknowledged(): number
}

/** A round in which hardly anybody can write ends all the same. */
const longestMs = 8_000

/** Does what the plan says; resolves when the round's kills are done and the next processes start. */
export async function playRound(
  { kill, terminate, pause: stop, database, redis: bus }: PlannedRound,
  { fleet, redis, acknowledged }: Stage,
): Promise<void> {
  // A stop, and a disturbance of the database, may outlast the round.
  if (stop) void pause(stop.afterMs).then(() => fleet.pause(stop.slot, stop.forMs))
  if (database) {
    const { afterMs, slot, fault, forMs } = database
    void pause(afterMs).then(() => fleet.disturb(slot, fault, forMs))
  }
  if (bus) void pause(bus.afterMs).then(() => redis?.interrupt(bus.forMs))
  await Promise.all([
    terminate && fleet.terminate(terminate.slot, terminate.afterMs),
    kill.whileStarting
      ? fleet.killStarting(kill.slot, kill.afterMs)
      : fleet.killServing(kill.slot, () => momentOf(kill, acknowledged)),
  ])
}

/** When so many more messages are acknowledged, and a little later; at the latest after a while. */
async function momentOf(
  { afterMessages, afterMs }: PlannedRound['kill'],
  acknowledged: () => number,
): Promise<void> {
  const due = acknowledged() + afterMessages
  const until = performance.now() + longestMs
  while (acknowledged() < due && performance.now() < until) await pause(5)
  await pause(afterMs)
}
