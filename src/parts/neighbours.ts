import { randomUUID } from 'node:crypto'
import { inProcessFanOut } from '../channels/fan-out.ts'
import { createLook } from '../channels/look.ts'
import { viewersHere } from '../channels/viewers.ts'
import type { Config } from '../config.ts'
import type { Log } from '../observability/log.ts'
import type { Metrics } from '../observability/metrics.ts'
import type { Clock } from '../ports/clock.ts'
import type { FanOut } from '../ports/fan-out.ts'
import type { Presence, ProcessFacts } from '../ports/presence.ts'
import type { Store } from '../ports/store.ts'
import type { RedisBus } from '../redis/bus.ts'

interface NeighbourNeeds {
  store: Pick<Store, 'lastSeqs'>
  clock: Clock
  log: Log
  metrics: Metrics
  turnsInHand(): number
}

/** What ties this process to the others of its deployment: news, presence, shared limits. */
export async function createNeighbours(config: Config, needs: NeighbourNeeds) {
  const { store, clock, log, turnsInHand } = needs
  const local = inProcessFanOut()
  const self = { id: randomUUID(), startedAt: clock.now().toISOString() }
  const describe = () => ({ ...self, sockets: local.listeners(), turnsInHand: turnsInHand() })
  const bus = await createBus(config, { ...needs, local, self: self.id, describe })
  const look = createLook({
    fanOut: local,
    lastSeqs: store.lastSeqs,
    isTold: () => bus?.isUp() ?? !config.DATABASE_URL,
    log,
  })
  bus?.onUp(look.now)
  return {
    fanOut: bus?.fanOut ?? local,
    offers: bus?.fanOut,
    presence: bus?.presence ?? alone(describe),
    viewers: bus?.viewers ?? viewersHere(),
    shareLimit: bus?.share,
    start() {
      bus?.start()
      look.start()
    },
    async stop() {
      look.stop()
      await bus?.close()
    },
  }
}

interface BusNeeds extends Pick<NeighbourNeeds, 'log' | 'metrics'> {
  local: FanOut
  self: string
  describe(): ProcessFacts
}

/** The bus to the other processes, when there is one. Its client is loaded only then. */
async function createBus(config: Config, needs: BusNeeds): Promise<RedisBus | undefined> {
  const { metrics, local, self, describe, log } = needs
  metrics.processes.set(1)
  if (!config.REDIS_URL) return undefined
  const { createRedisBus } = await import('../redis/bus.ts')
  const { namespaceOf } = await import('../redis/namespace.ts')
  const bus = createRedisBus({
    url: config.REDIS_URL,
    namespace: namespaceOf({ databaseUrl: config.DATABASE_URL, dataDir: config.DATA_DIR }),
    local,
    self,
    describe,
    log,
    onAlive(alive) {
      metrics.processes.set(alive)
      metrics.redis.set(bus.isUp() ? 1 : 0)
    },
  })
  return bus
}

function alone(describe: () => ProcessFacts): Presence {
  return {
    deployment() {
      const self = describe()
      return { redis: 'not configured', self: self.id, processes: [self] }
    },
  }
}
