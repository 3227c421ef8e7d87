import { randomUUID } from 'node:crypto'
import { onTestFinished, vi } from 'vitest'
import { inProcessFanOut } from '../../src/channels/fan-out.ts'
import type { ProcessFacts } from '../../src/ports/presence.ts'
import { createRedisBus, type RedisBusOptions } from '../../src/redis/bus.ts'
import { listener } from '../contracts/fan-out.ts'
import { redisUrl } from '../support/redis.ts'

/** A namespace that no other test and no deployment uses. */
export const ownNamespace = (): string => `daozhang-test:${randomUUID()}`

export interface NeighbourOptions extends Partial<RedisBusOptions> {
  facts?: Partial<ProcessFacts>
}

/** One process on the bus, without anything else of a process. Gone after the test. */
export function neighbour({ facts, ...given }: NeighbourOptions = {}) {
  const self = randomUUID()
  const local = inProcessFanOut()
  const log = { info: vi.fn(), warn: vi.fn() }
  const bus = createRedisBus({
    url: redisUrl,
    namespace: ownNamespace(),
    local,
    self,
    log,
    describe: () => ({
      id: self,
      startedAt: '2026-11-26T00:00:00Z',
      sockets: 0,
      turnsInHand: 0,
      ...facts,
    }),
    times: { beatMs: 100, answerMs: 200, restMs: 200 },
    ...given,
  })
  const { start } = bus
  start()
  onTestFinished(() => bus.close())
  return {
    self,
    bus,
    local,
    log,
    fanOut: bus.fanOut,
    /** A connection that follows `conversationId` here. */
    follow(conversationId: string) {
      const one = listener()
      bus.fanOut.subscribe(conversationId, one)
      return one
    },
    up: () => vi.waitFor(() => isTrue(bus.isUp()), { timeout: 5_000, interval: 5 }),
    down: () => vi.waitFor(() => isTrue(!bus.isUp()), { timeout: 5_000, interval: 5 }),
  }
}

export type Neighbour = ReturnType<typeof neighbour>

/** Several processes of one deployment, all connected. */
export async function neighbours(count: number, options: NeighbourOptions = {}) {
  const namespace = ownNamespace()
  const all = Array.from({ length: count }, () => neighbour({ namespace, ...options }))
  await Promise.all(all.map(({ up }) => up()))
  return all
}

function isTrue(value: boolean): void {
  if (!value) throw new Error('not yet')
}
