import type { Metrics } from '../observability/metrics.ts'
import type { Presence } from '../ports/presence.ts'
import { ok, type Reply } from './reply.ts'
import type { Route } from './request.ts'

export type Readiness = { ready: true } | { ready: false; reason: string }

export interface HealthDependencies {
  /** Whether turns can be taken now; `reason` is shown to operators and holds no secret. */
  readiness(): Promise<Readiness> | Readiness
  metrics: Metrics
  /** Which processes live; absent: nothing is said of them. */
  presence?: Presence | undefined
}

/** `/healthz`, `/readyz`, `/metrics`. */
export function healthRoutes({ readiness, metrics, presence }: HealthDependencies): Route[] {
  return [
    { method: 'GET', path: '/healthz', limit: 'none', handler: () => ok({ status: 'alive' }) },
    {
      method: 'GET',
      path: '/readyz',
      limit: 'none',
      handler: () => readyReply(readiness, presence),
    },
    {
      method: 'GET',
      path: '/metrics',
      limit: 'none',
      handler: async () => ({
        status: 200,
        type: metrics.contentType,
        body: await metrics.text(),
      }),
    },
  ]
}

async function readyReply(
  readiness: HealthDependencies['readiness'],
  presence: Presence | undefined,
): Promise<Reply> {
  try {
    const state = await readiness()
    const others = presence ? neighbours(presence) : {}
    if (state.ready) return ok({ status: 'ready', ...others })
    return { status: 503, json: { status: 'not ready', reason: state.reason, ...others } }
  } catch {
    return { status: 503, json: { status: 'not ready', reason: 'the readiness check failed' } }
  }
}

/** Redis away costs latency only: it is said here, and no reason not to be ready. */
function neighbours(presence: Presence) {
  const { redis, processes } = presence.deployment()
  return { redis, processes: processes.map(({ id }) => id) }
}
