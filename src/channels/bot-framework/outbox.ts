import type { Log } from '../../observability/log.ts'
import type { Metrics } from '../../observability/metrics.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Store } from '../../ports/store.ts'
import { createCircuits } from '../circuits.ts'
import { createOutboxWorker, type OutboxLimits, type OutboxWorker } from '../deliver-outbox.ts'
import type { MicrosoftCredentials } from './authenticate.ts'
import { connectorClient } from './connector.ts'
import { createDeliverReply } from './deliver-reply.ts'

export interface BotFrameworkOutboxOptions {
  store: Pick<Store, 'takeDeliveries' | 'endDelivery' | 'reference' | 'activity'>
  clock: Clock
  random: () => number
  log: Log
  metrics: Pick<Metrics, 'deliveries'>
  /** Absent for the local emulator: replies then go to this machine only. */
  credentials?: MicrosoftCredentials | undefined
  /** Further hosts replies may go to. */
  serviceHosts?: readonly string[] | undefined
  limits?: Partial<OutboxLimits> | undefined
}

/** Brings what was said in conversations of the Bot Framework service there. */
export function botFrameworkOutbox(options: BotFrameworkOutboxOptions): OutboxWorker {
  const { store, clock, random, log, metrics, credentials, serviceHosts, limits } = options
  return createOutboxWorker({
    store,
    clock,
    random,
    log,
    limits,
    attempt: createDeliverReply({
      store,
      post: connectorClient(credentials),
      inCircuit: createCircuits({ log }),
      allow: { hosts: serviceHosts, loopback: !credentials },
    }),
    onEnd: (result) => metrics.deliveries.inc({ result }),
  })
}
